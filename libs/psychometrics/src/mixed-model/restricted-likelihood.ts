import type { Equations } from './equations';
import { type InverseParts, inverseParts } from './inverse-parts';
import { sumOfSquares } from './moments';

/** One point of the restricted likelihood, over the ratios of the variances to that of the residual. */
export interface Point {
  readonly ratios: Float64Array;
  /** Minus twice the restricted log-likelihood. */
  readonly deviance: number;
  /** The residual variance: the best for these ratios, unless it was given. */
  readonly residual: number;
  /** The effects in units of their standard deviations, and the intercept. */
  readonly unknowns: Float64Array;
}

/** How the deviance changes with the ratios. */
export interface Slope {
  readonly gradient: Float64Array;
  /**
   * The average information, which stands for the second derivatives of the deviance and is never negative: terms squared, row after row.
   */
  readonly curvature: Float64Array;
  readonly inverse: InverseParts;
}

/**
 * The deviance at these ratios: log|M| + (n - 1)(1 + log(2π r² / (n - 1))), r² the penalised sum of squares, as lme4 has it.
 * `null` where M cannot be factored. `ratings` are centred, `sums` what their levels add up to. The sum of squares is taken over the
 * residuals themselves: as a difference of large numbers it would lose the digits of a close fit.
 */
export function pointAt(
  equations: Equations,
  ratings: Float64Array,
  sums: Float64Array,
  ratios: Float64Array,
  givenResidual: number | null,
): Point | null {
  if (!equations.factor(ratios)) return null;
  const unknowns = equations.scaled(sums);
  equations.solve(unknowns);
  const effects = unknowns.subarray(0, unknowns.length - 1);
  const squares = sumOfSquares(equations.residualsOf(ratings, unknowns)) + sumOfSquares(effects);
  const degrees = ratings.length - 1;
  const residual = givenResidual ?? squares / degrees;
  const deviance = equations.logDeterminant + degrees * Math.log(2 * Math.PI * residual) + squares / residual;
  return { ratios, deviance, residual, unknowns };
}

/**
 * First derivatives, exact, and the average information, after `pointAt` has factored at that point.
 *
 * With P the projection that leaves the residuals e = Py and s the residual variance, the derivative for term t is tr(Z'PZ) - |Z'e|² / s,
 * and the average of observed and expected information for t and u is v_t'P v_u / s with v_t = ZZ'e, less what the profiling over s takes
 * away. Nothing of that needs the rows again, since λ_t λ_u Z_t'P Z_u is the identity (or 0) less the part of M⁻¹, and λZ'e = u: one
 * solution with M for each term, and the traces.
 *
 * Source: A. R. Gilmour, R. Thompson & B. R. Cullis (1995), Average information REML, Biometrics 51(4), 1440-1450, doi:10.2307/2533274.
 */
export function slopeAt(equations: Equations, { ratios, residual, unknowns }: Point, degrees: number, profiled: boolean): Slope {
  const { termOf } = equations.elimination;
  const terms = ratios.length;
  const inverse = inverseParts(equations);
  const traces = new Float64Array(terms);
  const squares = new Float64Array(terms);
  for (let u = 0; u < termOf.length; u += 1) {
    const t = termOf[u]!;
    traces[t] = traces[t]! + 1 - inverse.diagonal[u]!;
    squares[t] = squares[t]! + unknowns[u]! * unknowns[u]!;
  }
  const gradient = traces.map((trace, t) => (trace - squares[t]! / residual) / ratios[t]!);
  const curvature = new Float64Array(terms * terms);
  const direction = new Float64Array(unknowns.length);
  const shared = new Float64Array(terms);
  for (let t = 0; t < terms; t += 1) {
    for (let u = 0; u < termOf.length; u += 1) direction[u] = termOf[u] === t ? unknowns[u]! : 0;
    direction[termOf.length] = 0;
    equations.solve(direction);
    shared.fill(0);
    for (let u = 0; u < termOf.length; u += 1) shared[termOf[u]!] = shared[termOf[u]!]! + unknowns[u]! * direction[u]!;
    for (let other = 0; other < terms; other += 1) {
      const crossed = (t === other ? squares[t]! : 0) - shared[other]!;
      const profile = profiled ? (squares[t]! * squares[other]!) / (degrees * residual) : 0;
      curvature[t * terms + other] = (crossed / (ratios[t]! * ratios[other]!) - profile / (ratios[t]! * ratios[other]!)) / residual;
    }
  }
  return { gradient, curvature, inverse };
}
