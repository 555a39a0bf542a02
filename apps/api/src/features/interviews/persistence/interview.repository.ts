import { Injectable } from '@nestjs/common';
import type { InterviewState } from '@touchstone/interviewing/interviews';
import { type Page, type PageRequest, pageOf } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { InterviewRecord } from './interview.record';
import { type Visibility, visibilityParameters, visibleLoop } from './visibility';

/** An interview with what its readers need around it. */
export interface InterviewValue {
  readonly organizationId: string;
  readonly id: string;
  readonly loopId: string;
  readonly kitId: string;
  /** Null once the candidate was erased. */
  readonly candidateName: string | null;
  readonly roundIndex: number;
  readonly roundName: string;
  readonly status: InterviewState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** Why it was cancelled or the candidate did not come. */
  readonly statusReason: string | null;
  readonly textErasedAt: Date | null;
  readonly revision: number;
}

export interface InterviewFilter {
  /** Only where the member holds a seat now. */
  readonly mine: boolean;
  /** Interviews that overlap this stretch of time. */
  readonly from: Date | null;
  readonly until: Date | null;
  readonly statuses: readonly InterviewState[] | null;
}

/** What a change of plan or state writes; what is left out stays. */
export type InterviewChange = Partial<
  Pick<InterviewValue, 'status' | 'statusReason' | 'textErasedAt' | 'startsAt' | 'endsAt' | 'timeZone' | 'startedAt' | 'endedAt'>
>;

const SELECT = `SELECT i.organization_id AS "organizationId", i.id, i.loop_id AS "loopId", l.kit_id AS "kitId", c.name AS "candidateName",
  i.round_index AS "roundIndex", i.round_name AS "roundName", i.status, i.starts_at AS "startsAt", i.ends_at AS "endsAt", i.time_zone AS "timeZone",
  i.started_at AS "startedAt", i.ended_at AS "endedAt", i.status_reason AS "statusReason", i.text_erased_at AS "textErasedAt", i.revision
  FROM interview i
  JOIN loop l ON l.organization_id = i.organization_id AND l.id = i.loop_id
  JOIN application a ON a.organization_id = l.organization_id AND a.id = l.application_id
  JOIN candidate c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
  JOIN opening o ON o.organization_id = a.organization_id AND o.id = a.opening_id`;

/** Interviews of one organization. */
@Injectable()
export class InterviewRepository {
  async byId(tx: Transaction, organizationId: string, id: string): Promise<InterviewValue | null> {
    const [interview] = await this.byIds(tx, organizationId, [id]);
    return interview ?? null;
  }

  byIds(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<InterviewValue[]> {
    return tx.query<InterviewValue>(`${SELECT} WHERE i.organization_id = $1 AND i.id = ANY($2::uuid[])`, [organizationId, ids]);
  }

  /** The interviews of a loop, by round and time. */
  ofLoop(tx: Transaction, organizationId: string, loopId: string): Promise<InterviewValue[]> {
    return this.ofLoops(tx, organizationId, [loopId]);
  }

  ofLoops(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<InterviewValue[]> {
    return tx.query<InterviewValue>(
      `${SELECT} WHERE i.organization_id = $1 AND i.loop_id = ANY($2::uuid[]) ORDER BY i.round_index, i.starts_at, i.id`,
      [organizationId, loopIds],
    );
  }

  /** The interviews that this member may read, the earliest first. */
  async page(
    tx: Transaction,
    organizationId: string,
    visibility: Visibility,
    filter: InterviewFilter,
    { first, after }: PageRequest,
  ): Promise<Page<InterviewValue>> {
    const rows = await tx.query<InterviewValue>(
      `${SELECT} WHERE i.organization_id = $1 AND ${visibleLoop(2)}
       AND (NOT $5::boolean OR EXISTS (
         SELECT 1 FROM panel_seat s WHERE s.organization_id = i.organization_id AND s.interview_id = i.id AND s.member_id = $4 AND s.removed_at IS NULL))
       AND ($6::timestamptz IS NULL OR i.ends_at > $6) AND ($7::timestamptz IS NULL OR i.starts_at < $7) AND ($8::text[] IS NULL OR i.status = ANY($8))
       AND ($9::timestamptz IS NULL OR (i.starts_at, i.id) > ($9, $10::uuid)) ORDER BY i.starts_at, i.id LIMIT $11`,
      [
        organizationId,
        ...visibilityParameters(visibility),
        filter.mine,
        filter.from,
        filter.until,
        filter.statuses,
        after?.[0] ?? null,
        after?.[1] ?? null,
        first + 1,
      ],
    );
    return pageOf(rows, first, ({ startsAt, id }) => [startsAt.toISOString(), id]);
  }

  /** The interviews at which this member holds a seat now. */
  ofSeated(
    tx: Transaction,
    organizationId: string,
    memberId: string,
  ): Promise<Pick<InterviewValue, 'id' | 'kitId' | 'roundIndex' | 'status'>[]> {
    return tx.query(
      `SELECT i.id, l.kit_id AS "kitId", i.round_index AS "roundIndex", i.status
       FROM panel_seat s
       JOIN interview i ON i.organization_id = s.organization_id AND i.id = s.interview_id
       JOIN loop l ON l.organization_id = i.organization_id AND l.id = i.loop_id
       WHERE s.organization_id = $1 AND s.member_id = $2 AND s.removed_at IS NULL`,
      [organizationId, memberId],
    );
  }

  async add(tx: Transaction, interview: InterviewRecord): Promise<void> {
    await tx.manager.insert(InterviewRecord, interview);
  }

  /** Changes the interview if it still is at this revision; false where it is not. */
  async change(tx: Transaction, { organizationId, id, revision }: InterviewValue, change: InterviewChange): Promise<boolean> {
    const { affected } = await tx.manager.update(InterviewRecord, { organizationId, id, revision }, { ...change, revision: revision + 1 });
    return affected === 1;
  }
}
