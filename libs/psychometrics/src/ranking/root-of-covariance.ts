/** A pivot of at most this part of the largest variance counts as 0. */
const SINGULAR = 1e-13;

/**
 * The lower triangle L, row by row, with L Lᵀ = the covariance, which may be singular (scores that sum to a constant are). Throws RangeError where the
 * matrix is no covariance: a combination of the scores would have a negative variance. Cost O(size³).
 */
export function rootOfCovariance(covariance: Float64Array, size: number): Float64Array {
  const root = Float64Array.from(covariance);
  let most = 0;
  for (let k = 0; k < size; k += 1) most = Math.max(most, root[k * size + k]!);
  const nothing = SINGULAR * size * most;
  for (let column = 0; column < size; column += 1) {
    let pivot = root[column * size + column]!;
    for (let k = 0; k < column; k += 1) pivot -= root[column * size + k]! ** 2;
    if (pivot < -Math.sqrt(SINGULAR) * most)
      throw new RangeError('no covariance: a combination of the scores would have a negative variance');
    const diagonal = pivot > nothing ? Math.sqrt(pivot) : 0;
    for (let row = column + 1; row < size; row += 1) {
      let rest = root[row * size + column]!;
      for (let k = 0; k < column; k += 1) rest -= root[row * size + k]! * root[column * size + k]!;
      root[row * size + column] = diagonal > 0 ? rest / diagonal : 0;
    }
    root[column * size + column] = diagonal;
    root.fill(0, column * size + column + 1, (column + 1) * size);
  }
  return root;
}
