import type { IncomingMessage } from 'node:http';
import type { RequestOrigin } from '../actor';
import { currentRequestId, requestIdOf } from './request-id';

/** Where a request comes from. */
export function originOf(message: IncomingMessage, address: string): RequestOrigin {
  const known = currentRequestId();
  return {
    requestId: known === 'none' ? requestIdOf(message) : known,
    address,
    userAgent: String(message.headers['user-agent'] ?? '').slice(0, 300),
  };
}
