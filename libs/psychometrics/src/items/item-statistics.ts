import type { Estimate } from '@touchstone/kernel';
import { tQuantile } from '../distributions/t-quantile';
import { found, missing } from '../estimates/estimates';
import type { Scale } from '../ratings/rating';
import type { RatingTable } from '../ratings/rating-table';
import { type CompleteMatrix, completeMatrix } from '../reliability/complete-matrix';
import { alphaEstimate } from '../reliability/cronbach-alpha';
import { type ItemColumns, alphaFrom, itemColumns, varianceOf } from '../reliability/item-columns';
import { correlationEstimate } from './correlation-estimate';

/** What classical test theory says of one item. */
export interface ItemStatistics {
  readonly item: string;
  readonly mean: Estimate;
  /** The mean as a share of the scale, 0 to 1: high means easy, in spite of its name. INSUFFICIENT_DATA where no scale was stated. */
  readonly difficulty: Estimate;
  readonly standardDeviation: Estimate;
  /** Correlation with the sum of all items, the item itself included, which flatters it. */
  readonly itemTotal: Estimate;
  /** Correlation with the sum of the other items. */
  readonly itemRest: Estimate;
  /** Alpha of the other items. */
  readonly alphaIfDropped: Estimate;
}

export interface TestStatistics {
  /** Candidates who were rated on every item; all figures rest on them. */
  readonly candidates: number;
  /** Candidates left out because some item was not rated. */
  readonly excluded: number;
  readonly alpha: Estimate;
  /** In the order of the table. */
  readonly items: readonly ItemStatistics[];
  /** Of the sum over the items. */
  readonly meanTotal: Estimate;
  readonly standardDeviationOfTotal: Estimate;
  /** By how much the sum of one candidate would typically differ in a repetition with other items of the same kind. */
  readonly standardErrorOfMeasurement: Estimate;
  /** Items on which all candidates are equal. They stay in every figure above. */
  readonly constantItems: readonly string[];
  readonly alphaWithoutConstantItems: Estimate;
}

/**
 * Which questions separate strong candidates from weak ones, and which do not?
 *
 * Look at the item–rest correlation: does who does well on this question do well on the others? From 0.3 a question earns its minutes, near 0
 * it measures something else or nothing, below 0 it should be looked at before it is asked again. Difficulty is the mean as a share of the
 * scale: near 0 or 1 a question separates nobody. `alphaIfDropped` above alpha says that the sum would be worth more without the question.
 * With ten candidates a correlation of 0.3 has an interval from about -0.4 to 0.8: read the intervals before blaming an author.
 *
 * Cells are means over raters, rows the candidates who were rated on every item; the others are left out and counted. A question on which
 * all were equal has a mean and a difficulty, and no correlation (CONSTANT); it stays among the k items of alpha. Intervals: Student's t over
 * candidates for means; Fisher's z for correlations, from four candidates on and inside (-1, 1).
 *
 * Needs two candidates for spread, two items for correlations and alpha, three for `alphaIfDropped`; INSUFFICIENT_DATA otherwise.
 * Cost O(candidates × items²).
 *
 * Source: F. M. Lord & M. R. Novick (1968), Statistical Theories of Mental Test Scores, Addison-Wesley, chapters 4 and 15; R. A. Fisher
 * (1921), On the "probable error" of a coefficient of correlation deduced from a small sample, Metron 1, 3-32; alpha as in `cronbachAlpha`.
 */
export function itemStatistics(table: RatingTable): TestStatistics {
  const matrix = completeMatrix(table, 'CANDIDATE', 'items');
  const columns = itemColumns(matrix);
  const { rows: n } = matrix;
  const alpha = alphaEstimate(matrix, columns, 0.95);
  const totalVariance = varianceOf(columns.totals, 0);
  const origin = columns.origins.reduce((sum, value) => sum + value, 0);
  const support = matrix;
  const constant = n < 2 ? [] : table.items.filter((_, item) => columns.variances[item] === 0);
  return {
    candidates: n,
    excluded: matrix.excluded,
    alpha,
    items: table.items.map((item, index) => statisticsOf(item, index, table.scale, matrix, columns)),
    meanTotal: meanEstimate(columns.totals, origin, totalVariance, 'mean of the sums over items; t interval over candidates', support),
    standardDeviationOfTotal: deviationEstimate(n, totalVariance, 'standard deviation of the sums over items', support),
    standardErrorOfMeasurement:
      alpha.value === null
        ? missing(alpha.status === 'OK' ? 'CONSTANT' : alpha.status, MEASUREMENT, support)
        : found({ value: Math.sqrt(totalVariance * Math.max(0, 1 - alpha.value)) }, MEASUREMENT, support),
    constantItems: constant,
    alphaWithoutConstantItems: constant.length === 0 ? alpha : alphaEstimate(...without(constant, table, matrix)),
  };
}

const MEASUREMENT = 'standard deviation of the sum times the root of 1 - alpha';

function statisticsOf(item: string, index: number, scale: Scale | null, matrix: CompleteMatrix, items: ItemColumns): ItemStatistics {
  const column = items.columns[index]!;
  const variance = items.variances[index]!;
  const rest = items.totals.map((total, row) => total - column[row]!);
  const size = items.variances.reduce((sum, one) => sum + one, 0);
  const mean = meanEstimate(
    column,
    items.origins[index]!,
    variance,
    'mean over candidates of the mean over raters; t interval over candidates',
    matrix,
  );
  return {
    item,
    mean,
    difficulty: difficultyOf(mean, scale, matrix),
    standardDeviation: deviationEstimate(matrix.rows, variance, 'standard deviation over candidates of the mean over raters', matrix),
    itemTotal: correlationEstimate(column, items.totals, size, 'correlation with the sum of all items', matrix),
    itemRest: correlationEstimate(column, rest, size, 'correlation with the sum of the other items', matrix),
    alphaIfDropped: alphaWithout(index, rest, items, matrix),
  };
}

function meanEstimate(
  column: Float64Array,
  origin: number,
  variance: number,
  method: string,
  { rows: n, ...support }: CompleteMatrix,
): Estimate {
  if (n === 0) return missing('INSUFFICIENT_DATA', method, support);
  const value = origin + column.reduce((sum, score) => sum + score, 0) / n;
  if (n < 2 || variance === 0) return found({ value }, method, support);
  const standardError = Math.sqrt(variance / n);
  const reach = tQuantile(0.975, n - 1) * standardError;
  return found({ value, standardError, interval: [value - reach, value + reach] }, method, support);
}

function difficultyOf(mean: Estimate, scale: Scale | null, support: CompleteMatrix): Estimate {
  const method = 'mean as a share of the scale, (mean - min) / (max - min); t interval over candidates';
  if (mean.value === null || scale === null) return missing('INSUFFICIENT_DATA', method, support);
  const share = (score: number): number => (score - scale.min) / (scale.max - scale.min);
  const { value, standardError, interval } = mean;
  return found(
    {
      value: share(value),
      standardError: standardError === null ? null : standardError / (scale.max - scale.min),
      interval: interval && [share(interval.lower), share(interval.upper)],
    },
    method,
    support,
  );
}

const deviationEstimate = (n: number, variance: number, method: string, support: CompleteMatrix): Estimate =>
  n < 2 ? missing('INSUFFICIENT_DATA', method, support) : found({ value: Math.sqrt(variance) }, method, support);

function alphaWithout(index: number, rest: Float64Array, { variances }: ItemColumns, matrix: CompleteMatrix): Estimate {
  const method = "Cronbach's alpha of the other items";
  if (matrix.columns < 3 || matrix.rows < 2) return missing('INSUFFICIENT_DATA', method, matrix);
  const value = alphaFrom(
    variances.filter((_, item) => item !== index),
    varianceOf(rest, 0),
  );
  return value === null ? missing('CONSTANT', method, matrix) : found({ value }, method, matrix);
}

function without(dropped: readonly string[], table: RatingTable, matrix: CompleteMatrix): [CompleteMatrix, ItemColumns, number] {
  const kept = table.items.flatMap((item, index) => (dropped.includes(item) ? [] : [index]));
  const values = Float64Array.from({ length: matrix.rows * kept.length }, (_, at) => {
    const row = Math.floor(at / kept.length);
    return matrix.values[row * matrix.columns + kept[at % kept.length]!]!;
  });
  const smaller = { ...matrix, values, columns: kept.length };
  return [smaller, itemColumns(smaller), 0.95];
}
