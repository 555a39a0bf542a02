import type { Announcement, Transaction } from './transaction';

/** The one PostgreSQL channel that carries every announcement. */
export const CHANNEL = 'touchstone';

/** Queues the announcements of a transaction; PostgreSQL delivers them at commit, or never. */
export async function announce(tx: Transaction): Promise<void> {
  if (tx.announcements.length === 0) return;
  const payloads = tx.announcements.map((announcement) => JSON.stringify(announcement satisfies Announcement));
  await tx.query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [CHANNEL, payloads]);
}
