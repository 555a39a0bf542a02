import type { Estimate } from '@touchstone/kernel';
import { sampleVariance, tQuantile } from '@touchstone/psychometrics';

/** A spread of raters' means below this part of their size comes from binary arithmetic, not from raters. */
const NO_SPREAD = 1e-12;

/**
 * How sure is a mean over raters? Wraps a value with the 95 % t interval over the raters' own means.
 *
 * `raterMeans`: one per rater, in the units of the value, each over what that rater rated. Standard error s / sqrt(k), interval
 * value +- t(0.975, k - 1) standard errors, for k raters taken as a sample of the panelists who might have sat there.
 * - no rater: value null, INSUFFICIENT_DATA;
 * - one rater: the value stands, OK; standard error and interval null, since one rater shows no spread;
 * - two or more who agree exactly: the value stands, CONSTANT; standard error and interval null. An interval of no width
 *   would claim a certainty that two equal ratings do not give.
 * The interval is not cut at the ends of the scale; one that reaches past them says that the data settle little.
 * Where raters rated different things, their means differ by that too and the interval is wide: cautious, never flattering.
 */
export function estimateOverRaters(value: number | null, raterMeans: readonly number[], n: number, method: string): Estimate {
  const raters = raterMeans.length;
  const bare = { value, standardError: null, interval: null, n, raters, method };
  if (value === null) return { ...bare, status: 'INSUFFICIENT_DATA' };
  const variance = sampleVariance(raterMeans);
  if (variance === null) return { ...bare, status: 'OK' };
  const size = Math.max(1, ...raterMeans.map(Math.abs));
  if (Math.max(...raterMeans) - Math.min(...raterMeans) <= NO_SPREAD * size) return { ...bare, status: 'CONSTANT' };
  const standardError = Math.sqrt(variance / raters);
  const reach = tQuantile(0.975, raters - 1) * standardError;
  return {
    ...bare,
    standardError,
    interval: { lower: value - reach, upper: value + reach, level: 0.95 },
    status: 'OK',
  };
}
