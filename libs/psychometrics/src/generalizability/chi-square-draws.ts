import type { Random } from '@touchstone/kernel';

/**
 * Draws from chi-square distributions of any degrees above 0, the same for the same source of random numbers.
 *
 * A gamma variable by Marsaglia and Tsang: a cubed normal that is thrown away now and then; below one degree of shape, one more of shape
 * times a power of a uniform number. Normals by the polar method, two at a time.
 *
 * Source: G. Marsaglia & W. W. Tsang (2000), A simple method for generating gamma variables, ACM Transactions on Mathematical Software 26(3),
 * 363-372, doi:10.1145/358407.358414; G. Marsaglia & T. A. Bray (1964), A convenient method for generating normal variables, SIAM Review 6(3),
 * 260-264, doi:10.1137/1006063.
 */
export function chiSquareDraws(random: Random, degrees: number): () => number {
  const shape = degrees / 2;
  const raised = shape < 1 ? shape + 1 : shape;
  const d = raised - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  const normal = normalDraws(random);
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

function normalDraws(random: Random): () => number {
  let kept: number | null = null;
  return () => {
    if (kept !== null) {
      const value = kept;
      kept = null;
      return value;
    }
    for (;;) {
      const x = 2 * random.next() - 1;
      const y = 2 * random.next() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      kept = y * scale;
      return x * scale;
    }
  };
}
