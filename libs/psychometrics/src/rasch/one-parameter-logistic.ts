import type { Estimate } from '@touchstone/kernel';
import { found, missing } from '../estimates/estimates';
import type { NamedEstimate, RaschMarginal } from './rasch-mml';

export interface OneParameterLogistic {
  readonly discrimination: Estimate;
  readonly difficulties: readonly NamedEstimate[];
  readonly logLikelihood: number | null;
}

/** A variance so small is that of candidates who do not differ; difficulties in units of it mean nothing. */
const NO_SPREAD = 1e-8;

/**
 * How sharply do these items tell right from wrong, and where on the scale?
 *
 * The same model in the language of item response theory: right-or-wrong answers, candidates standard normal, one slope for all items.
 *
 * P(right) = 1 / (1 + exp(-a (z - b))). A marginal Rasch analysis estimates the spread of the candidates and fixes the slope at 1; here the spread is fixed at
 * 1 and the slope estimated: a is the standard deviation of the candidates, b = (difficulty - mean) / a. Useful to compare with programs
 * that print a and b. Discrimination near 0 says that the items do not tell candidates apart.
 *
 * Needs an analysis by `raschMml` of scores in two categories from one rater (severities have no place in this model): INSUFFICIENT_DATA otherwise; CONSTANT
 * where the candidates have no spread. The standard error of a follows from that of the variance; those of b would need its covariances and are not given.
 * Cost O(items).
 *
 * Source: R. D. Bock & M. Lieberman (1970), Fitting a response model for n dichotomously scored items, Psychometrika 35(2), 179-197,
 * doi:10.1007/BF02291262; D. Rizopoulos (2006), ltm, Journal of Statistical Software 17(5), doi:10.18637/jss.v017.i05.
 */
export function oneParameterLogistic(marginal: RaschMarginal): OneParameterLogistic {
  const method = `${marginal.method}, one-parameter logistic form`;
  const { mean, variance, items, scales, raters } = marginal;
  const fits = raters.length === 1 && scales.every(({ categories }) => categories.length === 2);
  if (mean.value === null || variance.value === null || !fits || variance.value < NO_SPREAD) {
    const why = marginal.status !== 'OK' ? marginal.status : fits ? 'CONSTANT' : 'INSUFFICIENT_DATA';
    return {
      discrimination: missing(why, method, variance),
      difficulties: items.map(({ name, measure }) => ({ name, measure: missing(why, method, measure) })),
      logLikelihood: null,
    };
  }
  const slope = Math.sqrt(variance.value);
  const centre = mean.value;
  const error = variance.standardError === null ? null : variance.standardError / (2 * slope);
  return {
    discrimination: found({ value: slope, standardError: error }, method, variance, marginal.status),
    difficulties: items.map(({ name, measure }) => ({
      name,
      measure:
        measure.value === null
          ? missing(measure.status === 'OK' ? 'INSUFFICIENT_DATA' : measure.status, method, measure)
          : found({ value: (measure.value - centre) / slope }, method, measure, measure.status),
    })),
    logLikelihood: marginal.deviance === null ? null : -marginal.deviance / 2,
  };
}
