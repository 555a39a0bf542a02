import { Injectable } from '@nestjs/common';
import type { InterviewState, SeatKind } from '@touchstone/interviewing/interviews';
import type { Transaction } from '@touchstone/platform/database';

/** An interview, and how one member stands to it who writes a scorecard: the seat, and what stands between her and the candidate. */
export interface WriterStanding {
  readonly interview: {
    readonly id: string;
    readonly loopId: string;
    readonly kitId: string;
    readonly roundIndex: number;
    readonly status: InterviewState;
  };
  readonly sealOpenedAt: Date | null;
  /** For `checkNotErased`. */
  readonly candidateErasedAt: Date | null;
  /** The seat that she holds or held; null where she never had one. */
  readonly seat: { readonly id: string; readonly kind: SeatKind; readonly removed: boolean } | null;
  /** For `checkNoConflict`. */
  readonly conflicts: readonly { readonly memberId: string; readonly acknowledgedBy: string | null; readonly withdrawn: boolean }[];
}

interface Row {
  readonly id: string;
  readonly loopId: string;
  readonly kitId: string;
  readonly roundIndex: number;
  readonly status: InterviewState;
  readonly sealOpenedAt: Date | null;
  readonly candidateErasedAt: Date | null;
  readonly seatId: string | null;
  readonly kind: SeatKind;
  readonly removed: boolean;
  readonly conflictId: string | null;
  readonly acknowledgedBy: string | null;
  readonly withdrawn: boolean;
}

/** What every save and submission asks first, in one statement: panelists write often, and wait for it. */
@Injectable()
export class WriterStandingRepository {
  /** Null where there is no such interview. Between one member and one candidate there is one conflict at most. */
  async of(tx: Transaction, organizationId: string, interviewId: string, memberId: string): Promise<WriterStanding | null> {
    const [row] = await tx.query<Row>(
      `SELECT i.id, i.loop_id AS "loopId", l.kit_id AS "kitId", i.round_index AS "roundIndex", i.status, l.seal_opened_at AS "sealOpenedAt",
         c.erased_at AS "candidateErasedAt",
         s.id AS "seatId", s.kind, s.removed_at IS NOT NULL AS removed,
         x.id AS "conflictId", x.acknowledged_by AS "acknowledgedBy", x.withdrawn_at IS NOT NULL AS withdrawn
       FROM interview i
       JOIN loop l ON l.organization_id = i.organization_id AND l.id = i.loop_id
       JOIN application a ON a.organization_id = l.organization_id AND a.id = l.application_id
       JOIN candidate c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
       LEFT JOIN panel_seat s ON s.organization_id = i.organization_id AND s.interview_id = i.id AND s.member_id = $3
       LEFT JOIN conflict_of_interest x ON x.organization_id = a.organization_id AND x.candidate_id = a.candidate_id AND x.member_id = $3
       WHERE i.organization_id = $1 AND i.id = $2`,
      [organizationId, interviewId, memberId],
    );
    return row === undefined ? null : standingOf(row, memberId);
  }
}

function standingOf({ seatId, conflictId, sealOpenedAt, candidateErasedAt, ...row }: Row, memberId: string): WriterStanding {
  const { id, loopId, kitId, roundIndex, status, kind, removed, acknowledgedBy, withdrawn } = row;
  return {
    interview: { id, loopId, kitId, roundIndex, status },
    sealOpenedAt,
    candidateErasedAt,
    seat: seatId === null ? null : { id: seatId, kind, removed },
    conflicts: conflictId === null ? [] : [{ memberId, acknowledgedBy, withdrawn }],
  };
}
