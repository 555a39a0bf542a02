import { normalCdf } from '../distributions/normal-cdf';
import { type Outcome, checkOutcome } from './outcome';

export interface TwoProportionZ {
  /** The difference of the rates in standard errors, taken as if the rates were equal. Negative where this group's rate is lower. */
  readonly pooled: number | null;
  /** Two-sided, of the pooled one. */
  readonly p: number | null;
  /** The same in standard errors that let the rates differ. */
  readonly unpooled: number | null;
}

/**
 * Is the difference of two selection rates larger than chance explains, with many applicants?
 *
 * `pooled` of -2 means that this group's rate lies two standard errors below the other one; `p` is how often chance alone would bring a
 * difference as large, either way. Without continuity correction. For large groups only: where one expects fewer than five selected or not
 * selected in a group, use `fisherExact`.
 *
 * null where there is no standard error: no applicants in a group, or nobody or everybody selected. Throws RangeError for counts that
 * cannot be. Cost O(1).
 *
 * Source: J. L. Fleiss, B. Levin & M. C. Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., 3.2, doi:10.1002/0471445428;
 * its square is Pearson's chi-square.
 */
export function twoProportionZ(group: Outcome, other: Outcome): TwoProportionZ {
  checkOutcome(group);
  checkOutcome(other);
  const [n, m] = [group.applicants, other.applicants];
  if (n === 0 || m === 0) return { pooled: null, p: null, unpooled: null };
  const difference = (group.selected * m - other.selected * n) / n / m;
  const selected = group.selected + other.selected;
  const all = (selected / (n + m)) * ((n + m - selected) / (n + m)) * (1 / n + 1 / m);
  const variance = ({ applicants, selected: some }: Outcome): number =>
    ((some / applicants) * (applicants - some)) / applicants / applicants;
  const own = variance(group) + variance(other);
  const pooled = all > 0 ? difference / Math.sqrt(all) : null;
  return { pooled, p: pooled === null ? null : 2 * normalCdf(-Math.abs(pooled)), unpooled: own > 0 ? difference / Math.sqrt(own) : null };
}
