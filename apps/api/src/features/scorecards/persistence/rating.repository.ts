import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { RatingRecord } from './rating.record';

export type RatingKey = Pick<RatingRecord, 'organizationId' | 'scorecardId' | 'questionVersionId' | 'criterion'>;
export type RatingContent = Pick<RatingRecord, 'level' | 'notObservedReason' | 'evidence' | 'judgement' | 'probesUsed'>;

/** Ratings; visible with their scorecard, written while it is a draft. */
@Injectable()
export class RatingRepository {
  one(tx: Transaction, { organizationId, scorecardId, questionVersionId, criterion }: RatingKey): Promise<RatingRecord | null> {
    return tx.findOne(RatingRecord, { organizationId, scorecardId, questionVersionId, criterion });
  }

  /** By card, then in a fixed order. */
  ofCards(tx: Transaction, organizationId: string, scorecardIds: readonly string[]): Promise<RatingRecord[]> {
    return tx.find(RatingRecord, { organizationId, scorecardId: scorecardIds }, ['scorecardId', 'questionVersionId', 'criterion']);
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

  /**
   * Writes ratings of a card, new ones at revision 1, others over what is there. The caller holds the lock on the draft and has looked at
   * the revisions under it.
   */
  async save(
    tx: Transaction,
    organizationId: string,
    scorecardId: string,
    ratings: readonly (RatingContent & Pick<RatingKey, 'questionVersionId' | 'criterion'>)[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO rating (organization_id, scorecard_id, question_version_id, criterion, level, not_observed_reason, evidence, judgement, probes_used, revision, rated_at)
       SELECT $1, $2, r.*, 1, $3 FROM jsonb_to_recordset($4::jsonb) AS r("questionVersionId" uuid, "criterion" text, "level" integer,
         "notObservedReason" text, "evidence" text, "judgement" text, "probesUsed" text[])
       ON CONFLICT (organization_id, scorecard_id, question_version_id, criterion) DO UPDATE
         SET level = excluded.level, not_observed_reason = excluded.not_observed_reason, evidence = excluded.evidence,
           judgement = excluded.judgement, probes_used = excluded.probes_used, revision = rating.revision + 1, rated_at = excluded.rated_at`,
      [organizationId, scorecardId, tx.now, JSON.stringify(ratings.map(contentOf))],
    );
  }
}

const contentOf = ({
  questionVersionId,
  criterion,
  level,
  notObservedReason,
  evidence,
  judgement,
  probesUsed,
}: RatingContent & Pick<RatingKey, 'questionVersionId' | 'criterion'>) => ({
  questionVersionId,
  criterion,
  level,
  notObservedReason,
  evidence,
  judgement,
  probesUsed,
});
