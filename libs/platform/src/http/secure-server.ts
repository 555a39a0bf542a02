import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { limits, screenDocument } from '../graphql/document-screen';
import type { FastifyInstance } from 'fastify';

/** GraphQL bodies: the longest document, its variables, and room for JSON. */
export const LARGEST_BODY = 1024 * 1024;

/** Headers and refusals that must stand before any GraphQL is read. */
export function secureServer(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
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
    if (!request.url.startsWith('/graphql')) return;
    const asked = (request.method === 'GET' ? request.query : request.body) as { query?: unknown; variables?: unknown } | null | undefined;
    if (request.method === 'POST' && Array.isArray(asked)) return reply.code(400).send(graphqlAnswer('Send one operation at a time; batches are not accepted.', 'BAD_USER_INPUT'));
    const tooLarge = screenDocument(asked?.query);
    if (tooLarge !== null) return reply.code(400).send(graphqlAnswer(tooLarge.message, 'LIMIT_EXCEEDED'));
    if (tooDeep(asked?.variables, limits.nesting)) return reply.code(400).send(graphqlAnswer(`The variables nest deeper than ${limits.nesting} levels.`, 'LIMIT_EXCEEDED'));
    return undefined;
  });
  server.setErrorHandler((error: { statusCode?: number; message: string }, _request, reply) => {
    const status = error.statusCode ?? 500;
    const requestId = randomBytes(8).toString('hex');
    if (status === 413) return reply.code(413).send(graphqlAnswer(`The request is larger than ${LARGEST_BODY} bytes.`, 'PAYLOAD_TOO_LARGE'));
    if (status >= 400 && status < 500) return reply.code(status).send(graphqlAnswer('The request is not what this address takes: send JSON with query and variables.', 'BAD_USER_INPUT'));
    server.log.error({ requestId, err: error }, 'unexpected error before GraphQL');
    return reply.code(500).send(graphqlAnswer('Something went wrong on our side. Quote the request id when you report it.', 'INTERNAL', requestId));
  });
}

const graphqlAnswer = (message: string, code: string, requestId?: string): object => ({ errors: [{ message, extensions: { code, ...(requestId && { requestId }) } }] });

function tooDeep(value: unknown, allowed: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (allowed === 0) return true;
  return Object.values(value).some((entry) => tooDeep(entry, allowed - 1));
}
