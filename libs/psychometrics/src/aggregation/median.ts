import { ascending } from '../sums/ascending';

/**
 * Which number has as many below it as above it?
 *
 * For an even count the mean of the two in the middle: the median of 3 and 4 is 3.5, never 4. `null` for no numbers.
 * Reads well where one rater is far off; with two raters it is the mean.
 *
 * Needs finite numbers; throws RangeError otherwise. Cost O(n log n).
 *
 * Source: the definition.
 */
export function median(values: readonly number[]): number | null {
  if (!values.every(Number.isFinite)) throw new RangeError('a median needs finite numbers');
  const sorted = ascending(values);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : lower + (upper - lower) / 2;
}
