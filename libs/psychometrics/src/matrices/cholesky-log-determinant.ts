/** The logarithm of the determinant of A, given its Cholesky factor: twice the sum of the logarithms on the diagonal. Cost O(n). */
export function choleskyLogDeterminant(factor: Float64Array, order: number, width = order): number {
  let sum = 0;
  for (let k = 0; k < order; k += 1) sum += Math.log(factor[k * width + k]!);
  return 2 * sum;
}
