/** A column and the name of the rater or item whose scores it holds. */
export interface NamedColumn {
  /** From 0. */
  readonly column: number;
  readonly name: string;
}

/**
 * Where in a table the ratings stand; columns count from 0.
 *
 * `LONG`: one rating in each row. `RATER_COLUMNS`: one candidate and item in each row, a column for each rater. `ITEM_COLUMNS`: one candidate and rater in each row, a column
 * for each item. Where a column is null, there is one item (`all`), or one rater (`one`), for the whole table.
 */
export type Layout =
  | {
      readonly form: 'LONG';
      readonly candidate: number;
      readonly rater: number | null;
      readonly item: number | null;
      readonly score: number;
    }
  | { readonly form: 'RATER_COLUMNS'; readonly candidate: number; readonly item: number | null; readonly raters: readonly NamedColumn[] }
  | { readonly form: 'ITEM_COLUMNS'; readonly candidate: number; readonly rater: number | null; readonly items: readonly NamedColumn[] };

export const ONLY_ITEM = 'all';
export const ONLY_RATER = 'one';

/** All columns that a layout uses. */
export function columnsOf(layout: Layout): readonly number[] {
  const columns = (named: readonly NamedColumn[]): number[] => named.map(({ column }) => column);
  switch (layout.form) {
    case 'LONG':
      return present([layout.candidate, layout.rater, layout.item, layout.score]);
    case 'RATER_COLUMNS':
      return present([layout.candidate, layout.item, ...columns(layout.raters)]);
    case 'ITEM_COLUMNS':
      return present([layout.candidate, layout.rater, ...columns(layout.items)]);
  }
}

const present = (columns: readonly (number | null)[]): number[] => columns.filter((column) => column !== null);
