/** What an answer to the question consists of; the eight kinds of the framework. */
export const QUESTION_KINDS = [
  'technical-depth',
  'system-design',
  'debugging-evidence',
  'code-review',
  'work-sample',
  'case',
  'situational',
  'behavioural',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Debugging questions and cases come in two lengths. */
export const QUESTION_FORMS = ['short', 'long'] as const;
export type QuestionForm = (typeof QUESTION_FORMS)[number];

/** For whom the question is fair, not how well they must answer. */
export const SENIORITIES = ['junior', 'middle', 'senior', 'lead', 'principal'] as const;
export type Seniority = (typeof SENIORITIES)[number];

/** `training` questions are published with their answers and must not be used to select. */
export const QUESTION_USAGES = ['training', 'live'] as const;
export type QuestionUsage = (typeof QUESTION_USAGES)[number];

/** How the content of an exhibit is to be set. All of them are plain text; `table` is columns aligned by spaces. */
export const EXHIBIT_FORMATS = [
  'text',
  'table',
  'markdown',
  'log',
  'diff',
  'csv',
  'json',
  'yaml',
  'xml',
  'properties',
  'sql',
  'python',
  'scala',
  'java',
  'shell',
  'terraform',
  'dockerfile',
] as const;
export type ExhibitFormat = (typeof EXHIBIT_FORMATS)[number];

/** When a probe is asked: always, to clear up a word, to go deeper, or to go beyond. */
export const PROBE_KINDS = ['required', 'clarify', 'deepen', 'extend'] as const;
export type ProbeKind = (typeof PROBE_KINDS)[number];

/** How an answer is given; `spoken` unless said otherwise. */
export const RESPONSE_MODES = [
  'spoken',
  'text',
  'code',
  'whiteboard',
  'file',
  'audio',
  'video',
  'single-choice',
  'multiple-choice',
] as const;
export type ResponseMode = (typeof RESPONSE_MODES)[number];

/** What turned out to be guilty. A bank in which one of them always is can be guessed. */
export const CULPRITS = [
  'newest-change',
  'older-change',
  'upstream-team',
  'other-team',
  'configuration',
  'data',
  'load',
  'capacity',
  'product-defect',
  'design',
  'process',
  'person',
  'none',
] as const;
export type Culprit = (typeof CULPRITS)[number];

/** Whether the first plausible explanation holds. */
export const FIRST_GUESSES = ['right', 'incomplete', 'wrong'] as const;

/** What the right end of the case is. */
export const ENDINGS = ['act', 'wait', 'ask', 'tell', 'do-less'] as const;
export type Ending = (typeof ENDINGS)[number];

/** A: a score depends on it. B: background. C: arithmetic inside the page. D: opinion or practice. */
export const CLAIM_CLASSES = ['A', 'B', 'C', 'D'] as const;

/** What looking it up gave. */
export const CLAIM_RESULTS = ['verified', 'conditional', 'refuted', 'not-found'] as const;

/** How a name in another system relates to this one. */
export const RELATIONS = ['same', 'exact', 'close', 'broader', 'narrower', 'related'] as const;

/** Where a question stands. Only `approved` ones are asked; `compromised` is known to have leaked. */
export const RECORD_STATES = ['draft', 'in-review', 'pilot', 'approved', 'compromised', 'retired'] as const;
export type RecordState = (typeof RECORD_STATES)[number];

export type Difficulty = 1 | 2 | 3 | 4 | 5;
