import { gammaTails } from './gamma-tails';

/**
 * Which share of a gamma distribution of shape `a` (and scale 1) lies below x? P(a, x).
 *
 * Chi-square and the normal are this function with other arguments.
 *
 * Needs a finite a above 0 and x of at least 0 (infinity gives 1); throws RangeError otherwise. About 13 digits. Cost O(sqrt(a)) at the
 * worst.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.2, https://dlmf.nist.gov/8.2.
 */
export function regularizedGamma(a: number, x: number): number {
  if (!(a > 0 && a < Infinity)) throw new RangeError('the gamma distribution needs a finite shape above 0');
  if (!(x >= 0)) throw new RangeError('the argument of the gamma distribution is at least 0');
  return gammaTails(a, x).lower;
}
