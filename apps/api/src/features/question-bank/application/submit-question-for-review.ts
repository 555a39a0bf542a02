import { Injectable } from '@nestjs/common';
import { publishFaults } from '@touchstone/bank-format';
import { transitionQuestionVersion } from '@touchstone/interviewing/question-bank';
import { err, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { Competencies } from '../../competencies';
import { invalidQuestion, type SubmitQuestionForReviewError } from '../errors';
import { VersionWriter } from '../persistence/version-writer';
import { checkRevision, VersionDesk } from './version-desk';

export interface SubmitQuestionForReviewInput {
  readonly versionId: string | null;
  /** What was changed and why; blank = what was said before stays. */
  readonly note: string;
  readonly expectedRevision: number;
  readonly idempotencyKey: string;
}

/** Hands a complete draft to the reviewers. From here on nobody edits it until it is withdrawn or sent back. */
@Injectable()
export class SubmitQuestionForReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: VersionDesk,
    private readonly competencies: Competencies,
    private readonly writer: VersionWriter,
  ) {}

  async execute(actor: Actor, input: SubmitQuestionForReviewInput): Promise<Result<{ versionId: string }, SubmitQuestionForReviewError>> {
    const { organizationId } = actor;
    const { versionId, note, expectedRevision, idempotencyKey } = input;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const held = await this.desk.holdOwn(tx, actor, versionId);
        if (!held.ok) return held;
        const { version } = held.value;
        const status = transitionQuestionVersion(version.status, 'SUBMIT');
        if (!status.ok) return status;
        const current = checkRevision(version, expectedRevision);
        if (!current.ok) return current;
        const faults = publishFaults(version.document, await this.competencies.known(tx, organizationId));
        if (faults.length > 0) return err(invalidQuestion(faults, ['input', 'versionId'], 'The draft is not complete:'));

        const moved = await this.writer.move(tx, organizationId, version, {
          status: 'IN_REVIEW',
          submittedAt: tx.now,
          note: note.trim() || null,
        });
        if (!moved) return err(revisionConflict(version.revision, 'question version'));
        tx.audit({
          action: 'question.submitForReview',
          subjectType: 'QuestionVersion',
          subjectId: version.id,
          detail: { contentHash: version.contentHash },
        });
        return ok({ versionId: version.id });
      },
      { once: { operation: 'question.submitForReview', key: idempotencyKey, input: { versionId, note, expectedRevision } } },
    );
  }
}
