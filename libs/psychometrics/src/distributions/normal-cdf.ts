import { gammaTails } from './gamma-tails';

/**
 * Which share of a standard normal distribution lies below z?
 *
 * `2 * normalCdf(-|z|)` is the two-sided p-value of a z statistic: 0.05 at 1.96. Exact in the far tail as well: ask for the negative side,
 * not for 1 less the positive one.
 *
 * Needs a number (infinities give 0 and 1); throws RangeError otherwise. About 13 digits. Cost O(1).
 *
 * Source: NIST Digital Library of Mathematical Functions, 7.11.1 and 7.11.2 (the error function as an incomplete gamma).
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('the normal distribution needs a number');
  const { lower, upper } = gammaTails(0.5, (z * z) / 2);
  return z < 0 ? upper / 2 : 0.5 + lower / 2;
}
