import type { Announcement, Transaction } from './transaction';

/** The one PostgreSQL channel that carries every announcement. */
export const CHANNEL = 'touchstone';

/** Queues the announcements of a transaction; PostgreSQL delivers them at commit, or never. */
export async function announce(tx: Transaction): Promise<void> {
  for (const announcement of tx.announcements) {
    await tx.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(announcement satisfies Announcement)]);
  }
}
