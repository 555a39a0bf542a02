import { type Levels, levelsOf } from '../mixed-model/levels';
import type { RatingTable } from '../ratings/rating-table';
import { COMPONENTS, type Component, FACETS, type GeneralizabilityDesign, termOf } from './generalizability-design';

/** Sums of squares of a design, balanced or not, and what they amount to on average. Everything in the order of `COMPONENTS[design]`. */
export interface SumsOfSquares {
  /** Brennan's T: over the levels of the component, the number of ratings times their squared mean. */
  readonly uncorrected: Float64Array;
  /** T of the grand mean. */
  readonly mean: number;
  readonly squares: Float64Array;
  readonly degrees: Float64Array;
  /** E(SS of row) = sum over columns of this times the variance component; row after row. */
  readonly expectations: Float64Array;
}

/** Squares below this part of all squares come from binary arithmetic. */
const NO_SQUARES = 1e-13;

/**
 * Each T less the T of everything that its effect contains is a sum of squares; the same subtraction on the expectations of the T, which follow
 * from counts of ratings alone, gives those of the sums of squares. Where no cell is missing these are the sums of squares and expected
 * mean squares of the analysis of variance, otherwise Brennan's "analogous" ones (Henderson's method 1).
 */
export function sumsOfSquares(table: RatingTable, design: GeneralizabilityDesign): SumsOfSquares {
  const components = COMPONENTS[design];
  const order = components.length;
  const n = table.score.length;
  const { centre, scores } = centred(table.score);
  const levels = components.map((component): Levels | null => {
    const term = termOf(component);
    return term === null ? null : levelsOf(table, term);
  });
  const counts = levels.map((level) => (level === null ? null : sumOver(level, null)));
  const within = levels.map((level, a) => (level === null ? sumOfProducts(scores) : meanSquaresOf(level, scores, counts[a]!)));
  const perLevel = new Float64Array(order * order);
  const ofMean = new Float64Array(order);
  components.forEach((one, a) => {
    ofMean[a] = counts[a] === null ? 1 : sumOfProducts(counts[a]!) / n;
    components.forEach((other, b) => {
      const both = components.findIndex((component) => component === unionOf(design, one, other));
      perLevel[a * order + b] = sharesOf(levels[a]!, counts[a]!, levels[both]!, counts[both]!, n);
    });
  });
  const squares = new Float64Array(order);
  const degrees = new Float64Array(order);
  const expectations = new Float64Array(order * order);
  components.forEach((component, a) => {
    squares[a] = within[a]!;
    degrees[a] = (levels[a]?.count ?? n) - 1;
    for (let b = 0; b < order; b += 1) expectations[a * order + b] = perLevel[a * order + b]! - ofMean[b]!;
    for (let part = 0; part < a; part += 1) {
      if (!contains(component, components[part]!)) continue;
      squares[a]! -= squares[part]!;
      degrees[a]! -= degrees[part]!;
      for (let b = 0; b < order; b += 1) expectations[a * order + b]! -= expectations[part * order + b]!;
    }
    if (Math.abs(squares[a]!) <= NO_SQUARES * within[order - 1]!) squares[a] = 0;
  });
  const ofGrandMean = n * centre * centre;
  return { uncorrected: Float64Array.from(within, (value) => value + ofGrandMean), mean: ofGrandMean, squares, degrees, expectations };
}

const contains = (whole: Component, part: Component): boolean =>
  whole !== part && FACETS[part].every((facet) => FACETS[whole].includes(facet));

/** The component whose levels are the pairs of levels of the two; the single rating where the design has none. */
function unionOf(design: GeneralizabilityDesign, one: Component, other: Component): Component {
  const facets = new Set([...FACETS[one], ...FACETS[other]]);
  const fits = (component: Component): boolean =>
    FACETS[component].length === facets.size && FACETS[component].every((facet) => facets.has(facet));
  return COMPONENTS[design].find(fits) ?? 'residual';
}

/** Scores less their mean. Exactly 0 for equal scores, and no digits are lost to a large common part. */
function centred(score: Float64Array): { readonly centre: number; readonly scores: Float64Array } {
  const origin = score[0]!;
  let sum = 0;
  for (const value of score) sum += value - origin;
  const centre = origin + sum / score.length;
  const scores = score.map((value) => value - centre);
  let drift = 0;
  for (const value of scores) drift += value;
  drift /= score.length;
  return { centre: centre + drift, scores: scores.map((value) => value - drift) };
}

/** Per level the sum of the values, or the number of rows. */
function sumOver({ of, count }: Levels, values: Float64Array | null): Float64Array {
  const sums = new Float64Array(count);
  for (let row = 0; row < of.length; row += 1) sums[of[row]!]! += values === null ? 1 : values[row]!;
  return sums;
}

function meanSquaresOf(level: Levels, scores: Float64Array, counts: Float64Array): number {
  const sums = sumOver(level, scores);
  let total = 0;
  for (let at = 0; at < sums.length; at += 1) total += (sums[at]! * sums[at]!) / counts[at]!;
  return total;
}

function sumOfProducts(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}

/** Over the levels of both: their number of ratings squared, over the number of ratings of the first's level that they lie in. */
function sharesOf(
  one: Levels | null,
  oneCounts: Float64Array | null,
  both: Levels | null,
  bothCounts: Float64Array | null,
  n: number,
): number {
  let sum = 0;
  if (both === null) {
    if (one === null) return n;
    return one.count;
  }
  const seen = new Uint8Array(both.count);
  for (let row = 0; row < n; row += 1) {
    const at = both.of[row]!;
    if (seen[at] === 1) continue;
    seen[at] = 1;
    sum += (bothCounts![at]! * bothCounts![at]!) / oneCounts![one!.of[row]!]!;
  }
  return sum;
}
