import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestOrigin } from '../actor';

const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** Where a request comes from. A request id from a proxy is kept where it looks like one. */
export function originOf(message: IncomingMessage, address: string): RequestOrigin {
  const given = message.headers['x-request-id'];
  return {
    requestId: typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID(),
    address,
    userAgent: String(message.headers['user-agent'] ?? '').slice(0, 300),
  };
}
