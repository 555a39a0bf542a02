import type { GeneralizabilityStudy } from './generalizability-study';
import type { CoefficientIntervals, Simulation } from './coefficient-ends';
import type { PanelWeights } from './panel-weights';
import { pivotalIntervals } from './pivotal-intervals';
import { satterthwaiteIntervals } from './satterthwaite-intervals';

/** The intervals that the study allows, panel after panel: what the panels have in common is done once. */
export function coefficientIntervals(
  study: GeneralizabilityStudy,
  simulation: Simulation,
): (weights: PanelWeights) => CoefficientIntervals {
  if (study.status !== 'OK') return () => ({ g: null, phi: null });
  return study.contrasts === null ? satterthwaiteIntervals(study, simulation.level) : pivotalIntervals(study, study.contrasts, simulation);
}
