import { Injectable } from '@nestjs/common';
import { transitionQuestionVersion } from '@touchstone/interviewing/question-bank';
import type { Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { SaveQuestionDraftError } from '../errors';
import { DraftKeeper } from './draft-keeper';
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
    private readonly drafts: DraftKeeper,
  ) {}

  async execute(
    actor: Actor,
    { versionId, document: sent, expectedRevision }: SaveQuestionDraftInput,
  ): Promise<Result<{ versionId: string }, SaveQuestionDraftError>> {
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
      return this.drafts.keep(tx, actor, held.value, document.value, { path, action: 'question.edit' });
    });
  }
}
