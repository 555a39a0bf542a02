import type { Estimate } from '@touchstone/kernel';
import { normalQuantile } from '../distributions/normal-quantile';
import { found, missing } from '../estimates/estimates';
import { type Outcome, checkOutcome } from './outcome';

/**
 * How large is the selection rate of this group, as a share of that of the other?
 *
 * 1 is the same rate; 0.75 means that for four selected of the other group, among as many applicants, three of this one are. Below 0.8
 * the Uniform Guidelines speak of adverse impact (`violatesFourFifths` compares exactly). Read the interval: with few applicants it
 * often reaches from far below 0.8 to above 1, and then the ratio shows nothing.
 *
 * The interval is symmetric on the logarithmic scale. It cannot be had where nobody of one group was selected (then the ratio itself is 0
 * or missing); where everybody of both was, it has no width, which says nothing about another such year.
 *
 * CONSTANT where nobody of either group was selected. EXTREME where nobody of the other group was and somebody of this one: the ratio has
 * no bound. INSUFFICIENT_DATA where a group has no applicants. Throws RangeError for counts that cannot be. `n` are the applicants of both.
 * Cost O(1).
 *
 * Source: 29 CFR 1607.4(D) (Uniform Guidelines on Employee Selection Procedures, 1978); interval: D. Katz, J. Baptista, S. P. Azen & M. C.
 * Pike (1978), Biometrics 34, 469-474, doi:10.2307/2530610.
 */
export function impactRatio(group: Outcome, other: Outcome): Estimate {
  checkOutcome(group);
  checkOutcome(other);
  const method = 'impact ratio, Katz interval';
  const support = { n: group.applicants + other.applicants, raters: 0 };
  if (group.applicants === 0 || other.applicants === 0) return missing('INSUFFICIENT_DATA', method, support);
  if (other.selected === 0) return missing(group.selected === 0 ? 'CONSTANT' : 'EXTREME', method, support);
  const value = (group.selected * other.applicants) / (group.applicants * other.selected);
  if (group.selected === 0) return found({ value }, method, support);
  const spread = ({ applicants, selected }: Outcome): number => (applicants - selected) / selected / applicants;
  const logError = Math.sqrt(spread(group) + spread(other));
  const factor = Math.exp(normalQuantile(0.975) * logError);
  return found({ value, standardError: value * logError, interval: [value / factor, value * factor] }, method, support);
}
