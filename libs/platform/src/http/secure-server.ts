import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { limits, screenDocument } from '../graphql/document-screen';
import type { FastifyInstance } from 'fastify';
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
    if (!request.url.startsWith('/graphql')) return;
    const asked = (request.method === 'GET' ? request.query : request.body) as { query?: unknown; variables?: unknown } | null | undefined;
    if (request.method === 'POST' && Array.isArray(asked)) return reply.code(400).send(graphqlAnswer('Send one operation at a time; batches are not accepted.', 'BAD_USER_INPUT'));
    const tooLarge = screenDocument(asked?.query);
    if (tooLarge !== null) return reply.code(400).send(graphqlAnswer(tooLarge.message, 'LIMIT_EXCEEDED'));
    if (tooDeep(asked?.variables, limits.nesting)) return reply.code(400).send(graphqlAnswer(`The variables nest deeper than ${limits.nesting} levels.`, 'LIMIT_EXCEEDED'));
    return undefined;
  });
}



function tooDeep(value: unknown, allowed: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (allowed === 0) return true;
  return Object.values(value).some((entry) => tooDeep(entry, allowed - 1));
}
