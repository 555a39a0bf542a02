import type { Estimate } from '@touchstone/kernel';
import { mean } from '../aggregation/mean';
import { sampleVariance } from '../aggregation/sample-variance';
import { tQuantile } from '../distributions/t-quantile';
import { found, missing, type Support } from '../estimates/estimates';

const LEVEL = 0.95;

/**
 * The mean of independent units with Student's 95 % interval. One unit gives a value without an error; none gives `INSUFFICIENT_DATA`; equal ones give one
 * with the status `CONSTANT`, since nothing was seen of how units differ.
 */
export function meanWithInterval(units: readonly number[], method: string, support: Support): Estimate {
  const centre = mean(units);
  if (centre === null) return missing('INSUFFICIENT_DATA', method, support);
  const variance = sampleVariance(units);
  if (variance === null) return found({ value: centre }, method, support);
  if (variance === 0) return found({ value: centre }, method, support, 'CONSTANT');
  const standardError = Math.sqrt(variance / units.length);
  const half = tQuantile((1 + LEVEL) / 2, units.length - 1) * standardError;
  const interval = [centre - half, centre + half] as const;
  return found({ value: centre, standardError, interval, level: LEVEL }, method, support);
}
