import { ascending } from '../sums/ascending';
import { mean } from './mean';

/**
 * Where is the centre once the most extreme numbers at each end are left out?
 *
 * `share` is the part dropped at each end, 0 up to (not including) 0.5; `floor(n * share)` numbers go at each end, as in R and
 * SciPy. With few raters this is coarse: 20 % of four trims nothing, of five one at each end. `null` for no numbers.
 *
 * Needs finite numbers; throws RangeError otherwise. Cost O(n log n).
 *
 * Source: J. W. Tukey & D. H. McLaughlin (1963), Sankhya A 25(3), 331-352; the floor rule is that of R's mean(x, trim).
 */
export function trimmedMean(values: readonly number[], share: number): number | null {
  if (!(share >= 0 && share < 0.5)) throw new RangeError('the share trimmed at each end is at least 0 and below 0.5');
  if (!values.every(Number.isFinite)) throw new RangeError('a trimmed mean needs finite numbers');
  const dropped = Math.floor(values.length * share);
  return mean(ascending(values).slice(dropped, values.length - dropped));
}
