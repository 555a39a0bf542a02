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
export const SENIORITIES = ['senior', 'lead', 'principal'] as const;
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

export type Difficulty = 1 | 2 | 3 | 4 | 5;

/**
 * The content of one immutable question version: what is hashed, stored and exchanged. It holds no version number, status,
 * owner or statistics; those belong to the row around it.
 *
 * Lists are always present (empty = none), optional texts are absent rather than empty, line ends are LF and a text does
 * not end with one. Texts are CommonMark without raw HTML; exhibit contents are verbatim.
 *
 * Sections, by who may read them: `advanceNotice`, `context`, `prompt`, `exhibits` are for candidates (`candidateView`);
 * `evidenceOnRequest` piece by piece, when released; everything else is for interviewers and scorers only.
 *
 * Mapping to the draft schema of `interview-bank/1`: same names for id, title, kind, prompt, context, roles, seniority,
 * difficulty, minutes, competencies, tags, probes, rubric, license. `guidance.say` → `scriptNotes`, `guidance.modelAnswer` →
 * `modelAnswer`, `guidance.commonErrors` → `plausibleWrongAnswers`, `guidance.doNotScore` → `notMeasured`, `purpose` →
 * `construct`, `fairness.notes` → `biasCheck`, `fairness.accommodations` → `accessibility`, `sources[].title` →
 * `references`, probes of kind `hint` → `hints`, attachments → `exhibits` (text, inline), `locale` → `language`. Anchors are
 * one text per level instead of a list of lines, and kinds and seniorities are those of the framework.
 *
 * Mapping to `question/v1` (the gold questions): snake_case → camelCase; `competency` + `secondary_competencies` →
 * `competencies`; `duration_minutes.{total, read, answer, probes}` → `minutes.{target, preparation, answer, probes}`;
 * `stack` → `technologies`; `rubric[].name` → `title`; `follow_ups.if_level_4_5` → `{ levels: [4, 5], ask }`; `version` →
 * `edition`; status `gold` → usage `training`.
 */
export interface QuestionDocument {
  /** Stable slug of the question, lower case, never reused. */
  readonly id: string;
  /** Short, memorable, gives nothing away. One line. */
  readonly title: string;
  readonly usage: QuestionUsage;
  /** The author's own label of this text, for example a semantic version; the version number of the bank is not in here. */
  readonly edition?: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** SPDX expression, `LicenseRef-proprietary` for what stays in the house, `LicenseRef-unknown` for imports of unknown origin. */
  readonly license: string;

  /** Slug of the category of the first competency. */
  readonly category: string;
  readonly kind: QuestionKind;
  readonly form?: QuestionForm;
  /** Slugs, the one that is measured first, then those that are touched. */
  readonly competencies: readonly string[];
  /** Slugs of the role profiles it was written for; empty = any. */
  readonly roles: readonly string[];
  readonly seniority: readonly Seniority[];
  readonly difficulty: Difficulty;
  readonly minutes: QuestionMinutes;
  /** Lower-case words for finding, unique. */
  readonly tags: readonly string[];
  readonly technologies: readonly Technology[];
  /** What an observer can see and score, in one sentence. */
  readonly construct?: string;
  /** What must not move the score. */
  readonly notMeasured?: string;

  /** Sent to every candidate before the day; behavioural questions. */
  readonly advanceNotice?: string;
  readonly context?: string;
  /** Read aloud word for word. Empty only in a draft. */
  readonly prompt: string;
  readonly exhibits: readonly Exhibit[];
  /** Shown one by one to the candidate who asks for the equivalent. */
  readonly evidenceOnRequest: readonly RequestableEvidence[];

  /** What the interviewer does and does not say. */
  readonly scriptNotes?: string;
  /** The way out of equal worth when a candidate has no such case; spoken by the interviewer, may hold a scoring note. */
  readonly ifNoSuchCase?: string;
  /** Asked in this order, only those not yet answered. */
  readonly probes: readonly Probe[];
  /** The rule in words, also where no hint is allowed. */
  readonly hintPolicy?: string;
  readonly hints: readonly Hint[];
  /** Changes of the situation that are played in during a design, the same ones for all candidates of a kit. */
  readonly failureCards: readonly string[];
  readonly rolePlayKey?: string;
  readonly authenticityChecks?: string;
  readonly followUps: readonly FollowUp[];
  readonly followUpKey?: string;

  readonly rubric: QuestionRubric;
  readonly groundTruth?: string;
  /** The sums that show that the exhibits agree with each other. */
  readonly arithmeticCheck?: string;
  /** The figures a candidate can derive, worked out. */
  readonly numbersKey?: string;
  readonly modelAnswer?: string;
  readonly plausibleWrongAnswers: readonly PlausibleWrongAnswer[];

  readonly variants: QuestionVariants;
  /** Ids of questions that must not share a kit with this one because one gives the other away. */
  readonly enemies: readonly string[];
  readonly references: readonly string[];
  readonly reviewedFacts: readonly string[];
  readonly biasCheck?: string;
  readonly accessibility?: string;
}

/** Minutes, above 0, whole or half. `target` is all of it: silent reading (`preparation`), answer and probes add up to it. `max` is the latest end. */
export interface QuestionMinutes {
  readonly target: number;
  readonly max?: number;
  readonly preparation?: number;
  readonly answer?: number;
  readonly probes?: number;
}

/** `detail` is the version and what matters about it. */
export interface Technology {
  readonly name: string;
  readonly detail?: string;
}

export interface Exhibit {
  readonly id: string;
  readonly title: string;
  readonly format: ExhibitFormat;
  readonly content: string;
}

export interface RequestableEvidence {
  readonly id: string;
  /** What a candidate may ask for, in other words. Never shown: it would tell what to ask. */
  readonly askLike: string;
  readonly title?: string;
  readonly format?: ExhibitFormat;
  readonly content: string;
}

export interface Probe {
  readonly id: string;
  readonly ask: string;
  /** Condition in plain words; absent = when not yet answered. */
  readonly when?: string;
  readonly kind?: ProbeKind;
}

/** The only help allowed. `caps`: criterion id → highest level still possible once it was given; empty = costs nothing. */
export interface Hint {
  readonly id: string;
  readonly text: string;
  readonly when?: string;
  readonly caps: Readonly<Record<string, number>>;
}

/** What is asked next when the answer so far stands at one of these levels. Never lowers a score already earned. */
export interface FollowUp {
  readonly levels: readonly number[];
  readonly ask: string;
}

/** The scale is a slug; `standard` has the levels 1 to 5. Signals help the ear and add no points; red flags start a conversation of the panel. */
export interface QuestionRubric {
  readonly scale: string;
  readonly criteria: readonly Criterion[];
  readonly strongSignals: readonly string[];
  readonly weakSignals: readonly string[];
  readonly redFlags: readonly string[];
}

/**
 * One thing that is rated on its own. Weights are fractions of the question, 0.001 to 1; those of all criteria
 * sum to 1 within 1e-9 (required to submit, not to save). `anchors`: level → the behaviour that earns it.
 */
export interface Criterion {
  readonly id: string;
  readonly title: string;
  /** Slug of the competency it gives evidence for; one of the question's own (required to submit). */
  readonly competency: string;
  readonly weight: number;
  readonly anchors: Readonly<Record<string, string>>;
}

export interface PlausibleWrongAnswer {
  readonly claim: string;
  readonly whyAttractive: string;
  readonly whyWrong: string;
}

export interface QuestionVariants {
  /** Slug of the family of parallel variants. */
  readonly family?: string;
  /** How to write a question of equal difficulty with another surface and another cause. */
  readonly parallelRecipe?: string;
  /** How long a published version can still decide something, in words. */
  readonly leakHalfLife?: string;
}
