import { type AgreementWeights, credit } from './agreement-weights';
import type { Categories } from './categories';

/** One of the usual ways to count near misses, or an own table of what each disagreement weighs, over all categories of the scale. */
export type CohenWeights = AgreementWeights | { readonly disagreement: readonly (readonly number[])[] };

/** What it weighs when the first rater gives score `a` and the second `b`: 0 for agreement, 1 at the most. */
export type Disagreement = (a: number, b: number) => number;

export const nameOf = (weights: CohenWeights): string => {
  if (typeof weights !== 'string') return 'own weights';
  return weights === 'unweighted' ? weights : `${weights} weights`;
};

/** Own weights are scaled to a greatest one of 1; kappa depends on their ratios alone. */
export function disagreementOf(weights: CohenWeights, { first, count }: Categories): Disagreement {
  if (typeof weights === 'string') return (a, b) => 1 - credit(weights, Math.abs(a - b), count);
  const table = weights.disagreement;
  if (table.length !== count || table.some((row) => row.length !== count)) {
    throw new RangeError(`own weights are a square table of all ${count} categories of the scale`);
  }
  let greatest = 0;
  table.forEach((row, a) => {
    row.forEach((weight, b) => {
      if (!Number.isFinite(weight) || weight < 0) throw new RangeError('a disagreement weighs a finite number of at least 0');
      if (a === b && weight !== 0) throw new RangeError('agreement is no disagreement: the diagonal of own weights is 0');
      greatest = Math.max(greatest, weight);
    });
  });
  if (greatest === 0) throw new RangeError('own weights need a disagreement that weighs something');
  return (a, b) => table[a - first]![b - first]! / greatest;
}
