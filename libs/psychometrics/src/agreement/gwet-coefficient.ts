import type { RatingTable } from '../ratings/rating-table';
import { type AgreementWeights, credit, sumOfCredits } from './agreement-weights';
import { categoriesOf } from './categories';
import { unavailable } from './unavailable';
import { countUnits } from './unit-counts';
import { type ChanceCorrected, unitwiseCoefficient } from './unitwise-coefficient';

/**
 * Do these interviewers agree more than chance, even when nearly everybody gets the same score?
 *
 * Gwet's AC1 ('unweighted') and AC2 ('linear', 'quadratic', 'ordinal': near misses count in part). Chance agreement happens here only on
 * ratings that were guesses, and is highest when all categories are equally common; kappa takes it to be highest when one category
 * dominates and so punishes a panel that agrees on an easy case. 1 is perfect agreement, 0 what guessing gives. For ordered levels read
 * AC2; expect it to be well above kappa where most candidates are alike, and do not compare the one with the other.
 *
 * Works with holes. A unit (a candidate on an item) with one rating counts in chance agreement and in `units`, not in agreement. The number
 * of categories is that of the scale, not of the scores that occur. All scores equal give 1, where kappa and alpha have no value. The
 * interval is Student's with `degrees` degrees, its upper end at most 1; at perfect agreement the standard error may be 0, which says that
 * these units show no variation and not that the coefficient is certain.
 *
 * INSUFFICIENT_DATA without a unit that two have rated, with scores that are not whole (averages), and without a scale. Cost O(n log n).
 *
 * Source: K. L. Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29-48, doi:10.1348/000711006X126600;
 * K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapters 4 and 5.
 */
export function gwetCoefficient(table: RatingTable, weights: AgreementWeights = 'unweighted'): ChanceCorrected {
  const method = weights === 'unweighted' ? "Gwet's AC1" : `Gwet's AC2, ${weights} weights`;
  const counts = countUnits(table, 1);
  const categories = categoriesOf(table, true);
  if (!categories.ok) return unavailable(`${method} (${categories.error})`, counts);
  const { count } = categories.value;
  const guessing = sumOfCredits(weights, count) / (count * (count - 1));
  return unitwiseCoefficient(
    counts,
    (a, b) => credit(weights, Math.abs(a - b), count),
    (shares) => shares.map((share) => guessing * (1 - share)),
    method,
  );
}
