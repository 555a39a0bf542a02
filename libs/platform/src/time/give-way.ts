/** Lets everything that waits for the event loop go first: within computations that take longer than a few milliseconds. */
export const giveWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
