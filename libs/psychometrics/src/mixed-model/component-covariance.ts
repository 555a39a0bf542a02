import { choleskyFactor } from '../matrices/cholesky-factor';
import { choleskyInverse } from '../matrices/cholesky-inverse';
import type { Equations } from './equations';
import { sumOfSquares } from './moments';
import type { Point, Slope } from './restricted-likelihood';

/**
 * Covariances of the errors of the components, the residual last, row after row: the inverse of the average information at the maximum; null
 * where it has none.
 *
 * The information about the variances themselves, not their ratios: e'Z_tZ_t'PZ_uZ_u'e / (2 s³) for two terms (what profiling took away is
 * put back), and likewise with e'P in place of Z_u'P for the residual.
 */
export function componentCovariance(
  equations: Equations,
  { ratios, residual, unknowns }: Point,
  { curvature }: Slope,
  ratings: Float64Array,
): Float64Array | null {
  const terms = ratios.length;
  const order = terms + 1;
  const { termOf } = equations.elimination;
  const degrees = ratings.length - 1;
  const squares = new Float64Array(terms);
  for (let u = 0; u < termOf.length; u += 1) squares[termOf[u]!] = squares[termOf[u]!]! + unknowns[u]! ** 2;
  const again = unknowns.slice();
  again[termOf.length] = 0;
  equations.solve(again);
  const crossed = new Float64Array(terms);
  for (let u = 0; u < termOf.length; u += 1) crossed[termOf[u]!] = crossed[termOf[u]!]! + unknowns[u]! * again[u]!;
  const information = new Float64Array(order * order);
  const put = (row: number, column: number, value: number): void => {
    information[row * order + column] = information[column * order + row] = value / (2 * residual ** 3);
  };
  for (let t = 0; t < terms; t += 1) {
    for (let u = 0; u <= t; u += 1) {
      const profile = ((squares[t]! / ratios[t]!) * (squares[u]! / ratios[u]!)) / (degrees * residual);
      put(t, u, curvature[t * terms + u]! * residual + profile);
    }
    put(terms, t, crossed[t]! / ratios[t]!);
  }
  put(terms, terms, sumOfSquares(equations.residualsOf(ratings, unknowns)) - crossed.reduce((sum, value) => sum + value, 0));
  // Scaled to a diagonal of 1, since components may differ by many orders.
  const scale = Float64Array.from({ length: order }, (_, k) => Math.sqrt(information[k * order + k]!));
  const factor = choleskyFactor(
    information.map((value, k) => value / (scale[Math.floor(k / order)]! * scale[k % order]!)),
    order,
  );
  if (factor === null) return null;
  return choleskyInverse(factor, order).map((value, k) => value / (scale[Math.floor(k / order)]! * scale[k % order]!));
}
