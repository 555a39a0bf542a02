import type { Estimate, EstimateStatus } from '@touchstone/kernel';
import { mean } from '../aggregation/mean';
import { found, missing } from '../estimates/estimates';
import { comparableGroups } from '../linking/comparable-groups';
import { missingLinks } from '../linking/missing-links';
import type { RatingTable } from '../ratings/rating-table';
import { fitMixedModel } from './fit-mixed-model';
import { leastSquaresEffects } from './least-squares-effects';
import { levelsOf } from './levels';
import type { MixedModelFit } from './mixed-model-fit';
import type { RandomTerm } from './random-term';
import { replicatedComponents, type ReplicatedComponent } from './replicated-components';
import { supportByLevel } from './support';

/** One candidate's score three ways, in units of the rating scale. */
export interface AdjustedScore {
  readonly candidate: string;
  /** The mean of the ratings as they are. */
  readonly raw: Estimate;
  /** What the average rater would give on the average item, as far as these ratings tell: the figure to rank by. */
  readonly adjusted: Estimate;
  /** The same correction without drawing towards the middle: the figure to lay beside the mean. */
  readonly leastSquares: Estimate;
}

export interface SeverityAdjustedScores {
  /** OK, or why there are no adjusted scores. */
  readonly status: EstimateStatus;
  /** For a person: why there are none, or what is remarkable about them. */
  readonly reason: string | null;
  /** In the order of the table. */
  readonly candidates: readonly AdjustedScore[];
  /** Of the errors of the adjusted scores, row after row, for `rankCandidates`; null where there are none, or too many candidates. */
  readonly covariance: Float64Array | null;
  readonly agreement: ScoreAgreement;
  readonly model: MixedModelFit;
  /**
   * Which sources of variation the ratings can tell apart; of those, the model has candidate, rater, item and the pair of candidate and
   * rater.
   */
  readonly components: readonly ReplicatedComponent[];
}

/** Must the adjusted scores say the same as the means? */
export interface ScoreAgreement {
  /** Everybody was rated by the same people on the same items: then severity falls on all alike, and the order cannot change. */
  readonly mustAgree: boolean;
  /** For a person. */
  readonly reason: string;
  /** Where they must agree: an adjusted score lies this share as far from the mean of all as the raw one. null elsewhere. */
  readonly shrinkage: number | null;
}

export interface AdjustmentOptions {
  /** Whether `covariance` is wanted; by default up to 500 candidates. */
  readonly covariance?: boolean | undefined;
}

const WANTED: readonly RandomTerm[] = ['candidate', 'rater', 'item', 'candidate:rater'];

/**
 * What would each candidate have scored with the same average rater on the same average item?
 *
 * With rotating panels a candidate's mean depends on who happened to sit there. This takes severity and difficulty out: REML for `score ~ 1
 * + (1|candidate) + (1|rater) + (1|item) + (1|candidate:rater)`, each component where the design replicates it (`components` says which,
 * and why not), and each score is the mean of all plus the predicted effect of the candidate. In a simulation of panels of three to six
 * raters, with severities of a standard deviation of one point on a logit scale, that raised the rank correlation with the truth from 0.70
 * to 0.81.
 *
 * Reading it. The standard error carries everything that is not the candidate: few ratings, few items, few raters, and that the raters'
 * opinions of one candidate stick together. The 95 % interval is for the score over the whole population of raters and items, so it is
 * wider than a comparison within one panel needs: for comparisons use `covariance`, in which what all have in common cancels. Predictions
 * lie nearer to the middle than means, the more so the fewer the ratings; `leastSquares` does not shrink. When everybody rated everybody on
 * everything, nothing is gained over the mean: `agreement` says so. A score beyond the ends of the scale is kept and marked EXTREME.
 *
 * Needs candidates who can be compared: otherwise DISCONNECTED, and `reason` names the missing link. Fewer than two candidates, or nobody
 * rated twice: INSUFFICIENT_DATA. Scores that are all equal: CONSTANT.
 *
 * Cost that of `fitMixedModel`, and of the covariance.
 *
 * Source: C. R. Henderson (1975), Best linear unbiased estimation and prediction under a selection model, Biometrics 31(2), 423-447,
 * doi:10.2307/2529430; N. T. Longford (1994), Reliability of essay rating and score adjustment, Journal of Educational and Behavioral
 * Statistics 19(3), 171-200, doi:10.3102/10769986019003171.
 */
export function severityAdjustedScores(table: RatingTable, options: AdjustmentOptions = {}): SeverityAdjustedScores {
  const components = replicatedComponents(table);
  const estimable = components.filter(({ estimable }) => estimable).map(({ term }) => term);
  // A model without candidates says why there is none; so `candidate` is asked for in any case.
  const terms = WANTED.filter((term) => term === 'candidate' || estimable.includes(term));
  const model = fitMixedModel(table, terms, { covariance: options.covariance ?? table.candidates.length <= 500 });
  const apart = comparableGroups(table).candidates.length > 1;
  const status = model.status === 'OK' && apart ? 'DISCONNECTED' : model.status;
  const reason = status === 'DISCONNECTED' ? linksOf(table) : (model.reason ?? remarkOn(model, estimable));
  const least = leastSquaresEffects(table).candidate;
  const raw = rawScores(table, least);
  return {
    status,
    reason,
    candidates: table.candidates.map((candidate, c) => ({
      candidate,
      raw: raw[c]!,
      adjusted: adjustedOf(model.candidateScores[c]!, status, table),
      leastSquares: least[c]!,
    })),
    covariance: status === 'OK' ? model.candidateCovariance : null,
    agreement: agreementOf(table, model),
    model,
    components,
  };
}

/** The first three missing links: enough to start mending. */
const linksOf = (table: RatingTable): string =>
  missingLinks(table)
    .slice(0, 3)
    .map(({ message }) => message)
    .join(' ');

function remarkOn({ components }: MixedModelFit, estimable: readonly RandomTerm[]): string | null {
  if (components.candidate?.value === 0)
    return 'The candidates differ by no more than raters, items and chance would have them differ: all get the same score.';
  if (!estimable.includes('rater'))
    return 'Severity could not be taken out: what belongs to a rater cannot be told from the rest of these ratings.';
  return null;
}

function rawScores(table: RatingTable, support: readonly Estimate[]): readonly Estimate[] {
  let from = 0;
  return table.candidates.map((_, c) => {
    const scores = Array.from(table.score.subarray(from, from + support[c]!.n));
    from += scores.length;
    return found({ value: mean(scores)! }, 'mean of all ratings', support[c]!);
  });
}

function adjustedOf(estimate: Estimate, status: EstimateStatus, { scale }: RatingTable): Estimate {
  if (status !== 'OK') return missing(status, estimate.method, estimate);
  const { value } = estimate;
  const beyond = scale !== null && value !== null && (value < scale.min || value > scale.max);
  return beyond ? { ...estimate, status: 'EXTREME' } : estimate;
}

const SAME_FOR_ALL =
  'Everybody was rated by the same people on the same items: severity falls on all alike, ' +
  'and the order of the adjusted scores is that of the means.';
const UNEVEN =
  'Everybody was rated by the same people on the same items, but by some on more items than by others: ' +
  'in the adjusted scores, further ratings by the same person count for less.';
const UNLIKE =
  'Not everybody was rated by the same people on the same items, so a mean also depends on who rated and what was asked; ' +
  'the adjusted scores take that out.';

/**
 * With the same cells for every candidate, candidates differ in nothing but their ratings. If besides every rater gave each of them equally
 * many, every rating counts alike, and the score is the mean drawn towards the middle; otherwise the pair of candidate and rater makes a
 * rater's further ratings of the same candidate count for less.
 */
function agreementOf(table: RatingTable, { status, components }: MixedModelFit): ScoreAgreement {
  const each = table.score.length / table.candidates.length;
  const alike = levelsOf(table, 'rater:item').count === each;
  const of = (term: RandomTerm | 'residual'): number => components[term]?.value ?? 0;
  const even = supportByLevel(table, 'rater').every(({ n }) => n * table.raters.length === table.score.length);
  if (!alike || !(even || of('candidate:rater') === 0)) {
    return { mustAgree: false, reason: alike ? UNEVEN : UNLIKE, shrinkage: null };
  }
  const total = of('candidate') + of('candidate:rater') / table.raters.length + of('residual') / each;
  return {
    mustAgree: true,
    reason: SAME_FOR_ALL,
    shrinkage: status === 'OK' && total > 0 ? of('candidate') / total : null,
  };
}
