import { type AgreementWeights, credit } from './agreement-weights';
import type { UnitCounts } from './unit-counts';
import { type ChanceCorrected, unitwiseCoefficient } from './unitwise-coefficient';

/**
 * Fleiss' kappa of these units on a scale of `categories`: chance is the sum over all pairs of scores of the product of their shares, times
 * the credit of the pair. Without weights a score is met by its own share alone.
 */
export function fleissOf(counts: UnitCounts, weights: AgreementWeights, categories: number, method: string): ChanceCorrected {
  const creditOf = (a: number, b: number): number => credit(weights, Math.abs(a - b), categories);
  const chanceOf = (shares: Float64Array): Float64Array =>
    weights === 'unweighted'
      ? shares
      : shares.map((_, a) => shares.reduce((sum, share, b) => sum + creditOf(counts.values[a]!, counts.values[b]!) * share, 0));
  return unitwiseCoefficient(counts, creditOf, chanceOf, method);
}
