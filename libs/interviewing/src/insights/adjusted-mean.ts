import type { Estimate } from '@touchstone/kernel';
import {
  type RatingTable,
  type SeverityAdjustedMeans,
  severityAdjustedMeans,
  type SeverityAdjustedScores,
} from '@touchstone/psychometrics';
import type { WeightedRating } from './effective-weights';

export const ADJUSTED_METHOD =
  'SEVERITY_ADJUSTED: the weighted mean less what the average panel of those compared would have given otherwise; severity and difficulty by REML. ' +
  '95 % t interval for the score from the average panel of this opening, from the spread of all its ratings (Satterthwaite): not whether another panel would have scored otherwise';

/** One candidate's ratings with their weights in the total, and the weighted mean itself. */
export interface WeightedLoop {
  readonly loopId: string;
  readonly weighted: Estimate;
  readonly ratings: readonly WeightedRating[];
}

/**
 * What would each candidate's weighted mean be, had the average panel of those compared asked the average of their questions?
 *
 * `scores`: of `table`, candidate by candidate on criteria (`severityAdjustedScores`), whose names of raters and items the ratings bear; `itemOf` gives the name of an item. So many loops as
 * there are, each with a weighted mean; the answers stand in their order. The arithmetic and what its interval covers is `severityAdjustedMeans`; the weights are those of the registered rule, so that the figure
 * can be laid beside its cut-offs. The interval is narrower than that of the weighted mean, which knows only how far the two or three raters of one loop are apart.
 *
 * Where no model is to be had but nothing would be taken away (`mustAgree`), none is needed: the figure is the weighted mean, with what that knows of its error.
 */
export function adjustedMeans(
  loops: readonly WeightedLoop[],
  scores: SeverityAdjustedScores,
  { raters, items }: Pick<RatingTable, 'raters' | 'items'>,
  itemOf: (rating: WeightedRating['rating']) => string,
): SeverityAdjustedMeans {
  const rows = loops.flatMap(({ ratings }, candidate) => ratings.map(({ rating, weight }) => ({ candidate, rating, weight })));
  const [rater, item] = [placesIn(raters), placesIn(items)];
  const weighed = {
    candidate: Int32Array.from(rows, (row) => row.candidate),
    rater: Int32Array.from(rows, ({ rating }) => rater.get(rating.raterId)!),
    item: Int32Array.from(rows, ({ rating }) => item.get(itemOf(rating))!),
    weight: Float64Array.from(rows, ({ weight }) => weight),
  };
  const means = loops.map(({ weighted }) => weighted);
  const answer = severityAdjustedMeans(weighed, means, scores, { method: ADJUSTED_METHOD });
  if (scores.status === 'OK' || !answer.mustAgree) return answer;
  return { ...answer, adjusted: means.map((weighted) => ({ ...weighted, method: ADJUSTED_METHOD })) };
}

const placesIn = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, place) => [name, place]));
