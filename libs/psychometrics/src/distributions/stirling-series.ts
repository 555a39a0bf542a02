/** B(2k) / (2k (2k - 1)), k = 8 down to 1, with the Bernoulli numbers B (DLMF 5.11.1). */
const SERIES = [-3617 / 122400, 1 / 156, -691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12];

/** From here on the series is exact to a double. */
export const LARGE = 12;

/** log sqrt(2 pi) */
export const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * What Stirling's formula leaves of log gamma(x), for x of at least `LARGE`: 1 / (12 x) less 1 / (360 x^3) and so on.
 *
 * Source: NIST Digital Library of Mathematical Functions, 5.11.1.
 */
export function stirlingSeries(x: number): number {
  const square = 1 / (x * x);
  let sum = 0;
  for (const coefficient of SERIES) sum = sum * square + coefficient;
  return sum / x;
}
