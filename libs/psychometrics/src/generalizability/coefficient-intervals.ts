import type { GeneralizabilityStudy } from './generalizability-study';
import type { CoefficientIntervals, Simulation } from './coefficient-ends';
import type { PanelWeights } from './panel-weights';
import { meanSquaresOf } from './mean-squares';
import { pivotalIntervals } from './pivotal-intervals';

/** The intervals that the study allows, panel after panel: what the panels have in common is done once. */
export function coefficientIntervals(
  study: GeneralizabilityStudy,
  simulation: Simulation,
): (weights: PanelWeights) => CoefficientIntervals {
  const meanSquares = study.status === 'OK' ? meanSquaresOf(study) : null;
  return meanSquares === null ? () => ({ g: null, phi: null }) : pivotalIntervals(meanSquares, simulation);
}
