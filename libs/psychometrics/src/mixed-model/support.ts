import type { Support } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import { rowsByLevel } from '../linking/rows-by-level';
import type { Facet } from './random-term';

export const supportOf = ({ score, raters }: RatingTable): Support => ({ n: score.length, raters: raters.length });

/** What stands behind each level of a facet: its ratings, and the distinct raters who gave them. */
export function supportByLevel(table: RatingTable, facet: Facet): readonly Support[] {
  const names = table[`${facet}s`];
  const { rows, start } = rowsByLevel(table[facet], names.length);
  const seenBy = new Int32Array(table.raters.length).fill(-1);
  return names.map((_, level) => {
    let raters = 0;
    for (let k = start[level]!; k < start[level + 1]!; k += 1) {
      const rater = table.rater[rows[k]!]!;
      if (seenBy[rater] === level) continue;
      seenBy[rater] = level;
      raters += 1;
    }
    return { n: start[level + 1]! - start[level]!, raters };
  });
}
