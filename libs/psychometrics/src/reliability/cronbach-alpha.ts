import type { Estimate } from '@touchstone/kernel';
import { fQuantile } from '../distributions/f-quantile';
import { found, missing } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import { type CompleteMatrix, completeMatrix } from './complete-matrix';
import { type ItemColumns, alphaFrom, itemColumns, varianceOf } from './item-columns';

export interface CronbachAlpha {
  readonly estimate: Estimate;
  /** Candidates who were rated on every item; the figure rests on them alone. */
  readonly candidates: number;
  /** Candidates left out because some item was not rated. */
  readonly excluded: number;
  readonly items: number;
}

export interface AlphaOptions {
  /** Confidence of the interval, 0.95 unless said. */
  readonly level?: number | undefined;
}

/**
 * Do the items of this interview measure one thing, so that their sum is worth reading?
 *
 * Coefficient alpha of candidates by items (the mean of the raters in each cell): the share of the variance of the sum that the items have in
 * common. From about 0.7 a sum can rank groups of candidates, from about 0.9 it can carry a decision on one; it grows with the number of
 * items, so that a low alpha may mean few items and a high one may mean many alike. It is a lower bound of the reliability as far as items
 * go; that raters are a sample too is not in it (see `generalizabilityStudy`). A value below 0 says that the items work against each other.
 *
 * Standard error: the asymptotic one for any covariance matrix (van Zyl, Neudecker and Nel), over the root of the number of candidates.
 * Interval: Feldt's, exact for items of equal variances and covariances, better than the former for the few candidates of a panel. The two
 * belong to different methods and need not fit each other.
 *
 * Needs two items and two candidates who were rated on all of them, else INSUFFICIENT_DATA; candidates with a gap are left out and counted.
 * CONSTANT where the sum does not vary. Items on which all candidates are equal stay in. An alpha of 1 has neither error nor interval.
 *
 * `level` in (0, 1); throws RangeError otherwise. Cost O(candidates × items²).
 *
 * Source: L. J. Cronbach (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16(3), 297-334, doi:10.1007/BF02310555;
 * L. S. Feldt, D. J. Woodruff & F. A. Salih (1987), Statistical inference for coefficient alpha, Applied Psychological Measurement 11(1),
 * 93-103, doi:10.1177/014662168701100107; J. M. van Zyl, H. Neudecker & D. G. Nel (2000), On the distribution of the maximum likelihood
 * estimator of Cronbach's alpha, Psychometrika 65(3), 271-280, doi:10.1007/BF02296146.
 */
export function cronbachAlpha(table: RatingTable, { level = 0.95 }: AlphaOptions = {}): CronbachAlpha {
  if (!(level > 0 && level < 1)) throw new RangeError('a confidence level lies between 0 and 1, exclusively');
  const matrix = completeMatrix(table, 'CANDIDATE', 'items');
  const estimate = alphaEstimate(matrix, itemColumns(matrix), level);
  return { estimate, candidates: matrix.rows, excluded: matrix.excluded, items: matrix.columns };
}

const METHOD = "Cronbach's alpha; asymptotic standard error (van Zyl, Neudecker and Nel), interval of Feldt";

/** Alpha of a matrix that is already there, for the item statistics. */
export function alphaEstimate(matrix: CompleteMatrix, items: ItemColumns, level: number): Estimate {
  const { rows: n, columns: k } = matrix;
  if (n < 2 || k < 2) return missing('INSUFFICIENT_DATA', METHOD, matrix);
  const value = alphaFrom(items.variances, varianceOf(items.totals, 0));
  if (value === null) return missing('CONSTANT', METHOD, matrix);
  // Perfectly parallel items: both would claim a certainty that the sample does not give.
  if (1 - value <= 1e-12) return found({ value }, METHOD, matrix);
  const [df1, df2, tail] = [n - 1, (n - 1) * (k - 1), (1 + level) / 2];
  const interval = [1 - (1 - value) * fQuantile(tail, df1, df2), 1 - (1 - value) * fQuantile(1 - tail, df1, df2)] as const;
  return found({ value, standardError: asymptoticError(items, n), interval, level }, METHOD, matrix);
}

/** From the traces of the covariance matrix V of the items, with j a column of ones. */
function asymptoticError({ columns, variances }: ItemColumns, n: number): number {
  const k = columns.length;
  const centred = columns.map((column) => {
    const centre = column.reduce((sum, value) => sum + value / n, 0);
    return column.map((value) => value - centre);
  });
  const rowSums = new Float64Array(k);
  let traceOfSquare = 0;
  for (let a = 0; a < k; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      const covariance = a === b ? variances[a]! : productOf(centred[a]!, centred[b]!) / (n - 1);
      rowSums[a]! += covariance;
      if (a !== b) rowSums[b]! += covariance;
      traceOfSquare += (a === b ? 1 : 2) * covariance * covariance;
    }
  }
  const trace = variances.reduce((sum, variance) => sum + variance, 0);
  const whole = rowSums.reduce((sum, value) => sum + value, 0);
  const wholeOfSquare = rowSums.reduce((sum, value) => sum + value * value, 0);
  const spread = whole * (traceOfSquare + trace * trace) - 2 * trace * wholeOfSquare;
  return Math.sqrt((2 * k * k * spread) / ((k - 1) ** 2 * whole ** 3) / n);
}

function productOf(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row += 1) sum += a[row]! * b[row]!;
  return sum;
}
