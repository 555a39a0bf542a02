import { choleskyFactor } from '../matrices/cholesky-factor';
import { choleskySolve } from '../matrices/cholesky-solve';
import type { Slope } from './restricted-likelihood';
import type { SecantCorrection } from './secant-correction';

export interface NewtonStep {
  readonly step: Float64Array;
  /** Whether it is Newton's own, with nothing added to the curvature: only such a step can tell that the maximum is reached. */
  readonly full: boolean;
}

/**
 * So many times itself may a ratio grow in a step: far from the maximum a step says little about where it is, and a leap could pass it by.
 */
const GROWTH = 4;
/** Below so many floors, growth is measured against this instead: a component as large as what chance does to the mean of a level. */
const VISIBLE = 1e7;

/**
 * -curvature⁻¹ gradient over the terms that are free to move, in units of the ratios themselves, which may differ by many orders.
 *
 * First with the average information and what it is known to miss. Where that is not positive definite or would leap, with the average
 * information alone; where that would leap too, with something added to its diagonal: the step then gets short in those directions of
 * which the likelihood says little, and stays as it is in the others.
 */
export function newtonStep(
  ratios: Float64Array,
  floors: Float64Array,
  { gradient, curvature }: Slope,
  missed: SecantCorrection,
): NewtonStep {
  const terms = ratios.length;
  const free = Array.from(ratios.keys()).filter((t) => ratios[t]! > floors[t]! || gradient[t]! < 0);
  const units = ratios.map((ratio, t) => Math.max(ratio, VISIBLE * floors[t]!));
  const inUnits = (matrix: Float64Array): Float64Array =>
    Float64Array.from(free.flatMap((t) => free.map((u) => matrix[t * terms + u]! * units[t]! * units[u]!)));
  const downhill = Float64Array.from(free, (t) => -gradient[t]! * units[t]!);
  const average = inUnits(curvature);
  const whole = inUnits(curvature.map((value, k) => value + missed.matrix[k]!));
  const largest = downhill.reduce((most, slope, row) => Math.max(most, average[row * (free.length + 1)]!, Math.abs(slope) / GROWTH), 0);
  const spread = (changes: Float64Array, full: boolean): NewtonStep => {
    const step = new Float64Array(terms);
    changes.forEach((change, row) => (step[free[row]!] = change * units[free[row]!]!));
    return { step, full };
  };
  const best = stepWith(whole, downhill, 0) ?? stepWith(average, downhill, 0);
  if (best !== null) return spread(best, true);
  for (let added = 1e-10 * largest; added < 1e12 * largest; added *= 10) {
    const damped = stepWith(average, downhill, added);
    if (damped !== null) return spread(damped, false);
  }
  return spread(new Float64Array(free.length), free.length === 0);
}

/** null where the matrix is not positive definite, or the step a leap. */
function stepWith(matrix: Float64Array, downhill: Float64Array, added: number): Float64Array | null {
  const order = downhill.length;
  const factor = choleskyFactor(
    matrix.map((value, k) => (k % (order + 1) === 0 ? value + added : value)),
    order,
  );
  const changes = factor && choleskySolve(factor, order, downhill);
  return changes === null || changes.some((change) => change > GROWTH) ? null : changes;
}
