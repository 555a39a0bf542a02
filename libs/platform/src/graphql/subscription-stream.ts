import type { AnnouncementListener, Announcement } from '../database';

/** A slow reader may fall this far behind before it is let go. */
const BUFFER = 200;

/**
 * The announcements that `wanted` picks, as an async iterable for a subscription. Ends when the reader leaves, and also
 * when it does not keep up: it is better to subscribe again than to fill the server's memory.
 */
export function announcementStream(
  listener: AnnouncementListener,
  wanted: (announcement: Announcement) => boolean,
): AsyncIterableIterator<Announcement> {
  const waiting: Announcement[] = [];
  let wake: (() => void) | null = null;
  let ended = false;
  const stop = listener.hear((announcement) => {
    if (!wanted(announcement)) return;
    if (waiting.length >= BUFFER) end();
    else waiting.push(announcement);
    wake?.();
  });
  const end = (): void => {
    ended = true;
    stop();
    wake?.();
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      while (waiting.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
      const value = waiting.shift();
      return value === undefined ? { value: undefined, done: true } : { value, done: false };
    },
    async return() {
      end();
      return { value: undefined, done: true };
    },
  };
}
