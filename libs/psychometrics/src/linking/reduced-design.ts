import { CycleSpace } from './cycle-space';
import { CANDIDATE, type Facet, type Incidence, ITEM, RATER } from './incidence';
import { type Interchangeable, interchangeableLevels } from './interchangeable-levels';
import { type SpanningForest, spanningForest } from './spanning-forest';

/** The two largest primes below 2^20. */
export const PRIMES = [1048573, 1048571] as const;

/** The additive design `candidate + rater + item`, taken apart into a forest of two facets and the cycles that bind the third. */
export interface ReducedDesign {
  /** The facet whose levels are bound by cycles; the other two are the sides of the forest. */
  readonly bound: Facet;
  readonly sides: readonly [Facet, Facet];
  readonly classes: Interchangeable;
  readonly forest: SpanningForest;
  readonly cycles: CycleSpace;
  /** How much the rank falls short of what it would be if all levels could be told apart. */
  readonly deficiency: number;
}

/**
 * By how much does the rank of `[candidate | rater | item]` fall short?
 *
 * A vector (a, b, g) is invisible to the data where a + b + g = 0 on every rating. Given g, a spanning forest of the graph of the two
 * other facets fixes a and b up to one constant for each tree; the ratings outside of the forest close cycles, and each cycle asks that the
 * sum of g along it, with alternating signs, be 0. So the invisible vectors have
 *
 *     trees + (levels of g - rank of the cycles)
 *
 * dimensions, of which two are there in every design (a constant moved from one facet to another); the rest is the deficiency. The cycles have
 * as many columns as the bound facet has classes of interchangeable levels; the facet with the fewest is taken. With one class there is
 * nothing left to eliminate, and the search ends as soon as the rank cannot grow.
 *
 * Cost O(ratings), and O(classes³) where the search cannot end early, not O(columns³). Exact up to the prime, see `EchelonForm` and `CycleSpace`.
 */
export function reduceDesign(incidence: Incidence, prime: number = PRIMES[0]): ReducedDesign {
  const { columns, levels } = incidence;
  const [bound, classes] = fewestClasses(incidence);
  const sides = SIDES[bound];
  const [left, right] = [columns[sides[0]], columns[sides[1]]];
  const forest = spanningForest(left, right, levels[sides[0]], levels[sides[1]]);
  const cycles = new CycleSpace(classes.classes, prime);
  const cycle = new Float64Array(classes.classes);
  const classAt = (row: number): number => classes.classOf[columns[bound][row]!]!;
  for (let row = 0; row < left.length && cycles.rank < classes.classes - 1; row += 1) {
    if (closeCycle(forest, row, left[row]!, right[row]! + levels[sides[0]], classAt, cycle)) cycles.add(cycle);
  }
  return { bound, sides, classes, forest, cycles, deficiency: forest.trees - 1 + classes.classes - 1 - cycles.rank };
}

const SIDES: Readonly<Record<Facet, readonly [Facet, Facet]>> = [
  [RATER, ITEM],
  [CANDIDATE, ITEM],
  [CANDIDATE, RATER],
];

function fewestClasses(incidence: Incidence): [Facet, Interchangeable] {
  let best: [Facet, Interchangeable] = [ITEM, interchangeableLevels(incidence, ITEM)];
  for (const facet of [RATER, CANDIDATE] as const) {
    if (best[1].classes === 1) break;
    const classes = interchangeableLevels(incidence, facet);
    if (classes.classes < best[1].classes) best = [facet, classes];
  }
  return best;
}

/** Writes the alternating sum along the cycle that `row` closes; says whether anything is left of it. */
function closeCycle(
  { parent, edge, depth }: SpanningForest,
  row: number,
  one: number,
  other: number,
  classAt: (row: number) => number,
  cycle: Float64Array,
): boolean {
  if (edge[one] === row || edge[other] === row) return false;
  cycle.fill(0);
  cycle[classAt(row)] = 1;
  let [up, upSign, down, downSign] = [one, -1, other, -1];
  while (up !== down) {
    if (depth[up]! >= depth[down]!) {
      cycle[classAt(edge[up]!)]! += upSign;
      upSign = -upSign;
      up = parent[up]!;
    } else {
      cycle[classAt(edge[down]!)]! += downSign;
      downSign = -downSign;
      down = parent[down]!;
    }
  }
  return cycle.some((entry) => entry !== 0);
}
