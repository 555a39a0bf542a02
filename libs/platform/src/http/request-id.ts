import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

/** Runs the rest of this asynchronous flow under a request id, so that logs and masked errors can name it. */
export function enterRequest(requestId: string): void {
  storage.enterWith(requestId);
}

export const currentRequestId = (): string => storage.getStore() ?? 'none';
