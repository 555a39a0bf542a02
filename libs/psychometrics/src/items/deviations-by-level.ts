import type { RatingTable } from '../ratings/rating-table';

export type DriftingFacet = 'RATER' | 'ITEM';

/** For one rater or item: for each candidate, by how much it came out harsher or harder than the others beside it. */
export interface Deviations {
  readonly units: readonly number[];
  /** Its own ratings that could be compared, and who gave them. */
  readonly ratings: number;
  readonly raters: ReadonlySet<string>;
}

/**
 * Severity as the difference to fellow raters in the same cell (candidate, item), difficulty as the difference to the other items of the same candidate and
 * rater; positive is harsh or hard. Averaged within each candidate, since the ratings of one candidate are no independent evidence. Ratings that
 * stand alone in their cell say nothing and are left out. Cost O(ratings).
 */
export function deviationsByLevel(table: RatingTable, facet: DriftingFacet): ReadonlyMap<string, Deviations> {
  const { candidate, item, rater, score } = table;
  const [names, level, partner, partners] =
    facet === 'RATER' ? [table.raters, rater, item, table.items.length] : [table.items, item, rater, table.raters.length];
  const cellSum = new Float64Array(partners);
  const cellCount = new Int32Array(partners);
  const sum = new Float64Array(names.length);
  const count = new Int32Array(names.length);
  const units: number[][] = names.map(() => []);
  const ratings = new Int32Array(names.length);
  const raters = names.map(() => new Set<string>());
  for (let first = 0, end = 0; first < score.length; first = end) {
    for (end = first; end < score.length && candidate[end] === candidate[first]; end += 1) {
      cellSum[partner[end]!]! += score[end]!;
      cellCount[partner[end]!]! += 1;
    }
    for (let row = first; row < end; row += 1) {
      const cell = partner[row]!;
      const others = cellCount[cell]! - 1;
      if (others === 0) continue;
      const at = level[row]!;
      sum[at]! += (cellSum[cell]! - score[row]!) / others - score[row]!;
      count[at]! += 1;
      raters[at]!.add(table.raters[rater[row]!]!);
    }
    for (let row = first; row < end; row += 1) {
      const at = level[row]!;
      if (count[at]! > 0) units[at]!.push(sum[at]! / count[at]!);
      ratings[at]! += count[at]!;
      sum[at] = 0;
      count[at] = 0;
      cellSum[partner[row]!] = 0;
      cellCount[partner[row]!] = 0;
    }
  }
  return new Map(names.map((name, at) => [name, { units: units[at]!, ratings: ratings[at]!, raters: raters[at]! }]));
}
