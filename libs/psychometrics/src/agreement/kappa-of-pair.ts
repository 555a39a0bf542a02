import type { Estimate, EstimateStatus } from '@touchstone/kernel';
import { normalCdf } from '../distributions/normal-cdf';
import { normalQuantile } from '../distributions/normal-quantile';
import { found, missing } from '../estimates/estimates';
import type { Disagreement } from './cohen-weights';

export interface CohenKappa {
  readonly raters: readonly [string, string];
  readonly kappa: Estimate;
  /** Units that both have rated. */
  readonly units: number;
  /** The share of those units on which they agree, near misses in part. null without a unit. */
  readonly observed: number | null;
  /** The share on which two would agree who deal out these same scores without looking. */
  readonly expected: number | null;
  /** The standard error that holds if there is no agreement beyond chance, and the test of that. */
  readonly nullStandardError: number | null;
  readonly z: number | null;
  readonly p: number | null;
}

/** No kappa, and why. */
export const noKappa = (
  status: Exclude<EstimateStatus, 'OK'>,
  method: string,
  units: number,
  shares: Pick<CohenKappa, 'observed' | 'expected'> = { observed: null, expected: null },
): Omit<CohenKappa, 'raters'> => ({
  kappa: missing(status, method, { n: 2 * units, raters: 2 }),
  units,
  ...shares,
  nullStandardError: null,
  z: null,
  p: null,
});

/** Kappa of two columns of scores of the same units, with the standard errors of Fleiss, Cohen & Everitt (1969). */
export function kappaOfPair(
  first: readonly number[],
  second: readonly number[],
  disagreement: Disagreement,
  method: string,
): Omit<CohenKappa, 'raters'> {
  const units = first.length;
  const support = { n: 2 * units, raters: 2 };
  if (units === 0) return noKappa('INSUFFICIENT_DATA', method, units);

  const { values, joint } = crossTable(first, second);
  const size = values.length;
  const rows = new Float64Array(size);
  const columns = new Float64Array(size);
  const weights = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      rows[a]! += joint[a * size + b]!;
      columns[b]! += joint[a * size + b]!;
      weights[a * size + b] = disagreement(values[a]!, values[b]!);
    }
  }
  // Mean disagreement by chance: in all, and of each score of the one with the scores of the other.
  const rowChance = new Float64Array(size);
  const columnChance = new Float64Array(size);
  let observed = 0;
  let expected = 0;
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      const weight = weights[a * size + b]!;
      rowChance[a]! += weight * columns[b]!;
      columnChance[b]! += weight * rows[a]!;
      observed += weight * joint[a * size + b]!;
      expected += weight * rows[a]! * columns[b]!;
    }
  }
  const shares = { observed: 1 - observed, expected: 1 - expected };
  if (expected === 0) return noKappa('CONSTANT', method, units, shares);
  const ratio = observed / expected;
  const kappa = 1 - ratio;
  // One unit: the formula gives a value, and nothing tells how far another unit would change it.
  if (units === 1) return { ...noKappa('INSUFFICIENT_DATA', method, units, shares), kappa: found({ value: kappa }, method, support) };

  // In terms of disagreement the variances of 1969 lose their constants: ratio = 1 - kappa.
  let variance = -((ratio * expected) ** 2);
  let nullVariance = -(expected ** 2);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      const chance = rowChance[a]! + columnChance[b]!;
      variance += joint[a * size + b]! * (weights[a * size + b]! - chance * ratio) ** 2;
      nullVariance += rows[a]! * columns[b]! * (weights[a * size + b]! - chance) ** 2;
    }
  }
  const standardError = Math.sqrt(Math.max(0, variance) / units) / expected;
  const nullStandardError = Math.sqrt(Math.max(0, nullVariance) / units) / expected;
  const half = normalQuantile(0.975) * standardError;
  const z = nullStandardError > 0 ? kappa / nullStandardError : null;
  return {
    kappa: found({ value: kappa, standardError, interval: [Math.max(-1, kappa - half), Math.min(1, kappa + half)] }, method, support),
    units,
    ...shares,
    nullStandardError,
    z,
    p: z === null ? null : 2 * normalCdf(-Math.abs(z)),
  };
}

/** The distinct scores, ascending, and the share of units with each pair of them. */
function crossTable(first: readonly number[], second: readonly number[]): { readonly values: Float64Array; readonly joint: Float64Array } {
  const distinct = new Set(first);
  for (const score of second) distinct.add(score);
  const values = Float64Array.from(distinct).sort();
  const place = new Map<number, number>();
  values.forEach((value, index) => place.set(value, index));
  const joint = new Float64Array(values.length * values.length);
  for (let unit = 0; unit < first.length; unit += 1) {
    joint[place.get(first[unit]!)! * values.length + place.get(second[unit]!)!]! += 1;
  }
  return { values, joint: joint.map((count) => count / first.length) };
}
