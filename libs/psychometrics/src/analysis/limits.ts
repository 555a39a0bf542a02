/**
 * Up to where each chapter of `analysePanel` goes. Beyond a limit the chapter says so in `leftOut`, or takes the quicker way it names; it
 * never hangs, and never computes a part and calls it the whole. With these, a million ratings of 3,000 candidates take well under a minute.
 */
export const LIMITS = {
  /** Who agrees with whom is a table of pairs: 60 raters have 1,770. */
  ratersInPairs: 60,
  /** Ratings times resamples behind the interval of Krippendorff's alpha; resamples are between 100 and 2,000. */
  bootstrapWork: 30_000_000,
  /** Raters and items that the mixed model of severity solves for together. */
  levelsOfSeverity: 1_200,
  ratingsOfSeverity: 1_200_000,
  /** Raters, items and pairs of the two: what the components of a generalizability study are solved for by restricted maximum likelihood. */
  levelsOfComponents: 900,
  ratingsOfComponents: 200_000,
  /** Raters and items that the Rasch model solves for together; ratings times steps are cheap beside them. */
  levelsOfRasch: 1_200,
  ratingsOfRasch: 1_200_000,
  /** Candidates who are compared each with each. */
  candidatesInRanking: 500,
  /** Candidates whose chances against each other are listed one by one. */
  candidatesInPairs: 60,
  /** Candidates squared times draws of the simulated ranks; draws are between 500 and 10,000. */
  rankingWork: 400_000_000,
  /** Candidates times items squared. */
  itemWork: 1_000_000_000,
  /** Ratings that are told as unexpected, and disagreements that are worth a talk. */
  unexpectedRatings: 50,
  discussions: 20,
} as const;
