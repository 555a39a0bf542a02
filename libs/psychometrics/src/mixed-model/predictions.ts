import type { Facet, RandomTerm } from './random-term';
import type { Solved } from './solve-model';

/** Value and error variance of each level's effect, and of mean plus effect. */
export interface Predictions {
  readonly effect: Float64Array;
  readonly effectVariance: Float64Array;
  readonly scoreVariance: Float64Array;
}

/** Best linear unbiased predictions of the effects of a facet, level by level; zeros where the component is 0. */
export function predictionsOf(
  { kept, equations, maximum }: Solved,
  terms: readonly RandomTerm[],
  facet: Facet,
  levels: number,
): Predictions {
  const { termOf, levelOf } = equations.elimination;
  const { point, slope } = maximum;
  const { residual } = point;
  const { diagonal, intercept } = slope.inverse;
  const effect = new Float64Array(levels);
  const effectVariance = new Float64Array(levels);
  const meanVariance = residual * diagonal[termOf.length]!;
  const scoreVariance = new Float64Array(levels).fill(meanVariance);
  const place = kept.findIndex((t) => terms[t] === facet);
  if (place === -1) return { effect, effectVariance, scoreVariance };
  const scale = equations.scale[place]!;
  for (let u = 0; u < termOf.length; u += 1) {
    if (termOf[u] !== place) continue;
    const level = levelOf[u]!;
    effect[level] = scale * point.unknowns[u]!;
    effectVariance[level] = residual * scale * scale * diagonal[u]!;
    scoreVariance[level] = effectVariance[level]! + meanVariance + 2 * residual * scale * intercept[u]!;
  }
  return { effect, effectVariance, scoreVariance };
}
