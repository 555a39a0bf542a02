import type { RatingTable } from '../ratings/rating-table';
import { categoriesOf } from './categories';
import { type CohenWeights, disagreementOf, nameOf } from './cohen-weights';
import { type CohenKappa, kappaOfPair, noKappa } from './kappa-of-pair';

/**
 * Do these two interviewers agree more than chance would make them?
 *
 * 1 is perfect agreement, 0 what two would reach who deal out their own usual scores without looking, below 0 worse than that. Weighted
 * kappa counts near misses as part agreement: on a scale of levels use 'quadratic' or 'linear', on categories without an order
 * 'unweighted'. Landis and Koch call 0.41 to 0.60 moderate and 0.61 to 0.80 substantial; those words are a convention, not a finding. When
 * nearly all scores are the same, kappa is low or undefined although the two hardly differ: read `observed` and Gwet's coefficient
 * beside it.
 *
 * Compares the units (a candidate on an item) that both have rated. Weights are laid over ALL categories of the scale, used or
 * not. Own weights are `{ disagreement }`, a square table in the order of the scale, first rater down, second across.
 *
 * Two standard errors: `standardError` and the interval hold around the kappa found (kept within -1 and 1); `nullStandardError`, `z` and
 * the two-sided `p` test that there is no agreement beyond chance. Both are for large samples; below some 30 units they are rough,
 * and at perfect agreement the first is 0, which says that these units show no variation and not that kappa is certain.
 *
 * CONSTANT where chance explains everything (both gave one and the same score throughout). INSUFFICIENT_DATA without a common unit, with
 * scores that are not whole (averages), and for weights other than 'unweighted' without a scale. Throws RangeError for an unknown
 * rater, a rater against themself, and weights that are none. Cost O(n + c^2), c categories used.
 *
 * Source: J. Cohen (1960), Educational and Psychological Measurement 20, 37-46, doi:10.1177/001316446002000104; J. Cohen (1968),
 * Psychological Bulletin 70, 213-220, doi:10.1037/h0026256; standard errors: J. L. Fleiss, J. Cohen & B. S. Everitt (1969), Psychological
 * Bulletin 72, 323-327, doi:10.1037/h0028106.
 */
export function cohenKappa(table: RatingTable, raters: readonly [string, string], weights: CohenWeights = 'unweighted'): CohenKappa {
  const [a, b] = raters.map((name) => table.raters.indexOf(name));
  if (a === undefined || b === undefined || a < 0 || b < 0) throw new RangeError(`one of ${raters.join(', ')} is no rater of this table`);
  if (a === b) throw new RangeError('kappa compares two different raters');
  const [first, second] = commonScores(table, a, b);
  const method = `Cohen's kappa, ${nameOf(weights)}`;
  const categories = categoriesOf(table, weights !== 'unweighted');
  if (!categories.ok) return { raters, ...noKappa('INSUFFICIENT_DATA', `${method} (${categories.error})`, first.length) };
  return { raters, ...kappaOfPair(first, second, disagreementOf(weights, categories.value), method) };
}

/** The scores of the two raters for the units that both have rated, in the order of the rows. */
function commonScores(table: RatingTable, a: number, b: number): readonly [readonly number[], readonly number[]] {
  const first: number[] = [];
  const second: number[] = [];
  let before = -1;
  for (let row = 0; row < table.score.length; row += 1) {
    if (table.rater[row] !== a && table.rater[row] !== b) continue;
    // Rows are sorted by unit: the two ratings of a common unit follow one another among those of these raters.
    if (before >= 0 && table.candidate[before] === table.candidate[row] && table.item[before] === table.item[row]) {
      const rowOfA = table.rater[row] === a ? row : before;
      first.push(table.score[rowOfA]!);
      second.push(table.score[rowOfA === row ? before : row]!);
    }
    before = row;
  }
  return [first, second];
}
