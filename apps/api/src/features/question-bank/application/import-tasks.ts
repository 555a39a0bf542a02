import type {
  DoorFault,
  ExportOptions,
  ImportOptions,
  KnownFramework,
  Loss,
  OutgoingFormat,
  QuestionDocument,
} from '@touchstone/bank-format';

/** What whoever imports may say, and change after having looked at the plan. */
export type ImportSettings = Pick<
  ImportOptions,
  'format' | 'dialect' | 'columns' | 'encoding' | 'sheets' | 'license' | 'language' | 'category' | 'kind' | 'difficulty' | 'minutes'
>;

/** What a file was taken for. */
export interface DetectedFile {
  readonly format: string;
  readonly dialect: string | null;
  readonly encoding: string | null;
  readonly columns: readonly { readonly column: number; readonly head: string; readonly use: string | null }[];
}

/** What was said about the file as a whole; of many alike the first ones. */
export interface FileNotices {
  readonly warnings: readonly DoorFault[];
  readonly notes: readonly DoorFault[];
  /** How often each was said, those included that are not listed. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A question that another one is nearly the same as. */
export interface AlikeQuestion {
  readonly slug: string;
  readonly title: string;
  /** Share of the runs of five words that both have, 0 to 1. */
  readonly share: number;
  readonly where: 'FILE' | 'BANK';
}

export interface ItemFinding {
  readonly rule: string;
  readonly severity: 'ERROR' | 'WARNING';
  readonly path: string;
  readonly message: string;
}

/** A question of the file as it would be written. */
export interface ReadItem {
  /** Counts from 1. */
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly license: string;
  /** The canonical text. */
  readonly document: string;
  /** Its name in the system that it comes from; null where its slug is its name. */
  readonly identity: string | null;
  /** Why it cannot be taken in. */
  readonly refused: string | null;
  /** What keeps it from being submitted for review. */
  readonly faults: readonly { readonly code: string; readonly path: string; readonly message: string }[];
  readonly findings: readonly ItemFinding[];
  readonly alike: readonly AlikeQuestion[];
}

/** A prompt of the bank. */
export interface BankPrompt {
  readonly slug: string;
  readonly title: string;
  readonly family: string | null;
  readonly prompt: string;
  readonly context: string | null;
}

/** What the thread of this room is asked, one at a time. A file is begun, given piece by piece, read, compared and told item by item; an export likewise. */
export type ImportTask =
  | { readonly kind: 'BEGIN' }
  | { readonly kind: 'ADD_BYTES'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'READ';
      readonly name: string;
      readonly settings: ImportSettings;
      readonly known: KnownFramework;
      readonly today: string;
    }
  | { readonly kind: 'KNOW'; readonly prompts: readonly BankPrompt[] }
  | { readonly kind: 'COMPARE' }
  | { readonly kind: 'NEXT'; readonly from: number; readonly count: number }
  | { readonly kind: 'ADD_QUESTIONS'; readonly questions: readonly OutgoingQuestion[] }
  | { readonly kind: 'WRITE'; readonly format: OutgoingFormat; readonly bank: OutgoingBank; readonly options: ExportOptions };

/** A question that goes out, with where it stands. */
export interface OutgoingQuestion {
  readonly document: QuestionDocument;
  readonly version: number;
  readonly status: 'draft' | 'in-review' | 'approved' | 'retired';
  /** May whoever takes it read what is for scorers? */
  readonly rubric: boolean;
}

export interface OutgoingBank {
  readonly id: string;
  readonly title: string;
}

export interface ImportAnswers {
  readonly BEGIN: null;
  readonly ADD_BYTES: null;
  readonly READ:
    | { readonly refusals: readonly DoorFault[] }
    | { readonly refusals: null; readonly total: number; readonly detected: DetectedFile; readonly notices: FileNotices };
  readonly KNOW: null;
  readonly COMPARE: null;
  readonly NEXT: readonly ReadItem[];
  readonly ADD_QUESTIONS: null;
  readonly WRITE: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array; readonly losses: readonly Loss[] };
}

export type ImportAnswer = ImportAnswers[keyof ImportAnswers];
