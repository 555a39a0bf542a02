import { Injectable } from '@nestjs/common';
import { conflict, err, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import type { CreateQuestionError } from '../errors';
import { QuestionRepository } from '../persistence/question.repository';
import { VersionWriter } from '../persistence/version-writer';
import { BankFramework } from './bank-framework';
import { readQuestionDocument, type SentDocument } from './read-question-document';

export interface CreateQuestionInput {
  readonly slug: string;
  readonly document: SentDocument;
  readonly idempotencyKey: string;
}

/** Puts a new question into the bank, as a draft of the actor, who owns it. A draft may be incomplete. */
@Injectable()
export class CreateQuestion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly framework: BankFramework,
    private readonly questions: QuestionRepository,
    private readonly writer: VersionWriter,
  ) {}

  async execute(
    actor: Actor,
    { slug, document: sent, idempotencyKey }: CreateQuestionInput,
  ): Promise<Result<{ questionId: string }, CreateQuestionError>> {
    const { organizationId, memberId } = actor;
    const path = ['input', 'document'];
    const read = readQuestionDocument(slug, sent, path);
    if (!read.ok) return read;
    const document = read.value;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const home = await this.framework.homeOf(tx, organizationId, document, path);
        if (!home.ok) return home;
        const [questionId, versionId] = [newId(), newId()];
        const added = await this.questions.add(tx, {
          organizationId,
          id: questionId,
          slug,
          categoryId: home.value.categoryId,
          ownerId: memberId,
          latestVersionId: versionId,
          approvedVersionId: null,
          retiredNumber: null,
          retiredAt: null,
          revision: 1,
          createdAt: tx.now,
        });
        if (!added) return err(conflict(`The slug "${slug}" is taken. Slugs are for ever; choose another one.`, ['input', 'slug']));
        const version = {
          id: versionId,
          questionId,
          number: 1,
          status: 'DRAFT',
          authorId: memberId,
          editorIds: [memberId],
          document,
        } as const;
        const contentHash = await this.writer.add(tx, organizationId, version, home.value.nameOf);
        tx.audit({ action: 'question.create', subjectType: 'Question', subjectId: questionId, detail: { slug, versionId, contentHash } });
        return ok({ questionId });
      },
      { once: { operation: 'question.create', key: idempotencyKey, input: { slug, document: sent } } },
    );
  }
}
