import type { Estimate, EstimateStatus } from '@touchstone/kernel';
import type { RandomTerm } from './random-term';

/** The answer of `fitMixedModel`. Where `status` is not OK every figure is missing, with that status. */
export interface MixedModelFit {
  readonly status: EstimateStatus;
  /** For a person: why there are no figures, or what is remarkable about them. */
  readonly reason: string | null;
  /** The random terms that were asked for, in that order. */
  readonly terms: readonly RandomTerm[];
  /**
   * Variances in squared units of the rating, one for each term that was asked for and one for the residual. Exactly 0 where the maximum
   * lies on the boundary. Standard errors from the average information, null on the boundary; no interval: with a handful of raters
   * the sampling distribution is far from symmetric.
   */
  readonly components: { readonly [component in RandomTerm | 'residual']?: Estimate };
  /**
   * Covariances of the errors of the components, in the order of `terms`, the residual last, row after row: 0 for components on the
   * boundary. null where there are no errors.
   */
  readonly componentCovariance: Float64Array | null;
  /**
   * The fixed intercept: what an average candidate gets from an average rater on an average item. Its error carries the sampling of all
   * three.
   */
  readonly mean: Estimate;
  /**
   * Restricted log-likelihood with all constants, as lme4 gives it. null where it has no maximum because every score is explained exactly.
   */
  readonly logLikelihood: number | null;
  /**
   * Best linear unbiased predictions of the effects of candidates, raters and items, in the order of the names in the table; empty for a
   * facet that is no term of its own. Positive means higher scores (a lenient rater, an easy item). Standard errors of prediction,
   * which carry the error of the mean.
   */
  readonly effects: { readonly candidate: readonly Estimate[]; readonly rater: readonly Estimate[]; readonly item: readonly Estimate[] };
  /** Mean plus effect of each candidate, with the standard error of the two together. Empty where `candidate` is no term. */
  readonly candidateScores: readonly Estimate[];
  /**
   * Covariances of the errors of `candidateScores`, row after row, as ranking needs them: what is common to all candidates (the sampling of
   * raters and items) cancels in differences. null unless asked for.
   */
  readonly candidateCovariance: Float64Array | null;
  /** Steps of the maximisation. */
  readonly iterations: number;
}

export interface MixedModelOptions {
  /** Also the covariances of the candidates' errors: candidates squared numbers. */
  readonly covariance?: boolean | undefined;
}
