import { designRank } from '../linking/design-rank';
import type { RatingTable } from '../ratings/rating-table';
import type { RaschAnalysis, RaschFacet, RaschModel } from './analysis';
import { assembleAnalysis, withoutFindings } from './assemble-analysis';
import { designOf } from './design';
import type { FacetFindings } from './elements';
import { FEWEST_FOR_Z } from './fit-statistics';
import { jointErrors } from './joint-errors';
import { maximise } from './maximise';
import { ratingScales } from './rating-scales';
import { thresholdsOf } from './thresholds-of';

/** Standard deviations of the normal priors, in logits. */
export interface RaschPriors {
  /** Around the mean of the candidates, which is free. */
  readonly candidate: number;
  /** Around 0, like the next two. */
  readonly rater: number;
  readonly item: number;
  readonly threshold: number;
}

/** They hardly pull where ratings say something, and keep everything finite where they do not. */
export const WEAK_PRIORS: RaschPriors = { candidate: 2, rater: 1, item: 1, threshold: 2 };

/** For large panels that are known to be alike; they shrink a severity too much where it is large. */
export const TIGHT_PRIORS: RaschPriors = { candidate: 1, rater: 0.5, item: 0.7, threshold: 2 };

export interface RaschMapOptions {
  readonly model?: RaschModel;
  readonly priors?: RaschPriors;
  /** Fewer ratings than this have no standardised fit. */
  readonly fewestForZ?: number;
}

/**
 * How harsh is each rater, how hard is each question, how able is each candidate, told apart?
 *
 * The many-facet Rasch model: log(P_k / P_(k-1)) = ability - severity - difficulty - threshold_k. All measures are in logits on one ruler. A rater
 * one logit harsher than another gives, in the middle of a five-point scale, about half a point less. Severities, difficulties and thresholds
 * have mean 0; `fairAverage` says the same in rating units. Use it to see how raters, questions and the scale behave (`fit`, thresholds, the
 * diagnoses of this chapter); for the candidates' adjusted score the mixed model of chapter 9 has the more honest interval, because
 * standard errors here take ratings as independent: where raters have favourites, a 95 % interval holds 75 to 80 %.
 *
 * Maximum a posteriori with weak normal priors, which exists for every panel that is not all of one score: no rule for extreme scores is needed, a
 * category that nobody used keeps its place, and small panels are not stretched as they are by plain maximum likelihood (`raschJml`). The method to use.
 *
 * Status: `CONSTANT` where all ratings are equal; `DISCONNECTED` where the ratings alone do not join all measures: figures are then given, but
 * differences between the parts rest on the priors, that is on the assumption that raters (and items) of all parts are alike on average;
 * `INSUFFICIENT_DATA` where scores have more than 32 values and are no rating scale. Priors must be above 0; throws RangeError otherwise.
 *
 * Newton's method on all measures at once, to 1e-9 of a rating point. Cost O(rows x categories + candidates x met² + (raters + items)³) for each
 * of 6 to 9 steps: 14,400 ratings of 400 candidates, 40 raters and 12 items take about a tenth of a second.
 *
 * Source: J. M. Linacre (1989), Many-Facet Rasch Measurement, MESA Press; D. Andrich (1978), Psychometrika 43(4), 561-573, doi:10.1007/BF02293814;
 * G. N. Masters (1982), A Rasch model for partial credit scoring, Psychometrika 47(2), 149-174, doi:10.1007/BF02296272; R. J. Mislevy (1986), Bayes
 * modal estimation in item response models, Psychometrika 51(2), 177-195, doi:10.1007/BF02293979.
 */
export function raschMap(table: RatingTable, options: RaschMapOptions = {}): RaschAnalysis {
  const { model = 'RATING_SCALE', priors = WEAK_PRIORS, fewestForZ = FEWEST_FOR_Z } = options;
  if (!Object.values(priors).every((deviation) => deviation > 0 && deviation < Infinity)) {
    throw new RangeError('the standard deviation of a prior is a finite number above 0');
  }
  const method = `many-facet Rasch model (${model === 'PARTIAL_CREDIT' ? 'partial credit' : 'rating scale'}), maximum a posteriori`;
  if (table.score.every((score) => score === table.score[0])) return withoutFindings(table, method, model, 'CONSTANT');
  const scales = ratingScales(table, model, 'EVERY');
  if (scales === null) return withoutFindings(table, method, model, 'INSUFFICIENT_DATA');
  const design = designOf(table, scales);
  const maximum = maximise(design, {
    candidate: priors.candidate ** -2,
    rater: priors.rater ** -2,
    item: priors.item ** -2,
    threshold: priors.threshold ** -2,
  });
  if (!maximum.converged) return withoutFindings(table, method, model, 'NOT_CONVERGED');
  const status = designRank(table).deficiency === 0 ? 'OK' : 'DISCONNECTED';
  const errors = jointErrors(maximum);
  const findings = (facet: RaschFacet): FacetFindings => {
    const names = table[`${facet}s`];
    const { joint, conditional } = facet === 'candidate' ? errors.candidate : errors.element;
    const first = facet === 'item' ? design.raters : 0;
    return {
      facet,
      error: joint.subarray(first, first + names.length),
      conditional: conditional.subarray(first, first + names.length),
      extreme: names.map(() => null),
      status: names.map(() => status),
    };
  };
  return assembleAnalysis(
    table,
    {
      method,
      model,
      status,
      calibration: {
        candidate: maximum.theta,
        rater: maximum.beta.subarray(0, design.raters),
        item: maximum.beta.subarray(design.raters, design.raters + design.items),
        scaleOf: scales.of,
        scales: scales.categories.map((categories, scale) => ({ categories, thresholds: thresholdsOf(design, maximum.beta, scale) })),
      },
      thresholdErrors: errors.thresholds,
      facets: { candidate: findings('candidate'), rater: findings('rater'), item: findings('item') },
      dropped: [],
      ratings: table.score.length,
      logLikelihood: maximum.logLikelihood,
      residual: maximum.residual,
      iterations: maximum.iterations,
    },
    fewestForZ,
  );
}
