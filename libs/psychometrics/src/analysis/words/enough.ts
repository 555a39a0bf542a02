import type { PanelCounts } from '../count-panel';

/**
 * So much must be there before words give a verdict. Fewer ratings have figures too, with intervals that rest on next to nothing; then the
 * words say that it cannot be told yet.
 */
const LEAST = { ratings: 20, ratingsOfCandidate: 4, ratingsByRater: 4, answersRatedTwice: 10, candidates: 5 } as const;

export const enoughForRanking = ({ ratings, ratingsOfCandidate }: PanelCounts): boolean =>
  ratings >= LEAST.ratings && ratingsOfCandidate.least >= LEAST.ratingsOfCandidate;

export const enoughForSeverity = ({ ratings, ratingsByRater }: PanelCounts): boolean =>
  ratings >= LEAST.ratings && ratingsByRater.least >= LEAST.ratingsByRater;
export const enoughForAgreement = ({ answersRatedTwice }: PanelCounts): boolean => answersRatedTwice >= LEAST.answersRatedTwice;

export const enoughForDependability = ({ ratings, candidates }: PanelCounts): boolean =>
  ratings >= LEAST.ratings && candidates >= LEAST.candidates;
