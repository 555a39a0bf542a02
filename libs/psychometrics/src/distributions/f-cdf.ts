import { betaTails } from './beta-tails';

/**
 * Which share of Fisher's F distribution lies below f?
 *
 * `1 - fCdf(F, df1, df2)` is the p-value of an F test; where that is tiny, `fCdf(1 / F, df2, df1)` is the same number with all its digits.
 *
 * Needs a number f (below 0 gives 0, infinity 1) and finite degrees of freedom above 0, whole or not; throws RangeError otherwise.
 * About 13 digits. Cost O(sqrt(degrees)) at the worst.
 *
 * Source: M. Abramowitz & I. A. Stegun (1964), Handbook of Mathematical Functions, 26.6.2.
 */
export function fCdf(f: number, df1: number, df2: number): number {
  if (Number.isNaN(f)) throw new RangeError('the F distribution needs a number');
  if (!(df1 > 0 && df1 < Infinity && df2 > 0 && df2 < Infinity)) throw new RangeError('degrees of freedom are a finite number above 0');
  if (f <= 0) return 0;
  const odds = f * (df1 / df2);
  return betaTails(odds === Infinity ? 1 : odds / (1 + odds), 1 / (1 + odds), df1 / 2, df2 / 2).lower;
}
