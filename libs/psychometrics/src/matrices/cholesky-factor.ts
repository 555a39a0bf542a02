/**
 * Which lower triangle L, times its own transpose, is this matrix?
 *
 * The square root of a symmetric positive definite matrix, and the way to solve with it (`choleskySolve`), invert it (`choleskyInverse`)
 * and take the logarithm of its determinant (`choleskyLogDeterminant`). Matrices of this folder are `Float64Array`s of `order * order`
 * numbers, row after row; only the lower triangle is read. The answer has zeros above the diagonal. `null` where a pivot is not above 0:
 * the matrix is not positive definite, or not to the digits of a double.
 *
 * `order` must match the length; throws RangeError otherwise. Cost n³/6 multiplications.
 *
 * Source: G. H. Golub & C. F. Van Loan (2013), Matrix Computations, 4th edition, algorithm 4.2.2, doi:10.56021/9781421407944.
 */
export function choleskyFactor(matrix: Float64Array, order: number): Float64Array | null {
  if (!Number.isInteger(order) || order < 0 || matrix.length !== order * order) {
    throw new RangeError('a square matrix holds order times order numbers');
  }
  const factor = matrix.slice();
  if (!factorInPlace(factor, order)) return null;
  for (let row = 0; row < order; row += 1) factor.fill(0, row * order + row + 1, (row + 1) * order);
  return factor;
}

/**
 * The same in the matrix itself, for loops that must not allocate: the factor replaces the lower triangle, what stands above the diagonal
 * stays. `false` where a pivot is not above 0; the matrix is then half-way. `order` may be smaller than the width of a row.
 *
 * Four rows against two are taken at once: eight sums in the registers of the processor share six loads, which is about three times
 * as fast as one sum after the other.
 */
export function factorInPlace(a: Float64Array, order: number, width = order): boolean {
  let row = 0;
  for (; row + 4 <= order; row += 4) {
    const r0 = row * width;
    const r1 = r0 + width;
    const r2 = r1 + width;
    const r3 = r2 + width;
    for (let j = 0; j < row; j += 2) {
      const p = j * width;
      const q = p + width;
      let s00 = a[r0 + j]!;
      let s10 = a[r1 + j]!;
      let s20 = a[r2 + j]!;
      let s30 = a[r3 + j]!;
      let s01 = a[r0 + j + 1]!;
      let s11 = a[r1 + j + 1]!;
      let s21 = a[r2 + j + 1]!;
      let s31 = a[r3 + j + 1]!;
      for (let k = 0; k < j; k += 1) {
        const x = a[p + k]!;
        const y = a[q + k]!;
        const b0 = a[r0 + k]!;
        const b1 = a[r1 + k]!;
        const b2 = a[r2 + k]!;
        const b3 = a[r3 + k]!;
        s00 -= b0 * x;
        s10 -= b1 * x;
        s20 -= b2 * x;
        s30 -= b3 * x;
        s01 -= b0 * y;
        s11 -= b1 * y;
        s21 -= b2 * y;
        s31 -= b3 * y;
      }
      const first = a[p + j]!;
      const below = a[q + j]!;
      const second = a[q + j + 1]!;
      a[r0 + j] = s00 /= first;
      a[r1 + j] = s10 /= first;
      a[r2 + j] = s20 /= first;
      a[r3 + j] = s30 /= first;
      a[r0 + j + 1] = (s01 - s00 * below) / second;
      a[r1 + j + 1] = (s11 - s10 * below) / second;
      a[r2 + j + 1] = (s21 - s20 * below) / second;
      a[r3 + j + 1] = (s31 - s30 * below) / second;
    }
    for (let r = row; r < row + 4; r += 1) if (!finishRow(a, width, r, row)) return false;
  }
  for (; row < order; row += 1) if (!finishRow(a, width, row, 0)) return false;
  return true;
}

/** Columns `from` to `row` of one row. */
function finishRow(a: Float64Array, width: number, row: number, from: number): boolean {
  const r = row * width;
  for (let j = from; j <= row; j += 1) {
    const p = j * width;
    let sum = a[r + j]!;
    for (let k = 0; k < j; k += 1) sum -= a[r + k]! * a[p + k]!;
    if (j < row) a[r + j] = sum / a[p + j]!;
    else if (sum > 0 && sum < Infinity) a[r + j] = Math.sqrt(sum);
    else return false;
  }
  return true;
}
