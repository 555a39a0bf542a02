import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const storage = new AsyncLocalStorage<string>();
const GIVEN = /^[A-Za-z0-9._-]{8,64}$/;

/** The id of a request: the one that a proxy gave, where it looks like one, else a fresh one. */
export function requestIdOf(message: IncomingMessage): string {
  const given = message.headers['x-request-id'];
  return typeof given === 'string' && GIVEN.test(given) ? given : randomUUID();
}

/** Runs the rest of a request under its id, so that logs and masked errors can name it. */
export const underRequestId = (requestId: string, work: () => void): void => storage.run(requestId, work);

export const currentRequestId = (): string => storage.getStore() ?? 'none';
