import { type Random, seededRandom } from '@touchstone/kernel';
import { chiSquareDraws } from './chi-square-draws';
import type { CoefficientIntervals, Ends, Simulation } from './coefficient-ends';
import type { MeanSquares } from './mean-squares';
import type { PanelWeights } from './panel-weights';

/**
 * Generalized pivotal quantities: the expectation of each mean square is what its observed sum of squares would be over a new
 * chi-square; the components follow, those below 0 as 0, and the coefficients from them. The middle of the simulated coefficients is the
 * interval. Where a single ratio of mean squares decides, as for g of p×r, that is the exact F interval.
 */
export function pivotalIntervals(
  meanSquares: MeanSquares,
  { level, draws, seed }: Simulation,
): (weights: PanelWeights) => CoefficientIntervals {
  const order = meanSquares.squares.length;
  const simulated = componentDraws(meanSquares, draws, seededRandom(seed));
  const g = new Float64Array(draws);
  const phi = new Float64Array(draws);
  return ({ relative, absolute }) => {
    for (let draw = 0; draw < draws; draw += 1) {
      let relativeError = 0;
      let absoluteError = 0;
      for (let k = 0; k < order; k += 1) {
        const value = simulated[draw * order + k]!;
        relativeError += relative[k]! * value;
        absoluteError += absolute[k]! * value;
      }
      const signal = simulated[draw * order]!;
      g[draw] = signal === 0 ? 0 : signal / (signal + relativeError);
      phi[draw] = signal === 0 ? 0 : signal / (signal + absoluteError);
    }
    return { g: middleOf(g, level), phi: middleOf(phi, level) };
  };
}

/** Draw after draw, the components in the order of the study. */
function componentDraws({ squares, degrees, contrasts }: MeanSquares, draws: number, random: Random): Float64Array {
  const order = squares.length;
  const chiSquares = degrees.map((of) => chiSquareDraws(random, of));
  const values = new Float64Array(draws * order);
  const expected = new Float64Array(order);
  for (let draw = 0; draw < draws; draw += 1) {
    for (let b = 0; b < order; b += 1) expected[b] = (squares[b]! * degrees[b]!) / chiSquares[b]!();
    for (let a = 0; a < order; a += 1) {
      let value = 0;
      for (let b = 0; b < order; b += 1) value += contrasts[a]![b]! * expected[b]!;
      values[draw * order + a] = Math.max(0, value);
    }
  }
  return values;
}

/** The middle part of the draws; null where they do not spread, since that would claim certainty. Sorts the draws. */
function middleOf(draws: Float64Array, level: number): Ends | null {
  draws.sort();
  const at = (probability: number): number => {
    const place = probability * (draws.length - 1);
    const below = Math.floor(place);
    const low = draws[below]!;
    return low + (place - below) * (draws[Math.min(below + 1, draws.length - 1)]! - low);
  };
  const [lower, upper] = [at((1 - level) / 2), at((1 + level) / 2)];
  return lower < upper ? [lower, upper] : null;
}
