import { Injectable } from '@nestjs/common';
import type { SeatKind } from '@touchstone/interviewing/interviews';
import type { Transaction } from '@touchstone/platform/database';
import { PanelSeatRecord } from './panel-seat.record';

/** A seat that is or was held. `submittedAt` is all that it tells of the scorecard. */
export interface SeatValue {
  readonly organizationId: string;
  readonly id: string;
  readonly interviewId: string;
  readonly loopId: string;
  readonly memberId: string;
  readonly kind: SeatKind;
  readonly submittedAt: Date | null;
  readonly removedAt: Date | null;
  readonly removedBy: string | null;
  readonly removedReason: string | null;
  readonly textErasedAt: Date | null;
}

const SELECT = `SELECT s.organization_id AS "organizationId", s.id, s.interview_id AS "interviewId", s.loop_id AS "loopId", s.member_id AS "memberId",
  s.kind, s.submitted_at AS "submittedAt", s.removed_at AS "removedAt", s.removed_by AS "removedBy",
  s.removed_reason AS "removedReason", s.text_erased_at AS "textErasedAt" FROM panel_seat s`;

/** Panel seats of one organization, the removed ones among them. */
@Injectable()
export class SeatRepository {
  byIds(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<SeatValue[]> {
    return tx.query<SeatValue>(`${SELECT} WHERE s.organization_id = $1 AND s.id = ANY($2::uuid[])`, [organizationId, ids]);
  }

  async byId(tx: Transaction, organizationId: string, id: string): Promise<SeatValue | null> {
    const [seat] = await this.byIds(tx, organizationId, [id]);
    return seat ?? null;
  }

  /** All seats that were ever given at the interview, in the order in which they were given. */
  ofInterview(tx: Transaction, organizationId: string, interviewId: string): Promise<SeatValue[]> {
    return this.ofInterviews(tx, organizationId, [interviewId]);
  }

  ofInterviews(tx: Transaction, organizationId: string, interviewIds: readonly string[]): Promise<SeatValue[]> {
    return tx.query<SeatValue>(`${SELECT} WHERE s.organization_id = $1 AND s.interview_id = ANY($2::uuid[]) ORDER BY s.id`, [
      organizationId,
      interviewIds,
    ]);
  }

  ofLoops(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<SeatValue[]> {
    return tx.query<SeatValue>(`${SELECT} WHERE s.organization_id = $1 AND s.loop_id = ANY($2::uuid[]) ORDER BY s.id`, [
      organizationId,
      loopIds,
    ]);
  }

  /** The seat that this member holds or held at the interview; look at `removedAt`. */
  async ofMember(tx: Transaction, organizationId: string, interviewId: string, memberId: string): Promise<SeatValue | null> {
    const [seat] = await tx.query<SeatValue>(`${SELECT} WHERE s.organization_id = $1 AND s.interview_id = $2 AND s.member_id = $3`, [
      organizationId,
      interviewId,
      memberId,
    ]);
    return seat ?? null;
  }

  async add(tx: Transaction, seats: readonly PanelSeatRecord[]): Promise<void> {
    await tx.manager.insert(PanelSeatRecord, [...seats]);
  }

  /** Gives a removed seat back, perhaps as another kind. */
  async restore(tx: Transaction, { organizationId, id }: SeatValue, kind: SeatKind): Promise<void> {
    await tx.manager.update(PanelSeatRecord, { organizationId, id }, { kind, removedAt: null, removedBy: null, removedReason: null });
  }

  async remove(tx: Transaction, { organizationId, id }: SeatValue, by: string, reason: string | null): Promise<void> {
    await tx.manager.update(PanelSeatRecord, { organizationId, id }, { removedAt: tx.now, removedBy: by, removedReason: reason });
  }

  /** Notes that the scorecard of this seat is submitted, which is once and for good. False where it was, or where the seat is removed. */
  async markSubmitted(tx: Transaction, organizationId: string, seatId: string): Promise<boolean> {
    const marked = await tx.query(
      'UPDATE panel_seat SET submitted_at = $3 WHERE organization_id = $1 AND id = $2 AND submitted_at IS NULL AND removed_at IS NULL RETURNING id',
      [organizationId, seatId, tx.now],
    );
    return marked.length === 1;
  }
}
