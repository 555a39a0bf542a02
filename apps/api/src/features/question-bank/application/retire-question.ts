import { Injectable } from '@nestjs/common';
import { mayMaintainQuestion, mayReadVersion, transitionQuestionVersion } from '@touchstone/interviewing/question-bank';
import { conflict, err, notAllowed, notFound, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { RetireQuestionError } from '../errors';
import { QuestionVersionRepository } from '../persistence/question-version.repository';
import { QuestionRepository } from '../persistence/question.repository';

export interface RetireQuestionInput {
  readonly questionId: string | null;
  readonly expectedRevision: number;
}

/** Takes a question out of use. Kits and scorecards that hold it keep it; a later approved version brings it back. */
@Injectable()
export class RetireQuestion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly questions: QuestionRepository,
    private readonly versions: QuestionVersionRepository,
  ) {}

  async execute(
    actor: Actor,
    { questionId, expectedRevision }: RetireQuestionInput,
  ): Promise<Result<{ questionId: string }, RetireQuestionError>> {
    const { organizationId } = actor;
    const path = ['input', 'questionId'];
    return this.unitOfWork.write(actor, async (tx) => {
      const question = questionId === null ? null : await this.questions.lock(tx, organizationId, questionId);
      if (question === null) return err(notFound('question', path));
      const version = await this.versions.byId(tx, organizationId, question.approvedVersionId ?? question.latestVersionId);
      if (version === null || !mayReadVersion(version, actor)) return err(notFound('question', path));
      if (!mayMaintainQuestion(question, actor))
        return err(notAllowed('A question is retired by its owner, a reviewer or an administrator.', path));
      if (question.approvedVersionId === null)
        return err(conflict('Nothing of this question was approved yet, so there is nothing to retire.', path));
      const allowed = transitionQuestionVersion(version.status, 'RETIRE');
      if (!allowed.ok) return allowed;
      if (question.revision !== expectedRevision) return err(revisionConflict(question.revision, 'question'));
      await this.questions.update(tx, question, { retiredNumber: version.number, retiredAt: tx.now });
      tx.audit({ action: 'question.retire', subjectType: 'Question', subjectId: question.id, detail: { number: version.number } });
      return ok({ questionId: question.id });
    });
  }
}
