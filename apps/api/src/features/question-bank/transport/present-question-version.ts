import type { QuestionDocument } from '@touchstone/bank-format';
import type { Json } from '@touchstone/kernel';
import { globalId } from '@touchstone/platform/graphql';
import type { QuestionVersionValue } from '../application/question-version.loader';
import type { QuestionVersion } from './question-version.types';

type OpenPart = Pick<
  QuestionVersion,
  | 'form'
  | 'timing'
  | 'roles'
  | 'technologies'
  | 'language'
  | 'license'
  | 'edition'
  | 'advanceNotice'
  | 'context'
  | 'prompt'
  | 'exhibits'
  | 'response'
>;
type ScorerPart = Pick<
  QuestionVersion,
  | 'scorerFields'
  | 'evidenceOnRequest'
  | 'choiceKey'
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
  | 'noteDown'
  | 'rubric'
  | 'scoringNotes'
  | 'construct'
  | 'notMeasured'
  | 'groundTruth'
  | 'plot'
  | 'arithmeticCheck'
  | 'numbersKey'
  | 'relations'
  | 'modelAnswer'
  | 'acceptAlso'
  | 'plausibleWrongAnswers'
  | 'parallelRecipe'
  | 'leakHalfLife'
  | 'wordings'
  | 'references'
  | 'reviewedFacts'
  | 'biasCheck'
  | 'accessibility'
  | 'translationOf'
  | 'external'
  | 'extensions'
>;

/** What nobody reads who may not read the rubric. Every scorer's field is named, so that a new one does not compile until it is here. */
const withheld: ScorerPart & Pick<QuestionVersion, 'note' | 'variantFamily' | 'enemies' | 'document'> = {
  scorerFields: false,
  note: null,
  evidenceOnRequest: null,
  choiceKey: null,
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
  noteDown: null,
  rubric: null,
  scoringNotes: null,
  construct: null,
  notMeasured: null,
  groundTruth: null,
  plot: null,
  arithmeticCheck: null,
  numbersKey: null,
  relations: null,
  modelAnswer: null,
  acceptAlso: null,
  plausibleWrongAnswers: null,
  parallelRecipe: null,
  leakHalfLife: null,
  wordings: null,
  references: null,
  reviewedFacts: null,
  biasCheck: null,
  accessibility: null,
  translationOf: null,
  external: null,
  extensions: null,
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
      ? {
          ...parts.scorers,
          note: version.note,
          variantFamily: version.variantFamily,
          enemies: version.enemies,
          document: version.canonical,
        }
      : withheld),
  };
}

function present(document: QuestionDocument): Presented {
  const { form, minutes, roles, technologies, language, license, edition, advanceNotice, context, prompt, exhibits } = document;
  const parts = {
    open: {
      form,
      timing: minutes,
      roles,
      technologies,
      language,
      license,
      edition,
      advanceNotice,
      context,
      prompt,
      exhibits,
      response: presentResponse(document),
    },
    scorers: presentScorers(document),
    last: { scorer: null, other: null },
  };
  presented.set(document, parts);
  return parts;
}

/** What a candidate reads of it; which choice is right is for scorers. */
function presentResponse({ response }: QuestionDocument): OpenPart['response'] {
  if (response === undefined) return null;
  const { choices, ...how } = response;
  return { ...how, ...(choices && { choices: choices.map(({ id, text }) => ({ id, text })) }) };
}

const presentScorers = (document: QuestionDocument): ScorerPart => ({
  scorerFields: true,
  evidenceOnRequest: document.evidenceOnRequest,
  choiceKey: document.response?.choices?.map(({ id, correct, score, feedback }) => ({ choiceId: id, correct, score, feedback })) ?? null,
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
  noteDown: document.noteDown ?? null,
  rubric: {
    ...document.rubric,
    criteria: document.rubric.criteria.map(({ anchors, ...criterion }) => ({
      ...criterion,
      anchors: Object.entries(anchors).map(([level, text]) => ({ level: Number(level), text })),
    })),
  },
  scoringNotes: document.scoringNotes ?? null,
  construct: document.construct ?? null,
  notMeasured: document.notMeasured ?? null,
  groundTruth: document.groundTruth ?? null,
  plot: document.plot ?? null,
  arithmeticCheck: document.arithmeticCheck ?? null,
  numbersKey: document.numbersKey ?? null,
  relations: document.relations ?? null,
  modelAnswer: document.modelAnswer ?? null,
  acceptAlso: document.acceptAlso ?? null,
  plausibleWrongAnswers: document.plausibleWrongAnswers,
  parallelRecipe: document.variants.parallelRecipe ?? null,
  leakHalfLife: document.variants.leakHalfLife ?? null,
  wordings: document.variants.wordings ?? null,
  references: document.references.map((source) => (typeof source === 'string' ? { title: source } : source)),
  reviewedFacts: document.reviewedFacts.map((claim) => (typeof claim === 'string' ? { fact: claim } : claim)),
  biasCheck: document.biasCheck ?? null,
  accessibility: document.accessibility ?? null,
  translationOf: document.translationOf ?? null,
  external: document.external ?? null,
  extensions: (document.extensions as Json | undefined) ?? null,
});
