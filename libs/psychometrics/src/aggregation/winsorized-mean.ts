import { ascending } from '../sums/ascending';
import { mean } from './mean';

/**
 * Where is the centre once the most extreme numbers at each end are pulled in to their neighbours?
 *
 * Like `trimmedMean`, but the `floor(n * share)` numbers at each end are replaced by the nearest one that is kept instead of being left out, so
 * that everybody still counts, only not for more than the next. `share` is at least 0 and below 0.5. With few raters it is as coarse as
 * trimming: 20 % of four changes nothing. `null` for no numbers.
 *
 * Needs finite numbers; throws RangeError otherwise. Cost O(n log n).
 *
 * Source: W. J. Dixon (1960), Simplified estimation from censored normal samples, Annals of Mathematical Statistics 31(2), 385-391,
 * doi:10.1214/aoms/1177705900.
 */
export function winsorizedMean(values: readonly number[], share: number): number | null {
  if (!(share >= 0 && share < 0.5)) throw new RangeError('the share pulled in at each end is at least 0 and below 0.5');
  if (!values.every(Number.isFinite)) throw new RangeError('a winsorized mean needs finite numbers');
  const sorted = ascending(values);
  const pulled = Math.floor(sorted.length * share);
  const least = sorted[pulled];
  const greatest = sorted[sorted.length - 1 - pulled];
  if (least === undefined || greatest === undefined) return null;
  return mean(sorted.map((value) => Math.min(Math.max(value, least), greatest)));
}
