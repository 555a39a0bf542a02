import type { Random } from '@touchstone/kernel';
import { standardNormals } from '../distributions/standard-normals';

/**
 * Draws from chi-square distributions of any degrees above 0, the same for the same source of random numbers.
 *
 * A gamma variable by Marsaglia and Tsang: a cubed normal that is thrown away now and then; below one degree of shape, one more of shape
 * times a power of a uniform number.
 *
 * Source: G. Marsaglia & W. W. Tsang (2000), A simple method for generating gamma variables, ACM Transactions on Mathematical Software 26(3),
 * 363-372, doi:10.1145/358407.358414.
 */
export function chiSquareDraws(random: Random, degrees: number): () => number {
  const shape = degrees / 2;
  const raised = shape < 1 ? shape + 1 : shape;
  const d = raised - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  const normal = standardNormals(random);
  const gamma = (): number => {
    for (;;) {
      const x = normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      // 1 - next() lies in (0, 1]: its logarithm is finite.
      if (Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  if (shape >= 1) return () => 2 * gamma();
  return () => 2 * gamma() * Math.pow(1 - random.next(), 1 / shape);
}
