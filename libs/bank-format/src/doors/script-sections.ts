/**
 * How what interviewers and scorers read is laid out as text, where a format has no field for it: a heading of the third depth for each
 * member of a question, the same in Markdown, in the notes for graders of Moodle and in the rubric blocks of QTI. In tables each is a
 * column.
 */

/** Members that are one text. */
export const TEXT_SECTIONS = {
  construct: 'What is measured',
  notMeasured: 'Do not score',
  advanceNotice: 'Advance notice',
  scriptNotes: 'Script notes',
  ifNoSuchCase: 'If there is no such case',
  hintPolicy: 'Hint policy',
  rolePlayKey: 'Role play',
  authenticityChecks: 'Authenticity checks',
  followUpKey: 'Follow-up key',
  groundTruth: 'Ground truth',
  arithmeticCheck: 'Arithmetic check',
  numbersKey: 'Numbers key',
  modelAnswer: 'Reference answer',
  scoringNotes: 'Scoring notes',
  biasCheck: 'Fairness',
  accessibility: 'Accessibility',
} as const;
export type TextSection = keyof typeof TEXT_SECTIONS;

/** Members that are a list of texts. Signals and flags belong to the rubric. */
export const LIST_SECTIONS = {
  noteDown: 'Note down',
  failureCards: 'Failure cards',
  strongSignals: 'Strong signals',
  weakSignals: 'Weak signals',
  redFlags: 'Red flags',
  acceptAlso: 'Accept also',
  sources: 'Sources',
} as const;
export type ListSection = keyof typeof LIST_SECTIONS;

/** Members with a form of their own. */
export const FORMED_SECTIONS = {
  probes: 'Probes',
  hints: 'Hints',
  followUps: 'Follow-ups',
  rubric: 'Rubric',
  plausibleWrongAnswers: 'Plausible wrong answers',
} as const;

export const SCRIPT_HEADINGS = { ...TEXT_SECTIONS, ...LIST_SECTIONS, ...FORMED_SECTIONS };
export type ScriptSection = keyof typeof SCRIPT_HEADINGS;

/** In the order in which an interview needs them. */
export const SCRIPT_ORDER: readonly ScriptSection[] = [
  'construct',
  'notMeasured',
  'advanceNotice',
  'scriptNotes',
  'ifNoSuchCase',
  'probes',
  'hintPolicy',
  'hints',
  'failureCards',
  'rolePlayKey',
  'authenticityChecks',
  'followUps',
  'followUpKey',
  'noteDown',
  'rubric',
  'strongSignals',
  'weakSignals',
  'redFlags',
  'scoringNotes',
  'groundTruth',
  'arithmeticCheck',
  'numbersKey',
  'modelAnswer',
  'acceptAlso',
  'plausibleWrongAnswers',
  'sources',
  'biasCheck',
  'accessibility',
];

export const isTextSection = (section: string): section is TextSection => Object.hasOwn(TEXT_SECTIONS, section);
export const isListSection = (section: string): section is ListSection => Object.hasOwn(LIST_SECTIONS, section);

/** Words that other tools and people use for the same sections. */
const ALSO: Readonly<Record<string, ScriptSection>> = {
  scoring: 'rubric',
  'scoring guide': 'rubric',
  'follow up questions': 'probes',
  'follow-up questions': 'probes',
  'probing questions': 'probes',
  'model answer': 'modelAnswer',
  'sample answer': 'modelAnswer',
  'expected answer': 'modelAnswer',
  'example answer': 'modelAnswer',
  answer: 'modelAnswer',
  purpose: 'construct',
  'not scored': 'notMeasured',
  'good signs': 'strongSignals',
  'bad signs': 'weakSignals',
  references: 'sources',
};

/** The section that a heading opens; null for any other heading. */
export function sectionOf(heading: string): ScriptSection | null {
  const words = heading.trim().replace(/:$/, '').toLowerCase();
  const own = (Object.entries(SCRIPT_HEADINGS) as [ScriptSection, string][]).find(([, title]) => title.toLowerCase() === words);
  return own?.[0] ?? (Object.hasOwn(ALSO, words) ? (ALSO[words] ?? null) : null);
}

/** How a point of a list says that it is something to listen for, and what it says of a wrong answer. */
export const LOOK_FOR = 'Look for: ';
export const ATTRACTIVE = 'Tempting because: ';
export const WRONG = 'Wrong because: ';

/** The name of a column for a section: `modelAnswer` → `model_answer`. */
export const columnOf = (section: string): string => section.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
