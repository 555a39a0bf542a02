import type { Estimate } from '@touchstone/kernel';
import { averageAbsoluteDeviation } from '../aggregation/average-absolute-deviation';
import type { RatingTable } from '../ratings/rating-table';
import { meanWithInterval } from './mean-with-interval';

export interface ItemDisagreement {
  readonly item: string;
  /** Average absolute deviation from the panel's mean, in points of the scale, averaged over the candidates. */
  readonly deviation: Estimate;
  /** Candidates rated on this item by two raters or more: those the figure rests on. */
  readonly candidates: number;
  /** Up to here a panel agrees for practical purposes: a sixth of the number of levels; null where no scale is stated. */
  readonly practicalLimit: number | null;
}

const METHOD = 'average absolute deviation within candidates, mean over candidates with Student’s interval';

/**
 * Which question divides the raters most?
 *
 * For each candidate who was rated on the question by two raters or more: by how much does a rater differ from the panel's mean, on average
 * (`averageAbsoluteDeviation`)? The mean of that over the candidates says how far apart raters usually are on this question, in points of the scale: 0.3
 * of five levels is close, 0.8 (`practicalLimit`) is where agreement for practical purposes ends. The question at the top of the list has the anchors that raters read
 * most differently: mend it first, or train on it.
 *
 * Most divided first, ties by name; items that no candidate was rated on twice come last (`INSUFFICIENT_DATA`). The interval takes candidates as
 * independent; a candidate alone gives a figure without one, and equal figures give the status `CONSTANT`. Two raters tend to look closer than five do: compare questions rated by
 * panels of about the same size. Cost O(ratings).
 *
 * Source: M. J. Burke, L. M. Finkelstein & M. S. Dusig (1999), On average deviation indices for estimating interrater agreement,
 * Organizational Research Methods 2(1), 49-68, doi:10.1177/109442819921004; the limit: M. J. Burke & W. P. Dunlap (2002), Estimating interrater
 * agreement with the average deviation index, ORM 5(2), 159-172, doi:10.1177/1094428102005002002.
 */
export function itemDisagreement(table: RatingTable): readonly ItemDisagreement[] {
  const deviations: number[][] = table.items.map(() => []);
  const ratings = new Int32Array(table.items.length);
  const raters = table.items.map(() => new Set<number>());
  const { candidate, item, rater, score } = table;
  for (let first = 0, end = 0; first < score.length; first = end) {
    const cell: number[] = [];
    for (end = first; end < score.length && candidate[end] === candidate[first] && item[end] === item[first]; end += 1)
      cell.push(score[end]!);
    const deviation = averageAbsoluteDeviation(cell);
    if (deviation === null) continue;
    const at = item[first]!;
    deviations[at]!.push(deviation);
    ratings[at]! += cell.length;
    for (let row = first; row < end; row += 1) raters[at]!.add(rater[row]!);
  }
  const practicalLimit = table.scale && (table.scale.max - table.scale.min + 1) / 6;
  return table.items
    .map((name, at) => ({
      item: name,
      deviation: meanWithInterval(deviations[at]!, METHOD, { n: ratings[at]!, raters: raters[at]!.size }),
      candidates: deviations[at]!.length,
      practicalLimit,
    }))
    .sort((a, b) => (b.deviation.value ?? -1) - (a.deviation.value ?? -1));
}
