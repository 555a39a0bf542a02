import type { Scale } from './rating';

/**
 * Ratings as the computations of this library want them: names once, sorted, and columns of numbers that point at them.
 *
 * Rows stand in one fixed order (candidate, then item, then rater), whatever order they were given in, so that sums over them come out the
 * same bit for bit. No cell (candidate, rater, item) stands twice; every score is finite and on the scale. Made by `tabulate` alone.
 */
export interface RatingTable {
  /** Names, by code units. Every name has at least one rating. */
  readonly candidates: readonly string[];
  readonly raters: readonly string[];
  readonly items: readonly string[];
  /** For each row the index of its candidate in `candidates`, and so on. */
  readonly candidate: Int32Array;
  readonly rater: Int32Array;
  readonly item: Int32Array;
  readonly score: Float64Array;
  /** null where none was stated; then coefficients that need the categories are not to be had. */
  readonly scale: Scale | null;
}
