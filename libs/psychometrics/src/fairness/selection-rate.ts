import type { Estimate } from '@touchstone/kernel';
import { normalQuantile } from '../distributions/normal-quantile';
import { found, missing } from '../estimates/estimates';
import { type Outcome, checkOutcome } from './outcome';

/**
 * Which share of the applicants of a group was selected, and how sure is that?
 *
 * 0.25 of 8 applicants has an interval from 0.07 to 0.59: that many candidates hardly tell a rate. The interval is Wilson's, which holds
 * for few applicants and for rates of 0 and 1 too; the standard error is the usual one and is 0 there.
 *
 * INSUFFICIENT_DATA without applicants: nobody of nobody is no rate. Throws RangeError for counts that cannot be. `n` are the applicants.
 * Cost O(1).
 *
 * Source: E. B. Wilson (1927), Journal of the American Statistical Association 22, 209-212, doi:10.1080/01621459.1927.10502953.
 */
export function selectionRate(outcome: Outcome): Estimate {
  checkOutcome(outcome);
  const { applicants: n, selected } = outcome;
  const method = 'selection rate, Wilson interval';
  if (n === 0) return missing('INSUFFICIENT_DATA', method, { n, raters: 0 });
  const rate = selected / n;
  const square = normalQuantile(0.975) ** 2 / n;
  const middle = (rate + square / 2) / (1 + square);
  const half = Math.sqrt(square * (rate * (1 - rate) + square / 4)) / (1 + square);
  const interval = [selected === 0 ? 0 : middle - half, selected === n ? 1 : middle + half] as const;
  return found({ value: rate, standardError: Math.sqrt((rate * (1 - rate)) / n), interval }, method, { n, raters: 0 });
}
