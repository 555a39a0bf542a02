import type { QuestionDocument } from '@touchstone/bank-format';
import { ok } from '@touchstone/kernel';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import type { Person, World } from '@touchstone/testing';
import { BankFramework } from '../../../apps/api/src/features/question-bank/application/bank-framework';
import { addApprovedQuestion } from '../../../scripts/scale/add-approved-question';
import { sampleQuestion } from '../../../libs/bank-format/test/sample-question';

/** A document that can be submitted and approved, without the id: that is the slug. Of the sample that which the linter counts is mended. */
export function sampleDocument(changes: Partial<QuestionDocument> = {}): Partial<QuestionDocument> {
  const { id: _id, ...document } = sampleQuestion;
  const { rubric, plausibleWrongAnswers } = sampleQuestion;
  return {
    ...document,
    rubric: {
      ...rubric,
      criteria: rubric.criteria.map((criterion) => ({
        ...criterion,
        weight: 0.5,
        anchors: { ...criterion.anchors, 1: 'Repairs what is seen, and asks nothing.' },
      })),
      strongSignals: [...rubric.strongSignals, 'Reads the log before the code.', 'Says what would refute it.'],
      weakSignals: [...rubric.weakSignals, 'Names a tool first.', 'Counts nothing.'],
      redFlags: [...rubric.redFlags, 'Deletes the log.'],
    },
    plausibleWrongAnswers: [
      ...plausibleWrongAnswers,
      { claim: 'Somebody ran it by hand.', whyAttractive: 'It happens.', whyWrong: 'Both runs have the same owner.' },
      { claim: 'The clock jumped.', whyAttractive: 'It was the night of the change.', whyWrong: 'The two starts are ten minutes apart.' },
    ],
    ...changes,
  };
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

/** A complaint of the linter, as far as tests look at it. */
export interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** What a mutation of this room answered: which of these there are depends on `__typename`. */
export interface BankAnswer {
  readonly __typename: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly faults: readonly { readonly code: string; readonly path: string; readonly message: string; readonly line: number | null }[];
  readonly blockingThreads: number;
  readonly repairs: number;
  readonly findings: readonly Finding[];
  readonly thread: { readonly id: string; readonly revision: number; readonly resolvedAt: string | null };
  readonly status: string;
  readonly version: VersionAnswer;
  readonly question: { readonly id: string; readonly revision: number; readonly version: VersionAnswer };
}

export const VERSION = 'id questionId number status revision contentHash title';
const THREAD = 'thread { id revision resolvedAt }';

/** What each mutation gives, and what its errors carry beside their words. */
const MUTATIONS = {
  createQuestion: [`question { id slug revision retiredAt categorySlug version { ${VERSION} } }`, 'FAULTS'],
  createQuestionVersion: [`question { id slug revision version { ${VERSION} } }`],
  saveQuestionDraft: [`version { ${VERSION} }`, 'FAULTS', 'REVISION'],
  applyLintFix: [`repairs version { ${VERSION} }`, 'FAULTS', 'REVISION'],
  submitQuestionForReview: [`version { ${VERSION} }`, 'FAULTS', 'REVISION'],
  withdrawQuestion: [`version { ${VERSION} }`, 'REVISION'],
  reviewQuestion: [`status version { ${VERSION} }`, 'REVISION', 'BLOCKED'],
  retireQuestion: [`question { id revision retiredAt version { ${VERSION} } }`, 'REVISION'],
  openQuestionThread: [THREAD, 'REVISION'],
  addQuestionComment: [THREAD],
  resolveQuestionThread: [THREAD, 'REVISION'],
  reopenQuestionThread: [THREAD, 'REVISION'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type BankMutation = keyof typeof MUTATIONS;

const ERRORS: Readonly<Record<string, string>> = {
  FAULTS: '... on InvalidQuestionError { faults { code path message line } }',
  REVISION: '... on RevisionConflictError { currentRevision }',
  BLOCKED: '... on ReviewBlockedError { blockingThreads findings { rule severity path line message } }',
};

/** The text of a mutation of this room, with every error it can answer. */
export function mutationText(name: BankMutation): string {
  const [payload, ...kinds] = MUTATIONS[name];
  const noun = name.charAt(0).toUpperCase() + name.slice(1);
  const errors = ['... on DomainError { code message path }', ...kinds.map((kind) => ERRORS[kind])].join(' ');
  return `mutation($input: ${noun}Input!) { ${name}(input: $input) { __typename ... on ${noun}Payload { ${payload} } ${errors} } }`;
}

const KEYED: readonly BankMutation[] = [
  'createQuestion',
  'createQuestionVersion',
  'submitQuestionForReview',
  'reviewQuestion',
  'openQuestionThread',
  'addQuestionComment',
];

/** Sends a mutation of this room and gives its answer: payload or error. Asks for a fresh key where the input has none. */
export async function send(person: Person, name: BankMutation, input: object): Promise<BankAnswer> {
  const answer = await person.client.ask(mutationText(name), {
    input: { ...(KEYED.includes(name) && { idempotencyKey: newId() }), ...input },
  });
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

/** Approves a version whose errors of the linter are right as they are, each for this reason. */
export async function approveInSpite(
  reviewer: Person,
  version: { id: string; contentHash: string; revision: number },
  { comment, reason }: { readonly comment: string; readonly reason: string },
): Promise<void> {
  const review = {
    versionId: version.id,
    verdict: 'APPROVE',
    comment,
    contentHash: version.contentHash,
    expectedRevision: version.revision,
  };
  const { findings } = await send(reviewer, 'reviewQuestion', review);
  const exceptions = [...new Set(findings.map(({ rule }) => rule))].map((rule) => ({ rule, reason }));
  const approved = await send(reviewer, 'reviewQuestion', { ...review, exceptions });
  if (approved.__typename !== 'ReviewQuestionPayload') throw new Error(JSON.stringify(approved));
}

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
