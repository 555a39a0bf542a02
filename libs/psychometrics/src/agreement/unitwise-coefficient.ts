import { found, missing } from '../estimates/estimates';
import { tQuantile } from '../distributions/t-quantile';
import type { Estimate } from '@touchstone/kernel';
import type { UnitCounts } from './unit-counts';

/** A coefficient corrected for chance, with what it is made of. */
export interface ChanceCorrected {
  readonly coefficient: Estimate;
  /** The share of pairs of ratings that agree, each unit with two ratings or more counting once. null where there is none. */
  readonly observed: number | null;
  /** The share that would agree by chance, as the coefficient understands chance. */
  readonly expected: number | null;
  /** Units with at least one rating; those with one tell about chance, not about agreement. */
  readonly units: number;
  readonly unitsWithTwo: number;
  /** Degrees of freedom of the interval: `units - 1`. null below two units. */
  readonly degrees: number | null;
}

/** Computes, for the shares of the scores, the chance that a rating of each score agrees with another one. */
export type Chance = (shares: Float64Array) => Float64Array;

/**
 * The common form of Fleiss' kappa and Gwet's coefficients for data with holes: agreement and chance agreement are means over units, hence
 * so is the coefficient to first order, and its standard error is that of a mean of one number per unit. It treats raters as given and
 * units as a sample.
 *
 * Source: K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapters 2 and 5; K. L. Gwet (2008), British Journal of
 * Mathematical and Statistical Psychology 61, 29-48, doi:10.1348/000711006X126600.
 */
export function unitwiseCoefficient(
  counts: UnitCounts,
  creditOf: (a: number, b: number) => number,
  chanceOf: Chance,
  method: string,
): ChanceCorrected {
  const { start, value, count, size, values, ratings: n, raters } = counts;
  const units = size.length;
  const shares = sharesOf(counts);
  const agreeing = new Float64Array(units);
  let unitsWithTwo = 0;
  let observed = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const m = size[unit]!;
    if (m < 2) continue;
    let pairs = 0;
    for (let a = start[unit]!; a < start[unit + 1]!; a += 1) {
      pairs += count[a]! * (count[a]! - 1);
      for (let b = start[unit]!; b < a; b += 1) pairs += 2 * count[a]! * count[b]! * creditOf(values[value[a]!]!, values[value[b]!]!);
    }
    agreeing[unit] = pairs / (m * (m - 1));
    observed += agreeing[unit]!;
    unitsWithTwo += 1;
  }
  const parts = { units, unitsWithTwo, degrees: units < 2 ? null : units - 1 };
  if (unitsWithTwo === 0) {
    return { coefficient: missing('INSUFFICIENT_DATA', method, { n, raters }), observed: null, expected: null, ...parts };
  }
  observed /= unitsWithTwo;

  const chance = chanceOf(shares);
  const expected = shares.reduce((sum, share, index) => sum + share * chance[index]!, 0);
  // One score throughout: where chance alone explains everything, nothing is left to be explained.
  if (values.length === 1 && expected >= 1) {
    return { coefficient: missing('CONSTANT', method, { n, raters }), observed, expected: 1, ...parts };
  }
  const coefficient = (observed - expected) / (1 - expected);
  let squares = 0;
  for (let unit = 0; unit < units; unit += 1) {
    let unitChance = 0;
    for (let entry = start[unit]!; entry < start[unit + 1]!; entry += 1)
      unitChance += (count[entry]! / size[unit]!) * chance[value[entry]!]!;
    const own = size[unit]! < 2 ? 0 : (units / unitsWithTwo) * (agreeing[unit]! - expected);
    const deviation = (own - 2 * (1 - coefficient) * (unitChance - expected)) / (1 - expected) - coefficient;
    squares += deviation * deviation;
  }
  const standardError = units < 2 ? null : Math.sqrt(squares / (units * (units - 1)));
  const half = standardError === null ? null : tQuantile(0.975, units - 1) * standardError;
  const interval = half === null ? null : ([coefficient - half, Math.min(1, coefficient + half)] as const);
  return { coefficient: found({ value: coefficient, standardError, interval }, method, { n, raters }), observed, expected, ...parts };
}

/** The share of each score, every unit counting once. */
function sharesOf({ start, value, count, size, values }: UnitCounts): Float64Array {
  const sums = new Float64Array(values.length);
  for (let unit = 0; unit < size.length; unit += 1) {
    for (let entry = start[unit]!; entry < start[unit + 1]!; entry += 1) sums[value[entry]!]! += count[entry]! / size[unit]!;
  }
  return sums.map((sum) => sum / size.length);
}
