import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { screenDocument, screenVariables } from '../graphql/document-screen';
import { graphqlAnswer } from './http-fault.filter';
import { requestIdOf, underRequestId } from './request-id';

/** Headers and refusals that must stand before any GraphQL is read. */
export function secureServer(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  server.addHook('onRequest', (request, _reply, done) => underRequestId(requestIdOf(request.raw), done));
  server.addHook('onSend', async (_request, reply, payload) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    });
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    return payload;
  });
  server.addHook('preValidation', async (request, reply) => {
    // The route that was found and not the address: `/%67raphql` finds it too.
    if (request.routeOptions.url !== '/graphql') return;
    if (Array.isArray(request.body))
      return reply.code(400).send(graphqlAnswer('Send one operation at a time; batches are not accepted.', 'BAD_USER_INPUT'));
    const { query, variables } = request.method === 'GET' ? askedByGet(request) : ((request.body ?? {}) as Asked);
    const tooLarge = screenDocument(query) ?? screenVariables(variables);
    if (tooLarge !== null) return reply.code(400).send(graphqlAnswer(tooLarge.message, 'LIMIT_EXCEEDED'));
    return undefined;
  });
}

interface Asked {
  readonly query?: unknown;
  readonly variables?: unknown;
}

/** Reads the address as Apollo will: another reader may decode less, and what it did not decode it could not screen. */
function askedByGet(request: FastifyRequest): Asked {
  const given = new URL(request.url, 'http://localhost').searchParams;
  const variables = given.get('variables');
  try {
    return { query: given.get('query'), variables: variables === null ? undefined : (JSON.parse(variables) as unknown) };
  } catch {
    // No JSON; Apollo refuses it.
    return { query: given.get('query') };
  }
}
