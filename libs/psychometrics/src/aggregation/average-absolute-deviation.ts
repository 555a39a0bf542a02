import { ascending } from '../sums/ascending';
import { mean } from './mean';
import { neumaierSum } from '../sums/neumaier-sum';

/**
 * By how much does a rater differ from the mean of the raters, on average?
 *
 * The mean of |value - mean|, in the units of the scale, so that it can be read against it: Burke and Dunlap call a panel
 * in practical agreement up to a sixth of the number of levels (about 0.8 on five levels). `null` below two numbers, exactly 0 for
 * equal ones. Never more than half the range.
 *
 * Needs finite numbers; throws RangeError otherwise. Cost O(n log n).
 *
 * Source: M. J. Burke, L. M. Finkelstein & M. S. Dusig (1999), On average deviation indices for estimating interrater
 * agreement, Organizational Research Methods 2(1), 49-68, doi:10.1177/109442819921004; M. J. Burke & W. P. Dunlap (2002),
 * Estimating interrater agreement with the average deviation index, ORM 5(2), 159-172, doi:10.1177/1094428102005002002.
 */
export function averageAbsoluteDeviation(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  return neumaierSum(ascending(values).map((value) => Math.abs(value - centre))) / values.length;
}
