import type { Equations } from './equations';
import { sumOfSquares } from './moments';

const ROUNDS = 60;
/** Of the sum of squares: about the square of what rounding leaves. */
const NOTHING = 1e-24;

/**
 * Do the terms explain every score exactly, so that nothing is left for chance?
 *
 * Then the residual variance is 0 and the likelihood has no maximum. Told by least squares without a penalty worth the name: what a nearly
 * free fit leaves is fitted again and again. Whatever lies in the span of the effects shrinks each time, the rest stays.
 */
export function explainsExactly(equations: Equations, ratings: Float64Array, levels: readonly number[]): boolean {
  const total = sumOfSquares(ratings);
  const free = Float64Array.from(levels, (count) => (1e5 * count) / ratings.length);
  if (!equations.factor(free)) return false;
  let left = ratings;
  let before = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    const unknowns = equations.scaled(equations.sumsOf(left));
    equations.solve(unknowns);
    left = equations.residualsOf(left, unknowns);
    const squares = sumOfSquares(left);
    if (squares <= NOTHING * total) return true;
    if (squares > 0.5 * before) return false;
    before = squares;
  }
  return false;
}
