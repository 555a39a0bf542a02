import type { Layout, NamedColumn } from './layout';
import { ONLY_ITEM, ONLY_RATER } from './layout';
import { type Cell, textOf } from './sheet';

/** The cell of one score, and to whom and what it belongs. */
export interface RatingCell {
  readonly candidate: string;
  readonly rater: string;
  readonly item: string;
  /** The column of the score, from 0. */
  readonly column: number;
}

/** The scores that a row may hold, one in the long form, one for each rater or item in the wide ones; names are as they stand, possibly empty. */
export function ratingCells(layout: Layout, cells: readonly Cell[]): readonly RatingCell[] {
  const name = (column: number | null, otherwise: string): string => (column === null ? otherwise : textOf(cells[column]));
  const candidate = name(layout.candidate, '');
  switch (layout.form) {
    case 'LONG':
      return [{ candidate, rater: name(layout.rater, ONLY_RATER), item: name(layout.item, ONLY_ITEM), column: layout.score }];
    case 'RATER_COLUMNS': {
      const item = name(layout.item, ONLY_ITEM);
      return layout.raters.map(({ column, name: rater }: NamedColumn) => ({ candidate, rater, item, column }));
    }
    case 'ITEM_COLUMNS': {
      const rater = name(layout.rater, ONLY_RATER);
      return layout.items.map(({ column, name: item }: NamedColumn) => ({ candidate, rater, item, column }));
    }
  }
}
