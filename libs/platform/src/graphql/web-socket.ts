import type { Server } from 'node:http';
import { execute, getOperationAST, GraphQLError, type GraphQLSchema, parse, subscribe, validate } from 'graphql';
import type { Context } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Authenticator, RequestContext } from '../actor';
import type { Configuration } from '../configuration';
import type { UnitOfWork } from '../database';
import { bearerOf, type Credential, credentialOf, fromOwnPage } from '../http/credentials';
import { originOf } from '../http/origin';
import { limits, screenDocument, screenVariables } from './document-screen';
import { formatRequestError } from './format-error';
import { gate } from './operation-gate';
import { refuse } from './request-error';

const LARGEST_MESSAGE = 256 * 1024;
const MOST_OPERATIONS = 50;
const KEEP_ALIVE_MS = 20_000;

interface Parts {
  readonly schema: GraphQLSchema;
  readonly configuration: Configuration;
  readonly authenticator: Authenticator;
  readonly unitOfWork: UnitOfWork;
}

/**
 * GraphQL over WebSocket (protocol `graphql-transport-ws`) on the same server, with the same credentials, limits, masks
 * and permissions as HTTP. Nothing that Apollo checks reaches this door, so each check stands here again by calling the same function.
 */
export function serveWebSocket(server: Server, parts: Parts): () => Promise<void> {
  const { baseUrl } = parts.configuration;
  const sockets = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: LARGEST_MESSAGE,
    verifyClient: ({ req }: { req: import('node:http').IncomingMessage }) => fromOwnPage(req, baseUrl),
  });
  const served = useServer<Record<string, unknown>, { context?: RequestContext }>(
    {
      connectionInitWaitTimeout: 5_000,
      onConnect: (connection) => connected(connection as Connection, parts),
      onSubscribe: (connection, id, payload) => admit(connection as Connection, parts, payload),
      onNext: (connection, _id, _payload, args, result) => ({
        ...result,
        ...(result.errors && { errors: result.errors.map((error) => masked(error, args.contextValue as RequestContext)) as never }),
      }),
      onError: (connection, _id, _payload, errors) =>
        errors.map((error) => masked(error as GraphQLError, (connection as Connection).extra.context as RequestContext)),
      onOperation: (_connection, _id, _payload, args, result) => {
        const { actor } = args.contextValue as RequestContext;
        if (actor !== null && !(Symbol.asyncIterator in Object(result))) void parts.unitOfWork.endSharedReads(actor);
      },
    },
    sockets,
    KEEP_ALIVE_MS,
  );
  sockets.on('connection', takeClientFaults);
  return async () => {
    await served.dispose();
  };
}

/** A frame that is too large or broken is the client's fault: `ws` has closed with the code of the protocol, and there is nothing to print. */
function takeClientFaults(socket: WebSocket): void {
  socket.removeAllListeners('error');
  socket.on('error', () => socket.close());
}

type Connection = Context & {
  extra: { request: import('node:http').IncomingMessage; context?: RequestContext; secret?: string };
};

async function connected(connection: Connection, { authenticator, configuration }: Parts): Promise<boolean> {
  const { request } = connection.extra;
  const secret = credentialOfConnection(connection, configuration.baseUrl)?.secret;
  const origin = originOf(request, configuration.trustedProxies);
  connection.extra.context = {
    ...anonymous(origin),
    actor: secret === undefined ? null : await authenticator.authenticate(secret, origin),
  };
  if (secret !== undefined) connection.extra.secret = secret;
  return connection.extra.context.actor !== null;
}

/** As with the header of HTTP: whoever sends `authorization` wants to be who it says, and not whom a cookie names. */
function credentialOfConnection({ connectionParams, extra }: Connection, baseUrl: string): Credential | null {
  const given = Object.entries(connectionParams ?? {}).find(([name]) => name.toLowerCase() === 'authorization');
  return given === undefined ? credentialOf(extra.request, baseUrl) : bearerOf(given[1]);
}

const anonymous = (origin: RequestContext['origin']): RequestContext => ({
  actor: null,
  origin,
  loaders: new Map(),
  keepSession: () => undefined,
});

/** Checks one operation as HTTP would, with a fresh look at the credential, and gives what to execute. */
async function admit(
  connection: Connection,
  parts: Parts,
  payload: { query: string; operationName?: string | null; variables?: Record<string, unknown> | null },
) {
  const { extra } = connection;
  // This one is among them.
  if (Object.keys(connection.subscriptions).length > MOST_OPERATIONS)
    return [refuse('LIMIT_EXCEEDED', `One connection carries at most ${MOST_OPERATIONS} operations at once.`)];
  const variables = payload.variables ?? {};
  const tooLarge = screenDocument(payload.query) ?? screenVariables(variables);
  if (tooLarge !== null) return [tooLarge];
  let document;
  try {
    document = parse(payload.query, { maxTokens: limits.tokens });
  } catch (error) {
    return [new GraphQLError((error as Error).message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } })];
  }
  const faults = validate(parts.schema, document);
  if (faults.length > 0)
    return faults.map(
      (fault) => new GraphQLError(fault.message, { nodes: fault.nodes ?? null, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
    );
  const operation = getOperationAST(document, payload.operationName);
  if (!operation) return [refuse('GRAPHQL_VALIDATION_FAILED', 'Name one of the operations of the document in operationName.')];
  const origin = originOf(extra.request, parts.configuration.trustedProxies);
  const actor = extra.secret === undefined ? null : await parts.authenticator.authenticate(extra.secret, origin);
  const refusal = gate(parts.schema, document, operation, variables, actor, parts.configuration);
  if (refusal !== null) return [refusal];
  if (actor !== null && operation.operation !== 'subscription') parts.unitOfWork.shareReads(actor);
  return {
    schema: parts.schema,
    document,
    operationName: payload.operationName ?? undefined,
    variableValues: variables,
    contextValue: { ...anonymous(origin), actor } satisfies RequestContext,
    execute,
    subscribe,
  };
}

function masked(error: GraphQLError, context: RequestContext | undefined): GraphQLError {
  const formatted = formatRequestError(error.toJSON(), error, context?.origin.requestId ?? 'none');
  return new GraphQLError(formatted.message, { path: error.path ?? null, extensions: formatted.extensions ?? null });
}
