import { betaTails } from './beta-tails';

/**
 * Which share of Student's t distribution lies below t?
 *
 * `2 * tCdf(-|t|, degrees)` is the two-sided p-value of a t statistic. Exact in the far tail: ask for the negative side, not for 1 less the
 * positive one.
 *
 * Needs a number t (infinities give 0 and 1) and finite degrees of freedom above 0, whole or not (Satterthwaite's are not); throws
 * RangeError otherwise. About 13 digits. Cost O(sqrt(degrees)) at the worst.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17; M. Abramowitz & I. A. Stegun (1964), 26.7.1.
 */
export function tCdf(t: number, degrees: number): number {
  if (Number.isNaN(t)) throw new RangeError('the t distribution needs a number');
  if (!(degrees > 0 && degrees < Infinity)) throw new RangeError('degrees of freedom are a finite number above 0');
  if (Math.abs(t) === Infinity) return t < 0 ? 0 : 1;
  // In two divisions, so that the square of a large t does not overflow.
  const ratio = Math.abs(t) / Math.sqrt(degrees);
  const x = ratio > 1 ? 1 / (1 + 1 / ratio / ratio) : (ratio * ratio) / (1 + ratio * ratio);
  const y = ratio > 1 ? 1 / ratio / (ratio + 1 / ratio) : 1 / (1 + ratio * ratio);
  const { lower, upper } = betaTails(x, y, 0.5, degrees / 2);
  return t < 0 ? upper / 2 : 0.5 + lower / 2;
}
