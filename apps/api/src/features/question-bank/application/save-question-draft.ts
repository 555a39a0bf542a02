import { Injectable } from '@nestjs/common';
import { transitionQuestionVersion } from '@touchstone/interviewing/question-bank';
import { err, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { SaveQuestionDraftError } from '../errors';
import { QuestionRepository } from '../persistence/question.repository';
import { VersionWriter } from '../persistence/version-writer';
import { BankFramework } from './bank-framework';
import { readQuestionDocument, type SentDocument } from './read-question-document';
import { checkRevision, VersionDesk } from './version-desk';

export interface SaveQuestionDraftInput {
  readonly versionId: string | null;
  readonly document: SentDocument;
  readonly expectedRevision: number;
}

/** Keeps what the author has written so far, whole. A draft may be incomplete, but not malformed. */
@Injectable()
export class SaveQuestionDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: VersionDesk,
    private readonly framework: BankFramework,
    private readonly questions: QuestionRepository,
    private readonly writer: VersionWriter,
  ) {}

  async execute(
    actor: Actor,
    { versionId, document: sent, expectedRevision }: SaveQuestionDraftInput,
  ): Promise<Result<{ versionId: string }, SaveQuestionDraftError>> {
    const { organizationId, memberId } = actor;
    const path = ['input', 'document'];
    return this.unitOfWork.write(actor, async (tx) => {
      const held = await this.desk.holdOwn(tx, actor, versionId);
      if (!held.ok) return held;
      const { question, version } = held.value;
      const allowed = transitionQuestionVersion(version.status, 'EDIT');
      if (!allowed.ok) return allowed;
      const current = checkRevision(version, expectedRevision);
      if (!current.ok) return current;
      const document = readQuestionDocument(question.slug, sent, path);
      if (!document.ok) return document;
      const home = await this.framework.homeOf(tx, organizationId, document.value, path);
      if (!home.ok) return home;

      const editorIds = [...new Set([...version.editorIds, memberId])];
      const draft = { id: version.id, revision: expectedRevision, editorIds, document: document.value };
      const contentHash = await this.writer.rewrite(tx, organizationId, draft, home.value.nameOf);
      if (contentHash === null) return err(revisionConflict(version.revision, 'question version'));
      // Until something is approved the draft says where the question belongs.
      const moves = question.approvedVersionId === null && question.categoryId !== home.value.categoryId;
      if (moves) await this.questions.update(tx, question, { categoryId: home.value.categoryId });
      tx.audit({
        action: 'question.edit',
        subjectType: 'QuestionVersion',
        subjectId: version.id,
        detail: { revision: expectedRevision + 1, contentHash },
      });
      return ok({ versionId: version.id });
    });
  }
}
