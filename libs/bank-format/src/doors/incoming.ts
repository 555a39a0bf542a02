import type { DoorFault, DoorPlace, NoticeCode } from '../guard/door-fault';
import type { BankHeader, BankQuestion, BankFile } from '../bank-file';
import type { Exhibit, Response } from '../candidate-shapes';
import type { ResponseMode } from '../question-words';
import type { ListSection, TextSection } from './script-sections';

/** Names of the formats that are read. */
export const INCOMING_FORMATS = [
  'bank-yaml',
  'bank-json',
  'bank-zip',
  'markdown',
  'csv',
  'xlsx',
  'moodle-xml',
  'moodle-grading',
  'qti-item',
  'qti-package',
  'qti-1.2',
  'gift',
  'canvas-rubric-csv',
  'canvas-rubrics-xml',
  'matrix-rubric-csv',
  'case-json',
  'case-csv',
  'ora-xml',
  'ora-json',
  'greenhouse-json',
  'ashby-json',
  'hropen-json',
  'esco-csv',
  'onet-tsv',
] as const;
export type IncomingFormat = (typeof INCOMING_FORMATS)[number];

/** How the answer is given in the foreign file: freely, by choosing, or in a way that an interview has no place for. */
export type AnswerKind = 'open' | 'choice' | 'true-false' | 'other';

/**
 * A question as a foreign file tells it, in our words but with only what the file says. Texts are Markdown. `prompt`, `context` and
 * `choices` are for candidates; everything else never is.
 */
export interface IncomingQuestion {
  readonly place: DoorPlace;
  /** What the file calls it; null where it has no name for it. */
  readonly sourceId: string | null;
  /** Our own id, found in a field that our export writes: `bank/id@version`. */
  readonly own: OwnReference | null;
  /** As it stands in the file; null where there is none. */
  readonly title: string | null;
  readonly prompt: string;
  readonly context?: string | undefined;
  readonly answer: AnswerKind;
  /** The foreign name of a kind of question that has no place here. */
  readonly foreignType?: string | undefined;
  readonly mode?: ResponseMode | undefined;
  readonly response?: Omit<Response, 'mode' | 'choices'> | undefined;
  readonly choices?: readonly IncomingChoice[] | undefined;
  /** From the top. */
  readonly categoryPath: readonly string[];
  readonly tags?: readonly string[] | undefined;
  readonly competencies?: readonly string[] | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly seniority?: readonly string[] | undefined;
  readonly kind?: string | undefined;
  readonly difficulty?: number | undefined;
  readonly minutes?: number | undefined;
  readonly language?: string | undefined;
  readonly license?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly sources?: readonly string[] | undefined;
  readonly wordings?: readonly { readonly style?: string | undefined; readonly prompt: string }[] | undefined;
  readonly script?: IncomingScript | undefined;
  readonly rubric?: IncomingRubric | undefined;
  /** For whom the rubric blocks of QTI are, as the file says it. */
  readonly rubricViews?: readonly string[] | undefined;
  readonly attachments?: readonly IncomingAttachment[] | undefined;
  /** Exhibits that our export had put into the text. */
  readonly exhibits?: readonly Pick<Exhibit, 'id' | 'title' | 'format' | 'content'>[] | undefined;
  /** Foreign fields to give back when the question goes to the same format again. */
  readonly foreign?: { readonly format: string; readonly fields: Readonly<Record<string, unknown>> } | undefined;
}

export interface OwnReference {
  readonly bank: string;
  readonly id: string;
  readonly version: number;
}

export interface IncomingChoice {
  readonly text: string;
  readonly correct?: boolean | undefined;
  readonly score?: number | undefined;
  readonly feedback?: string | undefined;
}

/** What interviewers and scorers read, by the names of our members. */
export interface IncomingScript
  extends Partial<Readonly<Record<TextSection, string>>>, Partial<Readonly<Record<ListSection, readonly string[]>>> {
  readonly probes?: readonly IncomingProbe[] | undefined;
  readonly hints?:
    | readonly { readonly text: string; readonly when?: string | undefined; readonly caps?: Readonly<Record<string, number>> | undefined }[]
    | undefined;
  readonly followUps?: readonly { readonly levels: readonly number[]; readonly ask: string }[] | undefined;
  readonly plausibleWrongAnswers?:
    readonly { readonly claim: string; readonly whyAttractive: string; readonly whyWrong: string }[] | undefined;
}

export interface IncomingProbe {
  readonly ask: string;
  readonly when?: string | undefined;
  readonly lookFor?: readonly string[] | undefined;
  readonly probes?: readonly IncomingProbe[] | undefined;
}

/** A rubric with its levels; on its own, or of one question. */
export interface IncomingRubric {
  readonly place: DoorPlace;
  readonly sourceId: string | null;
  readonly title: string | null;
  readonly description?: string | undefined;
  readonly criteria: readonly IncomingCriterion[];
  /** Mean from which on an answer passes, where one was set. */
  readonly pass?: number | undefined;
}

export interface IncomingCriterion {
  readonly sourceId?: string | undefined;
  readonly title: string;
  readonly description?: string | undefined;
  readonly competency?: string | undefined;
  readonly weight?: number | undefined;
  /** Level below which an answer as a whole does not pass. */
  readonly mustReach?: number | undefined;
  /** In the order of the file. */
  readonly levels: readonly IncomingLevel[];
  /** Behaviour to look for where it is not told apart by level. */
  readonly indicators?: readonly string[] | undefined;
}

export interface IncomingLevel {
  readonly points: number | null;
  readonly label: string | null;
  readonly text: string;
}

export interface IncomingAttachment {
  /** Of which text it is a part; what comes with the text for scorers is never shown to a candidate. */
  readonly audience: 'candidate' | 'scorer';
  /** How texts point at it: what stands behind `attachment:`. */
  readonly address: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** An interview as planned elsewhere: sections with questions, in minutes. */
export interface IncomingPlan {
  readonly title: string;
  readonly minutes: number | null;
  readonly purpose: string | null;
  /** Positions in `questions`, from 0. */
  readonly questions: readonly number[];
}

export interface IncomingCompetency {
  readonly sourceId: string;
  readonly title: string;
  readonly definition: string | null;
  readonly parent: string | null;
  readonly alsoCalled?: readonly string[] | undefined;
}

/** A role of a vocabulary. */
export interface IncomingRole {
  readonly sourceId: string;
  readonly title: string;
  readonly definition: string | null;
}

/** A form that raters filled in, without who filled it in and about whom: what it asks, and how many answers it held. */
export interface IncomingScorecard {
  readonly title: string | null;
  readonly fields: readonly {
    readonly title: string;
    readonly group: string | null;
    readonly type: string;
    readonly choices: readonly string[];
  }[];
  readonly attributes: number;
  readonly answers: number;
  readonly overall: string | null;
}

/** Everything that was found in one file. */
export interface Incoming {
  readonly format: IncomingFormat;
  /** Which kind of the format, as shown to the reader: a dialect of Markdown, a version of QTI. */
  readonly dialect: string | null;
  readonly encoding: string | null;
  /** Which column was taken for what; changeable. */
  readonly columns: readonly ColumnUse[];
  readonly questions: readonly IncomingQuestion[];
  /** Rubrics that belong to no question. */
  readonly rubrics: readonly IncomingRubric[];
  readonly plans: readonly IncomingPlan[];
  readonly competencies: readonly IncomingCompetency[];
  /** Relations between competencies, and with other frameworks. */
  readonly associations: number;
  readonly roles: readonly IncomingRole[];
  readonly scorecards: readonly IncomingScorecard[];
  /** Categories that the file names, also empty ones. */
  readonly categories: readonly string[];
  /** Where the file is of our own format: what it holds, complete. */
  readonly own: OwnContent | null;
  /** Files of our own format that were found inside of a foreign one, as text. */
  readonly sidecars: readonly string[];
  /** What the file says about the bank as a whole. */
  readonly bank: Partial<Pick<BankHeader, 'id' | 'title' | 'license' | 'language'>>;
  readonly warnings: readonly DoorFault<NoticeCode>[];
  readonly notes: readonly DoorFault<NoticeCode>[];
}

/** Questions in the own format, with the files beside them. */
export interface OwnContent {
  readonly files: readonly BankFile[];
  readonly questions: readonly BankQuestion[];
  readonly attachments: readonly { readonly file: string; readonly bytes: Uint8Array }[];
}

export interface ColumnUse {
  /** Position from 0, and the text of the head. */
  readonly column: number;
  readonly head: string;
  /** The name of the field; null for a column that is not read. */
  readonly use: string | null;
}
