import { exhibit, requestableEvidence, response } from './candidate-shapes';
import { type Difficulty, QUESTION_FORMS, QUESTION_KINDS, QUESTION_USAGES, SENIORITIES } from './question-words';
import { rubric } from './rubric-shapes';
import { followUp, hint, plausibleWrongAnswer, probe } from './script-shapes';
import { choices, list, names, texts } from './shape/lists';
import { always, fallingBack, optional, record, type RecordOf, required } from './shape/record';
import { choice, number } from './shape/scalars';
import type { TypeOf } from './shape/shape';
import { line, name, text } from './shape/texts';
import { LIMITS } from './text-limits';
import { LANGUAGE, LICENSE, SLUG, TAG } from './text-pattern';
import { extensions, external, plot, reference, reviewedFact, translationOf, variants } from './upkeep-shapes';

/** What a question takes from its surroundings when it does not say so itself. */
export interface QuestionDefaults {
  readonly license: string;
  readonly language: string;
}

const part = { minimum: 0, maximum: LIMITS.minutes, step: 0.5 };
const whole = { ...part, minimum: 0.5 };

/** Minutes, whole or half. */
const minutes = record(
  'Minutes',
  {
    target: required(number(whole), 'All of it: silent reading, answer and probes add up to it.'),
    max: optional(number(whole), 'The latest end.'),
    preparation: optional(number(part), 'Silent reading.'),
    answer: optional(number(part), 'The answer before any probe.'),
    probes: optional(number(part), 'Probes and follow-ups.'),
  },
  {
    check: ({ target, max }, path, log) => {
      if (max !== undefined && max < target)
        log.report('RANGE', [...path, 'max'], `"max" (${max}) must not be below "target" (${target}).`);
    },
  },
);
export type QuestionMinutes = TypeOf<typeof minutes>;

const technology = record('Technology', {
  name: required(line(LIMITS.tag), 'Such as `spark`.'),
  detail: optional(line(), 'The version and what matters about it.'),
});
export type Technology = TypeOf<typeof technology>;

const none: readonly string[] = [];

/** The members of a question in their canonical order, each said once. */
export const questionMembers = (defaults: QuestionDefaults) =>
  ({
    id: required(name(SLUG), 'Stable, lower case, never used again for another question.'),
    title: required(line(), 'Short, memorable, gives nothing away; at most 60 characters.'),
    usage: fallingBack(choice(QUESTION_USAGES), 'live', '`training` is published with its answers and must not be used to select.'),
    edition: optional(
      line(LIMITS.tag),
      "The author's own label of this text, such as 1.2.0. A change that can move scores needs a new one.",
    ),
    language: fallingBack(line(LIMITS.line, LANGUAGE), defaults.language, 'BCP 47 tag; that of the bank unless given.'),
    license: fallingBack(
      line(LIMITS.line, LICENSE),
      defaults.license,
      'SPDX expression; that of the bank unless given. `LicenseRef-unknown` cannot be published.',
    ),

    category: required(name(SLUG), 'Slug of the category of the first competency.'),
    kind: required(choice(QUESTION_KINDS), 'What an answer consists of.'),
    form: optional(choice(QUESTION_FORMS), 'Length of a debugging question or a case.'),
    competencies: fallingBack(names(SLUG), none, 'Slugs: the one that is measured first, then at most three that are touched.'),
    roles: fallingBack(names(SLUG), none, 'Slugs of the role profiles it was written for; none = any.'),
    seniority: fallingBack(choices(SENIORITIES), [], 'For whom it is fair, not how well they must answer.'),
    difficulty: required(number<Difficulty>({ minimum: 1, maximum: 5, step: 1 }), '1 to 5, counted from the situation.'),
    minutes: required(minutes, 'The whole time of the question.', 'minutes: {target: …}, the whole time of the question'),
    tags: fallingBack(names(TAG), none, 'Lower-case words to find it by.'),
    technologies: fallingBack(list(technology, { keyOf: (entry) => entry.name }), [], 'Products that it is about, with versions.'),
    construct: optional(text(LIMITS.passage), 'What an observer can see and score, in one sentence with a verb.'),
    notMeasured: optional(text(LIMITS.passage), 'What must not move the score.'),

    advanceNotice: optional(text(), 'For candidates: sent to everybody before the day. Behavioural questions need it.'),
    context: optional(text(), 'For candidates: the situation, at most 150 words.'),
    prompt: fallingBack(text(), '', 'For candidates: read aloud word for word, at most 120 words. May be missing only in a draft.'),
    exhibits: fallingBack(
      list(exhibit, { maximum: LIMITS.exhibits, keyOf: ({ id }) => id }),
      [],
      'For candidates: shown from the start, at most four.',
    ),
    evidenceOnRequest: fallingBack(
      list(requestableEvidence, { maximum: LIMITS.exhibits, keyOf: ({ id }) => id }),
      [],
      'Shown piece by piece to the candidate who asks for the equivalent.',
    ),
    response: optional(response, 'How the answer is given, where it is not simply spoken.'),

    scriptNotes: optional(text(), 'What the interviewer does and does not say.'),
    ifNoSuchCase: optional(text(), 'Spoken where a candidate has no such case: a way out of equal worth. Behavioural questions need it.'),
    probes: fallingBack(list(probe, { keyOf: ({ id }) => id }), [], 'Asked in this order, only those not yet answered; four to seven.'),
    hintPolicy: optional(text(LIMITS.passage), 'The rule in words, also where no hint is allowed.'),
    hints: fallingBack(list(hint, { keyOf: ({ id }) => id }), [], 'The only help allowed, with its price.'),
    failureCards: fallingBack(texts(), none, 'Changes that are played in during a design, the same for all candidates of a kit.'),
    rolePlayKey: optional(text(), 'How the interviewer plays the other person.'),
    authenticityChecks: optional(text(), 'What tells a true story from an invented one, kindly.'),
    followUps: fallingBack(list(followUp), [], 'What is asked next, by the level of the answer so far.'),
    followUpKey: optional(text(), 'What a follow-up is after.'),
    noteDown: optional(texts(), 'What must be written down, in the words of the candidate.'),

    rubric: always(
      rubric,
      (): TypeOf<typeof rubric> => ({ scale: 'standard', criteria: [], strongSignals: [], weakSignals: [], redFlags: [] }),
      'How the answer is scored.',
    ),
    scoringNotes: optional(text(), 'Free scoring text of a question that came without a rubric.'),
    groundTruth: optional(text(), 'What really happened, or what an expert would decide.'),
    plot: optional(plot, 'The story in words that a bank can count.'),
    arithmeticCheck: optional(text(), 'The sums that show that the exhibits agree, in words and figures.'),
    numbersKey: optional(text(), 'The figures that a candidate can derive, worked out.'),
    relations: optional(
      texts(LIMITS.relations, LIMITS.line),
      'The same sums, one a line, such as `400 * 160 MiB = 62.5 GiB`; they are computed by the linter.',
    ),
    modelAnswer: optional(text(), 'As somebody would say it, at level 4 to 5, with its own doubt.'),
    acceptAlso: optional(texts(), 'Other ways that are worth the same.'),
    plausibleWrongAnswers: fallingBack(
      list(plausibleWrongAnswer),
      [],
      'Three to five, each with what makes it tempting and what refutes it.',
    ),

    variants: always(variants, (): TypeOf<typeof variants> => ({}), 'How to repeat the question without repeating it.'),
    enemies: fallingBack(names(SLUG), none, 'Ids of questions that must not share a kit with this one, because one gives the other away.'),
    references: fallingBack(list(reference), [], 'Sources of the facts that scores depend on: primary, with version.'),
    reviewedFacts: fallingBack(list(reviewedFact), [], 'Claims that were checked.'),
    biasCheck: optional(text(), 'Who could be at a disadvantage, and why nobody is.'),
    accessibility: optional(text(), 'What is offered to whom it would otherwise be harder.'),
    translationOf: optional(translationOf, 'The question that this is a translation of.'),
    external: optional(list(external), 'Its names in other systems.'),
    extensions: optional(extensions, 'Foreign fields without a home here, under names that begin with `x-`.'),
  }) as const;

/**
 * The content of one immutable question version: what is hashed, stored and exchanged. It holds no version number, status,
 * owner or statistics; those belong to the row around it, and in a file to its `record`.
 *
 * Lists are always present (empty = none) where a question had them from the beginning, later ones only where they hold
 * something. Optional texts are absent rather than empty, line ends are LF and a text does not end with one. Texts are CommonMark
 * without raw HTML; exhibit contents are verbatim.
 *
 * Sections, by who may read them: `advanceNotice`, `context`, `prompt`, `exhibits`, and the choices of `response` are for
 * candidates (`candidateView`); `evidenceOnRequest` piece by piece, when released; everything else is for interviewers and
 * scorers only.
 */
export type QuestionDocument = RecordOf<ReturnType<typeof questionMembers>>;

/** The shape of a question in its surroundings. */
export const questionShape = (defaults: QuestionDefaults) => record('Question', questionMembers(defaults), { check: reportSharedPieceIds });

/** A question written in the house: nobody else may have it unless a licence is given. */
export const HOUSE_DEFAULTS: QuestionDefaults = { license: 'LicenseRef-proprietary', language: 'en' };

/** The names of the members in their canonical order. */
export const QUESTION_MEMBERS: readonly string[] = Object.keys(questionMembers(HOUSE_DEFAULTS));

/** A candidate is told "exhibit E": the two lists share one set of ids. */
export function reportSharedPieceIds(
  { exhibits, evidenceOnRequest }: Pick<QuestionDocument, 'exhibits' | 'evidenceOnRequest'>,
  path: Parameters<typeof minutes.read>[1],
  log: Parameters<typeof minutes.read>[2],
): void {
  const exhibitIds = new Set(exhibits.map(({ id }) => id));
  evidenceOnRequest.forEach(({ id }, index) => {
    if (exhibitIds.has(id))
      log.report(
        'DUPLICATE',
        [...path, 'evidenceOnRequest', index, 'id'],
        `"${id}" is already the id of an exhibit. Rename one of the two.`,
      );
  });
}
