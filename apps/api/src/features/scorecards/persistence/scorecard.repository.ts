import { Injectable } from '@nestjs/common';
import type { PanelistRecommendation } from '@touchstone/interviewing/scorecards';
import { type Page, pageOf, type PageRequest } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import { ScorecardRecord } from './scorecard.record';

/** The list asked for: all of a loop, or of one interview of it. */
export interface ScorecardFilter {
  readonly loopId: string | null;
  readonly interviewId: string | null;
}

/**
 * Scorecards. What others wrote is in the rows only as far as the seal allows: the policies of the table see to that, for
 * whoever the transaction is opened for. So nothing here filters by the seal.
 */
@Injectable()
export class ScorecardRepository {
  byIds(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<ScorecardRecord[]> {
    return tx.find(ScorecardRecord, { organizationId, id: ids });
  }

  /** A card of the actor herself; null for everybody else's, seen or not. */
  own(tx: Transaction, { organizationId, memberId }: Actor, id: string): Promise<ScorecardRecord | null> {
    return tx.findOne(ScorecardRecord, { organizationId, memberId, id });
  }

  ownOfInterview(tx: Transaction, { organizationId, memberId }: Actor, interviewId: string): Promise<ScorecardRecord | null> {
    return tx.findOne(ScorecardRecord, { organizationId, memberId, interviewId });
  }

  /** Of all these interviews, in the order of their ids. */
  ofInterviews(tx: Transaction, organizationId: string, interviewIds: readonly string[]): Promise<ScorecardRecord[]> {
    return tx.find(ScorecardRecord, { organizationId, interviewId: interviewIds }, ['id']);
  }

  ofSeats(tx: Transaction, organizationId: string, seatIds: readonly string[]): Promise<ScorecardRecord[]> {
    return tx.find(ScorecardRecord, { organizationId, seatId: seatIds });
  }

  /** The submitted ones of these loops, in the order of their ids. */
  submittedOfLoops(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<ScorecardRecord[]> {
    return tx.find(ScorecardRecord, { organizationId, loopId: loopIds, status: 'SUBMITTED' }, ['id']);
  }

  async page(
    tx: Transaction,
    organizationId: string,
    { loopId, interviewId }: ScorecardFilter,
    { first, after }: PageRequest,
  ): Promise<Page<ScorecardRecord>> {
    const rows = await tx.query<ScorecardRecord>(
      `SELECT ${COLUMNS} FROM scorecard
       WHERE organization_id = $1 AND ($2::uuid IS NULL OR loop_id = $2) AND ($3::uuid IS NULL OR interview_id = $3) AND ($4::uuid IS NULL OR id > $4)
       ORDER BY id LIMIT $5`,
      [organizationId, loopId, interviewId, after?.[0] ?? null, first + 1],
    );
    return pageOf(rows, first, ({ id }) => [id]);
  }

  /** Adds the card of a seat; false where the seat has one already. */
  async add(
    tx: Transaction,
    card: Pick<ScorecardRecord, 'organizationId' | 'id' | 'loopId' | 'interviewId' | 'seatId' | 'memberId'>,
  ): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO scorecard (organization_id, id, loop_id, interview_id, seat_id, member_id, status, summary, revision, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'DRAFT', '', 1, $7) ON CONFLICT ON CONSTRAINT scorecard_seat_uq DO NOTHING RETURNING id`,
      [card.organizationId, card.id, card.loopId, card.interviewId, card.seatId, card.memberId, tx.now],
    );
    return added.length === 1;
  }

  /**
   * The actor's draft, held until the transaction ends, so that saving and submitting one card queue up. Null as soon as it is submitted:
   * PostgreSQL looks at the row again after waiting for the lock.
   */
  async lockDraft(tx: Transaction, { organizationId, memberId }: Actor, id: string): Promise<ScorecardRecord | null> {
    const [row] = await tx.query<ScorecardRecord>(
      `SELECT ${COLUMNS} FROM scorecard WHERE organization_id = $1 AND member_id = $2 AND id = $3 AND status = 'DRAFT' FOR UPDATE`,
      [organizationId, memberId, id],
    );
    return row ?? null;
  }

  /** Writes to a draft at this revision; null where it is at another, or submitted. */
  async saveSummary(
    tx: Transaction,
    { organizationId, id, revision }: Pick<ScorecardRecord, 'organizationId' | 'id' | 'revision'>,
    content: { readonly recommendation: PanelistRecommendation | null; readonly summary: string },
  ): Promise<number | null> {
    const [row] = await tx.query<{ revision: number }>(
      `UPDATE scorecard SET recommendation = $4, summary = $5, revision = revision + 1
       WHERE organization_id = $1 AND id = $2 AND revision = $3 AND status = 'DRAFT' RETURNING revision`,
      [organizationId, id, revision, content.recommendation, content.summary],
    );
    return row?.revision ?? null;
  }

  async submit(
    tx: Transaction,
    { organizationId, id, revision, recommendation, summary }: ScorecardRecord,
    { afterOpening }: { readonly afterOpening: boolean },
  ): Promise<boolean> {
    const submitted = await tx.query(
      `UPDATE scorecard SET status = 'SUBMITTED', submitted_at = $4, after_opening = $5, recommendation = $6, summary = $7, revision = revision + 1
       WHERE organization_id = $1 AND id = $2 AND revision = $3 AND status = 'DRAFT' RETURNING id`,
      [organizationId, id, revision, tx.now, afterOpening, recommendation, summary],
    );
    return submitted.length === 1;
  }
}

const COLUMNS = `organization_id AS "organizationId", id, loop_id AS "loopId", interview_id AS "interviewId", seat_id AS "seatId", member_id AS "memberId",
  status, recommendation, summary, revision, created_at AS "createdAt", submitted_at AS "submittedAt", after_opening AS "afterOpening",
  text_erased_at AS "textErasedAt"`;
