import type { IncomingMessage } from 'node:http';
import type { RequestOrigin } from '../actor';
import type { TrustedProxies } from '../configuration';
import { clientAddress } from './client-address';
import { currentRequestId, requestIdOf } from './request-id';

/** Where a request comes from, whichever door it takes. */
export function originOf(message: IncomingMessage, trusted: TrustedProxies): RequestOrigin {
  const known = currentRequestId();
  return {
    requestId: known === 'none' ? requestIdOf(message) : known,
    address: clientAddress(message, trusted),
    userAgent: String(message.headers['user-agent'] ?? '').slice(0, 300),
  };
}
