import { type Arrangement, type Dependability, type Panel, dependability } from './dependability';
import type { Component, GeneralizabilityDesign } from './generalizability-design';
import type { GeneralizabilityStudy } from './generalizability-study';

/** How much of each component remains in the errors of a panel, in the order of the study: the errors are linear in the components. */
export interface PanelWeights {
  readonly relative: Float64Array;
  readonly absolute: Float64Array;
}

/** Where interactions hide in the residual, it is averaged as little as the least averaged of them would be. */
export function panelWeights(
  { components, inResidual }: GeneralizabilityStudy,
  design: GeneralizabilityDesign,
  panel: Panel,
  arrangement: Arrangement,
): PanelWeights {
  const alone = (component: Component): Dependability => dependability(design, { [component]: 1 }, panel, arrangement);
  const most = (component: Component, error: 'relativeError' | 'absoluteError'): number => {
    const parts = component === 'residual' ? [component, ...inResidual] : [component];
    return Math.max(...parts.map((part) => alone(part)[error]));
  };
  return {
    relative: Float64Array.from(components, ({ component }) => most(component, 'relativeError')),
    absolute: Float64Array.from(components, ({ component }) => most(component, 'absoluteError')),
  };
}

/** The coefficients of a panel from the components as used. The candidates' component is the first of every design. */
export function coefficientsOf(
  { components }: GeneralizabilityStudy,
  { relative, absolute }: PanelWeights,
): Omit<Dependability, 'universeScore'> {
  const signal = components[0]!.used ?? 0;
  let relativeError = 0;
  let absoluteError = 0;
  components.forEach(({ used }, k) => {
    relativeError += relative[k]! * (used ?? 0);
    absoluteError += absolute[k]! * (used ?? 0);
  });
  const share = (error: number): number | null => (signal + error > 0 ? signal / (signal + error) : null);
  return { relativeError, absoluteError, g: share(relativeError), phi: share(absoluteError) };
}
