import { Injectable } from '@nestjs/common';
import { checkReason } from '@touchstone/interviewing/lifecycle';
import { checkFourEyes, type QuestionVersionState, transitionQuestionVersion } from '@touchstone/interviewing/question-bank';
import { conflict, err, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import type { ReviewQuestionError } from '../errors';
import { QuestionReviewRepository } from '../persistence/question-review.repository';
import { QuestionRepository } from '../persistence/question.repository';
import { VersionWriter } from '../persistence/version-writer';
import { ApprovalObstacles, type ReviewException } from './approval-obstacles';
import { BankFramework } from './bank-framework';
import { checkRevision, type HeldVersion, VersionDesk } from './version-desk';

export interface ReviewQuestionInput {
  readonly versionId: string | null;
  readonly verdict: 'APPROVE' | 'REQUEST_CHANGES';
  readonly comment: string;
  /** Errors of the linter that are right as they are, each with a reason; for an approval. */
  readonly exceptions: readonly ReviewException[];
  /** Of the content that was read: nothing else is approved. */
  readonly contentHash: string;
  readonly expectedRevision: number;
  readonly idempotencyKey: string;
}

export interface ReviewedQuestion {
  readonly versionId: string;
  readonly status: QuestionVersionState;
}

/** Approves a version for good, or sends it back to its authors with what they should change. What was said in threads stays. */
@Injectable()
export class ReviewQuestion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: VersionDesk,
    private readonly framework: BankFramework,
    private readonly obstacles: ApprovalObstacles,
    private readonly questions: QuestionRepository,
    private readonly reviews: QuestionReviewRepository,
    private readonly writer: VersionWriter,
  ) {}

  async execute(actor: Actor, { idempotencyKey, ...input }: ReviewQuestionInput): Promise<Result<ReviewedQuestion, ReviewQuestionError>> {
    const { organizationId, memberId } = actor;
    const { versionId, verdict, comment, exceptions, contentHash, expectedRevision } = input;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const held = await this.desk.hold(tx, actor, versionId);
        if (!held.ok) return held;
        const { question, version } = held.value;
        const fourEyes = checkFourEyes({ ownerId: question.ownerId, editorIds: [version.authorId, ...version.editorIds] }, memberId);
        if (!fourEyes.ok) return err({ ...fourEyes.error, path: ['input', 'versionId'] });
        const status = transitionQuestionVersion(version.status, verdict);
        if (!status.ok) return status;
        const current = checkRevision(version, expectedRevision);
        if (!current.ok) return current;
        if (version.contentHash !== contentHash)
          return err(
            conflict('This is not the content that is in review. Read the version again and review that.', ['input', 'contentHash']),
          );
        const reason = verdict === 'REQUEST_CHANGES' ? checkReason(comment, ['input', 'comment']) : ok(comment.trim());
        if (!reason.ok) return reason;
        const free = verdict === 'APPROVE' ? await this.obstacles.check(tx, version, exceptions) : ok(true);
        if (!free.ok) return free;

        const moved =
          verdict === 'APPROVE'
            ? await this.approve(tx, memberId, held.value)
            : await this.writer.move(tx, organizationId, version, { status: 'DRAFT', submittedAt: null });
        if (!moved) return err(revisionConflict(version.revision, 'question version'));
        await this.reviews.add(tx, {
          organizationId,
          id: newId(),
          versionId: version.id,
          reviewerId: memberId,
          verdict,
          comment: reason.value,
          contentHash,
          exceptions: JSON.stringify(verdict === 'APPROVE' ? exceptions : []),
          createdAt: tx.now,
        });
        tx.audit({
          action: 'question.review',
          subjectType: 'QuestionVersion',
          subjectId: version.id,
          detail: { verdict, contentHash, exceptions: verdict === 'APPROVE' ? exceptions.map(({ rule }) => rule) : [] },
        });
        return ok({ versionId: version.id, status: status.value });
      },
      { once: { operation: 'question.review', key: idempotencyKey, input } },
    );
  }

  /** From here on the version is frozen and stands for its question; a retired question is back. */
  private async approve(tx: Transaction, reviewerId: string, { question, version }: HeldVersion): Promise<boolean> {
    const { organizationId } = version;
    const home = await this.framework.homeOf(tx, organizationId, version.document, []);
    const categoryId = home.ok ? home.value.categoryId : question.categoryId;
    const moved = await this.writer.move(tx, organizationId, version, {
      status: 'APPROVED',
      submittedAt: version.submittedAt,
      approvedBy: reviewerId,
      approvedAt: tx.now,
    });
    return moved && this.questions.update(tx, question, { approvedVersionId: version.id, categoryId, retiredAt: null });
  }
}
