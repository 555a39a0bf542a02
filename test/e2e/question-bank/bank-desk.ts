import type { QuestionDocument } from '@touchstone/bank-format';
import { ok } from '@touchstone/kernel';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import type { Person, World } from '@touchstone/testing';
import { BankFramework } from '../../../apps/api/src/features/question-bank/application/bank-framework';
import { addApprovedQuestion } from '../../../scripts/scale/add-approved-question';
import { sampleQuestion } from '../../../libs/bank-format/test/sample-question';

/** A document that can be submitted, without the id: that is the slug. */
export function sampleDocument(changes: Partial<QuestionDocument> = {}): Partial<QuestionDocument> {
  const { id: _id, ...document } = sampleQuestion;
  return { ...document, ...changes };
}

export interface VersionAnswer {
  readonly id: string;
  readonly questionId: string;
  readonly number: number;
  readonly status: string;
  readonly revision: number;
  readonly contentHash: string;
  readonly title: string;
}

/** What a mutation of this room answered: which of these there are depends on `__typename`. */
export interface BankAnswer {
  readonly __typename: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly faults: readonly { readonly code: string; readonly path: string; readonly message: string }[];
  readonly status: string;
  readonly version: VersionAnswer;
  readonly question: { readonly id: string; readonly revision: number; readonly version: VersionAnswer };
}

export const VERSION = 'id questionId number status revision contentHash title';
const ERRORS =
  '... on DomainError { code message path } ... on RevisionConflictError { currentRevision } ... on InvalidQuestionError { faults { code path message } }';

const MUTATIONS = {
  createQuestion: ['CreateQuestion', `question { id slug revision retiredAt categorySlug version { ${VERSION} } }`],
  createQuestionVersion: ['CreateQuestionVersion', `question { id slug revision version { ${VERSION} } }`],
  saveQuestionDraft: ['SaveQuestionDraft', `version { ${VERSION} }`],
  submitQuestionForReview: ['SubmitQuestionForReview', `version { ${VERSION} }`],
  withdrawQuestion: ['WithdrawQuestion', `version { ${VERSION} }`],
  reviewQuestion: ['ReviewQuestion', `status version { ${VERSION} }`],
  retireQuestion: ['RetireQuestion', `question { id revision retiredAt version { ${VERSION} } }`],
} as const;
export type BankMutation = keyof typeof MUTATIONS;

/** The text of a mutation of this room, with every error it can answer. */
export function mutationText(name: BankMutation): string {
  const [noun, payload] = MUTATIONS[name];
  const errors =
    name === 'withdrawQuestion' || name === 'reviewQuestion' || name === 'retireQuestion' || name === 'createQuestionVersion'
      ? ERRORS.replace(/\.\.\. on InvalidQuestionError.*$/, '')
      : ERRORS;
  const withoutRevision =
    name === 'createQuestion' || name === 'createQuestionVersion'
      ? errors.replace('... on RevisionConflictError { currentRevision }', '')
      : errors;
  return `mutation($input: ${noun}Input!) { ${name}(input: $input) { __typename ... on ${noun}Payload { ${payload} } ${withoutRevision} } }`;
}

/** Sends a mutation of this room and gives its answer: payload or error. Asks for a fresh key where the input has none. */
export async function send(person: Person, name: BankMutation, input: object): Promise<BankAnswer> {
  const needsKey = !['saveQuestionDraft', 'withdrawQuestion', 'retireQuestion'].includes(name);
  const answer = await person.client.ask(mutationText(name), { input: { ...(needsKey && { idempotencyKey: newId() }), ...input } });
  return answer[name];
}

/** A draft of this person. */
export async function draft(
  person: Person,
  slug: string,
  changes: Partial<QuestionDocument> = {},
): Promise<{ questionId: string; version: VersionAnswer }> {
  const made = await send(person, 'createQuestion', { slug, document: sampleDocument(changes) });
  if (made.__typename !== 'CreateQuestionPayload') throw new Error(JSON.stringify(made));
  return { questionId: made.question.id, version: made.question.version };
}

/** A version of this person that waits for review. */
export async function submitted(person: Person, slug: string, changes: Partial<QuestionDocument> = {}): Promise<VersionAnswer> {
  const { version } = await draft(person, slug, changes);
  const answer = await send(person, 'submitQuestionForReview', { versionId: version.id, expectedRevision: version.revision });
  if (answer.__typename !== 'SubmitQuestionForReviewPayload') throw new Error(JSON.stringify(answer));
  return answer.version;
}

/** Approves a version that is in review. */
export const approve = (reviewer: Person, version: { id: string; contentHash: string; revision: number }): Promise<BankAnswer> =>
  send(reviewer, 'reviewQuestion', {
    versionId: version.id,
    verdict: 'APPROVE',
    contentHash: version.contentHash,
    expectedRevision: version.revision,
  });

/** Many approved questions at once, written as the room writes them. */
export async function approvedQuestions(world: World, owner: Person, documents: readonly QuestionDocument[]): Promise<void> {
  const { organizationId, memberId } = owner;
  await world.app.get(UnitOfWork).writeIn(wholeOrganization(organizationId), async (tx) => {
    const homeOf = await world.app.get(BankFramework).finder(tx, organizationId);
    for (const document of documents) {
      const home = homeOf(document, []);
      if (!home.ok) throw new Error(home.error.message);
      const { categoryId, nameOf } = home.value;
      await addApprovedQuestion(world.app, tx, { organizationId, memberId, categoryId, document, nameOf });
    }
    return ok(null);
  });
}

export { sampleQuestion };
