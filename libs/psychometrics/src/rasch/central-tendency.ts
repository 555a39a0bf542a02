import type { Estimate } from '@touchstone/kernel';
import { found, missing } from '../estimates/estimates';
import { normalQuantile } from '../distributions/normal-quantile';
import type { RatingTable } from '../ratings/rating-table';
import type { RaschAnalysis } from './analysis';
import { calibrationOf } from './calibration';
import { informationOf, type RowExpectations, rowExpectations } from './row-expectations';

export interface CentralTendency {
  readonly rater: string;
  /** How far the rater's ratings go up where the model expects one point more: 1 is as the panel does. */
  readonly spread: Estimate;
  /** Departure of `spread` from 1 as a standard normal deviate. */
  readonly z: number | null;
  /** Correlation of residual and expected rating; negative where the rater keeps to the middle. */
  readonly correlation: number | null;
  readonly flagged: 'CENTRAL' | 'EXTREME' | 'NEITHER' | null;
}

const FEWEST_RATINGS = 10;
const LEAST_DEVIATE = 2;
const CENTRAL = 0.8;
const EXTREME = 1.25;

/**
 * Does a rater keep to the middle of the scale, or to its ends?
 *
 * Where the panel's evidence says that a candidate deserves a point more, a rater with spread 1 gives a point more, one with spread 0.5 half a point: good
 * candidates too low, weak ones too high. Such a rater helps little to tell candidates apart, whatever the severity. Above 1 the rater reaches for the
 * ends. `CENTRAL` from 0.8 down, `EXTREME` from 1.25 up, each only where the departure from 1 is 2 standard errors or more. The measure is the panel itself:
 * in a panel of three, one rater who keeps to the middle makes the other two look as if they reached for the ends. Without such raters some 3 % are flagged.
 *
 * The slope of the residuals on the expected ratings of one rater, plus 1. A candidate's ability was estimated from these ratings too; what
 * that takes from the slope is put back, and its variance is that of residuals after estimation. INSUFFICIENT_DATA below 10 ratings or where expectations
 * do not vary; the analysis' own status where it has no measures.
 *
 * Cost O(rows). The analysis must be of this table.
 *
 * Source: the residual-expected correlation of E. W. Wolfe & A. McVay (2012), Application of latent trait models to identifying substantively interesting
 * raters, Educational Measurement: Issues and Practice 31(3), 31-37, doi:10.1111/j.1745-3992.2012.00241.x; E. W. Wolfe (2004), Identifying rater
 * effects using latent trait models, Psychology Science 46(1), 35-51. The slope and its limits are this library's: a correlation has no size in rating units.
 */
export function centralTendency(table: RatingTable, analysis: RaschAnalysis): readonly CentralTendency[] {
  const rows = rowExpectations(table, calibrationOf(analysis, true));
  const raters = table.raters.length;
  const { count, centre } = centresOf(table, rows);
  const information = informationOf(table.candidate, table.candidates.length, rows);
  const product = new Float64Array(raters);
  const size = new Float64Array(raters);
  const spread = new Float64Array(raters);
  const lean = new Float64Array(raters);
  const pull = new Float64Array(raters);
  const plain = moments(table, rows);
  const close = (candidate: number, from: number, to: number): void => {
    for (let row = from; row < to; row += 1) {
      const rater = table.rater[row]!;
      size[rater]! -= (pull[rater]! * lean[rater]!) / information[candidate]!;
      spread[rater]! -= pull[rater]! ** 2 / information[candidate]!;
      lean[rater] = pull[rater] = 0;
    }
  };
  let from = 0;
  for (let row = 0; row < table.score.length; row += 1) {
    if (table.candidate[row] !== table.candidate[from]) {
      close(table.candidate[from]!, from, row);
      from = row;
    }
    if (Number.isNaN(rows.residual[row]!)) continue;
    const rater = table.rater[row]!;
    const away = rows.expected[row]! - centre[rater]!;
    product[rater]! += away * rows.residual[row]!;
    size[rater]! += away * away;
    spread[rater]! += away * away * rows.variance[row]!;
    lean[rater]! += away;
    pull[rater]! += away * rows.variance[row]!;
  }
  close(table.candidate[from]!, from, table.score.length);
  const half = normalQuantile(0.975);
  const method = 'central tendency: slope of ratings on expected ratings';
  return table.raters.map((rater, index) => {
    const support = { n: count[index]!, raters: 1 };
    if (support.n < FEWEST_RATINGS || !(size[index]! > 1e-9) || !(spread[index]! > 0)) {
      const why = analysis.status === 'OK' || support.n > 0 ? 'INSUFFICIENT_DATA' : analysis.status;
      return { rater, spread: missing(why, method, support), z: null, correlation: null, flagged: null };
    }
    const departure = product[index]! / size[index]!;
    const error = Math.sqrt(spread[index]!) / size[index]!;
    const value = 1 + departure;
    const z = departure / error;
    const sure = Math.abs(z) >= LEAST_DEVIATE;
    return {
      rater,
      spread: found({ value, standardError: error, interval: [value - half * error, value + half * error] }, method, support),
      z,
      correlation: plain[index]!,
      flagged: sure && value <= CENTRAL ? 'CENTRAL' : sure && value >= EXTREME ? 'EXTREME' : 'NEITHER',
    };
  });
}

/** For each rater the number of ratings, and the mean expected rating with information as weight: apart from what its severity explains. */
function centresOf(table: RatingTable, rows: RowExpectations): { readonly count: Int32Array; readonly centre: Float64Array } {
  const count = new Int32Array(table.raters.length);
  const weight = new Float64Array(table.raters.length);
  const sum = new Float64Array(table.raters.length);
  table.rater.forEach((rater, row) => {
    if (Number.isNaN(rows.residual[row]!)) return;
    count[rater]! += 1;
    weight[rater]! += rows.variance[row]!;
    sum[rater]! += rows.variance[row]! * rows.expected[row]!;
  });
  return { count, centre: sum.map((total, rater) => total / weight[rater]!) };
}

/** For each rater the correlation of residual and expected rating; null where one of them does not vary. */
function moments(table: RatingTable, rows: RowExpectations): readonly (number | null)[] {
  const raters = table.raters.length;
  const n = new Float64Array(raters);
  const meanX = new Float64Array(raters);
  const meanY = new Float64Array(raters);
  const xx = new Float64Array(raters);
  const yy = new Float64Array(raters);
  const xy = new Float64Array(raters);
  table.rater.forEach((rater, row) => {
    const y = rows.residual[row]!;
    if (Number.isNaN(y)) return;
    n[rater]! += 1;
    const dx = rows.expected[row]! - meanX[rater]!;
    const dy = y - meanY[rater]!;
    meanX[rater]! += dx / n[rater]!;
    meanY[rater]! += dy / n[rater]!;
    xx[rater]! += dx * (rows.expected[row]! - meanX[rater]!);
    yy[rater]! += dy * (y - meanY[rater]!);
    xy[rater]! += dx * (y - meanY[rater]!);
  });
  return Array.from(xy, (product, rater) => {
    const value = product / Math.sqrt(xx[rater]! * yy[rater]!);
    return Number.isFinite(value) ? Math.max(-1, Math.min(1, value)) : null;
  });
}
