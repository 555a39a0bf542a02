import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';

/** The one-time right to set up an empty installation. */
@Injectable()
export class SetupTokenRepository {
  /** Replaces an unused token: the one printed last is the one that works. */
  async replace(tx: Transaction, tokenHash: string): Promise<void> {
    await tx.query(
      `INSERT INTO setup_token (id, token_hash, created_at) VALUES (1, $1, $2)
       ON CONFLICT (id) DO UPDATE SET token_hash = $1, created_at = $2 WHERE setup_token.used_at IS NULL`,
      [tokenHash, tx.now],
    );
  }

  /** Uses the token up; false where it is wrong or used. */
  async redeem(tx: Transaction, tokenHash: string): Promise<boolean> {
    const used = await tx.query('UPDATE setup_token SET used_at = $2 WHERE id = 1 AND token_hash = $1 AND used_at IS NULL RETURNING id', [tokenHash, tx.now]);
    return used.length === 1;
  }
}
