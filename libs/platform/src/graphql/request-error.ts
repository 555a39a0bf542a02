import { GraphQLError } from 'graphql';

/** The published codes of top-level errors. What a screen acts on comes as a member of a result union instead. */
export const requestErrorCodes = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'LIMIT_EXCEEDED',
  'RATE_LIMITED',
  'PAYLOAD_TOO_LARGE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'UNAVAILABLE',
  'INTERNAL',
] as const;

export type RequestErrorCode = (typeof requestErrorCodes)[number];

/** What is refused before anything runs is the client's to mend: 400, where Apollo would say 500. It never reaches the client as text. */
export const BEFORE_EXECUTION = { http: { status: 400 } } as const;

/** A refusal of the whole field or request, with a message that may be shown as it is. */
export const refuse = (code: RequestErrorCode, message: string, detail: Readonly<Record<string, unknown>> = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...(code === 'LIMIT_EXCEEDED' && BEFORE_EXECUTION), ...detail } });
