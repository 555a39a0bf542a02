import type { INestApplicationContext } from '@nestjs/common';
import type { QuestionDocument } from '@touchstone/bank-format';
import type { Transaction } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { Questions, VersionWriter } from '../../apps/api/src/features/question-bank';

/** A question as it is to stand in the bank, approved by whoever wrote it. */
export interface ApprovedQuestion {
  readonly organizationId: string;
  readonly memberId: string;
  readonly categoryId: string;
  readonly document: QuestionDocument;
  /** The name of a category or competency by its slug, for the search. */
  readonly nameOf: (slug: string) => string | undefined;
}

/** Writes a question and its one version past the review, with the room's own writers: for many at once, where the review is not what matters. */
export async function addApprovedQuestion(
  app: INestApplicationContext,
  tx: Transaction,
  { organizationId, memberId, categoryId, document, nameOf }: ApprovedQuestion,
): Promise<{ readonly questionId: string; readonly versionId: string }> {
  const [questionId, versionId] = [newId(), newId()];
  await app.get(Questions).add(tx, {
    organizationId,
    id: questionId,
    slug: document.id,
    categoryId,
    ownerId: memberId,
    latestVersionId: versionId,
    approvedVersionId: versionId,
    retiredNumber: null,
    retiredAt: null,
    revision: 1,
    createdAt: tx.now,
  });
  const version = {
    id: versionId,
    questionId,
    number: 1,
    status: 'APPROVED',
    authorId: memberId,
    editorIds: [memberId],
    document,
  } as const;
  await app.get(VersionWriter).add(tx, organizationId, version, nameOf);
  return { questionId, versionId };
}
