import { inOneLine, type QuestionDocument } from '@touchstone/bank-format';
import { globalId } from '@touchstone/platform/graphql';
import type { QuestionVersionValue } from '../application/question-version.loader';
import type { QuestionVersion } from './question-version.types';

type OpenPart = Pick<
  QuestionVersion,
  'form' | 'timing' | 'roles' | 'technologies' | 'language' | 'license' | 'edition' | 'advanceNotice' | 'context' | 'prompt' | 'exhibits'
>;
type ScorerPart = Pick<
  QuestionVersion,
  | 'scorerFields'
  | 'evidenceOnRequest'
  | 'scriptNotes'
  | 'ifNoSuchCase'
  | 'probes'
  | 'hintPolicy'
  | 'hints'
  | 'failureCards'
  | 'rolePlayKey'
  | 'authenticityChecks'
  | 'followUps'
  | 'followUpKey'
  | 'rubric'
  | 'construct'
  | 'notMeasured'
  | 'groundTruth'
  | 'arithmeticCheck'
  | 'numbersKey'
  | 'modelAnswer'
  | 'plausibleWrongAnswers'
  | 'parallelRecipe'
  | 'leakHalfLife'
  | 'references'
  | 'reviewedFacts'
  | 'biasCheck'
  | 'accessibility'
>;

/** What nobody reads who may not read the rubric. Every scorer's field is named, so that a new one does not compile until it is here. */
const withheld: ScorerPart & Pick<QuestionVersion, 'variantFamily' | 'enemies' | 'document'> = {
  scorerFields: false,
  evidenceOnRequest: null,
  scriptNotes: null,
  ifNoSuchCase: null,
  probes: null,
  hintPolicy: null,
  hints: null,
  failureCards: null,
  rolePlayKey: null,
  authenticityChecks: null,
  followUps: null,
  followUpKey: null,
  rubric: null,
  construct: null,
  notMeasured: null,
  groundTruth: null,
  arithmeticCheck: null,
  numbersKey: null,
  modelAnswer: null,
  plausibleWrongAnswers: null,
  parallelRecipe: null,
  leakHalfLife: null,
  references: null,
  reviewedFacts: null,
  biasCheck: null,
  accessibility: null,
  variantFamily: null,
  enemies: null,
  document: null,
};

/** The fields that are withheld, by name: who asks for none of them need not be asked for her rights. */
export const FOR_SCORERS: ReadonlySet<string> = new Set(Object.keys(withheld));

/** What was made of a document: the parts that depend on nothing else, and the version that was presented last, for both kinds of readers. */
interface Presented {
  readonly open: OpenPart;
  readonly scorers: ScorerPart;
  readonly last: { scorer: Shown | null; other: Shown | null };
}

interface Shown {
  readonly key: string;
  readonly version: QuestionVersion;
}

/** Documents are shared and never change, so their presented form is made once for each. */
const presented = new WeakMap<QuestionDocument, Presented>();

/**
 * A question version as clients see it; shared, so never change it. `rubric`: may this reader see what is for scorers? Ask
 * `QuestionVersionLoader.readable`.
 */
export function presentQuestionVersion(version: QuestionVersionValue, { rubric }: { readonly rubric: boolean }): QuestionVersion {
  const { last, ...parts } = presented.get(version.document) ?? present(version.document);
  const reader = rubric ? 'scorer' : 'other';
  // Whatever changes on a version raises its revision, but for retirement, which changes its status.
  const key = `${version.organizationId}/${version.id}/${version.revision}/${version.status}`;
  if (last[reader]?.key !== key) last[reader] = { key, version: Object.freeze(show(version, parts, rubric)) };
  return last[reader].version;
}

function show(version: QuestionVersionValue, parts: Pick<Presented, 'open' | 'scorers'>, rubric: boolean): QuestionVersion {
  const { organizationId } = version;
  return {
    id: globalId('QuestionVersion', organizationId, version.id),
    questionId: globalId('Question', organizationId, version.questionId),
    slug: version.slug,
    number: version.number,
    status: version.status,
    contentHash: version.contentHash,
    revision: version.revision,
    createdAt: version.createdAt,
    updatedAt: version.updatedAt,
    submittedAt: version.submittedAt,
    approvedAt: version.approvedAt,
    authorId: version.authorId,
    title: version.title,
    kind: version.kind,
    difficulty: version.difficulty,
    minutes: version.minutes,
    categorySlug: version.categorySlug,
    competencySlugs: version.competencySlugs,
    seniority: version.seniority,
    tags: version.tags,
    usage: version.usage,
    ...parts.open,
    ...(rubric
      ? { ...parts.scorers, variantFamily: version.variantFamily, enemies: version.enemies, document: version.canonical }
      : withheld),
  };
}

function present(document: QuestionDocument): Presented {
  const { form, minutes, roles, technologies, language, license, edition, advanceNotice, context, prompt, exhibits } = document;
  const parts = {
    open: { form, timing: minutes, roles, technologies, language, license, edition, advanceNotice, context, prompt, exhibits },
    scorers: presentScorers(document),
    last: { scorer: null, other: null },
  };
  presented.set(document, parts);
  return parts;
}

const presentScorers = (document: QuestionDocument): ScorerPart => ({
  scorerFields: true,
  evidenceOnRequest: document.evidenceOnRequest,
  scriptNotes: document.scriptNotes ?? null,
  ifNoSuchCase: document.ifNoSuchCase ?? null,
  probes: document.probes,
  hintPolicy: document.hintPolicy ?? null,
  hints: document.hints.map(({ caps, ...hint }) => ({
    ...hint,
    caps: Object.entries(caps).map(([criterionId, level]) => ({ criterionId, level })),
  })),
  failureCards: document.failureCards,
  rolePlayKey: document.rolePlayKey ?? null,
  authenticityChecks: document.authenticityChecks ?? null,
  followUps: document.followUps,
  followUpKey: document.followUpKey ?? null,
  rubric: {
    ...document.rubric,
    criteria: document.rubric.criteria.map(({ anchors, ...criterion }) => ({
      ...criterion,
      anchors: Object.entries(anchors).map(([level, text]) => ({ level: Number(level), text })),
    })),
  },
  construct: document.construct ?? null,
  notMeasured: document.notMeasured ?? null,
  groundTruth: document.groundTruth ?? null,
  arithmeticCheck: document.arithmeticCheck ?? null,
  numbersKey: document.numbersKey ?? null,
  modelAnswer: document.modelAnswer ?? null,
  plausibleWrongAnswers: document.plausibleWrongAnswers,
  parallelRecipe: document.variants.parallelRecipe ?? null,
  leakHalfLife: document.variants.leakHalfLife ?? null,
  references: document.references.map(inOneLine),
  reviewedFacts: document.reviewedFacts.map(inOneLine),
  biasCheck: document.biasCheck ?? null,
  accessibility: document.accessibility ?? null,
});
