import { Injectable } from '@nestjs/common';
import type { SealPolicy } from '@touchstone/interviewing/access';
import { type Page, type PageRequest, pageOf } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import type { LoopState } from '@touchstone/interviewing/interviews';
import { LoopRecord } from './loop.record';
import { type Visibility, visibilityParameters, visibleLoop } from './visibility';

/** A loop as its readers know it. Nothing here depends on what lies under the seal. */
export interface LoopValue {
  readonly organizationId: string;
  readonly id: string;
  readonly applicationId: string;
  readonly candidateId: string;
  /** Null once the candidate was erased. */
  readonly candidateName: string | null;
  readonly candidateErasedAt: Date | null;
  readonly openingId: string;
  readonly openingTitle: string;
  readonly hiringManagerId: string;
  readonly kitId: string;
  readonly scoringRuleId: string;
  readonly sealPolicy: SealPolicy;
  readonly sealOpenedAt: Date | null;
  readonly sealOpenedEarlyBy: string | null;
  readonly sealOpenedEarlyReason: string | null;
  readonly textErasedAt: Date | null;
  readonly state: LoopState;
  readonly createdAt: Date;
}

export interface LoopFilter {
  readonly openingId: string | null;
  readonly candidateId: string | null;
  readonly state: LoopState | null;
}

/** What `mayReadLoop` and `mayManageOpening` ask of a loop for one member. */
export interface LoopStanding {
  readonly hiringManagerId: string;
  readonly everSeated: boolean;
}

/** `LoopState` in SQL, from what every reader of the loop may see. */
const STATE = `CASE WHEN l.seal_opened_at IS NOT NULL AND l.decided_at IS NOT NULL THEN 'DECIDED'
  WHEN l.seal_opened_at IS NOT NULL THEN 'OPEN'
  WHEN held.begun AND NOT held.due THEN 'AWAITING_SCORECARDS'
  WHEN held.begun THEN 'RUNNING' ELSE 'PLANNED' END`;

const FROM = `FROM loop l
  JOIN application a ON a.organization_id = l.organization_id AND a.id = l.application_id
  JOIN candidate c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
  JOIN opening o ON o.organization_id = a.organization_id AND o.id = a.opening_id
  CROSS JOIN LATERAL (
    SELECT coalesce(bool_or(r.status IN ('IN_PROGRESS', 'ENDED')), false) AS begun, coalesce(bool_or(r.status IN ('SCHEDULED', 'IN_PROGRESS')), false) AS due
    FROM interview r WHERE r.organization_id = l.organization_id AND r.loop_id = l.id) held`;

const SELECT = `SELECT l.organization_id AS "organizationId", l.id, l.application_id AS "applicationId", a.candidate_id AS "candidateId",
  c.name AS "candidateName", c.erased_at AS "candidateErasedAt", a.opening_id AS "openingId", o.title AS "openingTitle", o.hiring_manager_id AS "hiringManagerId", l.kit_id AS "kitId",
  l.scoring_rule_id AS "scoringRuleId", l.seal_policy AS "sealPolicy", l.seal_opened_at AS "sealOpenedAt", l.seal_opened_early_by AS "sealOpenedEarlyBy",
  l.seal_opened_early_reason AS "sealOpenedEarlyReason", l.text_erased_at AS "textErasedAt", ${STATE} AS state, l.created_at AS "createdAt" ${FROM}`;

/** Loops of one organization. */
@Injectable()
export class LoopRepository {
  async byId(tx: Transaction, organizationId: string, id: string): Promise<LoopValue | null> {
    const [loop] = await this.byIds(tx, organizationId, [id]);
    return loop ?? null;
  }

  byIds(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<LoopValue[]> {
    return tx.query<LoopValue>(`${SELECT} WHERE l.organization_id = $1 AND l.id = ANY($2::uuid[])`, [organizationId, ids]);
  }

  /** The loop of each of these applications. */
  ofApplications(tx: Transaction, organizationId: string, applicationIds: readonly string[]): Promise<LoopValue[]> {
    return tx.query<LoopValue>(`${SELECT} WHERE l.organization_id = $1 AND l.application_id = ANY($2::uuid[])`, [
      organizationId,
      applicationIds,
    ]);
  }

  /** The loops that this member may read, the newest first. */
  async page(
    tx: Transaction,
    organizationId: string,
    visibility: Visibility,
    filter: LoopFilter,
    { first, after }: PageRequest,
  ): Promise<Page<LoopValue>> {
    const rows = await tx.query<LoopValue>(
      `${SELECT} WHERE l.organization_id = $1 AND ${visibleLoop(2)}
       AND ($5::uuid IS NULL OR a.opening_id = $5) AND ($6::uuid IS NULL OR a.candidate_id = $6) AND ($7::text IS NULL OR ${STATE} = $7)
       AND ($8::uuid IS NULL OR l.id < $8) ORDER BY l.id DESC LIMIT $9`,
      [
        organizationId,
        ...visibilityParameters(visibility),
        filter.openingId,
        filter.candidateId,
        filter.state,
        after?.[0] ?? null,
        first + 1,
      ],
    );
    return pageOf(rows, first, ({ id }) => [id]);
  }

  async add(tx: Transaction, loop: LoopRecord): Promise<void> {
    await tx.manager.insert(LoopRecord, loop);
  }

  /** Holds the loop until the end of the transaction. Whoever changes its interviews, seats or seal takes this first. */
  async lock(tx: Transaction, organizationId: string, id: string): Promise<LoopValue | null> {
    const [, loop] = await Promise.all([this.hold(tx, organizationId, id), this.byId(tx, organizationId, id)]);
    return loop;
  }

  /** The same without reading it. */
  async hold(tx: Transaction, organizationId: string, id: string): Promise<void> {
    await tx.query('SELECT id FROM loop WHERE organization_id = $1 AND id = $2 FOR UPDATE', [organizationId, id]);
  }

  /** How this member stands to the loop; null where there is no such loop. */
  async standing(tx: Transaction, organizationId: string, id: string, memberId: string): Promise<LoopStanding | null> {
    const [standing] = await this.standings(tx, organizationId, [id], memberId);
    return standing ?? null;
  }

  /** The same in one statement for any number of loops. Those that are not here are left out. */
  standings(
    tx: Transaction,
    organizationId: string,
    ids: readonly string[],
    memberId: string,
  ): Promise<(LoopStanding & { readonly id: string })[]> {
    return tx.query<LoopStanding & { readonly id: string }>(
      `SELECT l.id, o.hiring_manager_id AS "hiringManagerId", EXISTS (
         SELECT 1 FROM panel_seat s WHERE s.organization_id = l.organization_id AND s.loop_id = l.id AND s.member_id = $3) AS "everSeated"
       FROM loop l
       JOIN application a ON a.organization_id = l.organization_id AND a.id = l.application_id
       JOIN opening o ON o.organization_id = a.organization_id AND o.id = a.opening_id
       WHERE l.organization_id = $1 AND l.id = ANY($2::uuid[])`,
      [organizationId, ids, memberId],
    );
  }

  /** Notes that the decision on this loop is recorded; what it is stands under the seal. */
  async markDecided(tx: Transaction, organizationId: string, id: string): Promise<void> {
    await tx.query('UPDATE loop SET decided_at = $3 WHERE organization_id = $1 AND id = $2 AND decided_at IS NULL', [
      organizationId,
      id,
      tx.now,
    ]);
  }
}
