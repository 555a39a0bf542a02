/** What is wrong with one row of the ratings that were given. */
export interface RatingFault {
  /** The position of the row in what was given, the first being 1. */
  readonly row: number;
  readonly code: 'NO_RATINGS' | 'MISSING_NAME' | 'UNKNOWN_RATER' | 'NOT_A_NUMBER' | 'OUT_OF_SCALE' | 'DUPLICATE';
  /** What is wrong and what is allowed, for a person. */
  readonly message: string;
}
