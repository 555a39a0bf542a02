import { betaTails } from './beta-tails';

/**
 * Which share of a beta(a, b) distribution lies below x? Also: the chance of at least `a` successes in `a + b - 1` trials of chance x.
 *
 * The distributions of Student and of Fisher and the binomial are this function with other arguments; nobody reads it for itself.
 *
 * Needs x in [0, 1] and finite a, b above 0; throws RangeError otherwise. About 13 digits, in the lower tail too; for digits in the upper
 * tail ask for `regularizedBeta(1 - x, b, a)`. Cost O(sqrt(max(a, b))) at the worst.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17, https://dlmf.nist.gov/8.17.
 */
export function regularizedBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError('the argument of the beta distribution lies between 0 and 1');
  if (!(a > 0 && a < Infinity && b > 0 && b < Infinity)) throw new RangeError('the beta distribution needs finite parameters above 0');
  return betaTails(x, 1 - x, a, b).lower;
}
