import type { BankFile, BankQuestion } from '../bank-file';

export const OUTGOING_FORMATS = [
  'yaml',
  'json',
  'zip',
  'csv',
  'xlsx',
  'markdown',
  'qti-3.0',
  'qti-2.2',
  'moodle-xml',
  'gift',
  'canvas-rubric-csv',
  'case-json',
] as const;
export type OutgoingFormat = (typeof OUTGOING_FORMATS)[number];

/** What is to be written: files of one bank, and the files beside them. */
export interface Outgoing {
  readonly files: readonly BankFile[];
  readonly attachments: readonly { readonly file: string; readonly bytes: Uint8Array }[];
}

export interface ExportOptions {
  /** Whether the file also carries everything in the own format, where the container can. */
  readonly sidecar: boolean;
  /** The day that is written where a format wants one, such as 2026-03-18; nothing here asks a clock. */
  readonly day: string;
}

/** The bytes of an export, and what they do not say. The same bank gives the same bytes. */
export interface Exported {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly losses: readonly Loss[];
}

/** A part of questions that the format has no place for. */
export interface Loss {
  readonly part: string;
  readonly questions: number;
  /** Whether the file carries it all the same, in our own format inside. */
  readonly inSidecar: boolean;
}

/** A question with the file that it comes from. */
export interface Placed {
  readonly file: BankFile;
  readonly question: BankQuestion;
}

export const placedQuestions = ({ files }: Outgoing): readonly Placed[] =>
  files.flatMap((file) => file.questions.map((question) => ({ file, question })));

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The names of a category and those above it, from the top; the slug of the question's own where the file has no names. */
export const categoryNames = ({ file, question }: Placed): readonly string[] => {
  const path = file.categoryPath ?? [];
  return path.length > 0 && (file.category === undefined || file.category === question.category) ? path : [question.category];
};
