/**
 * Which x solves A x = b, given the Cholesky factor of A?
 *
 * Forwards through the lower triangle, then backwards through its transpose; `factor` as `choleskyFactor` gives it. A new vector is
 * returned. Lengths must match; throws RangeError otherwise. Cost n² multiplications.
 */
export function choleskySolve(factor: Float64Array, order: number, right: Float64Array): Float64Array {
  if (factor.length !== order * order || right.length !== order) throw new RangeError('the factor and the right-hand side differ in order');
  const x = right.slice();
  solveForwards(factor, order, x);
  solveBackwards(factor, order, x);
  return x;
}

/**
 * L x = b, x replacing b. `order` may be smaller than the width of a row, and x may begin at `start` of a longer vector.
 */
export function solveForwards(factor: Float64Array, order: number, x: Float64Array, width = order, start = 0): void {
  for (let row = 0; row < order; row += 1) {
    const r = row * width;
    let sum = x[start + row]!;
    for (let k = 0; k < row; k += 1) sum -= factor[r + k]! * x[start + k]!;
    x[start + row] = sum / factor[r + row]!;
  }
}

/** L' x = b, likewise; along the rows of L, so that memory is read in its order. */
export function solveBackwards(factor: Float64Array, order: number, x: Float64Array, width = order, start = 0): void {
  for (let row = order - 1; row >= 0; row -= 1) {
    const r = row * width;
    const value = x[start + row]! / factor[r + row]!;
    x[start + row] = value;
    for (let k = 0; k < row; k += 1) x[start + k] = x[start + k]! - factor[r + k]! * value;
  }
}
