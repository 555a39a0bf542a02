import { Injectable } from '@nestjs/common';
import { mayMaintainQuestion, mayReadVersion } from '@touchstone/interviewing/question-bank';
import { conflict, err, notAllowed, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import type { CreateQuestionVersionError } from '../errors';
import { QuestionVersionRepository } from '../persistence/question-version.repository';
import { QuestionRepository } from '../persistence/question.repository';
import { VersionWriter } from '../persistence/version-writer';
import { BankFramework } from './bank-framework';

export interface CreateQuestionVersionInput {
  readonly questionId: string | null;
  readonly idempotencyKey: string;
}

/** Starts a new draft from the newest version. What was approved stays as it is; kits that hold it keep it. */
@Injectable()
export class CreateQuestionVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly framework: BankFramework,
    private readonly questions: QuestionRepository,
    private readonly versions: QuestionVersionRepository,
    private readonly writer: VersionWriter,
  ) {}

  async execute(
    actor: Actor,
    { questionId, idempotencyKey }: CreateQuestionVersionInput,
  ): Promise<Result<{ questionId: string }, CreateQuestionVersionError>> {
    const { organizationId, memberId } = actor;
    const path = ['input', 'questionId'];
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const question = questionId === null ? null : await this.questions.lock(tx, organizationId, questionId);
        if (question === null) return err(notFound('question', path));
        const latest = await this.versions.byId(tx, organizationId, question.latestVersionId);
        if (latest === null || (question.approvedVersionId === null && !mayReadVersion(latest, actor)))
          return err(notFound('question', path));
        if (!mayMaintainQuestion(question, actor))
          return err(notAllowed('A new version is started by the owner of the question, a reviewer or an administrator.', path));
        if (latest.status === 'DRAFT' || latest.status === 'IN_REVIEW') {
          return err(
            conflict(
              `Version ${latest.number} of this question is still ${latest.status === 'DRAFT' ? 'a draft' : 'in review'}. There is one open version at a time; finish that one first.`,
              path,
            ),
          );
        }
        const home = await this.framework.homeOf(tx, organizationId, latest.document, path);
        if (!home.ok) return err(conflict(home.error.message, path));
        const version = {
          id: newId(),
          questionId: question.id,
          number: latest.number + 1,
          status: 'DRAFT',
          authorId: memberId,
          document: latest.document,
          // Whoever wrote what this is copied from has a hand in it: four eyes look at them, too.
          editorIds: [...new Set([memberId, latest.authorId, ...latest.editorIds])],
        } as const;
        const contentHash = await this.writer.add(tx, organizationId, version, home.value.nameOf);
        await this.questions.update(tx, question, { latestVersionId: version.id });
        tx.audit({
          action: 'question.createVersion',
          subjectType: 'Question',
          subjectId: question.id,
          detail: { versionId: version.id, number: version.number, contentHash },
        });
        return ok({ questionId: question.id });
      },
      { once: { operation: 'question.createVersion', key: idempotencyKey, input: { questionId } } },
    );
  }
}
