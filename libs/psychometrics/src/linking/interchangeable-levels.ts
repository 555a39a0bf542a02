import { DisjointSets } from './disjoint-sets';
import type { Facet, Incidence } from './incidence';
import { rowsByLevel } from './rows-by-level';

export interface Interchangeable {
  /** For each level of the facet the number of its class. */
  readonly classOf: Int32Array;
  readonly classes: number;
}

/**
 * Which levels of a facet are compared with each other directly, all else equal?
 *
 * Two questions that one rater put to one candidate differ by nothing but the questions, so their difference can be estimated
 * from that pair alone; and so on along chains of such pairs. (For raters: two who rated one candidate on one question.) In a panel where every
 * interviewer asks several questions a single class is left, and the rank of the design needs no elimination at all.
 *
 * Cost O(ratings + levels of all facets).
 */
export function interchangeableLevels({ columns, levels }: Incidence, facet: Facet): Interchangeable {
  const [one, other] = facet === 0 ? ([1, 2] as const) : facet === 1 ? ([0, 2] as const) : ([0, 1] as const);
  const { start, rows } = rowsByLevel(columns[one], levels[one]);
  const sets = new DisjointSets(levels[facet]);
  const seenBy = new Int32Array(levels[other]).fill(-1);
  const first = new Int32Array(levels[other]);
  for (let level = 0; level < levels[one]; level += 1) {
    for (let k = start[level]!; k < start[level + 1]!; k += 1) {
      const row = rows[k]!;
      const partner = columns[other][row]!;
      if (seenBy[partner] === level) {
        sets.join(first[partner]!, columns[facet][row]!);
      } else {
        seenBy[partner] = level;
        first[partner] = columns[facet][row]!;
      }
    }
  }
  return { classOf: sets.numbered(), classes: sets.count };
}
