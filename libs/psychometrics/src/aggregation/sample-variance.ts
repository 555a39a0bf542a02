import { ascending } from '../sums/ascending';
import { mean } from './mean';
import { neumaierSum } from '../sums/neumaier-sum';

/**
 * How far do these numbers spread, as an estimate for the population they stand for?
 *
 * The sum of squared deviations from the mean over n - 1, in squared units of the numbers; its square root is the sample
 * standard deviation. `null` below two numbers: one number says nothing about spread. Exactly 0 for equal numbers.
 * Two passes with the correction of Chan, Golub and LeVeque for the rounding of the mean; the order changes no bit.
 *
 * Needs finite numbers; throws RangeError otherwise. Cost O(n log n).
 *
 * Source: T. F. Chan, G. H. Golub & R. J. LeVeque (1983), Algorithms for computing the sample variance,
 * The American Statistician 37(3), 242-247, doi:10.1080/00031305.1983.10483115.
 */
export function sampleVariance(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  const deviations = ascending(values).map((value) => value - centre);
  const squares = neumaierSum(deviations.map((deviation) => deviation * deviation));
  const drift = neumaierSum(deviations);
  return Math.max(0, squares - (drift * drift) / values.length) / (values.length - 1);
}
