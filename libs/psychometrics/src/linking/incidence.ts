import type { RatingTable } from '../ratings/rating-table';

/** The three facets of a rating, by their place in `Incidence`. */
export const CANDIDATE = 0;
export const RATER = 1;
export const ITEM = 2;
export type Facet = typeof CANDIDATE | typeof RATER | typeof ITEM;

/** Who rated whom on what, without the scores: a column of level numbers for each facet, and how many levels the facet has. */
export interface Incidence {
  readonly columns: readonly [Int32Array, Int32Array, Int32Array];
  readonly levels: readonly [number, number, number];
}

export const incidenceOf = (table: RatingTable): Incidence => ({
  columns: [table.candidate, table.rater, table.item],
  levels: [table.candidates.length, table.raters.length, table.items.length],
});

/** The same with further ratings at the end. */
export const withRatings = ({ columns, levels }: Incidence, more: readonly (readonly [number, number, number])[]): Incidence => {
  const extended = (facet: Facet): Int32Array => {
    const column = new Int32Array(columns[facet].length + more.length);
    column.set(columns[facet]);
    more.forEach((rating, index) => (column[columns[facet].length + index] = rating[facet]));
    return column;
  };
  return { columns: [extended(CANDIDATE), extended(RATER), extended(ITEM)], levels };
};
