/** One score of one rater for one candidate on one item (a question, or a criterion of a question). */
export interface Rating {
  readonly candidate: string;
  readonly rater: string;
  readonly item: string;
  readonly score: number;
}

/** The ends of the rating scale, inclusive. Coefficients on categories need whole numbers between them. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}
