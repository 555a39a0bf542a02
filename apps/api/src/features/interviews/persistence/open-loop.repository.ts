import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';

/** Which loops: of one opening, of one role profile, whose seal opened in a stretch of time; null stands for all. */
export interface OpenLoopFilter {
  readonly openingId: string | null;
  readonly roleProfileId: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
}

/** A loop whose seal is open, without anything of a person. */
export interface OpenLoopValue {
  readonly id: string;
  readonly openingId: string;
  readonly roleProfileId: string;
  readonly candidateId: string;
  readonly scoringRuleId: string;
  /** The rule of its opening today; the loop keeps the one it was planned with. */
  readonly openingRuleId: string;
  readonly sealOpenedAt: Date;
}

const FROM = `FROM loop l
  JOIN application a ON a.organization_id = l.organization_id AND a.id = l.application_id
  JOIN opening o ON o.organization_id = a.organization_id AND o.id = a.opening_id`;

/** Which loops are open moves only when another seal opens; what is written on loops that are still sealed leaves this text as it is. */
const STATE = `count(*) || '/' || coalesce(max(l.seal_opened_at)::text, '')`;

/** Loops whose seal is open, over openings: what figures are taken over. */
@Injectable()
export class OpenLoopRepository {
  /** In the order of their ids, at most so many at once. */
  async *inChunks(tx: Transaction, organizationId: string, filter: OpenLoopFilter, size: number): AsyncGenerator<OpenLoopValue[]> {
    for (let after: string | null = null; ;) {
      const chunk: OpenLoopValue[] = await tx.query<OpenLoopValue>(
        `SELECT l.id, a.opening_id AS "openingId", o.role_profile_id AS "roleProfileId", a.candidate_id AS "candidateId", l.scoring_rule_id AS "scoringRuleId",
           o.scoring_rule_id AS "openingRuleId", l.seal_opened_at AS "sealOpenedAt" ${FROM}
         WHERE l.organization_id = $1 AND l.seal_opened_at IS NOT NULL AND ($2::uuid IS NULL OR a.opening_id = $2) AND ($3::uuid IS NULL OR o.role_profile_id = $3)
           AND ($4::timestamptz IS NULL OR l.seal_opened_at >= $4) AND ($5::timestamptz IS NULL OR l.seal_opened_at < $5)
           AND ($6::uuid IS NULL OR l.id > $6) ORDER BY l.id LIMIT $7`,
        [organizationId, filter.openingId, filter.roleProfileId, filter.from, filter.until, after, size],
      );
      if (chunk.length > 0) yield chunk;
      if (chunk.length < size) return;
      after = chunk.at(-1)?.id ?? null;
    }
  }

  /** One text for which loops are open within the filter. */
  async state(tx: Transaction, organizationId: string, filter: OpenLoopFilter): Promise<string> {
    const [row] = await tx.query<{ state: string }>(
      `SELECT ${STATE} AS state ${FROM}
       WHERE l.organization_id = $1 AND l.seal_opened_at IS NOT NULL AND ($2::uuid IS NULL OR a.opening_id = $2) AND ($3::uuid IS NULL OR o.role_profile_id = $3)
         AND ($4::timestamptz IS NULL OR l.seal_opened_at >= $4) AND ($5::timestamptz IS NULL OR l.seal_opened_at < $5)`,
      [organizationId, filter.openingId, filter.roleProfileId, filter.from, filter.until],
    );
    return row?.state ?? '0/';
  }

  /** The same for each opening, of these or of all; openings without an open loop are left out. */
  statesOfOpenings(
    tx: Transaction,
    organizationId: string,
    openingIds: readonly string[] | null,
  ): Promise<{ openingId: string; roleProfileId: string; state: string }[]> {
    return tx.query(
      `SELECT a.opening_id AS "openingId", o.role_profile_id AS "roleProfileId", ${STATE} AS state ${FROM}
       WHERE l.organization_id = $1 AND l.seal_opened_at IS NOT NULL AND ($2::uuid[] IS NULL OR a.opening_id = ANY($2)) GROUP BY 1, 2 ORDER BY 1`,
      [organizationId, openingIds],
    );
  }

  /** How many loops of each of these openings are still sealed: a fact that every reader of the loops knows. */
  sealedOfOpenings(
    tx: Transaction,
    organizationId: string,
    openingIds: readonly string[],
  ): Promise<{ openingId: string; sealed: number }[]> {
    return tx.query(
      `SELECT a.opening_id AS "openingId", count(*)::int AS sealed ${FROM}
       WHERE l.organization_id = $1 AND l.seal_opened_at IS NULL AND a.opening_id = ANY($2::uuid[]) GROUP BY 1`,
      [organizationId, openingIds],
    );
  }
}
