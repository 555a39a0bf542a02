import type { RatingTable } from '../ratings/rating-table';
import type { AgreementWeights } from './agreement-weights';
import { categoriesOf } from './categories';
import { fleissOf } from './fleiss-of';
import { unavailable } from './unavailable';
import { countUnits } from './unit-counts';
import type { ChanceCorrected } from './unitwise-coefficient';

/**
 * Do these interviewers agree more than chance, when not everybody has rated everything?
 *
 * Fleiss' kappa carried over to data with holes: 1 is perfect agreement, 0 what would come of dealing out the scores of the whole panel
 * without looking. The right kappa for rotating panels, where `fleissKappa` finds no unit that all have rated. Where all have rated all
 * units, both give the same number. `weights` other than 'unweighted' count near misses in part.
 *
 * A unit (a candidate on an item) with one rating tells about chance, not about agreement. Chance is the square of each score's share,
 * shares being means over units. The interval is Student's with `units - 1` degrees, its upper end at most 1; at perfect agreement the
 * standard error is 0, which says that these units show no variation and not that kappa is certain.
 *
 * CONSTANT where only one score was given: chance explains everything. INSUFFICIENT_DATA without a unit that two have rated, with scores
 * that are not whole (averages), and with weights but without a scale. Cost O(n log n + c^2), c categories used.
 *
 * Source: J. L. Fleiss (1971), Psychological Bulletin 76, 378-382, doi:10.1037/h0031619; its form for missing ratings and the standard
 * error: K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapters 2 and 5.
 */
export function fleissKappaGeneralised(table: RatingTable, weights: AgreementWeights = 'unweighted'): ChanceCorrected {
  const method = weights === 'unweighted' ? "Fleiss' kappa, generalised" : `Fleiss' kappa, generalised, ${weights} weights`;
  const counts = countUnits(table, 1);
  const categories = categoriesOf(table, weights !== 'unweighted');
  if (!categories.ok) return unavailable(`${method} (${categories.error})`, counts);
  return fleissOf(counts, weights, categories.value.count, method);
}
