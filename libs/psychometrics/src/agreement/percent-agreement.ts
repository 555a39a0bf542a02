import type { Estimate } from '@touchstone/kernel';
import { tQuantile } from '../distributions/t-quantile';
import { found, missing } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import { countUnits } from './unit-counts';

// Looked up once: in a sandbox, as tests run in, each look at a global costs more than the arithmetic.
const { abs, max } = Math;

export interface PercentAgreementOptions {
  /** How far apart two scores may lie and still agree, in points of the scale. 0: only equal scores agree. */
  readonly tolerance?: number;
}

/**
 * How often do two interviewers who rate the same answer give the same score?
 *
 * The share of pairs of ratings of one unit (a candidate on an item) that agree, each unit counting once however many rated it. With
 * `tolerance: 1` the share that is at most one point apart. 0.6 reads: of ten pairs of ratings six agree.
 *
 * Easy to understand and easy to overrate: where nearly everybody gets a 4, agreement is high although nobody looks closely. The
 * coefficients of this chapter subtract what chance would give. Any scores will do, whole or not. Units with one rating say nothing
 * and are left out. The standard error takes units as a sample and raters as given; the interval is Student's, kept within 0 and 1.
 *
 * INSUFFICIENT_DATA without a unit that two have rated. `tolerance` at least 0; throws RangeError otherwise. Cost O(n log n).
 *
 * Source: K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapter 2 (the agreement part of his coefficients).
 */
export function percentAgreement(table: RatingTable, { tolerance = 0 }: PercentAgreementOptions = {}): Estimate {
  if (!(tolerance >= 0)) throw new RangeError('a tolerance is a number of at least 0');
  const method = tolerance === 0 ? 'percent agreement' : `percent agreement within ${tolerance}`;
  const { values, start, value, count, size, ratings: n, raters } = countUnits(table, 2);
  const units = size.length;
  if (units === 0) return missing('INSUFFICIENT_DATA', method, { n, raters });
  // Tenths have no exact doubles: 0.8 and 0.7 are a hair more than 0.1 apart.
  const near = (a: number, b: number): boolean => tolerance > 0 && abs(a - b) <= tolerance + 1e-9 * max(1, abs(a));
  const shares = size.map((m, unit) => {
    let pairs = 0;
    for (let a = start[unit]!; a < start[unit + 1]!; a += 1) {
      pairs += count[a]! * (count[a]! - 1);
      for (let b = start[unit]!; b < a; b += 1) if (near(values[value[a]!]!, values[value[b]!]!)) pairs += 2 * count[a]! * count[b]!;
    }
    return pairs / (m * (m - 1));
  });
  const share = shares.reduce((sum, each) => sum + each, 0) / units;
  if (units === 1) return found({ value: share }, method, { n, raters });
  const squares = shares.reduce((sum, each) => sum + (each - share) ** 2, 0);
  const standardError = Math.sqrt(squares / (units * (units - 1)));
  const half = tQuantile(0.975, units - 1) * standardError;
  return found({ value: share, standardError, interval: [max(0, share - half), Math.min(1, share + half)] }, method, { n, raters });
}
