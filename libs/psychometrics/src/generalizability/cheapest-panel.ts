import type { PanelProjection } from './decision-study';

export interface Target {
  /** What the coefficient must reach, above 0 and below 1; 0.8 is a usual wish. */
  readonly atLeast: number;
  /** `phi` unless said: deciding on one candidate. `g` is for ranking within one panel. */
  readonly coefficient?: 'g' | 'phi' | undefined;
  /** Ask it of the lower end of the interval instead of the estimate: dearer, and safe against a lucky study. */
  readonly surely?: boolean | undefined;
}

/**
 * Which is the cheapest panel that is dependable enough?
 *
 * Of the panels considered (with costs) those whose coefficient reaches the target; of these the one of the least cost, then of the least time of the
 * candidate, then of the fewest interviewers, then of the fewest questions. null where none reaches it: then consider larger panels, a lower target,
 * or better anchors, since what separates raters is not always averaged out at a sensible price. With `surely`, panels without an interval
 * do not qualify.
 *
 * `atLeast` in (0, 1) and costs in every row; throws RangeError otherwise. Cost O(panels).
 *
 * Source: R. L. Brennan (2001), Generalizability Theory, Springer, section 1.2, doi:10.1007/978-1-4757-3456-0.
 */
export function cheapestPanel(
  panels: readonly PanelProjection[],
  { atLeast, coefficient = 'phi', surely = false }: Target,
): PanelProjection | null {
  if (!(atLeast > 0 && atLeast < 1)) throw new RangeError('the target lies between 0 and 1, exclusively');
  let best: PanelProjection | null = null;
  for (const panel of panels) {
    if (panel.cost === null) throw new RangeError('the cheapest panel is found among panels with costs');
    const { value, interval } = panel[coefficient];
    const reached = surely ? (interval?.lower ?? null) : value;
    if (reached === null || reached < atLeast) continue;
    if (best === null || isBefore(panel, best)) best = panel;
  }
  return best;
}

function isBefore(one: PanelProjection, other: PanelProjection): boolean {
  const order =
    one.cost!.cost - other.cost!.cost ||
    one.cost!.candidateHours - other.cost!.candidateHours ||
    one.interviewers - other.interviewers ||
    one.questions - other.questions;
  return order < 0;
}
