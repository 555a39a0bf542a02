import { Injectable } from '@nestjs/common';
import type { QuestionDocument } from '@touchstone/bank-format';
import { err, ok, type Result, revisionConflict, type RevisionConflictError } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import type { InvalidQuestionError } from '../errors';
import { QuestionRepository } from '../persistence/question.repository';
import { VersionWriter } from '../persistence/version-writer';
import { BankFramework } from './bank-framework';
import type { HeldVersion } from './version-desk';

/** Writes new content into a draft that is held for it. */
@Injectable()
export class DraftKeeper {
  constructor(
    private readonly framework: BankFramework,
    private readonly questions: QuestionRepository,
    private readonly writer: VersionWriter,
  ) {}

  /** `path`: the input that the document came with. `action`: what the audit log says was done. */
  async keep(
    tx: Transaction,
    { organizationId, memberId }: Actor,
    { question, version }: HeldVersion,
    document: QuestionDocument,
    { path, action }: { readonly path: readonly string[]; readonly action: string },
  ): Promise<Result<{ versionId: string }, InvalidQuestionError | RevisionConflictError>> {
    const home = await this.framework.homeOf(tx, organizationId, document, path);
    if (!home.ok) return home;
    const editorIds = [...new Set([...version.editorIds, memberId])];
    const draft = { id: version.id, revision: version.revision, editorIds, document };
    const contentHash = await this.writer.rewrite(tx, organizationId, draft, home.value.nameOf);
    if (contentHash === null) return err(revisionConflict(version.revision, 'question version'));
    // Until something is approved the draft says where the question belongs.
    const moves = question.approvedVersionId === null && question.categoryId !== home.value.categoryId;
    if (moves) await this.questions.update(tx, question, { categoryId: home.value.categoryId });
    tx.audit({
      action,
      subjectType: 'QuestionVersion',
      subjectId: version.id,
      detail: { revision: version.revision + 1, contentHash },
    });
    return ok({ versionId: version.id });
  }
}
