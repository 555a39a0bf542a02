import type { Estimate } from '@touchstone/kernel';
import { type ItemWeights, weightsOfItems } from '../aggregation/item-weights';
import { found, missing } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import { severityAdjustedMeans } from './severity-adjusted-means';
import type { AdjustedScore, SeverityAdjustedScores } from './severity-adjusted-scores';
import { supportByLevel } from './support';

const RAW = 'mean over items, by weight, of the mean over raters';

/**
 * What would each candidate's weighted mean be, had the average panel of these candidates asked the average of their items?
 *
 * `scores` (`severityAdjustedScores` of the same table) take every item alike. Where items count unequally, the figure to start from is the mean over items, by weight, of the mean over
 * raters: an item of a candidate has its share of the weight that was rated, each of its raters an equal part of that. `severityAdjustedMeans` of these weights takes severity and
 * difficulty out, and has the essay on errors and intervals. The answer has the shape of `scores`: `raw` is the weighted mean, `adjusted` what is left of it. It is not
 * drawn towards the middle, so `leastSquares` is the same figure. A figure beyond the ends of the scale is kept and marked EXTREME.
 *
 * Weights finite and at least 0; throws RangeError otherwise. A candidate without a rated item of any weight: INSUFFICIENT_DATA. Cost O(ratings + candidates × (raters + items)),
 * with the covariance times candidates; that is made where `scores` have one.
 *
 * Source: N. T. Longford (1994), as in `severityAdjustedMeans`.
 */
export function weightedAdjustedScores(table: RatingTable, weights: ItemWeights, scores: SeverityAdjustedScores): SeverityAdjustedScores {
  const weight = sharesOfRatings(table, weightsOfItems(table, weights).of);
  const raw = weightedMeans(table, weight);
  const { adjusted, covariance, mustAgree } = severityAdjustedMeans({ ...table, weight }, raw, scores, {
    covariance: scores.covariance !== null,
  });
  return {
    ...scores,
    candidates: table.candidates.map((candidate, c): AdjustedScore => {
      const figure = marked(adjusted[c]!, table);
      return { candidate, raw: raw[c]!, adjusted: figure, leastSquares: figure };
    }),
    covariance,
    agreement: mustAgree ? { mustAgree, reason: ALIKE, shrinkage: 1 } : { mustAgree, reason: UNLIKE, shrinkage: null },
  };
}

const ALIKE =
  'Every candidate’s weighted average is made of the same people and items by the same weights: severity falls on all alike, and nothing is corrected.';
const UNLIKE =
  'Not everybody was rated by the same people on the same items, so a weighted average also depends on who rated and what was asked; the adjusted scores take that out.';

function marked(estimate: Estimate, { scale }: RatingTable): Estimate {
  const { value } = estimate;
  return scale !== null && value !== null && (value < scale.min || value > scale.max) ? { ...estimate, status: 'EXTREME' } : estimate;
}

/** What each rating weighs in the total of its candidate: they sum to 1, or are all 0. Rows stand by candidate, then by item. */
function sharesOfRatings({ candidate, item, score, candidates }: RatingTable, weightOf: Float64Array): Float64Array {
  const share = new Float64Array(score.length);
  const total = new Float64Array(candidates.length);
  for (let from = 0, to = 0; from < score.length; from = to) {
    for (to = from + 1; to < score.length && candidate[to] === candidate[from] && item[to] === item[from];) to += 1;
    share.fill(weightOf[item[from]!]! / (to - from), from, to);
    total[candidate[from]!] = total[candidate[from]!]! + weightOf[item[from]!]!;
  }
  return share.map((weight, row) => (weight === 0 ? 0 : weight / total[candidate[row]!]!));
}

/** From the first score on, so that equal scores give exactly that. */
function weightedMeans(table: RatingTable, share: Float64Array): readonly Estimate[] {
  const { candidate, candidates, score } = table;
  const first = new Float64Array(candidates.length).fill(NaN);
  const above = new Float64Array(candidates.length);
  const weight = new Float64Array(candidates.length);
  share.forEach((part, row) => {
    const c = candidate[row]!;
    if (Number.isNaN(first[c])) first[c] = score[row]!;
    above[c] = above[c]! + part * (score[row]! - first[c]!);
    weight[c] = weight[c]! + part;
  });
  const support = supportByLevel(table, 'candidate');
  return candidates.map((_, c) =>
    weight[c]! > 0 ? found({ value: first[c]! + above[c]! }, RAW, support[c]!) : missing('INSUFFICIENT_DATA', RAW, support[c]!),
  );
}
