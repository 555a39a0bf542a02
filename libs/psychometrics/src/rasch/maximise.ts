import type { Design } from './design';
import { startingPoint } from './design';
import { JointLikelihood, type Precisions } from './joint-likelihood';

/** Where the joint likelihood has its maximum, and the likelihood with its slopes and the factor of its information there. */
export interface Maximum {
  readonly converged: boolean;
  readonly theta: Float64Array;
  readonly beta: Float64Array;
  readonly at: JointLikelihood;
  readonly logLikelihood: number;
  readonly residual: number;
  readonly iterations: number;
}

/** Observed totals are met to this many rating points. */
const RESIDUAL = 1e-9;
/** Where slopes are tiny but steps are not, the likelihood rises for ever: the maximum is at infinity. */
const STEP = 1e-6;
const MOST_STEPS = 100;
/** No measure moves further in one step: far from the maximum the curvature says little. */
const LONGEST_STEP = 4;

/**
 * Newton's method on all measures at once, from `startingPoint`.
 *
 * The log-likelihood is concave, with or without priors, so that a Newton step always points uphill; it is halved until it leads uphill as well.
 * Near the maximum the digits that are right double with each step: eight or nine steps reach 1e-9. Convergence is judged by the equations that are to
 * be solved, not by the length of the step, which is short for other reasons too (a chain of raters, corrected one by one).
 *
 * `converged` is false where the information is singular or 100 steps do not suffice: without priors, patterns that a finite maximum does not have.
 */
export function maximise(design: Design, priors: Precisions | null): Maximum {
  const at = new JointLikelihood(design, priors);
  const start = startingPoint(design);
  let theta: Float64Array = start.theta;
  let beta: Float64Array = new Float64Array(at.order);
  beta.set(start.beta);
  if (priors !== null) beta[design.width] = theta[0] ?? 0;
  let nextTheta: Float64Array = theta.slice();
  let nextBeta: Float64Array = beta.slice();
  const thetaStep = new Float64Array(theta.length);
  const betaStep = new Float64Array(at.order);
  let logLikelihood = at.evaluate(theta, beta);
  for (let iterations = 0; ; iterations += 1) {
    const residual = at.residual();
    const solved = at.solve(thetaStep, betaStep);
    const longest = Math.max(furthest(thetaStep), furthest(betaStep));
    const converged = solved && residual <= RESIDUAL && longest <= STEP;
    if (converged || !solved || iterations === MOST_STEPS) return { converged, theta, beta, at, logLikelihood, residual, iterations };
    const promised = product(at.thetaSlope, thetaStep) + product(at.slope, betaStep);
    let share = Math.min(1, LONGEST_STEP / longest);
    for (;;) {
      advance(theta, thetaStep, share, nextTheta);
      advance(beta, betaStep, share, nextBeta);
      const reached = at.evaluate(nextTheta, nextBeta);
      // At least a little of the rise that the slopes promise; of the sum ten digits are sure.
      if (reached >= logLikelihood + 1e-4 * share * promised - 1e-10 * (1 + Math.abs(logLikelihood)) || share < 1e-9) {
        logLikelihood = reached;
        break;
      }
      share /= 2;
    }
    [theta, nextTheta] = [nextTheta, theta];
    [beta, nextBeta] = [nextBeta, beta];
  }
}

function furthest(step: Float64Array): number {
  let most = 0;
  for (const move of step) most = Math.max(most, Math.abs(move));
  return most;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!;
  return sum;
}

function advance(from: Float64Array, step: Float64Array, share: number, to: Float64Array): void {
  for (let index = 0; index < from.length; index += 1) to[index] = from[index]! + share * step[index]!;
}
