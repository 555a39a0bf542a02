import type { Estimate } from '@touchstone/kernel';
import { tQuantile } from '../distributions/t-quantile';
import { found, missing } from '../estimates/estimates';

// Looked up once: in a sandbox, as tests run in, each look at a global costs more than the arithmetic.
const { min, max } = Math;

/** Ratings that enter a score, column by column: who gave each, what it was, and how much it counts. */
export interface WeighedRatings {
  readonly values: ArrayLike<number>;
  /** Numbers from 0 on. */
  readonly raters: ArrayLike<number>;
  /** Of at least 0; only their ratios matter. */
  readonly weights: ArrayLike<number>;
}

/** A spread between raters below this part of the size of the ratings comes from binary arithmetic, not from raters. */
const NO_SPREAD = 1e-12;

/**
 * How sure is a weighted mean of ratings, where the ratings of one rater stand and fall together?
 *
 * The raters are the sample, not the ratings: ten scores by one rater are one opinion. Each rater's influence is the weighted sum of what her
 * ratings differ from the mean; the variance of the mean is the sum of the squared influences times k / (k - 1), and the interval
 * takes Student's t with k - 1 degrees of freedom for k raters. Where everybody rated everything this is exactly the standard deviation
 * of the raters' own means over the root of k. Where raters rated different things, the differences between those enter too: cautious,
 * never flattering.
 *
 * No weight at all: INSUFFICIENT_DATA. One rater: the value stands without standard error. Raters who do not differ: the value stands,
 * CONSTANT, without standard error, since an interval of no width would claim a certainty that equal ratings do not give.
 *
 * Source: K.-Y. Liang & S. L. Zeger (1986), Longitudinal data analysis using generalized linear models, Biometrika 73(1), 13-22,
 * doi:10.1093/biomet/73.1.13 (the clusters are the raters); factor and degrees of freedom as in A. C. Cameron & D. L. Miller (2015),
 * A practitioner's guide to cluster-robust inference, Journal of Human Resources 50(2), 317-372, doi:10.3368/jhr.50.2.317.
 */
export function linearScorer(raterCount: number): (ratings: WeighedRatings, method: string) => Estimate {
  const influence = new Float64Array(raterCount);
  const seen = new Uint8Array(raterCount);
  const reaches = new Map<number, number>();
  const reachFor = (raters: number): number => {
    const reach = reaches.get(raters) ?? tQuantile(0.975, raters - 1);
    reaches.set(raters, reach);
    return reach;
  };
  return (ratings, method) => {
    const centre = centreOf(ratings);
    if (centre === null) return missing('INSUFFICIENT_DATA', method, { n: 0, raters: 0 });
    const { value, weight, n, size } = centre;
    influence.fill(0);
    seen.fill(0);
    let raters = 0;
    for (let k = 0; k < ratings.values.length; k += 1) {
      if (ratings.weights[k] === 0) continue;
      const rater = ratings.raters[k]!;
      raters += 1 - seen[rater]!;
      seen[rater] = 1;
      influence[rater]! += (ratings.weights[k]! / weight) * (ratings.values[k]! - value);
    }
    if (raters < 2) return found({ value }, method, { n, raters });
    let squares = 0;
    let greatest = 0;
    for (const share of influence) {
      squares += share * share;
      greatest = max(greatest, Math.abs(share));
    }
    if (greatest <= NO_SPREAD * size) return found({ value }, method, { n, raters }, 'CONSTANT');
    const standardError = Math.sqrt((squares * raters) / (raters - 1));
    const reach = reachFor(raters) * standardError;
    return found({ value, standardError, interval: [value - reach, value + reach] }, method, { n, raters });
  };
}

/**
 * The weighted mean as `weightedMean` has it, without a copy or a sort: from the least value on, with compensated sums, so that equal numbers give
 * exactly that number and the mean never leaves their range. null where nothing carries weight.
 */
function centreOf({ values, weights }: WeighedRatings): { value: number; weight: number; n: number; size: number } | null {
  let n = 0;
  let least = Infinity;
  let greatest = -Infinity;
  for (let k = 0; k < values.length; k += 1) {
    if (weights[k] === 0) continue;
    n += 1;
    least = min(least, values[k]!);
    greatest = max(greatest, values[k]!);
  }
  if (n === 0) return null;
  let above = 0;
  let aboveLost = 0;
  let weight = 0;
  let weightLost = 0;
  for (let k = 0; k < values.length; k += 1) {
    const part = weights[k]! * (values[k]! - least);
    // Parts are not negative, so that the larger of sum and part is found by comparing them.
    const nextAbove = above + part;
    aboveLost += above >= part ? above - nextAbove + part : part - nextAbove + above;
    above = nextAbove;
    const nextWeight = weight + weights[k]!;
    weightLost += weight >= weights[k]! ? weight - nextWeight + weights[k]! : weights[k]! - nextWeight + weight;
    weight = nextWeight;
  }
  weight += weightLost;
  const value = min(greatest, least + (above + aboveLost) / weight) + 0;
  return { value, weight, n, size: max(1, Math.abs(least), Math.abs(greatest)) };
}
