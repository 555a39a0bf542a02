/**
 * What is the inverse of A, given its Cholesky factor?
 *
 * The whole symmetric matrix, both triangles. Needed where many of its numbers are (traces, standard errors of every effect); to solve
 * with it, `choleskySolve` is cheaper and more exact. First the inverse U' of the factor, then U times its transpose, both with
 * eight sums at once as in `choleskyFactor`.
 *
 * Lengths must match; throws RangeError otherwise. Cost n³/3 multiplications.
 */
export function choleskyInverse(factor: Float64Array, order: number): Float64Array {
  if (factor.length !== order * order) throw new RangeError('a square matrix holds order times order numbers');
  const inverse = new Float64Array(order * order);
  timesTranspose(inverseTransposed(factor, order), inverse, order);
  return inverse;
}

/** The inverse of the factor, transposed: an upper triangle, so that both steps run along rows. */
function inverseTransposed(factor: Float64Array, order: number): Float64Array {
  const u = new Float64Array(order * order);
  let row = 0;
  for (; row + 2 <= order; row += 2) {
    const p = row * order;
    const q = p + order;
    const first = factor[p + row]!;
    const below = factor[q + row]!;
    const second = factor[q + row + 1]!;
    let j = 0;
    for (; j + 4 <= row; j += 4) {
      const r0 = j * order;
      const r1 = r0 + order;
      const r2 = r1 + order;
      const r3 = r2 + order;
      let s00 = 0;
      let s10 = 0;
      let s20 = 0;
      let s30 = 0;
      let s01 = 0;
      let s11 = 0;
      let s21 = 0;
      let s31 = 0;
      for (let k = j; k < row; k += 1) {
        const x = factor[p + k]!;
        const y = factor[q + k]!;
        const b0 = u[r0 + k]!;
        const b1 = u[r1 + k]!;
        const b2 = u[r2 + k]!;
        const b3 = u[r3 + k]!;
        s00 -= b0 * x;
        s10 -= b1 * x;
        s20 -= b2 * x;
        s30 -= b3 * x;
        s01 -= b0 * y;
        s11 -= b1 * y;
        s21 -= b2 * y;
        s31 -= b3 * y;
      }
      u[r0 + row] = s00 /= first;
      u[r1 + row] = s10 /= first;
      u[r2 + row] = s20 /= first;
      u[r3 + row] = s30 /= first;
      u[r0 + row + 1] = (s01 - s00 * below) / second;
      u[r1 + row + 1] = (s11 - s10 * below) / second;
      u[r2 + row + 1] = (s21 - s20 * below) / second;
      u[r3 + row + 1] = (s31 - s30 * below) / second;
    }
    finishColumn(factor, u, order, row, j);
    finishColumn(factor, u, order, row + 1, j);
  }
  if (row < order) finishColumn(factor, u, order, row, 0);
  return u;
}

/** Column `column` of the upper triangle, from row `from` to the diagonal. */
function finishColumn(factor: Float64Array, u: Float64Array, order: number, column: number, from: number): void {
  const p = column * order;
  const pivot = factor[p + column]!;
  for (let j = from; j < column; j += 1) {
    let sum = 0;
    for (let k = j; k < column; k += 1) sum -= u[j * order + k]! * factor[p + k]!;
    u[j * order + column] = sum / pivot;
  }
  u[p + column] = 1 / pivot;
}

/** `into` = U U', both triangles. Rows of U hold zeros before the diagonal, so a block may start its sums at its first row. */
function timesTranspose(u: Float64Array, into: Float64Array, order: number): void {
  let row = 0;
  for (; row + 4 <= order; row += 4) {
    const r0 = row * order;
    const r1 = r0 + order;
    const r2 = r1 + order;
    const r3 = r2 + order;
    for (let j = 0; j < row + 4; j += 2) {
      const p = j * order;
      const q = p + order;
      let s00 = 0;
      let s10 = 0;
      let s20 = 0;
      let s30 = 0;
      let s01 = 0;
      let s11 = 0;
      let s21 = 0;
      let s31 = 0;
      for (let k = row; k < order; k += 1) {
        const x = u[p + k]!;
        const y = u[q + k]!;
        const b0 = u[r0 + k]!;
        const b1 = u[r1 + k]!;
        const b2 = u[r2 + k]!;
        const b3 = u[r3 + k]!;
        s00 += b0 * x;
        s10 += b1 * x;
        s20 += b2 * x;
        s30 += b3 * x;
        s01 += b0 * y;
        s11 += b1 * y;
        s21 += b2 * y;
        s31 += b3 * y;
      }
      into[r0 + j] = s00;
      into[r1 + j] = s10;
      into[r2 + j] = s20;
      into[r3 + j] = s30;
      into[r0 + j + 1] = s01;
      into[r1 + j + 1] = s11;
      into[r2 + j + 1] = s21;
      into[r3 + j + 1] = s31;
    }
  }
  for (; row < order; row += 1) {
    for (let j = 0; j <= row; j += 1) {
      let sum = 0;
      for (let k = row; k < order; k += 1) sum += u[row * order + k]! * u[j * order + k]!;
      into[row * order + j] = sum;
    }
  }
  for (let i = 0; i < order; i += 1) for (let j = 0; j < i; j += 1) into[j * order + i] = into[i * order + j]!;
}
