import { Injectable } from '@nestjs/common';
import type { ScoringRule } from '@touchstone/interviewing/kits';
import { type Page, pageOf, type PageRequest } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { In } from 'typeorm';
import { ScoringRuleRecord } from './scoring-rule.record';

/** A scoring rule as other rooms see it. */
export interface ScoringRuleValue {
  readonly organizationId: string;
  readonly id: string;
  readonly name: string;
  readonly rule: ScoringRule;
  /** SHA-256 of the rule in canonical JSON. */
  readonly contentHash: string;
  readonly createdAt: Date;
}

/** Scoring rules of one organization. They can be added and read, nothing else. */
@Injectable()
export class ScoringRuleRepository {
  byId(tx: Transaction, organizationId: string, id: string): Promise<ScoringRuleValue | null> {
    return tx.manager.findOneBy(ScoringRuleRecord, { organizationId, id });
  }

  async byIds(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<Map<string, ScoringRuleValue>> {
    const found = await tx.manager.findBy(ScoringRuleRecord, { organizationId, id: In([...ids]) });
    return new Map(found.map((rule) => [rule.id, rule]));
  }

  async add(tx: Transaction, rule: ScoringRuleRecord): Promise<void> {
    await tx.manager.insert(ScoringRuleRecord, rule);
  }

  /** Newest first. */
  async page(tx: Transaction, organizationId: string, { first, after }: PageRequest): Promise<Page<ScoringRuleValue>> {
    const rows = await tx.query<ScoringRuleValue>(
      `SELECT organization_id AS "organizationId", id, name, rule, content_hash AS "contentHash", created_at AS "createdAt"
       FROM scoring_rule WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [organizationId, after?.[0] ?? null, first + 1],
    );
    return pageOf(rows, first, ({ id }) => [id]);
  }
}
