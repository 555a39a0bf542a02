import { rowsByLevel } from '../linking/rows-by-level';
import type { RatingTable } from '../ratings/rating-table';
import { type RandomTerm, facetsOf } from './random-term';

/** A grouping of the rows of a table: which group each belongs to. */
export interface Levels {
  readonly of: Int32Array;
  readonly count: number;
}

/**
 * The groups of rows that share a level of the term. For one facet its index in the table; for two the pairs that occur, numbered as they
 * are first met going through the first facet. By counting sort and stamps, so that it takes O(rows) and no hash table.
 */
export function levelsOf(table: RatingTable, term: RandomTerm): Levels {
  const [first, second] = facetsOf(term);
  if (second === undefined) return { of: table[term as 'candidate'], count: table[`${term as 'candidate'}s`].length };
  const outer = table[first!];
  const inner = table[second];
  const order = rowsByLevel(outer, table[`${first!}s`].length).rows;
  const stamp = new Int32Array(table[`${second}s`].length).fill(-1);
  const levelAt = new Int32Array(stamp.length);
  const of = new Int32Array(outer.length);
  let count = 0;
  for (const row of order) {
    const at = inner[row]!;
    if (stamp[at] !== outer[row]) {
      stamp[at] = outer[row]!;
      levelAt[at] = count;
      count += 1;
    }
    of[row] = levelAt[at]!;
  }
  return { of, count };
}

/** How many rows each level has. */
export function sizesOf({ of, count }: Levels): Int32Array {
  const sizes = new Int32Array(count);
  for (const level of of) sizes[level] = sizes[level]! + 1;
  return sizes;
}
