import type { RatingTable } from '../ratings/rating-table';
import type { Calibration } from './calibration';

// Looked up once: in a sandbox, as tests run in, each look at a global costs more than the arithmetic.
const { exp, max } = Math;
const { isNaN } = Number;
const NO_STEP = NaN;

/** What the model expects of each rating, in steps of its scale (the lowest category is 0). NaN where a measure is not to be had. */
export interface RowExpectations {
  readonly expected: Float64Array;
  readonly variance: Float64Array;
  /** Fourth central moment. */
  readonly fourth: Float64Array;
  /** The step given less the step expected; NaN also where the score is no category. */
  readonly residual: Float64Array;
}

export function rowExpectations(table: RatingTable, calibration: Calibration): RowExpectations {
  const rows = table.score.length;
  const expected = new Float64Array(rows).fill(NaN);
  const variance = new Float64Array(rows).fill(NaN);
  const fourth = new Float64Array(rows).fill(NaN);
  const residual = new Float64Array(rows).fill(NaN);
  const sums = calibration.scales.map(({ thresholds }) => runningSums(thresholds));
  const steps = calibration.scales.map(({ categories }) => new Map(categories.map((score, step) => [score, step])));
  const weight = new Float64Array(sums.reduce((most, { length }) => max(most, length), 0));
  for (let row = 0; row < rows; row += 1) {
    const item = table.item[row]!;
    const scale = calibration.scaleOf[item]!;
    const logit = calibration.candidate[table.candidate[row]!]! - calibration.rater[table.rater[row]!]! - calibration.item[item]!;
    if (scale < 0 || isNaN(logit)) continue;
    const kappa = sums[scale]!;
    // That of the lowest category.
    let most = 0;
    for (let k = 0; k < kappa.length; k += 1) most = max(most, (weight[k] = k * logit - kappa[k]!));
    let sum = 0;
    let first = 0;
    for (let k = 0; k < kappa.length; k += 1) {
      weight[k] = exp(weight[k]! - most);
      sum += weight[k]!;
      first += k * weight[k]!;
    }
    first /= sum;
    let second = 0;
    let quartic = 0;
    for (let k = 0; k < kappa.length; k += 1) {
      const square = (k - first) ** 2;
      second += (square * weight[k]!) / sum;
      quartic += (square * square * weight[k]!) / sum;
    }
    expected[row] = first;
    variance[row] = second;
    fourth[row] = quartic;
    residual[row] = (steps[scale]!.get(table.score[row]!) ?? NO_STEP) - first;
  }
  return { expected, variance, fourth, residual };
}

/** The information that the ratings with an expectation hold about each element of one facet. */
export function informationOf(column: Int32Array, elements: number, rows: RowExpectations): Float64Array {
  const information = new Float64Array(elements);
  for (let row = 0; row < column.length; row += 1) if (!isNaN(rows.residual[row]!)) information[column[row]!]! += rows.variance[row]!;
  return information;
}

/** 0, then the running sums: what a category costs against the lowest. */
export function runningSums(thresholds: readonly number[]): Float64Array {
  const sums = new Float64Array(thresholds.length + 1);
  for (let k = 0; k < thresholds.length; k += 1) sums[k + 1] = sums[k]! + thresholds[k]!;
  return sums;
}
