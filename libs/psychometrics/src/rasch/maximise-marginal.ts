import { factorInPlace } from '../matrices/cholesky-factor';
import { solveBackwards, solveForwards } from '../matrices/cholesky-solve';
import type { MarginalLikelihood } from './marginal-likelihood';

export interface MarginalMaximum {
  readonly converged: boolean;
  readonly beta: Float64Array;
  readonly logLikelihood: number;
  /** The largest slope. */
  readonly gradient: number;
  readonly iterations: number;
}

const GRADIENT = 1e-6;
const STEP = 1e-5;
const MOST_STEPS = 200;
const LONGEST_STEP = 2;

/**
 * Newton's method on the marginal likelihood, from `start`.
 *
 * The marginal likelihood is not concave everywhere. Where the observed information is not positive definite the step is taken with the complete one
 * instead (the candidates' posterior held, as in one step of EM: K. Lange 1995), which always points uphill. Steps are halved until they lead uphill.
 * When `converged`, `at` holds slopes, posteriors and both informations of the maximum.
 */
export function maximiseMarginal(at: MarginalLikelihood, start: Float64Array): MarginalMaximum {
  const { order } = at;
  let beta: Float64Array = start.slice();
  let next: Float64Array = start.slice();
  const step = new Float64Array(order);
  const factor = new Float64Array(order * order);
  let logLikelihood = at.evaluate(beta);
  for (let iterations = 0; ; iterations += 1) {
    at.inform();
    const gradient = largest(at.slope);
    let certain = true;
    factor.set(at.observed);
    if (!factorInPlace(factor, order)) {
      certain = false;
      factor.set(at.complete);
      if (!factorInPlace(factor, order)) return { converged: false, beta, logLikelihood, gradient, iterations };
    }
    step.set(at.slope);
    solveForwards(factor, order, step);
    solveBackwards(factor, order, step);
    const longest = largest(step);
    const converged = certain && gradient <= GRADIENT && longest <= STEP;
    if (converged || iterations === MOST_STEPS) return { converged, beta, logLikelihood, gradient, iterations };
    let promised = 0;
    for (let index = 0; index < order; index += 1) promised += at.slope[index]! * step[index]!;
    let share = Math.min(1, LONGEST_STEP / longest);
    for (;;) {
      for (let index = 0; index < order; index += 1) next[index] = beta[index]! + share * step[index]!;
      const reached = at.evaluate(next);
      // At least a little of the rise that the slopes promise (or the step may jump from sigma to -sigma, for ever), digits that are unsure apart.
      if (reached >= logLikelihood + 1e-4 * share * promised - 1e-11 * (1 + Math.abs(logLikelihood)) || share < 1e-9) {
        logLikelihood = reached;
        break;
      }
      share /= 2;
    }
    [beta, next] = [next, beta];
  }
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}
