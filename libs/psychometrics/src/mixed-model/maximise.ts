import type { Equations } from './equations';
import { newtonStep } from './newton-step';
import { type Point, type Slope, pointAt, slopeAt } from './restricted-likelihood';
import { SecantCorrection } from './secant-correction';

export interface Problem {
  readonly equations: Equations;
  /** Centred, in the order of the blocks. */
  readonly ratings: Float64Array;
  /** The least ratio of each term that is told from 0: so small that rounding would hide anything below. */
  readonly floors: Float64Array;
  /** null: the best for each point. Where every score is explained exactly the best is 0, and something has to be given. */
  readonly residual: number | null;
  /** A residual variance so small that the search had better stop and ask whether there is any. */
  readonly suspect: number;
}

export interface Maximum {
  readonly point: Point;
  /** Of the last point; the inverse is the one that standard errors need. */
  readonly slope: Slope;
  readonly converged: boolean;
  readonly iterations: number;
}

/** Up to so many ratings a last step is taken when it is no longer needed: it costs next to nothing and leaves a dozen digits. */
const FEW_RATINGS = 2000;
const MOST_ITERATIONS = 200;
/** Relative to the ratio. What is left after a step is a part of the step. */
const TOLERANCE = 1e-8;
/** Of the deviance: what the next step would gain at most, where the residual is given and rounding leaves few digits. */
const GAIN = 1e-6;
/** Relative to the deviance: where no step makes it better and none promises more than this, rounding is all that keeps the search going. */
const STALLED = 1e-10;

/**
 * Where is the restricted likelihood greatest? Newton's steps, with the average information and what it misses for the curvature, kept
 * above the floors.
 *
 * A term at its floor whose ratio wants to fall stays there and takes no part in the step; a step that would pass a floor ends at it. A
 * step that makes the deviance worse is halved. `null` where even the start cannot be evaluated. Converged once Newton's own step is below
 * 1e-8 of every ratio (near a floor: below a tenth of the floor), which takes four to eight steps from the quadratic estimates.
 */
export function maximise(problem: Problem, start: Float64Array): Maximum | null {
  const { equations, ratings, floors, residual, suspect } = problem;
  const sums = equations.sumsOf(ratings);
  const at = (ratios: Float64Array): Point | null => pointAt(equations, ratings, sums, ratios, residual);
  const missed = new SecantCorrection(start.length);
  let point = at(start.map((ratio, t) => Math.max(ratio, floors[t]!)));
  if (point === null) return null;
  for (let iterations = 1; ; iterations += 1) {
    const slope = slopeAt(equations, point, ratings.length - 1, residual === null);
    if (point.residual < suspect) return { point, slope, converged: false, iterations };
    missed.learn(point.ratios, slope);
    const { step, full } = newtonStep(point.ratios, floors, slope, missed);
    const gain = step.reduce((sum, change, t) => sum - change * slope.gradient[t]!, 0);
    const idle = residual !== null && gain < GAIN;
    if (full && (idle || isSmall(step, point.ratios, floors))) {
      if (ratings.length > FEW_RATINGS) return { point, slope, converged: true, iterations };
      const last = along(step, point, floors, at) ?? at(point.ratios);
      return last && { point: last, slope: slopeAt(equations, last, ratings.length - 1, residual === null), converged: true, iterations };
    }
    const next: Point | null = iterations < MOST_ITERATIONS ? along(step, point, floors, at) : null;
    if (next === null) return { point, slope, converged: full && gain < STALLED * (1 + Math.abs(point.deviance)), iterations };
    point = next;
  }
}

function isSmall(step: Float64Array, ratios: Float64Array, floors: Float64Array): boolean {
  return step.every((change, t) => Math.abs(change) <= TOLERANCE * ratios[t]! + (0.1 * floors[t]! * floors[t]!) / ratios[t]!);
}

/** The longest of the step and its halves that does not make the deviance worse, but for rounding. */
function along(step: Float64Array, from: Point, floors: Float64Array, at: (ratios: Float64Array) => Point | null): Point | null {
  const rounding = 1e-10 * (1 + Math.abs(from.deviance));
  for (let share = 1; share > 1e-9; share /= 2) {
    const next = at(from.ratios.map((ratio, t) => Math.max(floors[t]!, ratio + share * step[t]!)));
    if (next !== null && next.deviance <= from.deviance + rounding) return next;
  }
  return null;
}
