import { chooseLayout, type NoChoice } from './choose-layout';
import { type ColumnProfile, profileColumns } from './column-profile';
import type { Role } from './column-role';
import { columnsOf, type Layout } from './layout';
import { type Cell, columnLetters } from './sheet';

/** Columns that somebody names, by header or by letter; the others are guessed. */
export interface NamedColumns {
  readonly candidate?: string | undefined;
  readonly rater?: string | undefined;
  readonly item?: string | undefined;
  readonly score?: string | undefined;
  /** One rating in each row, or a column of scores for each rater or item; guessed where it is not said. */
  readonly form?: 'LONG' | 'WIDE' | undefined;
}

/** How a table was understood: to be shown before anything computed from it is believed. */
export interface ColumnGuess {
  readonly layout: Layout;
  /** Whether the first row names the columns. */
  readonly hasHeader: boolean;
  /** Columns whose part was told by content or place, not by a header: look twice. */
  readonly unsure: readonly string[];
  /** Columns that are not used. */
  readonly ignored: readonly string[];
  /** All of this in words, a sentence each. */
  readonly says: readonly string[];
}

const ROLES: readonly (readonly ['candidate' | 'rater' | 'item' | 'score', Role])[] = [
  ['candidate', 'CANDIDATE'],
  ['rater', 'RATER'],
  ['item', 'ITEM'],
  ['score', 'SCORE'],
];

/**
 * Which columns of a table hold candidates, raters, items and scores?
 *
 * `rows` are its first rows, some dozens suffice. Headers decide where they say it in English, in any order and spelling; what they leave open, the content decides. The
 * answer says what it is unsure of; `named` settles it. Where no layout makes sense, the answer is a message that says what to do.
 *
 * Cost O(cells of those rows).
 *
 * Source: rules of our own, each told with the answer.
 */
export function guessColumns(rows: readonly (readonly Cell[])[], named: NamedColumns = {}): ColumnGuess | NoChoice {
  const { profiles: seen, hasHeader } = profileColumns(rows);
  let profiles: readonly ColumnProfile[] = seen;
  for (const [part, role] of ROLES) {
    const name = named[part];
    if (name === undefined) continue;
    const column = columnNamed(seen, name);
    if (column === undefined)
      return {
        message: `There is no column “${name}”. The columns are ${seen.map((one) => nameOfColumn(one.header, one.column)).join(', ')}.`,
      };
    profiles = profiles.map((one) =>
      one.column === column ? { ...one, role, oneOf: null } : one.role === role ? { ...one, role: null } : one,
    );
  }
  const choice = chooseLayout(profiles, named.form);
  if ('message' in choice) return choice;
  const { layout } = choice;
  const nameOf = (column: number): string => nameOfColumn(seen[column]?.header ?? '', column);
  const used = new Set(columnsOf(layout));
  const ignored = seen
    .filter(({ column, entries, header }) => !used.has(column) && (entries > 0 || header !== ''))
    .map(({ column }) => nameOf(column));
  const unsure = choice.unsure.map(nameOf);
  return { layout, hasHeader, unsure, ignored, says: sentences(layout, hasHeader, unsure, ignored, nameOf) };
}

function columnNamed(profiles: readonly ColumnProfile[], name: string): number | undefined {
  const wanted = name.trim().toLowerCase();
  const byHeader = profiles.find(({ header }) => header.toLowerCase() === wanted);
  return (byHeader ?? profiles.find(({ column }) => columnLetters(column).toLowerCase() === wanted))?.column;
}

/** As a person finds it: its letter, and its header. */
export const nameOfColumn = (header: string, column: number): string =>
  header === '' ? columnLetters(column) : `${columnLetters(column)} (“${header}”)`;

function sentences(
  layout: Layout,
  hasHeader: boolean,
  unsure: readonly string[],
  ignored: readonly string[],
  nameOf: (column: number) => string,
): string[] {
  const part = (what: string, column: number | null): string =>
    column === null ? `${what}: one, unnamed.` : `${what}: ${nameOf(column)}.`;
  const many = (columns: readonly { readonly column: number }[]): string => columns.map(({ column }) => nameOf(column)).join(', ');
  const [form, ...parts] = ((): readonly string[] => {
    switch (layout.form) {
      case 'LONG':
        return ['Each row is one rating.', part('Raters', layout.rater), part('Items', layout.item), part('Scores', layout.score)];
      case 'RATER_COLUMNS':
        return [
          'Each row is one candidate on one item, with a column for each rater.',
          part('Items', layout.item),
          `Raters: ${many(layout.raters)}.`,
        ];
      case 'ITEM_COLUMNS':
        return [
          'Each row is one candidate by one rater, with a column for each item.',
          part('Raters', layout.rater),
          `Items: ${many(layout.items)}.`,
        ];
    }
  })();
  return [
    form ?? '',
    part('Candidates', layout.candidate),
    ...parts,
    ...(hasHeader ? [] : ['The first row is data, not headers.']),
    ...(unsure.length > 0 ? [`Guessed by content, not by a header: ${unsure.join(', ')}.`] : []),
    ...(ignored.length > 0 ? [`Not used: ${ignored.join(', ')}.`] : []),
  ];
}
