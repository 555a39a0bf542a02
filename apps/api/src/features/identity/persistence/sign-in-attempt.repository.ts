import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';

const WINDOW = `interval '15 minutes'`;

/**
 * How often signing in was tried lately, for an account or from an address. An attempt is counted before it is checked, so
 * that attempts sent at the same moment do not all pass under the limit; one that succeeded is taken back.
 */
@Injectable()
export class SignInAttemptRepository {
  /** Counts one more attempt; how many that makes within the window. */
  async reserve(tx: Transaction, subject: string): Promise<number> {
    const [row] = await tx.query<{ failures: number }>(
      `INSERT INTO sign_in_attempt AS tried (key, failures, window_started_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET
         failures = CASE WHEN tried.window_started_at > $2::timestamptz - ${WINDOW} THEN tried.failures + 1 ELSE 1 END,
         window_started_at = CASE WHEN tried.window_started_at > $2::timestamptz - ${WINDOW} THEN tried.window_started_at ELSE $2 END
       RETURNING failures`,
      [keyOf(subject), tx.now],
    );
    return row?.failures ?? 0;
  }

  /** Takes one attempt back. */
  async release(tx: Transaction, subject: string): Promise<void> {
    await tx.query('UPDATE sign_in_attempt SET failures = greatest(failures - 1, 0) WHERE key = $1', [keyOf(subject)]);
  }

  /** Drops what no longer counts. */
  async forgetOld(tx: Transaction): Promise<void> {
    await tx.query(`DELETE FROM sign_in_attempt WHERE window_started_at < $1::timestamptz - ${WINDOW}`, [tx.now]);
  }

  async forget(tx: Transaction, subject: string): Promise<void> {
    await tx.query('DELETE FROM sign_in_attempt WHERE key = $1', [keyOf(subject)]);
  }
}

const keyOf = (subject: string): string => createHash('sha256').update(subject).digest('hex');
