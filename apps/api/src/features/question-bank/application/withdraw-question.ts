import { Injectable } from '@nestjs/common';
import { transitionQuestionVersion } from '@touchstone/interviewing/question-bank';
import { err, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { WithdrawQuestionError } from '../errors';
import { VersionWriter } from '../persistence/version-writer';
import { checkRevision, VersionDesk } from './version-desk';

export interface WithdrawQuestionInput {
  readonly versionId: string | null;
  readonly expectedRevision: number;
}

/** Takes a version back from review, to work on it again. */
@Injectable()
export class WithdrawQuestion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: VersionDesk,
    private readonly writer: VersionWriter,
  ) {}

  async execute(
    actor: Actor,
    { versionId, expectedRevision }: WithdrawQuestionInput,
  ): Promise<Result<{ versionId: string }, WithdrawQuestionError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const held = await this.desk.holdOwn(tx, actor, versionId);
      if (!held.ok) return held;
      const { version } = held.value;
      const status = transitionQuestionVersion(version.status, 'WITHDRAW');
      if (!status.ok) return status;
      const current = checkRevision(version, expectedRevision);
      if (!current.ok) return current;
      const moved = await this.writer.move(tx, actor.organizationId, version, { status: 'DRAFT', submittedAt: null });
      if (!moved) return err(revisionConflict(version.revision, 'question version'));
      tx.audit({
        action: 'question.withdraw',
        subjectType: 'QuestionVersion',
        subjectId: version.id,
        detail: { contentHash: version.contentHash },
      });
      return ok({ versionId: version.id });
    });
  }
}
