import type { Estimate } from '@touchstone/kernel';
import { found, missing } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import type { RaschAnalysis } from './analysis';
import { calibrationOf } from './calibration';
import { informationOf, type RowExpectations, rowExpectations } from './row-expectations';

export interface HaloEffect {
  readonly rater: string;
  /** Mean correlation between what is left of two ratings of one candidate by this rater. */
  readonly correlation: Estimate;
  /** The same as a standard normal deviate. */
  readonly z: number | null;
  /** Deviate of 2 or more and correlation of 0.1 or more; null where there is no figure. */
  readonly flagged: boolean | null;
}

/** Below so many ratings a rater's residuals say nothing about habits. */
const FEWEST_RATINGS = 10;
const LEAST_DEVIATE = 2;
const LEAST_CORRELATION = 0.1;

/**
 * Does a rater's impression of a candidate colour all of that candidate's ratings?
 *
 * Take out ability, severity and difficulty, and ratings of one candidate by one rater should have nothing in common. Where they have, the rater
 * saw this candidate better (or worse) than the colleagues did, on every question alike: a halo. The figure is the mean correlation of such
 * residuals within candidates. 0 is none; 0.2 means that a fifth of what the model takes for independent noise is one shared impression, which makes standard
 * errors of the model too small. It need not be an error: the rater may have seen something real that nobody else has. Talk about it.
 *
 * Ability and severity were estimated from the same ratings, which pulls residuals of one rater apart; this is corrected for to first order, in
 * the sum as (for ability) in its variance. Candidates with one rater alone say nothing about it and are left out. INSUFFICIENT_DATA below 10 ratings of
 * candidates who had other raters too, or without two ratings of one candidate; the analysis' own status where it has no measures.
 *
 * In simulated panels (20 candidates, 6 raters of whom 3 rate each candidate, 6 questions, 5 categories) 3 to 6 % of raters without a halo are flagged, over a quarter
 * of those whose impressions have a standard deviation of half a logit, four fifths at a whole logit: a flag means something, its absence little.
 *
 * Cost O(rows). The analysis must be of this table.
 *
 * Source: the statistic is the mean of Yen's Q3 within rater and candidate, weighted by information: W. M. Yen (1984), Effects of local item dependence,
 * Applied Psychological Measurement 8(2), 125-145, doi:10.1177/014662168400800201. No critical value suits all designs (K. B. Christensen, G. Makransky &
 * M. Horton 2017, Applied Psychological Measurement 41(3), 178-194, doi:10.1177/0146621616677520), hence a deviate and a least size together; both limits are
 * this library's. On halo as a rater effect: C. M. Myford & E. W. Wolfe (2004), Journal of Applied Measurement 5(2), 189-227.
 */
export function haloEffects(table: RatingTable, analysis: RaschAnalysis): readonly HaloEffect[] {
  const rows = rowExpectations(table, calibrationOf(analysis, true));
  const sums = impressionsOf(table, rows);
  const method = 'halo: mean correlation of residuals within candidate';
  return table.raters.map((rater, index) => {
    const { n, shared, size, spread } = sums[index]!;
    const support = { n, raters: 1 };
    if (n < FEWEST_RATINGS || !(size > 0)) {
      const why = analysis.status === 'OK' || n > 0 ? 'INSUFFICIENT_DATA' : analysis.status;
      return { rater, correlation: missing(why, method, support), z: null, flagged: null };
    }
    const value = shared / size;
    const error = Math.sqrt(spread) / size;
    const z = value / error;
    return {
      rater,
      correlation: found({ value, standardError: error }, method, support),
      z,
      flagged: z >= LEAST_DEVIATE && value >= LEAST_CORRELATION,
    };
  });
}

interface Impressions {
  n: number;
  /** Sum of the products of residuals over pairs, less what estimation alone leads to expect; what it would be at correlation 1; its variance. */
  shared: number;
  size: number;
  spread: number;
}

function impressionsOf(table: RatingTable, rows: RowExpectations): readonly Impressions[] {
  const raters = table.raters.length;
  const ofCandidate = informationOf(table.candidate, table.candidates.length, rows);
  const ofRater = informationOf(table.rater, raters, rows);
  const sums: Impressions[] = table.raters.map(() => ({ n: 0, shared: 0, size: 0, spread: 0 }));
  // Of the ratings that one rater gave one candidate: their number, and the sums of residuals, squares, variances, squared variances, deviations.
  const count = new Int32Array(raters);
  const first = new Float64Array(raters);
  const squares = new Float64Array(raters);
  const weight = new Float64Array(raters);
  const weightSquares = new Float64Array(raters);
  const deviations = new Float64Array(raters);
  const close = (candidate: number, from: number, to: number): void => {
    for (let row = from; row < to; row += 1) {
      const rater = table.rater[row]!;
      const w = weight[rater]!;
      const left = 1 - w / ofCandidate[candidate]!;
      if (count[rater]! > 0 && left > 1e-9) {
        const into = sums[rater]!;
        const pairs = w * w - weightSquares[rater]!;
        into.n += count[rater]!;
        into.shared += first[rater]! ** 2 - squares[rater]! + pairs / ofCandidate[candidate]! + pairs / ofRater[rater]!;
        into.size += left * left * (deviations[rater]! ** 2 - w);
        into.spread += left * left * 2 * pairs;
      }
      count[rater] = first[rater] = squares[rater] = weight[rater] = weightSquares[rater] = deviations[rater] = 0;
    }
  };
  let from = 0;
  for (let row = 0; row < rows.residual.length; row += 1) {
    if (table.candidate[row] !== table.candidate[from]) {
      close(table.candidate[from]!, from, row);
      from = row;
    }
    const e = rows.residual[row]!;
    const w = rows.variance[row]!;
    if (Number.isNaN(e)) continue;
    const rater = table.rater[row]!;
    count[rater]! += 1;
    first[rater]! += e;
    squares[rater]! += e * e;
    weight[rater]! += w;
    weightSquares[rater]! += w * w;
    deviations[rater]! += Math.sqrt(w);
  }
  close(table.candidate[from]!, from, rows.residual.length);
  return sums;
}
