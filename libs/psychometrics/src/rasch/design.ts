import type { RatingTable } from '../ratings/rating-table';
import type { RatingScales } from './rating-scales';

/**
 * The model in numbered columns.
 *
 * Thresholds are carried as their running sums: with kappa_k = tau_1 + ... + tau_k the model is log P_k = k (theta - severity - difficulty) - kappa_k
 * less a constant, and since thresholds sum to 0, kappa is 0 at both ends and free between. Nothing has to be constrained, and the score of kappa_k
 * is the count of its category less the expected count.
 *
 * Candidates are one block. All others stand in one vector, the structural parameters: severities, difficulties, then the free kappas, scale by scale.
 */
export interface Design {
  readonly candidates: number;
  readonly raters: number;
  readonly items: number;
  /** Rows of candidate c: `start[c]` up to but not including `start[c + 1]`. */
  readonly start: Int32Array;
  readonly rater: Int32Array;
  readonly item: Int32Array;
  readonly step: Int32Array;
  /** For each item its scale; for each scale its highest category and where its kappa_1 stands, or would stand. */
  readonly scale: Int32Array;
  readonly top: Int32Array;
  readonly kappa: Int32Array;
  /** Structural parameters. */
  readonly width: number;
  /** The most categories of any scale. */
  readonly mostCategories: number;
}

export function designOf(table: RatingTable, scales: RatingScales): Design {
  const candidates = table.candidates.length;
  const start = new Int32Array(candidates + 1);
  for (const candidate of table.candidate) start[candidate + 1]! += 1;
  for (let candidate = 0; candidate < candidates; candidate += 1) start[candidate + 1]! += start[candidate]!;
  const top = Int32Array.from(scales.categories, (scores) => scores.length - 1);
  const kappa = new Int32Array(top.length);
  let width = table.raters.length + table.items.length;
  for (let scale = 0; scale < top.length; scale += 1) {
    kappa[scale] = width;
    width += Math.max(0, top[scale]! - 1);
  }
  return {
    candidates,
    raters: table.raters.length,
    items: table.items.length,
    start,
    rater: table.rater,
    item: table.item,
    step: scales.step,
    scale: scales.of,
    top,
    kappa,
    width,
    mostCategories: top.reduce((most, highest) => Math.max(most, highest + 1), 0),
  };
}

/**
 * Where to start: at the abilities, difficulties and thresholds at which the categories come as often as they did, all candidates and all raters
 * being alike. Half a rating is added to each count, so that a category without ratings has a place.
 */
export function startingPoint(design: Design): { readonly theta: Float64Array; readonly beta: Float64Array } {
  const { top, kappa, scale, raters, items } = design;
  const beta = new Float64Array(design.width);
  const counts = new Float64Array(top.length * design.mostCategories).fill(0.5);
  for (let row = 0; row < design.step.length; row += 1) counts[scale[design.item[row]!]! * design.mostCategories + design.step[row]!]! += 1;
  const slope = Float64Array.from(top, (highest, s) => {
    const first = s * design.mostCategories;
    const rise = Math.log(counts[first + highest]! / counts[first]!) / Math.max(1, highest);
    for (let k = 1; k < highest; k += 1) beta[kappa[s]! + k - 1] = k * rise - Math.log(counts[first + k]! / counts[first]!);
    return rise;
  });
  let ability = 0;
  for (let item = 0; item < items; item += 1) ability += slope[scale[item]!]! / items;
  for (let item = 0; item < items; item += 1) beta[raters + item] = ability - slope[scale[item]!]!;
  return { theta: new Float64Array(design.candidates).fill(ability), beta };
}
