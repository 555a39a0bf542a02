import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';

/** A level that was given, without a word. */
export interface PanelRatingValue {
  readonly loopId: string;
  readonly interviewId: string;
  readonly seatId: string;
  readonly memberId: string;
  readonly questionVersionId: string;
  readonly criterion: string;
  readonly level: number;
}

/** Levels for figures over many loops. */
@Injectable()
export class PanelRatingRepository {
  /**
   * First ratings on these loops that are levels and were given without sight of the others, in a fixed order: as far as the seal shows them to whoever the
   * transaction is opened for. Ask for a hundred loops or so at a time: the policies look at every row.
   */
  ofLoops(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<PanelRatingValue[]> {
    return tx.query<PanelRatingValue>(
      `SELECT c.loop_id AS "loopId", c.interview_id AS "interviewId", c.seat_id AS "seatId", c.member_id AS "memberId",
         r.question_version_id AS "questionVersionId", r.criterion, r.level
       FROM scorecard c JOIN rating r ON r.organization_id = c.organization_id AND r.scorecard_id = c.id
       WHERE c.organization_id = $1 AND c.loop_id = ANY($2::uuid[]) AND c.status = 'SUBMITTED' AND NOT c.after_opening AND r.level IS NOT NULL
       ORDER BY c.id, r.question_version_id, r.criterion`,
      [organizationId, loopIds],
    );
  }
}
