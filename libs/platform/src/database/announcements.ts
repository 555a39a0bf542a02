import type { Announcement, Transaction } from './transaction';

/** The one PostgreSQL channel that carries every announcement. */
export const CHANNEL = 'touchstone';

/** Queues the announcements of a transaction; PostgreSQL delivers them at commit, or never. */
export function announce(tx: Transaction): Promise<unknown> {
  if (tx.announcements.length === 0) return Promise.resolve();
  const payloads = tx.announcements.map((announcement) => JSON.stringify(announcement satisfies Announcement));
  return tx.query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [CHANNEL, payloads]);
}
