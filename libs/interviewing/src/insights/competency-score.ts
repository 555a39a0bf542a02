import type { Estimate } from '@touchstone/kernel';
import { type Weighted, mean, weightedMean } from '@touchstone/psychometrics';
import { type CountedRating, groupedBy, keyOf } from './rating-facts';
import { estimateOverRaters } from './rater-interval';

export const COMPETENCY_METHOD =
  'two-stage: mean over raters within each item and criterion, then the mean of those weighted by the share of the criterion ' +
  'in its item; 95 % t interval over raters';

/**
 * What did the panel give this competency? `ratings`: the counted ratings of one competency, over all items.
 *
 * Two-stage: raters within an item and criterion first, then across. So an item that four people rated counts no more
 * than one that two people rated, which pooling would do as soon as a cell is missing. Across, a criterion weighs by its share of
 * its item: a whole item on the competency counts 1, a criterion of 30 % counts 0.3.
 */
export function competencyScore(ratings: readonly CountedRating[]): Estimate {
  const cells = groupedBy(ratings, ({ itemId, criterionId }) => keyOf(itemId, criterionId)).flatMap(([, cell]) => {
    const value = mean(cell.map(({ level }) => level));
    const share = cell[0]?.share;
    return value === null || share === undefined ? [] : [{ value, weight: share }];
  });
  const raters = [...raterScores(ratings).values()];
  return estimateOverRaters(weightedMean(cells), raters, ratings.length, COMPETENCY_METHOD);
}

/** Each rater's own mean over these ratings, weighted by the share of the criterion in its item. */
export function raterScores(ratings: readonly CountedRating[]): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  for (const [raterId, own] of groupedBy(ratings, (rating) => rating.raterId)) {
    const score = weightedMean(own.map(({ level, share }): Weighted => ({ value: level, weight: share })));
    if (score !== null) scores.set(raterId, score);
  }
  return scores;
}
