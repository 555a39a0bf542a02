import { type AlphaMetric, axisOf, pairedDisagreement } from './alpha-metric';
import type { UnitCounts } from './unit-counts';

export interface AlphaParts {
  /** null where all pairable ratings are equal: then there is nothing that could be told apart. */
  readonly alpha: number | null;
  /** Mean squared distance of two ratings of the same unit. */
  readonly observed: number;
  /** Mean squared distance of any two ratings. */
  readonly expected: number;
}

/**
 * Prepares alpha for these units, to be computed again and again with other multiplicities of the units (all 1 for alpha itself, a draw
 * for the bootstrap). What does not depend on the multiplicities is computed once: the disagreement within each unit, except for the
 * ordinal metric, whose distances are made of the totals. One evaluation allocates nothing and costs O(entries), for `ratio` O(c^2) more.
 */
export function prepareAlpha(counts: UnitCounts, metric: AlphaMetric): (multiplicity: Int32Array) => AlphaParts {
  const { values, start, value, count, size } = counts;
  const units = size.length;
  const axis = new Float64Array(values.length);
  const totals = new Float64Array(values.length);
  const identity = Int32Array.from(values, (_, index) => index);
  const within = new Float64Array(units);
  const refresh = (): void => {
    axisOf(metric, values, totals, axis);
    for (let unit = 0; unit < units; unit += 1) {
      within[unit] = pairedDisagreement(metric, axis, value, count, start[unit]!, start[unit + 1]!) / (size[unit]! - 1);
    }
  };
  if (metric !== 'ordinal') refresh();

  return (multiplicity) => {
    totals.fill(0);
    for (let unit = 0; unit < units; unit += 1) {
      const times = multiplicity[unit]!;
      if (times === 0) continue;
      for (let entry = start[unit]!; entry < start[unit + 1]!; entry += 1) totals[value[entry]!]! += times * count[entry]!;
    }
    if (metric === 'ordinal') refresh();
    let inside = 0;
    let n = 0;
    for (let unit = 0; unit < units; unit += 1) {
      inside += multiplicity[unit]! * within[unit]!;
      n += multiplicity[unit]! * size[unit]!;
    }
    const overall = pairedDisagreement(metric, axis, identity, totals, 0, totals.length);
    const parts = { observed: (2 * inside) / n, expected: (2 * overall) / (n * (n - 1)) };
    return { alpha: isConstant(totals) ? null : 1 - ((n - 1) * inside) / overall, ...parts };
  };
}

function isConstant(totals: Float64Array): boolean {
  let different = 0;
  for (let c = 0; c < totals.length && different < 2; c += 1) if (totals[c]! > 0) different += 1;
  return different < 2;
}
