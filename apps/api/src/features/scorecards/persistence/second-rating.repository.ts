import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { SecondRatingRecord } from './second-rating.record';

/** Second ratings of debriefs; there are none before a seal opens. */
@Injectable()
export class SecondRatingRepository {
  ofLoops(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<SecondRatingRecord[]> {
    return tx.find(SecondRatingRecord, { organizationId, loopId: loopIds }, ['id']);
  }

  /** False where there is a second rating already. */
  async add(tx: Transaction, rating: Omit<SecondRatingRecord, 'createdAt' | 'textErasedAt'>): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO second_rating (organization_id, id, loop_id, scorecard_id, question_version_id, criterion, member_id, level, reason, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT ON CONSTRAINT second_rating_once_uq DO NOTHING RETURNING id`,
      [
        rating.organizationId,
        rating.id,
        rating.loopId,
        rating.scorecardId,
        rating.questionVersionId,
        rating.criterion,
        rating.memberId,
        rating.level,
        rating.reason,
        tx.now,
      ],
    );
    return added.length === 1;
  }
}
