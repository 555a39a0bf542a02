import type { Estimate } from '@touchstone/kernel';
import { mean, weightedMean } from '@touchstone/psychometrics';
import { type CountedRating, groupedBy } from './rating-facts';
import { estimateOverRaters } from './rater-interval';

export const ITEM_METHOD =
  'mean over raters of the criterion-weighted mean, weights renormalised over the criteria each rater rated; 95 % t interval over raters';

/**
 * What did the panel give this item? `ratings`: the counted ratings of one item. Each rater's score is the mean of her criteria, weights
 * renormalised over those she rated; the item's is the mean of the raters' scores.
 */
export function itemScore(ratings: readonly CountedRating[]): Estimate {
  const scores = groupedBy(ratings, ({ raterId }) => raterId).flatMap(([, own]) => {
    const score = weightedMean(own.map(({ level, share }) => ({ value: level, weight: share })));
    return score === null ? [] : [score];
  });
  return estimateOverRaters(mean(scores), scores, ratings.length, ITEM_METHOD);
}
