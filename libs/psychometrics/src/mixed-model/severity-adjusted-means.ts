import type { Estimate } from '@touchstone/kernel';
import { tQuantile } from '../distributions/t-quantile';
import { found, missing } from '../estimates/estimates';
import { ownErrors } from './own-errors';
import { satterthwaiteDegrees } from './satterthwaite-degrees';
import type { SeverityAdjustedScores } from './severity-adjusted-scores';
import type { WeighedRatings } from './weighed-ratings';
import { weightsApart } from './weights-apart';

/** Weighted means of candidates before and after, in the order of `means`. */
export interface SeverityAdjustedMeans {
  readonly adjusted: readonly Estimate[];
  /** Of their errors, row after row; null where there are no figures, or it was not wanted. */
  readonly covariance: Float64Array | null;
  /** Every candidate's mean is made of the same raters and items with the same weights: then nothing is taken away, and the two figures are one. */
  readonly mustAgree: boolean;
}

export interface AdjustedMeansOptions {
  /** Said of every figure; `ADJUSTED_MEANS` unless said. */
  readonly method?: string | undefined;
  /** Whether `covariance` is wanted: candidates squared numbers. By default it is. */
  readonly covariance?: boolean | undefined;
}

const ADJUSTED_MEANS =
  'weighted mean less what the average panel would have given otherwise; severity and difficulty by REML, 95 % t interval by Satterthwaite';

/** Weights that differ by less than this differ by the rounding of binary arithmetic alone. */
const SAME = 1e-9;

/**
 * What would each candidate's weighted mean be, had the average panel of those compared asked the average of their items?
 *
 * `scores` (`severityAdjustedScores` of the same ratings) take every rating alike. Where ratings count unequally, the figure to start from is the weighted mean: `means`, one for each
 * candidate, and `ratings`, the weight of each rating in the mean of its candidate. From it is taken what it owes to who rated and what was asked: the sum over the candidate's
 * ratings of weight × (effect of the rater + effect of the item), less the mean of that sum over all candidates. So the figure stays in the units of the weighted mean, can be
 * laid beside its cut-offs, and is not drawn towards the middle. Where every mean is made of the same raters and items by the same weights (`mustAgree`), nothing is taken
 * away from anybody and the two figures are the same number.
 *
 * The errors. With D the error variances of the effects, W the weights of a candidate's ratings and W̄ their mean over the candidates: cov(a, b) = Σ over raters of
 * (W_ar - W̄_r)(W_br - W̄_r) D_r, the same over items, and for a = b further σ²(candidate:rater) Σ over raters of W_ar² + σ²(residual) Σ over ratings of W². The errors of all effects of
 * a facet have a part in common (predictions sum to 0, so that the mean of the errors has the variance σ²/levels exactly); it cancels, since weights and mean weights both sum to 1, and is
 * taken off D. What is left of D is taken as independent between levels, which is exact in balanced designs.
 *
 * Reading it. The interval says where the figure would lie had the average panel of those compared rated the candidate: it covers the chance in the candidate's own ratings and in severity and
 * difficulty as estimated, not that other panels might have sat there, which is the same for all. It is a t interval with Satterthwaite's degrees of freedom, since the variances are
 * themselves estimates. In simulated openings of 4 to 12 candidates it held the true figure in 91 to 95 of 100 cases, of 2 or 3 candidates in 86 to 94; a normal interval in 81 to 94.
 * For comparing two candidates take `covariance`. Without any spread to reckon an error from the value stands, CONSTANT, without one: an interval of no width would claim a certainty.
 *
 * Needs weights that are at least 0 and sum to 1 for each candidate. Where those of a candidate are all 0 there is nothing to adjust: INSUFFICIENT_DATA, and the others are compared without
 * that one. Where `scores` have no figures, nor has this: their status. Cost O(ratings + candidates × (raters + items)), with the covariance times candidates.
 *
 * Source: the linear adjustment of N. T. Longford (1994), Reliability of essay rating and score adjustment, Journal of Educational and Behavioral Statistics 19(3), 171-200,
 * doi:10.3102/10769986019003171, with the effects of C. R. Henderson (1975), Biometrics 31(2), 423-447, doi:10.2307/2529430; degrees of freedom: F. E. Satterthwaite (1946), Biometrics
 * Bulletin 2(6), 110-114, doi:10.2307/3002019.
 */
export function severityAdjustedMeans(
  ratings: WeighedRatings,
  means: readonly Estimate[],
  scores: Pick<SeverityAdjustedScores, 'status' | 'model'>,
  { method = ADJUSTED_MEANS, covariance = true }: AdjustedMeansOptions = {},
): SeverityAdjustedMeans {
  const { model, status } = scores;
  const size = means.length;
  const weighs = means.map(() => false);
  ratings.weight.forEach((weight, row) => (weighs[ratings.candidate[row]!] ||= weight > 0));
  const facets = (['rater', 'item'] as const).map((facet) =>
    weightsApart(ratings, weighs, facet, model.effects[facet], model.components[facet]?.value ?? 0),
  );
  const mustAgree = facets.every(({ apart }) => apart.every((difference) => Math.abs(difference) < SAME));
  const none = (why: Parameters<typeof missing>[0], { n, raters }: Estimate): Estimate => missing(why, method, { n, raters });
  if (status !== 'OK') {
    return { adjusted: means.map((mean, c) => none(weighs[c]! ? status : 'INSUFFICIENT_DATA', mean)), covariance: null, mustAgree };
  }
  const pair = model.components['candidate:rater']?.value ?? 0;
  const chance = model.components.residual?.value ?? 0;
  const own = ownErrors(ratings, size);
  /** In this order of factors it is the same for (a, b) and (b, a), bit for bit. */
  const between = (a: number, b: number): number => {
    let sum = a === b ? pair * own[a]!.pairs + chance * own[a]!.ratings : 0;
    for (const { apart, specific } of facets) {
      const levels = specific.length;
      for (let k = 0; k < levels; k += 1) sum += specific[k]! * (apart[a * levels + k]! * apart[b * levels + k]!);
    }
    return sum;
  };
  const adjusted = means.map((mean, c): Estimate => {
    if (!weighs[c]!) return none('INSUFFICIENT_DATA', mean);
    const taken = mustAgree ? 0 : facets.reduce((sum, { takenFrom }) => sum + takenFrom(c), 0);
    const value = mean.value! - taken;
    const variance = between(c, c);
    if (!(variance > 0)) return found({ value }, method, mean, 'CONSTANT');
    const standardError = Math.sqrt(variance);
    const reach = standardError * tQuantile(0.975, satterthwaiteDegrees(model, variance, own[c]!));
    return found({ value, standardError, interval: [value - reach, value + reach] }, method, mean);
  });
  return { adjusted, covariance: covariance ? symmetric(size, between) : null, mustAgree };
}

function symmetric(size: number, between: (a: number, b: number) => number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) for (let b = 0; b <= a; b += 1) matrix[a * size + b] = matrix[b * size + a] = between(a, b);
  return matrix;
}
