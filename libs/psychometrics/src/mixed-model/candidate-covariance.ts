import { gainOf } from './inverse-parts';
import type { RandomTerm } from './random-term';
import type { Solved } from './solve-model';

/**
 * Covariances of the errors of mean plus effect of the candidates, row after row: what the errors of two candidates have in common, above
 * all who the raters and what the items happened to be, and so cancels in their difference.
 *
 * With M⁻¹ the inverse of the model's matrix, b the intercept and u the candidates, it is the residual variance times the parts of M⁻¹ for
 * b, for b with u (twice, times λ) and for u (times λ²). Cost candidates squared times what two of them have met.
 */
export function candidateCovarianceOf(solved: Solved, terms: readonly RandomTerm[], candidates: number): Float64Array {
  const { kept, equations, maximum } = solved;
  const { termOf, levelOf } = equations.elimination;
  const { residual } = maximum.point;
  const { diagonal, intercept } = maximum.slope.inverse;
  const ofMean = diagonal[termOf.length]!;
  const covariance = new Float64Array(candidates * candidates).fill(residual * ofMean);
  const place = kept.findIndex((t) => terms[t] === 'candidate');
  if (place === -1) return covariance;
  const unknownOf = new Int32Array(candidates);
  for (let u = 0; u < termOf.length; u += 1) if (termOf[u] === place) unknownOf[levelOf[u]!] = u;
  const scale = equations.scale[place]!;
  const gains = gainsOfCandidates(solved, unknownOf);
  for (let one = 0; one < candidates; one += 1) {
    const row = inverseRow(solved, unknownOf, gains, one);
    for (let other = 0; other <= one; other += 1) {
      const withMean = intercept[unknownOf[one]!]! + intercept[unknownOf[other]!]!;
      const value = residual * (ofMean + scale * withMean + scale * scale * row[other]!);
      covariance[one * candidates + other] = covariance[other * candidates + one] = value;
    }
  }
  return covariance;
}

/** Of each candidate's own unknown, over what the block has met; nothing where candidates belong to the rest. */
function gainsOfCandidates({ equations }: Solved, unknownOf: Int32Array): readonly Float64Array[] {
  const { facet, unknownStart } = equations.elimination;
  if (facet !== 'candidate') return [];
  return Array.from(unknownOf, (unknown, candidate) => {
    const own = equations.ownOf(candidate);
    const at = unknown - unknownStart[candidate]!;
    return gainOf(equations, candidate).filter((_, k) => k % own === at);
  });
}

/**
 * The part of M⁻¹ between one candidate and those up to it. Where candidates belong to the rest it stands there. Where they were
 * eliminated first it is G R G', G the gains of the two blocks over what they have met and R the inverse of the rest; for one with itself,
 * the diagonal.
 */
function inverseRow({ equations, maximum }: Solved, unknownOf: Int32Array, gains: readonly Float64Array[], one: number): Float64Array {
  const { elimination, order } = equations;
  const { diagonal, rest } = maximum.slope.inverse;
  const row = new Float64Array(one + 1);
  if (elimination.facet !== 'candidate') {
    const start = (unknownOf[one]! - elimination.innerCount) * order - elimination.innerCount;
    for (let other = 0; other <= one; other += 1) row[other] = rest[start + unknownOf[other]!]!;
    return row;
  }
  const spread = new Float64Array(order);
  equations.metBy(one).forEach((met, i) => {
    for (let k = 0; k < order; k += 1) spread[k] = spread[k]! + gains[one]![i]! * rest[met * order + k]!;
  });
  for (let other = 0; other < one; other += 1) {
    const met = equations.metBy(other);
    for (let i = 0; i < met.length; i += 1) row[other] = row[other]! + gains[other]![i]! * spread[met[i]!]!;
  }
  row[one] = diagonal[unknownOf[one]!]!;
  return row;
}
