import { betaOdds } from './beta-odds';

/**
 * Which value does Student's t with `degrees` degrees of freedom stay below with the given probability?
 *
 * Half the width of a 95 % interval is `tQuantile(0.975, n - 1)` standard errors: 12.71 of them for two raters, 4.30 for three,
 * 2.78 for five. That is why two raters say so little.
 *
 * The square of t over its degrees is the odds of a beta distribution, and those are found by `betaOdds`: about 13 digits, in the tails
 * and for fractional degrees (Satterthwaite's) too.
 *
 * `probability` in (0, 1), `degrees` finite and above 0; throws RangeError otherwise. Cost O(1), about ten evaluations of the distribution.
 *
 * Source: M. Abramowitz & I. A. Stegun (1964), Handbook of Mathematical Functions, 26.7.1 with 26.5.27.
 */
export function tQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError('a probability lies between 0 and 1, exclusively');
  if (!(degrees > 0 && degrees < Infinity)) throw new RangeError('degrees of freedom are a finite number above 0');
  if (probability === 0.5) return 0;
  // Both differences are exact in doubles where they matter.
  const tail = probability < 0.5 ? probability : 1 - probability;
  const centre = 2 * Math.abs(probability - 0.5);
  const size = Math.sqrt(betaOdds({ lower: centre, upper: 2 * tail }, 0.5, degrees / 2)) * Math.sqrt(degrees);
  return probability < 0.5 ? -size : size;
}
