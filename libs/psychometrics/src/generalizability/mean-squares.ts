import type { GeneralizabilityStudy } from './generalizability-study';

/** Independent quantities, each a multiple of a chi-square, of which the components are made up. */
export interface MeanSquares {
  readonly squares: readonly number[];
  readonly degrees: readonly number[];
  /** Component = sum over mean squares of contrast times mean square, in the order of the components of the study. */
  readonly contrasts: readonly (readonly number[])[];
}

/** Never fewer, which keeps an estimate inside its interval; beyond the other, a chi-square over its degrees is 1 to all practical purposes. */
const FEWEST = 1;
const MOST = 1e6;

/**
 * The mean squares behind a study: those of the analysis of variance, or, from restricted maximum likelihood, what stands in their place.
 *
 * A mean square of candidates is their component and, averaged, those of their interactions and of chance. It is well known even where
 * the component itself is the small difference of two large numbers, and it is what a chi-square describes. So each component is taken
 * together with as much of the later ones (interactions after main effects, the residual last) as leaves no correlation between their errors:
 * the covariance matrix is W D W' with W unit upper triangular, the mean squares are W⁻¹ times the components, with variances D and
 * Satterthwaite's degrees. In a complete design without components at 0 they are the mean squares of the analysis of variance, with their degrees.
 * A component at 0 counts as known. null where the study has neither.
 *
 * Source: R. K. Burdick & F. A. Graybill (1992), Confidence Intervals on Variance Components, Dekker, chapter 6,
 * doi:10.1201/9781482277142; F. E. Satterthwaite (1946), Biometrics Bulletin 2(6), 110-114, doi:10.2307/3002019.
 */
export function meanSquaresOf({ components, contrasts, covariance }: GeneralizabilityStudy): MeanSquares | null {
  if (contrasts !== null) {
    return {
      contrasts,
      squares: components.map(({ meanSquare }) => meanSquare ?? 0),
      degrees: components.map(({ degrees }) => degrees ?? 1),
    };
  }
  if (covariance === null) return null;
  const size = components.length;
  const left = covariance.map((row) => [...row]);
  const weights = components.map((_, k) => components.map((__, j): number => (j === k ? 1 : 0)));
  for (let j = size - 1; j > 0; j -= 1) {
    const pivot = left[j]![j]!;
    if (!(pivot > 0)) continue;
    for (let k = 0; k < j; k += 1) weights[k]![j] = left[k]![j]! / pivot;
    for (let k = 0; k < j; k += 1) for (let l = 0; l < j; l += 1) left[k]![l]! -= weights[k]![j]! * pivot * weights[l]![j]!;
  }
  const squares = components.map(({ used }) => used ?? 0);
  for (let k = size - 1; k >= 0; k -= 1) {
    for (let j = k + 1; j < size; j += 1) squares[k]! -= weights[k]![j]! * squares[j]!;
  }
  const degrees = squares.map((square, k) => {
    const degreesOfFreedom = (2 * square ** 2) / left[k]![k]!;
    return degreesOfFreedom < MOST ? Math.max(FEWEST, degreesOfFreedom) : MOST;
  });
  // A component at 0 is no part of any other and has no parts itself.
  return {
    contrasts: weights.map((row, k) => row.map((weight, j) => (left[k]![k]! > 0 && left[j]![j]! > 0 ? weight : 0))),
    squares,
    degrees,
  };
}
