import { fQuantile } from '../distributions/f-quantile';
import type { CoefficientIntervals, Ends } from './coefficient-ends';
import type { GeneralizabilityStudy } from './generalizability-study';
import type { PanelWeights } from './panel-weights';

/**
 * Where all there is are components with standard errors: signal and error are each taken as a chi-square over as many degrees as the standard
 * errors say (Satterthwaite), and their ratio as an F. Never fewer than one degree, which keeps the estimate inside. Errors of different components
 * are taken as independent, and a component at 0 as known.
 */
export function satterthwaiteIntervals(
  { components }: GeneralizabilityStudy,
  level: number,
): (weights: PanelWeights) => CoefficientIntervals {
  const values = components.map(({ used }) => used ?? 0);
  const errors = components.map(({ estimate }) => estimate.standardError);
  if (errors.every((error) => error === null)) return () => ({ g: null, phi: null });
  const signalDegrees = degreesOf(values[0]!, (errors[0] ?? 0) ** 2);
  const boundsFor = (weights: Float64Array): Ends | null => {
    let noise = 0;
    let variance = 0;
    for (let k = 0; k < values.length; k += 1) {
      noise += weights[k]! * values[k]!;
      variance += (weights[k]! * (errors[k] ?? 0)) ** 2;
    }
    return ratioBounds(values[0]! / noise, signalDegrees, degreesOf(noise, variance), level);
  };
  return ({ relative, absolute }) => ({ g: boundsFor(relative), phi: boundsFor(absolute) });
}

/** Beyond this many degrees a chi-square over its degrees is 1 to all practical purposes. */
const MANY = 1e6;

const degreesOf = (value: number, variance: number): number => Math.min(MANY, Math.max(1, (2 * value * value) / variance));

/** Bounds of odds / (1 + odds), for odds of signal to noise. */
function ratioBounds(odds: number, signalDegrees: number, noiseDegrees: number, level: number): Ends | null {
  if (!(odds > 0 && odds < Infinity)) return null;
  const tail = (1 + level) / 2;
  const lower = odds / fQuantile(tail, signalDegrees, noiseDegrees);
  const upper = odds * fQuantile(tail, noiseDegrees, signalDegrees);
  return [lower / (1 + lower), upper / (1 + upper)];
}
