import type { CompleteMatrix } from './complete-matrix';

/** The columns of a complete matrix, each less its first value, with what classical test theory needs of them. */
export interface ItemColumns {
  readonly columns: readonly Float64Array[];
  /** The first value of each column, which was taken off. */
  readonly origins: Float64Array;
  /** Sample variances; exactly 0 for a column that does not vary. */
  readonly variances: Float64Array;
  /** Row sums. */
  readonly totals: Float64Array;
}

/** A variance below this part of the squared size of the numbers comes from binary arithmetic. */
const NO_VARIANCE = 1e-26;

export function itemColumns({ values, rows, columns: k }: Pick<CompleteMatrix, 'values' | 'rows' | 'columns'>): ItemColumns {
  const origins = values.slice(0, k);
  const columns = Array.from({ length: k }, (_, item) =>
    Float64Array.from({ length: rows }, (_, row) => values[row * k + item]! - origins[item]!),
  );
  return {
    columns,
    origins,
    variances: Float64Array.from(columns, (column, item) => varianceOf(column, origins[item]! ** 2)),
    totals: sumsOf(columns, rows),
  };
}

export function sumsOf(columns: readonly Float64Array[], rows: number): Float64Array {
  const sums = new Float64Array(rows);
  for (const column of columns) for (let row = 0; row < rows; row += 1) sums[row]! += column[row]!;
  return sums;
}

/** Sample variance in two passes, 0 below two values; what is too small beside `size`, in squared units, counts as 0. */
export function varianceOf(values: Float64Array, size: number): number {
  const n = values.length;
  if (n < 2) return 0;
  let sum = 0;
  let greatest = size;
  for (const value of values) {
    sum += value;
    greatest = Math.max(greatest, value * value);
  }
  const centre = sum / n;
  let squares = 0;
  let drift = 0;
  for (const value of values) {
    squares += (value - centre) ** 2;
    drift += value - centre;
  }
  const rest = squares - (drift * drift) / n;
  return rest > n * NO_VARIANCE * greatest ? rest / (n - 1) : 0;
}

/** Coefficient alpha from its parts; null for fewer than two items or where the sum does not vary. */
export function alphaFrom(variances: Float64Array, totalVariance: number): number | null {
  const k = variances.length;
  const parts = variances.reduce((sum, variance) => sum + variance, 0);
  return k > 1 && totalVariance > NO_VARIANCE * parts && totalVariance > 0 ? (k / (k - 1)) * (1 - parts / totalVariance) : null;
}
