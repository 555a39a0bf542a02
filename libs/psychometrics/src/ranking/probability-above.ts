import { normalCdf } from '../distributions/normal-cdf';

/**
 * How probable is it that A is truly above B, given by how much A's score is above B's and how uncertain that difference is?
 *
 * 0.5 says that nothing is known, 0.95 that one would be wrong once in twenty times. Two scores of 4.1 and 3.9 with a standard error of the difference of
 * 0.3 give 0.75: a lead, not a result.
 *
 * `difference` is A - B. Its standard error is the root of var(A) + var(B) - 2 cov(A, B); with independent errors the last term is 0. Raters and questions
 * that both candidates met make the errors go together, so that leaving it out understates what is known. A standard error of 0 gives 1, 0,
 * or 0.5 for equal scores.
 *
 * The closed form for normal errors; also the posterior probability under a flat prior, or for predictions of a mixed model under its
 * own. Needs finite numbers, the standard error at least 0; throws RangeError otherwise. Cost O(1).
 *
 * Source: H. Goldstein & D. J. Spiegelhalter (1996), League tables and their limitations, Journal of the Royal Statistical Society A 159(3),
 * 385-443, doi:10.2307/2983325.
 */
export function probabilityAbove(difference: number, standardError: number): number {
  if (!Number.isFinite(difference) || !(standardError >= 0) || standardError === Infinity) {
    throw new RangeError('a difference is a finite number, its standard error one of at least 0');
  }
  if (standardError > 0) return normalCdf(difference / standardError);
  return difference === 0 ? 0.5 : Number(difference > 0);
}
