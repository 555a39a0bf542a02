import type { RatingTable } from '../ratings/rating-table';
import type { RaschAnalysis } from './analysis';
import { calibrationOf } from './calibration';
import { categoryProbabilities } from './category-probabilities';
import { rowExpectations } from './row-expectations';

// Looked up once: in a sandbox, as tests run in, each look at a global costs more than the arithmetic.
const { abs, sqrt } = Math;

export interface UnexpectedRating {
  readonly candidate: string;
  readonly rater: string;
  readonly item: string;
  readonly observed: number;
  /** The mean rating that the model expects there, in rating units. */
  readonly expected: number;
  /** Observed less expected, in standard deviations of the rating. */
  readonly residual: number;
  /** `STRIKING` from 3 standard deviations on. */
  readonly kind: 'SURPRISING' | 'STRIKING';
}

/**
 * Which single ratings does nothing else in the table explain?
 *
 * A rating is listed where it stands 2 or more standard deviations from what the candidate's ability, the rater's severity and the item's difficulty
 * lead to expect; from 3 on it is striking. About 5 % and 1 % do so by chance, so the list says where to look and not what is wrong: a slip of the pen, a
 * question misheard, something that one rater alone has seen. Largest first, then in the order of the table.
 *
 * Ratings of extreme scores have no expectation of their own and are never listed. `least` is at least 0; throws RangeError otherwise. The analysis must be of
 * this table. Cost O(rows log rows).
 *
 * Source: Facets manual, 'Unexpected=' and Table 4.1; B. D. Wright & G. N. Masters (1982), Rating Scale Analysis, 98-99.
 */
export function unexpectedRatings(table: RatingTable, analysis: RaschAnalysis, least = 2): readonly UnexpectedRating[] {
  if (!(least >= 0)) throw new RangeError('a standardised residual is asked for from 0 on');
  const calibration = calibrationOf(analysis, true);
  const rows = rowExpectations(table, calibration);
  const found: UnexpectedRating[] = [];
  for (let row = 0; row < rows.residual.length; row += 1) {
    const residual = rows.residual[row]! / sqrt(rows.variance[row]!);
    if (!(abs(residual) >= least)) continue;
    const [candidate, rater, item] = [table.candidate[row]!, table.rater[row]!, table.item[row]!];
    const { categories, thresholds } = calibration.scales[calibration.scaleOf[item]!]!;
    const logit = calibration.candidate[candidate]! - calibration.rater[rater]! - calibration.item[item]!;
    found.push({
      candidate: table.candidates[candidate]!,
      rater: table.raters[rater]!,
      item: table.items[item]!,
      observed: table.score[row]!,
      expected: categoryProbabilities(logit, thresholds).reduce((sum, chance, k) => sum + chance * categories[k]!, 0),
      residual,
      kind: abs(residual) >= 3 ? 'STRIKING' : 'SURPRISING',
    });
  }
  return found.sort((a, b) => abs(b.residual) - abs(a.residual));
}
