import type { RatingTable } from '../ratings/rating-table';

/** What is one row of the matrix: a candidate, or a candidate on one item. */
export type RatedUnit = 'CANDIDATE' | 'CANDIDATE_ITEM';

/** A rectangle without holes: units by raters or by items, the mean of the ratings in each cell, and what was left out for it. */
export interface CompleteMatrix {
  /** Row after row. */
  readonly values: Float64Array;
  readonly rows: number;
  readonly columns: number;
  /** Units that lack a rating in some column, and were left out. */
  readonly excluded: number;
  /** Ratings behind the matrix, and the people who gave them. */
  readonly n: number;
  readonly raters: number;
}

/**
 * The units rated in every column. Formulas that need a full rectangle get one by leaving out units (listwise), never by filling in; how many
 * went is part of the answer. Every rater, or item, of the table is a column.
 */
export function completeMatrix(table: RatingTable, unit: RatedUnit, across: 'raters' | 'items'): CompleteMatrix {
  const columnOf = across === 'raters' ? table.rater : table.item;
  const columns = table[across].length;
  const total = table.score.length;
  const first = new Float64Array(columns);
  const above = new Float64Array(columns);
  const count = new Int32Array(columns);
  const values: number[] = [];
  const seen = new Uint8Array(table.raters.length);
  let n = 0;
  let excluded = 0;
  const sameUnit = (a: number, b: number): boolean =>
    table.candidate[a] === table.candidate[b] && (unit === 'CANDIDATE' || table.item[a] === table.item[b]);
  for (let from = 0, to = 0; from < total; from = to) {
    count.fill(0);
    above.fill(0);
    let filled = 0;
    for (; to < total && sameUnit(from, to); to += 1) {
      const column = columnOf[to]!;
      if (count[column] === 0) {
        first[column] = table.score[to]!;
        filled += 1;
      }
      above[column]! += table.score[to]! - first[column]!;
      count[column]! += 1;
    }
    if (filled < columns) {
      excluded += 1;
      continue;
    }
    for (let column = 0; column < columns; column += 1) values.push(first[column]! + above[column]! / count[column]!);
    for (let row = from; row < to; row += 1) seen[table.rater[row]!] = 1;
    n += to - from;
  }
  const raters = seen.reduce((sum, one) => sum + one, 0);
  return { values: Float64Array.from(values), rows: values.length / columns, columns, excluded, n, raters };
}
