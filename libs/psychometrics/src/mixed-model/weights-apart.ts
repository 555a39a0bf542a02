import type { Estimate } from '@touchstone/kernel';
import type { WeighedRatings } from './weighed-ratings';

/** How the weights of candidates differ by rater, or by item, and what that costs or gives them. */
export interface WeightsApart {
  /** For each candidate and level the weight less its mean over the candidates, row after row; 0 for candidates without weight. */
  readonly apart: Float64Array;
  /** Error variance of each effect beyond what all effects have in common. */
  readonly specific: Float64Array;
  /** What the effects give this candidate more than the average one. */
  readonly takenFrom: (candidate: number) => number;
}

/** `effects` of the levels of `facet` and their `component`; without effects nothing is taken, and no error of them counts. */
export function weightsApart(
  ratings: WeighedRatings,
  weighs: readonly boolean[],
  facet: 'rater' | 'item',
  effects: readonly Estimate[],
  component: number,
): WeightsApart {
  const column = ratings[facet];
  const levels = Math.max(effects.length, 1 + column.reduce((most, level) => Math.max(most, level), -1));
  const counted = weighs.filter((one) => one).length;
  const apart = new Float64Array(weighs.length * levels);
  const centre = new Float64Array(levels);
  ratings.weight.forEach((weight, row) => {
    const cell = ratings.candidate[row]! * levels + column[row]!;
    apart[cell] = apart[cell]! + weight;
    centre[column[row]!] = centre[column[row]!]! + weight / counted;
  });
  weighs.forEach((one, c) => {
    for (let k = 0; k < levels; k += 1) if (one) apart[c * levels + k] = apart[c * levels + k]! - centre[k]!;
  });
  const effect = Float64Array.from({ length: levels }, (_, k) => effects[k]?.value ?? 0);
  return {
    apart,
    // An effect surer than what all have in common is so by the rounding of its own arithmetic.
    specific: Float64Array.from({ length: levels }, (_, k) => Math.max(0, (effects[k]?.standardError ?? 0) ** 2 - component / levels)),
    takenFrom: (candidate) => effect.reduce((sum, value, k) => sum + apart[candidate * levels + k]! * value, 0),
  };
}
