import type { QuestionKind } from '../question-words';
import type { IncomingFormat } from './incoming';

/** How far an import is. `of` is null while the number is not known. */
export interface ImportProgress {
  readonly step: 'reading' | 'mapping';
  readonly done: number;
  readonly of: number | null;
}

/** What whoever imports may say, and change after having looked at the preview. */
export interface ImportOptions {
  /** Otherwise by the content. */
  readonly format?: IncomingFormat | undefined;
  /** A dialect of Markdown; otherwise by the content. */
  readonly dialect?: string | undefined;
  /** Field → text of the head of its column, or its position from 1; otherwise guessed. An empty text: no column. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** For texts that are not in UTF-8. */
  readonly encoding?: string | undefined;
  /** Names of sheets to read, also hidden ones; otherwise all that are shown. */
  readonly sheets?: readonly string[] | undefined;
  /** What questions get that do not say it themselves. */
  readonly bank?: { readonly id: string; readonly title: string } | undefined;
  readonly license?: string | undefined;
  readonly language?: string | undefined;
  readonly category?: string | undefined;
  readonly kind?: QuestionKind | undefined;
  readonly difficulty?: 1 | 2 | 3 | 4 | 5 | undefined;
  readonly minutes?: number | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}
