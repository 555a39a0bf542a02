import { regularizedBeta } from '../distributions/regularized-beta';
import { checkOutcome } from './outcome';
import { type StandardDeviations, standardDeviationsOf } from './standard-deviations';

export interface BinomialDeviations extends StandardDeviations {
  /** The exact chances of as few as observed or fewer, and of as many or more. */
  readonly lowerTail: number;
  readonly upperTail: number;
}

/**
 * By how many standard deviations does the number of this group among those chosen miss its share of the population?
 *
 * The rule of Castaneda v. Partida (jurors) and Hazelwood (teachers) for one workforce against a population: `n` chosen, of whom `observed`
 * are of the group, whose share of the qualified population is `share`. Flagged from 2. Beside it the exact chances, which need no large
 * numbers.
 *
 * null in place of the number where nothing could have come out differently (n is 0, the share 0 or 1). Throws RangeError for counts or a
 * share that cannot be. Cost O(sqrt(n)).
 *
 * Source: Castaneda v. Partida, 430 U.S. 482 (1977), n. 17; Hazelwood School District v. United States, 433 U.S. 299 (1977), n. 14 and 17.
 */
export function binomialDeviations(n: number, share: number, observed: number): BinomialDeviations {
  checkOutcome({ applicants: n, selected: observed }, 'those chosen');
  if (!(share >= 0 && share <= 1)) throw new RangeError('a share of the population lies between 0 and 1');
  return {
    ...standardDeviationsOf(observed, n * share, n * share * (1 - share)),
    lowerTail: observed === n ? 1 : regularizedBeta(1 - share, n - observed, observed + 1),
    upperTail: observed === 0 ? 1 : regularizedBeta(share, observed, n - observed + 1),
  };
}
