import { type Result, err, ok } from '@touchstone/kernel';
import type { BankFault, FaultPath } from './bank-fault';
import { FaultLog } from './fault-log';
import { FieldReader, type EntryReader, type Fields } from './field-reader';
import {
  QUESTION_FORMS,
  QUESTION_KINDS,
  QUESTION_USAGES,
  SENIORITIES,
  type Difficulty,
  type QuestionDocument,
  type QuestionMinutes,
  type QuestionVariants,
  type Technology,
} from './question-document';
import { LIMITS } from './text-limits';
import { LANGUAGE, LICENSE, SLUG, TAG } from './text-pattern';
import { readEvidence, readExhibit } from './validate-exhibits';
import { readRubric } from './validate-rubric';
import { readFollowUp, readHint, readProbe, readWrongAnswer } from './validate-script';
import { withoutAbsent } from './without-absent';

/** What a question takes from its surroundings when it does not say so itself. */
export interface QuestionDefaults {
  readonly license: string;
  readonly language: string;
}

/** A question written in the house: nobody else may have it unless a licence is given. */
export const HOUSE_DEFAULTS: QuestionDefaults = { license: 'LicenseRef-proprietary', language: 'en' };

/** The members of a question in their canonical order, which is also the order of a printed file. */
export const QUESTION_FIELDS: Fields<QuestionDocument> = {
  id: true,
  title: true,
  usage: true,
  edition: true,
  language: true,
  license: true,
  category: true,
  kind: true,
  form: true,
  competencies: true,
  roles: true,
  seniority: true,
  difficulty: true,
  minutes: true,
  tags: true,
  technologies: true,
  construct: true,
  notMeasured: true,
  advanceNotice: true,
  context: true,
  prompt: true,
  exhibits: true,
  evidenceOnRequest: true,
  scriptNotes: true,
  ifNoSuchCase: true,
  probes: true,
  hintPolicy: true,
  hints: true,
  failureCards: true,
  rolePlayKey: true,
  authenticityChecks: true,
  followUps: true,
  followUpKey: true,
  rubric: true,
  groundTruth: true,
  arithmeticCheck: true,
  numbersKey: true,
  modelAnswer: true,
  plausibleWrongAnswers: true,
  variants: true,
  enemies: true,
  references: true,
  reviewedFacts: true,
  biasCheck: true,
  accessibility: true,
};

/**
 * Is this unknown value a question document? Checks form only: types, lengths, choices, unique ids, characters that can be
 * stored. A draft may be incomplete; `publishFaults` says what is still missing. Required: id, title, category, kind,
 * difficulty, minutes.target; defaults: usage `live`, licence and language by `defaults`, lists empty.
 *
 * The value is a normalized copy: optional blank texts and `null` are absent, line ends are LF and texts do not end with one.
 * Errors: every fault found, with its path inside the value.
 */
export function validateQuestionDocument(
  value: unknown,
  defaults: QuestionDefaults = HOUSE_DEFAULTS,
): Result<QuestionDocument, readonly BankFault[]> {
  const log = new FaultLog();
  const document = readQuestion(value, [], log, defaults);
  return log.faults.length === 0 ? ok(document) : err(log.faults);
}

/** The same as part of a larger reading. The document is only worth something when the log stays empty. */
export function readQuestion(value: unknown, path: FaultPath, log: FaultLog, defaults: QuestionDefaults): QuestionDocument {
  const fields = FieldReader.open(value, path, log, QUESTION_FIELDS);
  const document: QuestionDocument = {
    id: fields.requiredLine('id', LIMITS.line, SLUG),
    title: fields.requiredLine('title'),
    usage: fields.oneOf('usage', QUESTION_USAGES) ?? 'live',
    edition: fields.line('edition', LIMITS.tag),
    language: fields.line('language', LIMITS.line, LANGUAGE) ?? defaults.language,
    license: fields.line('license', LIMITS.line, LICENSE) ?? defaults.license,

    category: fields.requiredLine('category', LIMITS.line, SLUG),
    kind: fields.requiredOneOf('kind', QUESTION_KINDS),
    form: fields.oneOf('form', QUESTION_FORMS),
    competencies: fields.names('competencies', SLUG),
    roles: fields.names('roles', SLUG),
    seniority: fields.choices('seniority', SENIORITIES),
    difficulty: fields.requiredNumber('difficulty', { minimum: 1, maximum: 5, step: 1 }) as Difficulty,
    minutes: fields.member('minutes', readMinutes),
    tags: fields.names('tags', TAG),
    technologies: fields.distinctList('technologies', LIMITS.entries, readTechnology, (technology) => technology.name),
    construct: fields.text('construct', LIMITS.passage),
    notMeasured: fields.text('notMeasured', LIMITS.passage),

    advanceNotice: fields.text('advanceNotice'),
    context: fields.text('context'),
    prompt: fields.text('prompt') ?? '',
    exhibits: fields.distinctList('exhibits', LIMITS.exhibits, readExhibit, (exhibit) => exhibit.id),
    evidenceOnRequest: fields.distinctList('evidenceOnRequest', LIMITS.exhibits, readEvidence, (evidence) => evidence.id),

    scriptNotes: fields.text('scriptNotes'),
    ifNoSuchCase: fields.text('ifNoSuchCase'),
    probes: fields.distinctList('probes', LIMITS.entries, readProbe, (probe) => probe.id),
    hintPolicy: fields.text('hintPolicy', LIMITS.passage),
    hints: fields.distinctList('hints', LIMITS.entries, readHint, (hint) => hint.id),
    failureCards: fields.texts('failureCards'),
    rolePlayKey: fields.text('rolePlayKey'),
    authenticityChecks: fields.text('authenticityChecks'),
    followUps: fields.list('followUps', LIMITS.entries, readFollowUp),
    followUpKey: fields.text('followUpKey'),

    rubric: fields.member('rubric', readRubric),
    groundTruth: fields.text('groundTruth'),
    arithmeticCheck: fields.text('arithmeticCheck'),
    numbersKey: fields.text('numbersKey'),
    modelAnswer: fields.text('modelAnswer'),
    plausibleWrongAnswers: fields.list('plausibleWrongAnswers', LIMITS.entries, readWrongAnswer),

    variants: fields.member('variants', readVariants),
    enemies: fields.names('enemies', SLUG),
    references: fields.texts('references'),
    reviewedFacts: fields.texts('reviewedFacts'),
    biasCheck: fields.text('biasCheck'),
    accessibility: fields.text('accessibility'),
  };
  reportSharedPieceIds(document, path, log);
  return withoutAbsent(document);
}

/** A candidate is told "exhibit E": the two lists share one set of ids. */
function reportSharedPieceIds(document: QuestionDocument, path: FaultPath, log: FaultLog): void {
  const exhibitIds = new Set(document.exhibits.map((exhibit) => exhibit.id));
  document.evidenceOnRequest.forEach(({ id }, index) => {
    if (id !== '' && exhibitIds.has(id)) {
      log.report(
        'DUPLICATE',
        [...path, 'evidenceOnRequest', index, 'id'],
        `"${id}" is already the id of an exhibit. Rename one of the two.`,
      );
    }
  });
}

const MINUTES_FIELDS: Fields<QuestionMinutes> = { target: true, max: true, preparation: true, answer: true, probes: true };

const readMinutes: EntryReader<QuestionMinutes> = (value, path, log) => {
  if (value === undefined) {
    log.report('MISSING', path, '"minutes" is missing. Add minutes: {target: …}, the whole time of the question.');
    return { target: 1 };
  }
  const fields = FieldReader.open(value, path, log, MINUTES_FIELDS);
  const part = { minimum: 0, maximum: LIMITS.minutes, step: 0.5 };
  const whole = { ...part, minimum: 0.5 };
  const minutes = {
    target: fields.requiredNumber('target', whole),
    max: fields.number('max', whole),
    preparation: fields.number('preparation', part),
    answer: fields.number('answer', part),
    probes: fields.number('probes', part),
  };
  if (minutes.max !== undefined && minutes.max < minutes.target) {
    fields.fault('RANGE', 'max', `"max" (${minutes.max}) must not be below "target" (${minutes.target}).`);
  }
  return withoutAbsent<QuestionMinutes>(minutes);
};

const TECHNOLOGY_FIELDS: Fields<Technology> = { name: true, detail: true };

const readTechnology: EntryReader<Technology> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, TECHNOLOGY_FIELDS);
  return withoutAbsent<Technology>({ name: fields.requiredLine('name', LIMITS.tag), detail: fields.line('detail') });
};

const VARIANTS_FIELDS: Fields<QuestionVariants> = { family: true, parallelRecipe: true, leakHalfLife: true };

const readVariants: EntryReader<QuestionVariants> = (value, path, log) => {
  const fields = FieldReader.open(value ?? {}, path, log, VARIANTS_FIELDS);
  return withoutAbsent<QuestionVariants>({
    family: fields.line('family', LIMITS.line, SLUG),
    parallelRecipe: fields.text('parallelRecipe'),
    leakHalfLife: fields.line('leakHalfLife'),
  });
};
