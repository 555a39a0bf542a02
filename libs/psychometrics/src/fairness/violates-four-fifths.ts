import { type Outcome, checkOutcome } from './outcome';

/**
 * Is the selection rate of this group less than four fifths of that of the other, the rule of thumb of the Uniform Guidelines?
 *
 * Exactly four fifths is no violation: the rule says "less than". Compared in whole numbers (5 x selected x applicants of the other against
 * 4 x ...): 3 of 5 against 6 of 8 is four fifths, and 0.6 / 0.75 in doubles is less. A violation is a reason to look, not a finding: with
 * few applicants chance alone brings it about, and with many a harmful difference may keep above it; the tests beside it say which.
 *
 * Two rates of 0 differ by nothing: no violation. null where a group has no applicants. Throws RangeError for counts that cannot be.
 * Cost O(1).
 *
 * Source: 29 CFR 1607.4(D); Questions and Answers on the Uniform Guidelines, 44 Fed. Reg. 11996 (1979), Question 11.
 */
export function violatesFourFifths(group: Outcome, other: Outcome): boolean | null {
  checkOutcome(group);
  checkOutcome(other);
  if (group.applicants === 0 || other.applicants === 0) return null;
  const [a, n, b, m] = [group.selected, group.applicants, other.selected, other.applicants].map(BigInt) as [bigint, bigint, bigint, bigint];
  return 5n * a * m < 4n * b * n;
}
