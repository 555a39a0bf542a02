import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { In } from 'typeorm';
import { RatingRecord } from './rating.record';

export type RatingKey = Pick<RatingRecord, 'organizationId' | 'scorecardId' | 'questionVersionId' | 'criterion'>;
export type RatingContent = Pick<RatingRecord, 'level' | 'notObservedReason' | 'evidence' | 'judgement' | 'probesUsed'>;

/** Ratings; visible with their scorecard, written while it is a draft. */
@Injectable()
export class RatingRepository {
  one(tx: Transaction, { organizationId, scorecardId, questionVersionId, criterion }: RatingKey): Promise<RatingRecord | null> {
    return tx.manager.findOneBy(RatingRecord, { organizationId, scorecardId, questionVersionId, criterion });
  }

  /** By card, then in a fixed order. */
  ofCards(tx: Transaction, organizationId: string, scorecardIds: readonly string[]): Promise<RatingRecord[]> {
    return tx.manager.find(RatingRecord, {
      where: { organizationId, scorecardId: In([...scorecardIds]) },
      order: { scorecardId: 'ASC', questionVersionId: 'ASC', criterion: 'ASC' },
    });
  }

  /** The same, by card. */
  async byCard(
    tx: Transaction,
    organizationId: string,
    scorecardIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RatingRecord[]>> {
    const byCard = new Map<string, RatingRecord[]>(scorecardIds.map((id) => [id, []]));
    for (const rating of await this.ofCards(tx, organizationId, scorecardIds)) byCard.get(rating.scorecardId)?.push(rating);
    return byCard;
  }

  /** Writes a first rating, at revision 1. The caller holds the lock on its draft. */
  async add(tx: Transaction, key: RatingKey, content: RatingContent): Promise<void> {
    await tx.query(
      `INSERT INTO rating (organization_id, scorecard_id, question_version_id, criterion, level, not_observed_reason, evidence, judgement, probes_used, revision, rated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10)`,
      [...valuesOf(key, content), tx.now],
    );
  }

  /** Writes over the rating at this revision; false where it is at another one. */
  async replace(tx: Transaction, key: RatingKey, content: RatingContent, revision: number): Promise<boolean> {
    const replaced = await tx.query(
      `UPDATE rating SET level = $5, not_observed_reason = $6, evidence = $7, judgement = $8, probes_used = $9, revision = revision + 1, rated_at = $10
       WHERE organization_id = $1 AND scorecard_id = $2 AND question_version_id = $3 AND criterion = $4 AND revision = $11 RETURNING revision`,
      [...valuesOf(key, content), tx.now, revision],
    );
    return replaced.length === 1;
  }
}

const valuesOf = (key: RatingKey, content: RatingContent): unknown[] => [
  key.organizationId,
  key.scorecardId,
  key.questionVersionId,
  key.criterion,
  content.level,
  content.notObservedReason,
  content.evidence,
  content.judgement,
  content.probesUsed,
];
