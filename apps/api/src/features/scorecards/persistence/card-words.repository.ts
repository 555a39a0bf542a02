import { Injectable } from '@nestjs/common';
import { ERASED } from '@touchstone/interviewing/interviews';
import type { Transaction } from '@touchstone/platform/database';

/** The words on scorecards, at debriefs and in decisions. Where a transaction erases a candidate, the policies let it take these out, and nothing else. */
@Injectable()
export class CardWordsRepository {
  /** Whoever is saving or submitting a card of these loops finishes before, or finds it erased. */
  async hold(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<void> {
    await tx.query('SELECT id FROM scorecard WHERE organization_id = $1 AND loop_id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE', [
      organizationId,
      loopIds,
    ]);
  }

  /** Of all cards of these loops, drafts included, and of what hangs on them. */
  async takeOut(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<void> {
    const ofLoops = [organizationId, loopIds, ERASED, tx.now];
    await tx.query(
      `UPDATE scorecard SET summary = ${erased('summary')}, text_erased_at = $4 WHERE organization_id = $1 AND loop_id = ANY($2::uuid[])`,
      ofLoops,
    );
    await tx.query(
      `UPDATE rating SET evidence = ${erased('evidence')}, judgement = ${erased('judgement')}, not_observed_reason = ${erased('not_observed_reason')},
         text_erased_at = $4
       WHERE organization_id = $1 AND scorecard_id IN (SELECT id FROM scorecard WHERE organization_id = $1 AND loop_id = ANY($2::uuid[]))`,
      ofLoops,
    );
    for (const table of ['second_rating', 'decision']) {
      await tx.query(
        `UPDATE ${table} SET reason = ${erased('reason')}, text_erased_at = $4 WHERE organization_id = $1 AND loop_id = ANY($2::uuid[])`,
        ofLoops,
      );
    }
  }
}

/** The mark in place of words, and nothing where there were none. */
const erased = (column: string): string => `CASE WHEN ${column} <> '' THEN $3 ELSE ${column} END`;
