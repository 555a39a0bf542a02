import type { RatingTable } from '../ratings/rating-table';

/**
 * Who said what of each unit, as the agreement coefficients want it: a unit is one candidate on one item, and of its ratings it only
 * matters how many raters gave which score.
 */
export interface UnitCounts {
  /** The distinct scores, ascending. */
  readonly values: Float64Array;
  /** The entries of unit u are `start[u]` up to (not including) `start[u + 1]`: a score it was given, and by how many. */
  readonly start: Int32Array;
  /** For each entry the index of its score in `values`. */
  readonly value: Int32Array;
  readonly count: Float64Array;
  /** Ratings of each unit. */
  readonly size: Float64Array;
  /** The candidate of each unit, as an index into the table's names. */
  readonly candidate: Int32Array;
  /** Ratings in all units. */
  readonly ratings: number;
  /** Distinct raters in all units. */
  readonly raters: number;
}

/** Counts the units with at least `least` ratings; the others are left out, with their scores. Cost O(n log n). */
export function countUnits(table: RatingTable, least: number): UnitCounts {
  const bounds = unitBounds(table).filter(({ from, to }) => to - from >= least);
  const values = distinctScores(table, bounds);
  const place = new Map<number, number>();
  values.forEach((value, index) => place.set(value, index));
  const ratings = bounds.reduce((sum, { from, to }) => sum + to - from, 0);

  const start = new Int32Array(bounds.length + 1);
  const value = new Int32Array(ratings);
  const count = new Float64Array(ratings);
  const seen = new Set<number>();
  // Where in the present unit a score has its entry; -1 where it has none.
  const entryOf = new Int32Array(values.length).fill(-1);
  let entries = 0;
  bounds.forEach(({ from, to }, unit) => {
    const first = entries;
    for (let row = from; row < to; row += 1) {
      seen.add(table.rater[row]!);
      const index = place.get(table.score[row]!)!;
      if (entryOf[index] === -1) {
        entryOf[index] = entries;
        value[entries] = index;
        entries += 1;
      }
      count[entryOf[index]!]! += 1;
    }
    for (let entry = first; entry < entries; entry += 1) entryOf[value[entry]!] = -1;
    start[unit + 1] = entries;
  });
  return {
    values,
    start,
    value: value.slice(0, entries),
    count: count.slice(0, entries),
    size: Float64Array.from(bounds, ({ from, to }) => to - from),
    candidate: Int32Array.from(bounds, ({ from }) => table.candidate[from]!),
    ratings,
    raters: seen.size,
  };
}

interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** The rows of a table are sorted by candidate and item, so that a unit is a run of rows. */
export function unitBounds({ candidate, item }: RatingTable): readonly Bounds[] {
  const bounds: Bounds[] = [];
  let from = 0;
  for (let row = 1; row <= candidate.length; row += 1) {
    if (row < candidate.length && candidate[row] === candidate[from] && item[row] === item[from]) continue;
    bounds.push({ from, to: row });
    from = row;
  }
  return bounds;
}

function distinctScores({ score }: RatingTable, bounds: readonly Bounds[]): Float64Array {
  const scores = new Set<number>();
  for (const { from, to } of bounds) for (let row = from; row < to; row += 1) scores.add(score[row]!);
  return Float64Array.from(scores).sort();
}
