import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';

const WINDOW_MINUTES = 15;

/** How often signing in has failed lately, for an account or from an address. */
@Injectable()
export class SignInAttemptRepository {
  async failuresOf(tx: Transaction, subject: string): Promise<number> {
    const [row] = await tx.query<{ failures: number }>(
      `SELECT failures FROM sign_in_attempt WHERE key = $1 AND window_started_at > $2::timestamptz - interval '${WINDOW_MINUTES} minutes'`,
      [keyOf(subject), tx.now],
    );
    return row?.failures ?? 0;
  }

  async addFailure(tx: Transaction, subject: string): Promise<void> {
    await tx.query(
      `INSERT INTO sign_in_attempt (key, failures, window_started_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET
         failures = CASE WHEN sign_in_attempt.window_started_at > $2::timestamptz - interval '${WINDOW_MINUTES} minutes' THEN sign_in_attempt.failures + 1 ELSE 1 END,
         window_started_at = CASE WHEN sign_in_attempt.window_started_at > $2::timestamptz - interval '${WINDOW_MINUTES} minutes' THEN sign_in_attempt.window_started_at ELSE $2 END`,
      [keyOf(subject), tx.now],
    );
  }

  async forget(tx: Transaction, subject: string): Promise<void> {
    await tx.query('DELETE FROM sign_in_attempt WHERE key = $1', [keyOf(subject)]);
  }
}

const keyOf = (subject: string): string => createHash('sha256').update(subject).digest('hex');
