import { Injectable } from '@nestjs/common';
import { ERASED } from '@touchstone/interviewing/interviews';
import type { Transaction } from '@touchstone/platform/database';
import { CandidateRecord } from './candidate.record';

/** Takes a person out of the tables of this room: her data, and the words about her wherever they stand. */
@Injectable()
export class ErasureRepository {
  /**
   * Empties her row, and says to the policies of the database whom this transaction erases: from here on it may take words out of rows that are
   * else out of reach, on her loops alone. Her address waits for `takeOutWords`: it is a key, and changing a key would shut out those who hold a
   * loop of hers and are about to name her in a row.
   */
  async begin(tx: Transaction, { organizationId, id, revision }: CandidateRecord): Promise<void> {
    const emptied = { name: null, phone: null, note: null, erasedAt: tx.now, revision: revision + 1 };
    await tx.manager.update(CandidateRecord, { organizationId, id }, emptied);
    // A setting takes no parameter; the id comes from a uuid column.
    await tx.query(`SET LOCAL app.erased_candidate_id = '${id}'`);
  }

  /** Her loops. There come no new ones while her row is held. */
  async loopsOf(tx: Transaction, organizationId: string, candidateId: string): Promise<readonly string[]> {
    const loops = await tx.query<{ id: string }>(
      `SELECT l.id FROM loop l JOIN application a ON a.organization_id = l.organization_id AND a.id = l.application_id
       WHERE l.organization_id = $1 AND a.organization_id = $1 AND a.candidate_id = $2 ORDER BY l.id`,
      [organizationId, candidateId],
    );
    return loops.map(({ id }) => id);
  }

  /** Holds the loops until the end of the transaction against all who change them. */
  async holdLoops(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<void> {
    await tx.query('SELECT id FROM loop WHERE organization_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE', [
      organizationId,
      loopIds,
    ]);
  }

  /** Her address, and why a panelist may not be impartial, why a round was cancelled, how an interview departed from its kit, why a seat was taken away or a seal opened. */
  async takeOutWords(tx: Transaction, organizationId: string, candidateId: string, loopIds: readonly string[]): Promise<void> {
    await tx.manager.update(CandidateRecord, { organizationId, id: candidateId }, { email: null });
    await tx.query(`UPDATE conflict_of_interest SET reason = $3, text_erased_at = $4 WHERE organization_id = $1 AND candidate_id = $2`, [
      organizationId,
      candidateId,
      ERASED,
      tx.now,
    ]);
    const onLoops = [organizationId, loopIds, ERASED, tx.now];
    await tx.query(
      `UPDATE deviation SET reason = $3, text_erased_at = $4
       WHERE organization_id = $1 AND interview_id IN (SELECT id FROM interview WHERE organization_id = $1 AND loop_id = ANY($2::uuid[]))`,
      onLoops,
    );
    for (const [table, column, loop] of NULLABLE) {
      await tx.query(
        `UPDATE ${table} SET ${column} = $3, text_erased_at = $4 WHERE organization_id = $1 AND ${loop} = ANY($2::uuid[]) AND ${column} IS NOT NULL`,
        onLoops,
      );
    }
  }
}

/** Columns whose words may be missing, each with the column that names the loop. */
const NULLABLE = [
  ['interview', 'status_reason', 'loop_id'],
  ['panel_seat', 'removed_reason', 'loop_id'],
  ['loop', 'seal_opened_early_reason', 'id'],
] as const;
