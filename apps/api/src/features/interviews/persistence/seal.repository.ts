import { Injectable } from '@nestjs/common';
import type { SealedLoop } from '@touchstone/interviewing/access';
import type { Transaction } from '@touchstone/platform/database';

/** What is known of the seal of one loop, and of whom the loop may be read by. Nothing of it lies under the seal. */
export interface LoopSealFacts extends SealedLoop {
  readonly loopId: string;
  readonly hiringManagerId: string;
  readonly openedEarlyBy: string | null;
  readonly openedEarlyReason: string | null;
  readonly textErasedAt: Date | null;
}

/** The seals of loops: what they go by, and their opening. */
@Injectable()
export class SealRepository {
  /** With every seat that was ever given; null where there is no such loop. */
  async of(tx: Transaction, organizationId: string, loopId: string): Promise<LoopSealFacts | null> {
    const [facts] = await this.ofLoops(tx, organizationId, [loopId]);
    return facts ?? null;
  }

  /** The same in one statement for any number of loops. Those that are not here are left out. */
  ofLoops(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<LoopSealFacts[]> {
    return tx.query<LoopSealFacts>(
      `SELECT l.id AS "loopId", o.hiring_manager_id AS "hiringManagerId", l.seal_policy AS "sealPolicy", l.seal_opened_at AS "sealOpenedAt",
         l.seal_opened_early_by AS "openedEarlyBy", l.seal_opened_early_reason AS "openedEarlyReason",
         l.text_erased_at AS "textErasedAt", coalesce(panel.seats, '[]') AS seats
       FROM loop l
       JOIN application a ON a.organization_id = l.organization_id AND a.id = l.application_id
       JOIN opening o ON o.organization_id = a.organization_id AND o.id = a.opening_id
       CROSS JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('memberId', s.member_id, 'kind', s.kind, 'submitted', s.submitted_at IS NOT NULL,
           'removed', s.removed_at IS NOT NULL, 'interviewStatus', r.status)) AS seats
         FROM panel_seat s JOIN interview r ON r.organization_id = s.organization_id AND r.id = s.interview_id
         WHERE s.organization_id = l.organization_id AND s.loop_id = l.id) panel
       WHERE l.organization_id = $1 AND l.id = ANY($2::uuid[])`,
      [organizationId, loopIds],
    );
  }

  /** Opens the seal for good. False where it was open already; the first opening stays on record. */
  async open(
    tx: Transaction,
    organizationId: string,
    loopId: string,
    early?: { readonly by: string; readonly reason: string },
  ): Promise<boolean> {
    const opened = await tx.query(
      `UPDATE loop SET seal_opened_at = $3, seal_opened_early_by = $4, seal_opened_early_reason = $5
       WHERE organization_id = $1 AND id = $2 AND seal_opened_at IS NULL RETURNING id`,
      [organizationId, loopId, tx.now, early?.by ?? null, early?.reason ?? null],
    );
    return opened.length === 1;
  }
}
