import type { BankQuestion } from '../bank-file';
import { TEXT_SECTIONS } from '../doors/script-sections';
import type { Loss, Outgoing, OutgoingFormat } from './outgoing';
import { placedQuestions } from './outgoing';

/** Parts of a question, as fine as formats tell them apart; the value is undefined where a question has none. */
export const PARTS: Readonly<Record<string, (question: BankQuestion) => unknown>> = {
  id: (question) => question.id,
  version: (question) => question.record?.version ?? 1,
  title: (question) => question.title,
  prompt: (question) => question.prompt,
  context: (question) => question.context,
  category: (question) => question.category,
  kind: (question) => question.kind,
  competencies: (question) => question.competencies,
  roles: (question) => question.roles,
  seniority: (question) => question.seniority,
  difficulty: (question) => question.difficulty,
  'minutes.target': (question) => question.minutes.target,
  'minutes beside target': ({ minutes: { target: _target, ...rest } }) => rest,
  tags: (question) => question.tags,
  language: (question) => question.language,
  license: (question) => question.license,
  authors: (question) => question.record?.authors,
  references: (question) =>
    question.references.map((reference) => (typeof reference === 'string' ? reference : (reference.uri ?? reference.title))),
  'references in detail': (question) => question.references.filter((reference) => typeof reference !== 'string'),
  exhibits: (question) => question.exhibits.map(({ id, title, content }) => ({ id, title, content })),
  'exhibits in detail': (question) =>
    question.exhibits.filter(({ alt, attachment, format }) => alt !== undefined || attachment !== undefined || format !== 'text'),
  'response.mode': (question) => question.response?.mode,
  'response.choices': (question) => question.response?.choices?.map(({ text, correct = false }) => ({ text, correct })),
  'response in detail': ({ response }) =>
    response === undefined
      ? undefined
      : {
          ...response,
          mode: undefined,
          choices: response.choices?.filter(({ score, feedback }) => score !== undefined || feedback !== undefined),
        },
  'variants.wordings': (question) => question.variants.wordings?.map(({ style, prompt }) => ({ style, prompt })),
  variants: ({ variants: { wordings: _wordings, ...rest } }) => rest,
  construct: (question) => question.construct,
  notMeasured: (question) => question.notMeasured,
  scriptNotes: (question) => question.scriptNotes,
  probes: (question) =>
    question.probes.map(({ ask, when, lookFor, probes }) => ({
      ask,
      when,
      lookFor,
      probes: probes?.map((below) => ({ ask: below.ask, when: below.when, lookFor: below.lookFor })),
    })),
  'probes in detail': (question) => question.probes.filter(({ kind, evidenceFor }) => kind !== undefined || evidenceFor !== undefined),
  hints: (question) => question.hints.map(({ text, when, caps }) => ({ text, when, caps })),
  'hints in detail': (question) => question.hints.filter(({ evidenceFor }) => evidenceFor !== undefined),
  followUps: (question) => question.followUps,
  noteDown: (question) => question.noteDown,
  'rubric.criteria': (question) => question.rubric.criteria.map(({ title, weight, anchors }) => ({ title, weight, anchors })),
  'rubric.criteria.id': (question) => question.rubric.criteria.map(({ id }) => id),
  'rubric.criteria.competency': (question) => question.rubric.criteria.map(({ competency }) => competency),
  'rubric.criteria in detail': (question) => question.rubric.criteria.map(({ description, mustReach }) => ({ description, mustReach })),
  'rubric.pass': (question) => question.rubric.pass,
  'rubric.strongSignals': (question) => question.rubric.strongSignals,
  'rubric.weakSignals': (question) => question.rubric.weakSignals,
  'rubric.redFlags': (question) => question.rubric.redFlags,
  groundTruth: (question) => question.groundTruth,
  modelAnswer: (question) => question.modelAnswer,
  acceptAlso: (question) => question.acceptAlso,
  scoringNotes: (question) => question.scoringNotes,
  usage: (question) => (question.usage === 'live' ? undefined : question.usage),
  ...whole(
    'advanceNotice ifNoSuchCase hintPolicy failureCards rolePlayKey authenticityChecks followUpKey arithmeticCheck numbersKey plausibleWrongAnswers biasCheck accessibility edition form technologies evidenceOnRequest plot relations enemies reviewedFacts translationOf external extensions',
  ),
  'record beside version and authors': ({ record: { version: _version, authors: _authors, ...rest } = {} }) => rest,
};

/** Members that are carried whole or not at all. */
function whole(names: string): Readonly<Record<string, (question: BankQuestion) => unknown>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, (question: BankQuestion) => question[name as keyof BankQuestion]]));
}

const SHOWN = words('id version title prompt context category exhibits');
const SHORT = words('kind competencies roles seniority difficulty minutes.target tags language license response.mode response.choices');
const SCRIPT = [
  ...Object.keys(TEXT_SECTIONS),
  ...words('probes hints followUps noteDown failureCards acceptAlso plausibleWrongAnswers references'),
  ...words('rubric.criteria rubric.criteria.competency rubric.strongSignals rubric.weakSignals rubric.redFlags'),
];
/** What only the rubric as a table says, not the rows of a sheet. */
const TABLED = ['rubric.pass', 'rubric.criteria in detail'];

/** The parts that a format carries in its own fields, or as text in them, and that come back from there. */
const CARRIES: Readonly<Record<Exclude<OutgoingFormat, 'yaml' | 'json' | 'zip'>, readonly string[]>> = {
  'qti-3.0': [...SHOWN, ...SHORT, ...SCRIPT, ...TABLED, 'authors'],
  'qti-2.2': [...SHOWN, ...SHORT, ...SCRIPT, ...TABLED, 'authors'],
  'moodle-xml': [...SHOWN, ...SHORT, ...SCRIPT, ...TABLED],
  gift: [...SHOWN, ...SHORT],
  csv: [...SHOWN, ...SHORT, ...SCRIPT, ...TABLED, 'authors', 'variants.wordings'],
  xlsx: [...SHOWN, ...SHORT, ...SCRIPT, 'authors', 'variants.wordings', 'rubric.criteria.id'],
  markdown: [...SHOWN, ...SHORT, ...SCRIPT, ...TABLED, 'authors'],
  'canvas-rubric-csv': words('title rubric.criteria'),
  'case-json': words('title prompt rubric.criteria rubric.criteria.competency'),
};

function words(text: string): readonly string[] {
  return text.split(' ');
}

/** Whether a format brings a part back without our own file inside of it. */
export const carries = (format: OutgoingFormat, part: string): boolean =>
  format === 'yaml' || format === 'json' || format === 'zip' || CARRIES[format].includes(part);

/** The parts that some question has and the format does not carry, with how many questions have them. */
export function lossesOf(outgoing: Outgoing, format: OutgoingFormat, inSidecar: boolean): readonly Loss[] {
  const questions = placedQuestions(outgoing).map(({ question }) => question);
  return Object.entries(PARTS)
    .filter(([part]) => !carries(format, part))
    .map(([part, pick]) => ({ part, questions: questions.filter((question) => !isNothing(pick(question))).length, inSidecar }))
    .filter((loss) => loss.questions > 0);
}

/** Whether a value says nothing: absent, empty, or made of such. */
export function isNothing(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.values(value).every(isNothing);
}
