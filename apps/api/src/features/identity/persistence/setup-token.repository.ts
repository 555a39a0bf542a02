import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';

/** The one-time right to set up an empty installation. Once used or closed it never comes back. */
@Injectable()
export class SetupTokenRepository {
  /** Replaces an unused token: the one printed last is the one that works. False where setting up is over. */
  async replace(tx: Transaction, tokenHash: string): Promise<boolean> {
    const replaced = await tx.query(
      `INSERT INTO setup_token (id, token_hash, created_at) VALUES (1, $1, $2)
       ON CONFLICT (id) DO UPDATE SET token_hash = $1, created_at = $2 WHERE setup_token.used_at IS NULL RETURNING id`,
      [tokenHash, tx.now],
    );
    return replaced.length === 1;
  }

  /** Would this token be accepted now? */
  async holds(tx: Transaction, tokenHash: string): Promise<boolean> {
    const found = await tx.query('SELECT id FROM setup_token WHERE id = 1 AND token_hash = $1 AND used_at IS NULL', [tokenHash]);
    return found.length === 1;
  }

  /** Uses the token up; false where it is wrong or used. */
  async redeem(tx: Transaction, tokenHash: string): Promise<boolean> {
    const used = await tx.query('UPDATE setup_token SET used_at = $2 WHERE id = 1 AND token_hash = $1 AND used_at IS NULL RETURNING id', [
      tokenHash,
      tx.now,
    ]);
    return used.length === 1;
  }

  /** Ends setting up without a token. Of several that try at once one gets true. */
  async close(tx: Transaction): Promise<boolean> {
    const closed = await tx.query(
      `INSERT INTO setup_token (id, token_hash, created_at, used_at) VALUES (1, '', $1, $1)
       ON CONFLICT (id) DO UPDATE SET used_at = $1 WHERE setup_token.used_at IS NULL RETURNING id`,
      [tx.now],
    );
    return closed.length === 1;
  }
}
