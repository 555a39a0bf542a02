import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { RecentlyUsed } from '@touchstone/kernel';
import type { RequestContext } from '../actor';
import { currentRequestId } from '../http/request-id';
import { formatRequestError } from './format-error';

/** How many documents stay compiled. A client has some dozens; more is somebody writing by hand. */
const MOST = 300;
/** A document is compiled when it comes the second time: compiling costs more than running once. */
const WORTH_IT = 2;

/**
 * Runs repeated queries as compiled functions and not by walking the document anew. The answer is the same; what cannot be
 * compiled, and every mutation, goes the ordinary way.
 */
export function compiledExecution(): ApolloServerPlugin<RequestContext> {
  const seen = new RecentlyUsed<string, { times: number; compiled: CompiledQuery | null | undefined }>(MOST);

  const compiledOf = (
    key: string,
    schema: GraphQLSchema,
    document: DocumentNode,
    operationName: string | undefined,
  ): CompiledQuery | null => {
    const entry = seen.get(key) ?? { times: 0, compiled: undefined };
    seen.set(key, entry);
    entry.times += 1;
    if (entry.times < WORTH_IT) return null;
    if (entry.compiled === undefined) {
      const compiled = fillsLiterals(document) ? null : compileQuery(schema, document, operationName);
      entry.compiled = compiled !== null && isCompiledQuery(compiled) ? compiled : null;
    }
    return entry.compiled;
  };

  return {
    async requestDidStart() {
      return {
        async responseForOperation({ schema, document, operation, operationName, queryHash, request, contextValue }) {
          if (operation.operation !== 'query') return null;
          const compiled = compiledOf(`${queryHash}/${operationName ?? ''}`, schema, document, operationName ?? undefined);
          if (compiled === null) return null;
          const result = (await compiled.query(undefined, contextValue, request.variables ?? {})) as ExecutionResult;
          // Variables that do not fit: nothing has run, and the ordinary way says it in the ordinary words.
          if (result.data === undefined) return null;
          const { data, errors } = result;
          const singleResult = errors === undefined ? { data } : { data, errors: errors.map(formatted) };
          return { http: { status: undefined, headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
        },
      };
    },
  };
}

/**
 * Does a variable stand inside an input object that is written out? When it is left out, its field must be left out too and
 * take its default; compiled code makes it null.
 */
function fillsLiterals(document: DocumentNode): boolean {
  let inside = 0;
  let found = false;
  visit(document, {
    ObjectValue: { enter: () => void (inside += 1), leave: () => void (inside -= 1) },
    Variable: () => {
      if (inside === 0) return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

/** Compiled execution has errors of its own kind; the one that was thrown stands inside. */
function formatted(error: GraphQLError): GraphQLFormattedError {
  const { originalError } = error;
  const { extensions } = originalError instanceof GraphQLError ? originalError : error;
  const plain = { message: error.message, locations: error.locations, path: error.path, extensions } as GraphQLFormattedError;
  return formatRequestError(plain, originalError ?? error, currentRequestId());
}
