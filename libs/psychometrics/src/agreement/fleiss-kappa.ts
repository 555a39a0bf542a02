import type { Estimate } from '@touchstone/kernel';
import { normalCdf } from '../distributions/normal-cdf';
import { found, missing } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import { categoriesOf } from './categories';
import { fleissOf } from './fleiss-of';
import { type UnitCounts, countUnits } from './unit-counts';

/** The test that there is no agreement beyond chance. */
export interface NullTest {
  readonly nullStandardError: number | null;
  readonly z: number | null;
  /** Two-sided. */
  readonly p: number | null;
}

/** Whether raters agree on this score against all the others. */
export interface FleissCategory extends NullTest {
  readonly category: number;
  /** The share of ratings with this score. */
  readonly share: number;
  readonly kappa: Estimate;
}

export interface FleissKappa extends NullTest {
  readonly kappa: Estimate;
  readonly observed: number | null;
  readonly expected: number | null;
  /** Units that all raters have rated; the others are left out. */
  readonly units: number;
  readonly raters: number;
  /** Those that occur, ascending. */
  readonly categories: readonly FleissCategory[];
}

/**
 * Do all these interviewers together agree more than chance?
 *
 * 1 is perfect agreement, 0 what would come of dealing out the scores of the whole panel without looking. Near misses count as
 * disagreement: for ordered levels Gwet's AC2 or Krippendorff's alpha say more. `categories` tells on which scores the raters agree: a low
 * kappa of a middle score beside high ones of the ends means that its anchor is unclear.
 *
 * Uses only units (a candidate on an item) that every rater of the table has rated, and says how many those are; for rotating panels use
 * `fleissKappaGeneralised`. `nullStandardError`, `z` and `p` test that there is no agreement at all; `standardError` and the interval of
 * `kappa` hold around the value found (see the generalised form).
 *
 * CONSTANT where only one score was given. INSUFFICIENT_DATA with fewer than two raters, without a unit that all have rated, and with
 * scores that are not whole (averages). Cost O(n log n).
 *
 * Source: J. L. Fleiss (1971), Psychological Bulletin 76, 378-382, doi:10.1037/h0031619; null standard error: J. L. Fleiss, J. C. M. Nee &
 * J. R. Landis (1979), Psychological Bulletin 86, 974-977, doi:10.1037/0033-2909.86.5.974, and J. L. Fleiss, B. Levin & M. C. Paik
 * (2003), Statistical Methods for Rates and Proportions, 3rd ed., 18.3, doi:10.1002/0471445428.
 */
export function fleissKappa(table: RatingTable): FleissKappa {
  const raters = table.raters.length;
  const counts = countUnits(table, Math.max(2, raters));
  const units = counts.size.length;
  const categories = categoriesOf(table, false);
  const method = categories.ok ? "Fleiss' kappa" : `Fleiss' kappa (${categories.error})`;
  if (!categories.ok || units === 0) {
    const kappa = missing('INSUFFICIENT_DATA', method, { n: counts.ratings, raters });
    return { kappa, observed: null, expected: null, units, raters, ...untested, categories: [] };
  }
  const { coefficient: kappa, observed, expected } = fleissOf(counts, 'unweighted', categories.value.count, method);
  const shares = sharesOf(counts);
  // The pieces of the null variance: p (1 - p) and its skewness, summed over the scores.
  const spread = shares.reduce((sum, p) => sum + p * (1 - p), 0);
  const skew = shares.reduce((sum, p) => sum + p * (1 - p) * (1 - 2 * p), 0);
  const pairs = units * raters * (raters - 1);
  return {
    kappa,
    observed,
    expected,
    units,
    raters,
    ...tested(kappa, spread > 0 ? Math.sqrt((2 / pairs) * Math.max(0, spread * spread - skew)) / spread : null),
    categories: Array.from(counts.values, (category, index) => kappaOfCategory(counts, category, index, shares[index]!, pairs)),
  };
}

function kappaOfCategory(counts: UnitCounts, category: number, index: number, share: number, pairs: number): FleissCategory {
  const { start, value, count, size, ratings: n, raters } = counts;
  const method = `Fleiss' kappa of the score ${category}`;
  if (counts.values.length === 1) return { category, share, kappa: missing('CONSTANT', method, { n, raters }), ...untested };
  let disagreeing = 0;
  for (let unit = 0; unit < size.length; unit += 1) {
    for (let entry = start[unit]!; entry < start[unit + 1]!; entry += 1) {
      if (value[entry] === index) disagreeing += count[entry]! * (size[unit]! - count[entry]!);
    }
  }
  const kappa = found({ value: 1 - disagreeing / (pairs * share * (1 - share)) }, method, { n, raters });
  return { category, share, kappa, ...tested(kappa, Math.sqrt(2 / pairs)) };
}

const untested: NullTest = { nullStandardError: null, z: null, p: null };

function tested({ value }: Estimate, nullStandardError: number | null): NullTest {
  if (value === null || nullStandardError === null || nullStandardError === 0) return untested;
  const z = value / nullStandardError;
  return { nullStandardError, z, p: 2 * normalCdf(-Math.abs(z)) };
}

/** The share of each score among all ratings. */
function sharesOf({ value, count, values, ratings }: UnitCounts): Float64Array {
  const totals = new Float64Array(values.length);
  value.forEach((index, entry) => (totals[index]! += count[entry]!));
  return totals.map((total) => total / ratings);
}
