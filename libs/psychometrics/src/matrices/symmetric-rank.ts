/**
 * How many independent directions does a symmetric matrix without negative eigenvalues have?
 *
 * The rank of a table of products such as X'X, which is the rank of X: how many of the effects of a design can be told apart. Cholesky with
 * the largest remaining diagonal as the next pivot; it stops when no pivot is above `tolerance` times the diagonal that pivot had at the
 * start. Counts (products of columns of 0 and 1) are held exactly, so that a true zero comes out as zero to a few units in the last place.
 *
 * `order` must match the length; throws RangeError otherwise. Cost n²·rank multiplications.
 *
 * Source: N. J. Higham (1990), Analysis of the Cholesky decomposition of a semi-definite matrix, in Reliable Numerical Computation
 * (M. G. Cox & S. Hammarling, eds), 161-185.
 */
export function symmetricRank(matrix: Float64Array, order: number, tolerance = 1e-10): number {
  if (matrix.length !== order * order) throw new RangeError('a square matrix holds order times order numbers');
  const a = matrix.slice();
  const threshold = Float64Array.from({ length: order }, (_, k) => tolerance * a[k * order + k]!);
  const left = new Uint8Array(order).fill(1);
  const column = new Float64Array(order);
  for (let rank = 0; rank < order; rank += 1) {
    let pivot = -1;
    for (let k = 0; k < order; k += 1) {
      const diagonal = a[k * order + k]!;
      if (left[k] === 1 && diagonal > threshold[k]! && (pivot < 0 || diagonal > a[pivot * order + pivot]!)) pivot = k;
    }
    if (pivot < 0) return rank;
    left[pivot] = 0;
    const scale = 1 / Math.sqrt(a[pivot * order + pivot]!);
    for (let k = 0; k < order; k += 1) column[k] = left[k] === 1 ? a[Math.max(k, pivot) * order + Math.min(k, pivot)]! * scale : 0;
    for (let i = 0; i < order; i += 1) {
      const factor = column[i]!;
      if (factor === 0) continue;
      for (let j = 0; j <= i; j += 1) a[i * order + j] = a[i * order + j]! - factor * column[j]!;
    }
  }
  return order;
}
