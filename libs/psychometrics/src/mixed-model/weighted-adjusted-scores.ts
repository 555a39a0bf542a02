import type { Estimate } from '@touchstone/kernel';
import { type ItemWeights, weightsOfItems } from '../aggregation/item-weights';
import { normalQuantile } from '../distributions/normal-quantile';
import { found, missing } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import type { AdjustedScore, SeverityAdjustedScores } from './severity-adjusted-scores';
import { supportByLevel } from './support';

const RAW = 'mean over items, by weight, of the mean over raters';
const ADJUSTED =
  'weighted mean less what the average panel would have given otherwise; severity and difficulty by REML, 95 % normal interval given the components';

/**
 * What would each candidate's weighted mean be, had the average panel of these candidates asked the average of their items?
 *
 * `scores` (`severityAdjustedScores` of the same table) take every item alike. Where items count unequally, the figure to start from is the mean over items,
 * by weight, of the mean over raters. From it is taken what it owes to who rated and what was asked: the sum over a candidate's ratings of weight times
 * (effect of the rater + effect of the item), less the average of that sum over all candidates. The answer has the shape of `scores`: `raw` is the weighted
 * mean, `adjusted` what is left of it. It is not drawn towards the middle, so `leastSquares` is the same figure. Where every candidate's total is made of the same
 * raters and items by the same weights nothing is taken away, and `agreement` says so.
 *
 * The errors. With D the error variances of the effects, W the weights of a candidate's ratings and W̄ their mean over the candidates: cov(a, b) = Σ over raters of
 * (W_ar - W̄_r)(W_br - W̄_r) D_r, the same over items, and for a = b further σ²(candidate:rater) Σ over raters of W_ar² + σ²(residual) Σ over ratings of W². What
 * the errors of all effects of a facet have in common (σ² over the number of levels) cancels and is taken off D; what is left of D is taken as independent, which is exact
 * in balanced designs.
 *
 * Weights finite and at least 0; throws RangeError otherwise. A candidate without a rated item of any weight: INSUFFICIENT_DATA. Cost O(ratings + candidates × (raters + items)),
 * with the covariance times candidates.
 *
 * Source: N. T. Longford (1994), Reliability of essay rating and score adjustment, Journal of Educational and Behavioral Statistics 19(3), 171-200,
 * doi:10.3102/10769986019003171; the effects those of C. R. Henderson (1975), Biometrics 31(2), 423-447, doi:10.2307/2529430.
 */
export function weightedAdjustedScores(table: RatingTable, weights: ItemWeights, scores: SeverityAdjustedScores): SeverityAdjustedScores {
  const share = sharesOfRatings(table, weightsOfItems(table, weights).of);
  const weighs = weighing(table, share);
  const { components, effects } = scores.model;
  const variance = (term: 'rater' | 'item' | 'candidate:rater' | 'residual'): number => components[term]?.value ?? 0;
  const facets = (['rater', 'item'] as const).map((facet) => facetOf(table, share, weighs, facet, effects[facet], variance(facet)));
  const mustAgree = facets.every(({ apart }) => apart.every((difference) => Math.abs(difference) < SAME));
  const own = ownVariances(table, share, variance('candidate:rater'), variance('residual'));
  const size = table.candidates.length;
  const covariance = scores.covariance && new Float64Array(size * size);
  const between = (a: number, b: number): number =>
    facets.reduce((sum, { apart, specific }) => {
      const levels = specific.length;
      let part = sum;
      for (let k = 0; k < levels; k += 1) part += specific[k]! * (apart[a * levels + k]! * apart[b * levels + k]!);
      return part;
    }, a === b ? own[a]! : 0); // prettier-ignore
  if (covariance !== null) {
    for (let a = 0; a < size; a += 1) for (let b = 0; b <= a; b += 1) covariance[a * size + b] = covariance[b * size + a] = between(a, b);
  }
  const support = supportByLevel(table, 'candidate');
  const raw = weightedMeans(table, share);
  const half = normalQuantile(0.975);
  return {
    ...scores,
    candidates: table.candidates.map((candidate, c): AdjustedScore => {
      if (!weighs[c]) {
        const none = (method: string): Estimate => missing('INSUFFICIENT_DATA', method, support[c]!);
        return { candidate, raw: none(RAW), adjusted: none(ADJUSTED), leastSquares: none(ADJUSTED) };
      }
      const plain = found({ value: raw[c]! }, RAW, support[c]!);
      if (scores.status !== 'OK') {
        const none = missing(scores.status, ADJUSTED, support[c]!);
        return { candidate, raw: plain, adjusted: none, leastSquares: none };
      }
      const taken = mustAgree ? 0 : facets.reduce((sum, facet) => sum + takenFrom(facet, c), 0);
      const value = raw[c]! - taken;
      const standardError = Math.sqrt(between(c, c));
      const sure = standardError > 0;
      const beyond = table.scale !== null && (value < table.scale.min || value > table.scale.max);
      const figure = sure
        ? { value, standardError, interval: [value - half * standardError, value + half * standardError] as const }
        : { value };
      const adjusted = found(figure, ADJUSTED, support[c]!, beyond ? 'EXTREME' : 'OK');
      return { candidate, raw: plain, adjusted, leastSquares: adjusted };
    }),
    covariance,
    agreement: mustAgree ? { mustAgree, reason: ALIKE, shrinkage: 1 } : { mustAgree, reason: UNLIKE, shrinkage: null },
  };
}

const ALIKE =
  'Every candidate’s weighted average is made of the same people and items by the same weights: severity falls on all alike, and nothing is corrected.';
const UNLIKE =
  'Not everybody was rated by the same people on the same items, so a weighted average also depends on who rated and what was asked; the adjusted scores take that out.';

/** Weights that differ by less than this differ by the rounding of binary arithmetic alone. */
const SAME = 1e-9;

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

/** Whether anything of a candidate weighs. */
function weighing({ candidate, candidates }: RatingTable, share: Float64Array): readonly boolean[] {
  const any = candidates.map(() => false);
  share.forEach((weight, row) => (any[candidate[row]!] ||= weight > 0));
  return any;
}

/** From the first score on, so that equal scores give exactly that. */
function weightedMeans({ candidate, candidates, score }: RatingTable, share: Float64Array): Float64Array {
  const first = new Float64Array(candidates.length).fill(NaN);
  const above = new Float64Array(candidates.length);
  share.forEach((weight, row) => {
    const c = candidate[row]!;
    if (Number.isNaN(first[c])) first[c] = score[row]!;
    above[c] = above[c]! + weight * (score[row]! - first[c]!);
  });
  return above.map((value, c) => first[c]! + value);
}

interface FacetWeights {
  /** For each candidate and level its weight less the mean weight over the candidates, row after row. */
  readonly apart: Float64Array;
  readonly effect: Float64Array;
  /** Error variance of each effect beyond what all have in common. */
  readonly specific: Float64Array;
}

function facetOf(
  table: RatingTable,
  share: Float64Array,
  weighs: readonly boolean[],
  facet: 'rater' | 'item',
  effects: readonly Estimate[],
  component: number,
): FacetWeights {
  const levels = table[`${facet}s`].length;
  const column = table[facet];
  const apart = new Float64Array(table.candidates.length * levels);
  const centre = new Float64Array(levels);
  const counted = weighs.filter((one) => one).length;
  share.forEach((weight, row) => {
    const cell = table.candidate[row]! * levels + column[row]!;
    apart[cell] = apart[cell]! + weight;
    centre[column[row]!] = centre[column[row]!]! + weight / counted;
  });
  weighs.forEach((one, c) => {
    for (let k = 0; k < levels; k += 1) if (one) apart[c * levels + k] = apart[c * levels + k]! - centre[k]!;
  });
  const specific = Float64Array.from({ length: levels }, (_, k) => Math.max(0, (effects[k]?.standardError ?? 0) ** 2 - component / levels));
  return { apart, effect: Float64Array.from({ length: levels }, (_, k) => effects[k]?.value ?? 0), specific };
}

const takenFrom = ({ apart, effect }: FacetWeights, candidate: number): number =>
  effect.reduce((sum, value, k) => sum + apart[candidate * effect.length + k]! * value, 0);

/** What is a candidate's own: the pair with each rater, and chance. */
function ownVariances(
  { candidate, rater, raters, candidates }: RatingTable,
  share: Float64Array,
  ofPair: number,
  ofRating: number,
): Float64Array {
  const own = new Float64Array(candidates.length);
  const byRater = new Float64Array(candidates.length * raters.length);
  share.forEach((weight, row) => {
    const cell = candidate[row]! * raters.length + rater[row]!;
    byRater[cell] = byRater[cell]! + weight;
    own[candidate[row]!] = own[candidate[row]!]! + ofRating * weight * weight;
  });
  byRater.forEach((weight, cell) => {
    const c = Math.floor(cell / raters.length);
    own[c] = own[c]! + ofPair * weight * weight;
  });
  return own;
}
