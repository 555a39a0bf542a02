import { type Outcome, checkOutcome } from './outcome';
import { type StandardDeviations, standardDeviationsOf } from './standard-deviations';

export type { StandardDeviations };

/**
 * By how many standard deviations does the number selected of this group miss what a selection blind to groups would bring, given how many
 * were selected in all?
 *
 * The rule of the courts for applicants of two groups: differences of more than two or three standard deviations are not put down to
 * chance. Flagged from 2. The standard deviation is that of the hypergeometric distribution, because the places were given; for large
 * groups the number is close to the pooled z.
 *
 * null in place of the number where nobody or everybody was selected, or a group is empty. Throws RangeError for counts that cannot be.
 * Cost O(1).
 *
 * Source: Hazelwood School District v. United States, 433 U.S. 299 (1977), n. 14; moments of the hypergeometric distribution: N. L.
 * Johnson, A. W. Kemp & S. Kotz (2005), Univariate Discrete Distributions, 3rd ed., 6.3, doi:10.1002/0471715816.
 */
export function hypergeometricDeviations(group: Outcome, other: Outcome): StandardDeviations {
  checkOutcome(group);
  checkOutcome(other);
  const all = group.applicants + other.applicants;
  const selected = group.selected + other.selected;
  if (all === 0) return standardDeviationsOf(0, 0, 0);
  const expected = (group.applicants * selected) / all;
  const variance = all < 2 ? 0 : expected * ((all - selected) / all) * (other.applicants / (all - 1));
  return standardDeviationsOf(group.selected, expected, variance);
}
