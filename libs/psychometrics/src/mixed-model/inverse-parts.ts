import { choleskyInverse } from '../matrices/cholesky-inverse';
import { solveBackwards, solveForwards } from '../matrices/cholesky-solve';
import type { Equations } from './equations';

/**
 * Those parts of the inverse of the mixed model's matrix that variances and errors need. Multiplied by the residual variance they are error
 * covariances.
 */
export interface InverseParts {
  /** The diagonal: one number for each unknown, the intercept last. */
  readonly diagonal: Float64Array;
  /** The column of the intercept. */
  readonly intercept: Float64Array;
  /** The inverse of the rest, full. */
  readonly rest: Float64Array;
}

/**
 * Inverts after `equations.factor`. The rest is inverted whole; of a block's part, which is A⁻¹ + G R G' with G the coupling solved
 * backwards too and R the inverse of the rest, only the diagonal is formed. Cost n³/3 for a rest of order n, and for each block its
 * unknowns times the square of what it meets.
 */
export function inverseParts(equations: Equations): InverseParts {
  const { elimination, order } = equations;
  const { innerCount, outerCount, unknownStart } = elimination;
  const rest = choleskyInverse(equations.rest, order);
  const diagonal = new Float64Array(innerCount + order);
  const intercept = new Float64Array(innerCount + order);
  for (let k = 0; k < order; k += 1) {
    diagonal[innerCount + k] = rest[k * order + k]!;
    intercept[innerCount + k] = rest[outerCount * order + k]!;
  }
  for (let block = 0; block + 1 < unknownStart.length; block += 1) {
    const own = equations.ownOf(block);
    if (own === 0) continue;
    const met = equations.metBy(block);
    const into = equations.unknownsOf(diagonal, block);
    addOwnInverse(equations.factorOf(block), own, into);
    const gain = gainOf(equations, block);
    addSpread(gain, own, met, rest, order, into);
    const covariance = equations.unknownsOf(intercept, block);
    for (let i = 0; i < met.length; i += 1) {
      const weight = rest[outerCount * order + met[i]!]!;
      for (let k = 0; k < own; k += 1) covariance[k] = covariance[k]! - gain[i * own + k]! * weight;
    }
  }
  return { diagonal, intercept, rest };
}

/** G: how much each unknown of a block moves, with its sign turned, when one that the block meets moves by 1. Laid out as the coupling. */
export function gainOf(equations: Equations, block: number): Float64Array {
  const own = equations.ownOf(block);
  const gain = equations.couplingOf(block).slice();
  for (let first = 0; first < gain.length; first += own) solveBackwards(equations.factorOf(block), own, gain, own, first);
  return gain;
}

/** The diagonal of the inverse of L L': sums of squares down the columns of the inverse of L. */
function addOwnInverse(factor: Float64Array, own: number, into: Float64Array): void {
  const column = new Float64Array(own);
  for (let k = 0; k < own; k += 1) {
    column.fill(0);
    column[k] = 1;
    solveForwards(factor, own, column);
    for (let i = k; i < own; i += 1) into[k] = into[k]! + column[i]! * column[i]!;
  }
}

/** Adds the diagonal of G R G'. */
function addSpread(gain: Float64Array, own: number, met: Int32Array, rest: Float64Array, order: number, into: Float64Array): void {
  for (let i = 0; i < met.length; i += 1) {
    const row = met[i]! * order;
    const first = i * own;
    for (let j = 0; j <= i; j += 1) {
      const weight = (i === j ? 1 : 2) * rest[row + met[j]!]!;
      const second = j * own;
      for (let k = 0; k < own; k += 1) into[k] = into[k]! + weight * gain[first + k]! * gain[second + k]!;
    }
  }
}
