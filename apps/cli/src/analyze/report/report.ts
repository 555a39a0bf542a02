import type { Tone } from '@touchstone/psychometrics';

/** A report before it is written down anywhere: sections of blocks, the same for the terminal, Markdown and the page. */
export interface Report {
  readonly title: string;
  readonly subtitle: string;
  /** How the file was understood. */
  readonly understood: readonly string[];
  readonly sections: readonly Section[];
  /** Small print at the end. */
  readonly closing: readonly string[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  /** What question the section answers. */
  readonly lead: string;
  readonly blocks: readonly Block[];
}

export interface Statement {
  readonly tone: Tone;
  readonly headline: string;
  readonly says: string;
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** A column that a narrow terminal can do without: the highest goes first. 0, or not said: it stays. */
  readonly spare?: number | undefined;
}

/** Below a table: of the whole, or of one column, with which it goes where that has no room. */
export type Note = string | { readonly column: string; readonly says: string };

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** Below the table: what a sign means, what was left out. */
  readonly notes: readonly Note[];
}

export interface Plot {
  readonly kind: 'plot';
  readonly title: string;
  /** One sentence on how to read it. */
  readonly reading: string;
  /** The drawing for a width in pixels, as SVG whose colours are classes of the page. */
  readonly draw: (width: number) => string;
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'statements'; readonly statements: readonly Statement[] }
  | Table
  | Plot;

/** A table made of columns that each say how they show a thing. */
export interface ColumnOf<T> extends Column {
  readonly show: (thing: T, place: number) => string;
}

export const tableOf = <T>(caption: string, things: readonly T[], columns: readonly ColumnOf<T>[], notes: readonly Note[] = []): Table => ({
  kind: 'table',
  caption,
  columns: columns.map(({ title, align, spare }) => ({ title, align, spare })),
  rows: things.map((thing, place) => columns.map(({ show }) => show(thing, place))),
  notes,
});

export const text = (words: string): Block => ({ kind: 'text', text: words });
