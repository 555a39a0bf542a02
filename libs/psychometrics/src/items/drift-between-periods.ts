import type { Estimate } from '@touchstone/kernel';
import { mean } from '../aggregation/mean';
import { sampleVariance } from '../aggregation/sample-variance';
import { tCdf } from '../distributions/t-cdf';
import { tQuantile } from '../distributions/t-quantile';
import { found, missing } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import { type Deviations, deviationsByLevel, type DriftingFacet } from './deviations-by-level';
import { holmAdjusted } from './holm-adjusted';
import { meanWithInterval } from './mean-with-interval';

export interface Drift {
  /** The rater or the item. */
  readonly name: string;
  /** Severity or difficulty beside the others, in points of the scale; positive is harsh or hard. */
  readonly before: Estimate;
  readonly after: Estimate;
  /** After less before: positive says harsher or harder now. */
  readonly change: Estimate;
  /** Welch's statistic with its degrees of freedom; null where there is no test. */
  readonly t: number | null;
  readonly degrees: number | null;
  /** Two-sided. */
  readonly p: number | null;
  /** The same with all tests of the list taken into account (Holm). */
  readonly adjustedP: number | null;
}

const LEVEL = 0.95;
/** Differences of this part of the largest score are rounding, not variation. */
const ROUNDING = 1e-13;
const LEVEL_METHOD = 'mean difference to the others beside it, within candidates, Student’s interval';
const CHANGE_METHOD = 'change of the mean difference to the others between two periods, Welch’s interval';

/**
 * Has a rater become harsher, or a question harder, from one period to the next?
 *
 * Severity is how far a rater stays below fellow raters of the same candidate on the same question; difficulty, how far a question stays below the other questions
 * for the same candidate and rater. Both leave the candidates' ability out, so that a stronger season does not look like drift. "Change 0.6 (0.2 to 1.0)" says that this
 * rater now gives six tenths of a point less than colleagues do than before, beyond chance where the interval does not hold 0. With many
 * raters one in twenty drifts by chance: `adjustedP` takes that into account.
 *
 * What it cannot see: all raters drifting together; and where only one drifts, the others seem to drift a little the other way. Everybody of either period is listed, by name;
 * fewer than two candidates in a period give `INSUFFICIENT_DATA`, no variation in either gives the change with the status `CONSTANT` and no test.
 * Candidates are the independent units, so a candidate should belong to one period. Cost O(ratings).
 *
 * Source: B. L. Welch (1947), The generalization of 'Student's' problem when several different population variances are involved, Biometrika 34(1-2),
 * 28-35, doi:10.1093/biomet/34.1-2.28; on drift of severity C. M. Myford & E. W. Wolfe (2009), Monitoring rater performance over time, Journal of
 * Educational Measurement 46(4), 371-389, doi:10.1111/j.1745-3984.2009.00088.x.
 */
export function driftBetweenPeriods(before: RatingTable, after: RatingTable, facet: DriftingFacet): readonly Drift[] {
  const [earlier, later] = [deviationsByLevel(before, facet), deviationsByLevel(after, facet)];
  const nothing: Deviations = { units: [], ratings: 0, raters: new Set() };
  const noise = ROUNDING * Math.max(largest(before.score), largest(after.score));
  const names = [...new Set([...earlier.keys(), ...later.keys()])].sort((a, b) => (a < b ? -1 : 1));
  const drifts = names.map((name) => driftOf(name, earlier.get(name) ?? nothing, later.get(name) ?? nothing, noise));
  const adjusted = holmAdjusted(drifts.map(({ p }) => p));
  return drifts.map((drift, index) => ({ ...drift, adjustedP: adjusted[index]! }));
}

function driftOf(name: string, earlier: Deviations, later: Deviations, noise: number): Omit<Drift, 'adjustedP'> {
  const before = levelOf(earlier);
  const after = levelOf(later);
  const support = { n: earlier.ratings + later.ratings, raters: new Set([...earlier.raters, ...later.raters]).size };
  const [first, second] = [sampleVariance(earlier.units), sampleVariance(later.units)];
  const [from, to] = [mean(earlier.units), mean(later.units)];
  const none = { t: null, degrees: null, p: null };
  if (first === null || second === null || from === null || to === null) {
    return { name, before, after, change: missing('INSUFFICIENT_DATA', CHANGE_METHOD, support), ...none };
  }
  const value = to - from;
  const parts = [first / earlier.units.length, second / later.units.length] as const;
  const square = parts[0] + parts[1];
  const standardError = Math.sqrt(square);
  if (standardError <= noise) return { name, before, after, change: found({ value }, CHANGE_METHOD, support, 'CONSTANT'), ...none };
  const degrees = square ** 2 / (parts[0] ** 2 / (earlier.units.length - 1) + parts[1] ** 2 / (later.units.length - 1));
  const half = tQuantile((1 + LEVEL) / 2, degrees) * standardError;
  const change = found({ value, standardError, interval: [value - half, value + half], level: LEVEL }, CHANGE_METHOD, support);
  const t = value / standardError;
  return { name, before, after, change, t, degrees, p: 2 * tCdf(-Math.abs(t), degrees) };
}

const levelOf = ({ units, ratings, raters }: Deviations): Estimate =>
  meanWithInterval(units, LEVEL_METHOD, { n: ratings, raters: raters.size });

const largest = (scores: Float64Array): number => scores.reduce((most, score) => Math.max(most, Math.abs(score)), 0);
