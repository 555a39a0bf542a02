import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { In } from 'typeorm';
import { QuestionReviewRecord } from './question-review.record';

/** Reviews of question versions; they can be added, never changed. */
@Injectable()
export class QuestionReviewRepository {
  async add(tx: Transaction, review: QuestionReviewRecord): Promise<void> {
    await tx.manager.insert(QuestionReviewRecord, review);
  }

  /** Newest first. */
  ofVersions(tx: Transaction, organizationId: string, versionIds: readonly string[]): Promise<QuestionReviewRecord[]> {
    return tx.manager.find(QuestionReviewRecord, {
      where: { organizationId, versionId: In([...versionIds]) },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 1000,
    });
  }
}
