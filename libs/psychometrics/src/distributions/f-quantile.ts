import { betaOdds } from './beta-odds';

/**
 * Which value does Fisher's F with `df1` and `df2` degrees of freedom stay below with the given probability?
 *
 * The confidence bounds of an intraclass correlation are made of it.
 *
 * `probability` in (0, 1), degrees of freedom finite and above 0, whole or not (Satterthwaite's are not); throws RangeError otherwise.
 * About 13 digits while the answer is a double; beyond the largest double, RangeError. Cost O(1), about ten evaluations of the
 * distribution.
 *
 * Source: M. Abramowitz & I. A. Stegun (1964), Handbook of Mathematical Functions, 26.6.2 with 26.5.
 */
export function fQuantile(probability: number, df1: number, df2: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError('a probability lies between 0 and 1, exclusively');
  if (!(df1 > 0 && df1 < Infinity && df2 > 0 && df2 < Infinity)) throw new RangeError('degrees of freedom are a finite number above 0');
  const quantile = betaOdds({ lower: probability, upper: 1 - probability }, df1 / 2, df2 / 2) * (df2 / df1);
  if (!Number.isFinite(quantile)) throw new RangeError('this quantile of F is larger than any double');
  return quantile;
}
