import type { CompleteMatrix } from './complete-matrix';

/** The mean squares of a rectangle of ratings, in squared units of the scale. */
export interface TwoWayMeanSquares {
  /** Between units. */
  readonly between: number;
  /** Within units: raters and rest together. */
  readonly within: number;
  readonly raters: number;
  readonly residual: number;
}

/** Sums of squares below this part of all squares come from binary arithmetic, not from the ratings. */
const NO_SQUARES = 1e-26;

/** Two-way analysis of variance without replication; null below two rows or two columns. Exactly 0 where the ratings leave exactly nothing. */
export function twoWayMeanSquares({
  values,
  rows: n,
  columns: k,
}: Pick<CompleteMatrix, 'values' | 'rows' | 'columns'>): TwoWayMeanSquares | null {
  if (n < 2 || k < 2) return null;
  const origin = values[0]!;
  const rowMean = new Float64Array(n);
  const columnMean = new Float64Array(k);
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column < k; column += 1) {
      const value = values[row * k + column]! - origin;
      rowMean[row]! += value / k;
      columnMean[column]! += value / n;
    }
  }
  const grand = rowMean.reduce((sum, value) => sum + value / n, 0);
  let within = 0;
  let residual = 0;
  let total = 0;
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column < k; column += 1) {
      const value = values[row * k + column]! - origin;
      within += (value - rowMean[row]!) ** 2;
      residual += (value - rowMean[row]! - columnMean[column]! + grand) ** 2;
      total += (value - grand) ** 2 + value ** 2;
    }
  }
  const squares = (means: Float64Array): number => means.reduce((sum, value) => sum + (value - grand) ** 2, 0);
  const exact = (sum: number): number => (sum <= NO_SQUARES * total ? 0 : sum);
  return {
    between: exact(k * squares(rowMean)) / (n - 1),
    within: exact(within) / (n * (k - 1)),
    raters: exact(n * squares(columnMean)) / (k - 1),
    residual: exact(residual) / ((n - 1) * (k - 1)),
  };
}
