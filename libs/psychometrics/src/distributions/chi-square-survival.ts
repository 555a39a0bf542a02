import { gammaTails } from './gamma-tails';

/**
 * How often would chance alone give a chi-square of x or more? The p-value of a chi-square statistic.
 *
 * Small (below 0.05 by custom) says that the differences tested are larger than chance explains; not that they are large.
 *
 * Needs x of at least 0 and finite degrees of freedom above 0, whole or not; throws RangeError otherwise. About 13 digits, far out in the
 * tail too. Cost O(sqrt(degrees)) at the worst.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.2.4 (Q(degrees / 2, x / 2)).
 */
export function chiSquareSurvival(x: number, degrees: number): number {
  if (!(x >= 0)) throw new RangeError('a chi-square is at least 0');
  if (!(degrees > 0 && degrees < Infinity)) throw new RangeError('degrees of freedom are a finite number above 0');
  return gammaTails(degrees / 2, x / 2).upper;
}
