/**
 * The inverse of a small square matrix, row after row, by elimination with pivots; null where it has none to the digits of a double.
 * For the handful of components of a design: not symmetric, and too small for anything better.
 */
export function squareInverse(matrix: Float64Array, order: number): Float64Array | null {
  const left = matrix.slice();
  const right = new Float64Array(order * order);
  for (let k = 0; k < order; k += 1) right[k * order + k] = 1;
  const sizes = Array.from({ length: order }, (_, row) =>
    left.subarray(row * order, (row + 1) * order).reduce((most, value) => Math.max(most, Math.abs(value)), 0),
  );
  for (let k = 0; k < order; k += 1) {
    let pivot = k;
    for (let row = k + 1; row < order; row += 1) {
      if (Math.abs(left[row * order + k]!) / sizes[row]! > Math.abs(left[pivot * order + k]!) / sizes[pivot]!) pivot = row;
    }
    if (!(Math.abs(left[pivot * order + k]!) > 1e-10 * sizes[pivot]!)) return null;
    if (pivot !== k) {
      [sizes[k], sizes[pivot]] = [sizes[pivot]!, sizes[k]!];
      for (const half of [left, right]) swapRows(half, order, k, pivot);
    }
    const divisor = left[k * order + k]!;
    for (const half of [left, right]) for (let column = 0; column < order; column += 1) half[k * order + column]! /= divisor;
    for (let row = 0; row < order; row += 1) {
      const factor = left[row * order + k]!;
      if (row === k || factor === 0) continue;
      for (const half of [left, right]) {
        for (let column = 0; column < order; column += 1) half[row * order + column]! -= factor * half[k * order + column]!;
      }
    }
  }
  return right;
}

function swapRows(matrix: Float64Array, order: number, a: number, b: number): void {
  for (let column = 0; column < order; column += 1) {
    const kept = matrix[a * order + column]!;
    matrix[a * order + column] = matrix[b * order + column]!;
    matrix[b * order + column] = kept;
  }
}
