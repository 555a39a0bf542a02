import type { RatingTable } from '../ratings/rating-table';

/**
 * What each rating weighs in the mean of its candidate, row by row in any order; indices as in the table behind the model. A cell of the table may stand for several rows, where a rater
 * rated the same item of the same candidate twice and their mean went into the table.
 */
export interface WeighedRatings extends Pick<RatingTable, 'candidate' | 'rater' | 'item'> {
  /** At least 0; those of a candidate sum to 1, or are all 0. */
  readonly weight: Float64Array;
}
