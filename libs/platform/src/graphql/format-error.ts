import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isUnavailable } from '../database/sql-errors';
import { requestErrorCodes } from './request-error';

const logger = new Logger('GraphQL');
const published = new Set<string>(requestErrorCodes);

/** Codes of Apollo and Nest in the words of this API. */
const renamed: Readonly<Record<string, string>> = {
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'GRAPHQL_VALIDATION_FAILED',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
};

/**
 * What a client may learn of an error. Expected ones pass with code, message and path; a database that cannot be asked
 * is `UNAVAILABLE`; everything else is masked as `INTERNAL` with the request id under which it was logged whole.
 */
export function formatRequestError(formatted: GraphQLFormattedError, error: unknown, requestId: string): GraphQLFormattedError {
  const original = innermost(error);
  const given = String(formatted.extensions?.['code'] ?? 'INTERNAL');
  const code = renamed[given] ?? given;
  const where = { ...(formatted.locations && { locations: formatted.locations }), ...(formatted.path && { path: formatted.path }) };
  if (isUnavailable(original)) {
    logger.error({ requestId, err: original }, 'database unavailable');
    return {
      message:
        'The database cannot answer now. Try again in a moment; a change that is sent again with the same idempotencyKey happens once.',
      ...where,
      extensions: { code: 'UNAVAILABLE', requestId },
    };
  }
  if (!published.has(code) || code === 'INTERNAL') {
    logger.error({ requestId, err: original }, 'unexpected error');
    return {
      message:
        'Something went wrong on our side. Quote the request id when you report it; a change may be sent again with the same idempotencyKey.',
      ...where,
      extensions: { code: 'INTERNAL', requestId },
    };
  }
  return { message: withoutSuggestion(formatted.message), ...where, extensions: { ...detailOf(original), code, requestId } };
}

/** The error as it was thrown, under the layers that GraphQL and TypeORM wrap around it. */
function innermost(error: unknown): unknown {
  let current = error;
  while (current instanceof GraphQLError && current.originalError) current = current.originalError;
  return current;
}

/** Names of fields and types are for those who may see the schema. */
const withoutSuggestion = (message: string): string => message.replace(/ ?Did you mean [^?]*\?/g, '');

/** What a refusal of ours carries beside its code; nothing of foreign errors. */
function detailOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof GraphQLError)) return {};
  const { stacktrace: _stack, exception: _exception, http: _http, ...detail } = error.extensions as Record<string, unknown>;
  return detail;
}
