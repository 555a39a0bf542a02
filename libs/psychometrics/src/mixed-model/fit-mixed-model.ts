import type { Estimate, EstimateStatus } from '@touchstone/kernel';
import { normalQuantile } from '../distributions/normal-quantile';
import { found, missing } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import { candidateCovarianceOf } from './candidate-covariance';
import { componentCovariance } from './component-covariance';
import { confoundingOf } from './confounding';
import type { MixedModelFit, MixedModelOptions } from './mixed-model-fit';
import { meanOf, momentsOf } from './moments';
import { type OrderedByContent, orderedByContent } from './order-by-content';
import { type Predictions, predictionsOf } from './predictions';
import { type Facet, RANDOM_TERMS, type RandomTerm } from './random-term';
import { type Solved, solveModel } from './solve-model';
import { supportByLevel, supportOf } from './support';

/**
 * Where do the differences between these ratings come from, and what is left of each candidate once raters and items are allowed for?
 *
 * Each rating is taken as a mean plus independent effects of the candidate, the rater, the item and, if asked for, of pairs of them, plus
 * chance. The variances of the effects are estimated by restricted maximum likelihood; given those, each effect is predicted. A candidate
 * whom two harsh raters saw gets back what these raters take off elsewhere; a rater with three ratings is believed less than one with
 * thirty: predictions shrink towards 0 by as much as the ratings are few. Any pattern of missing cells will do; for a complete design
 * without negative components the variances equal those of the analysis of variance.
 *
 * Reading it. Components are squares: 0.25 means that the effect commonly moves a rating by half a point. Exactly 0 is common with three or
 * four raters and does not mean that they agree: the data are compatible with 0 and with a good deal more. `mean` is what an
 * average candidate gets; `effects.rater` below 0 marks a harsh rater.
 *
 * Needs components that the design replicates (`replicatedComponents` says which); otherwise, or with fewer than two ratings,
 * INSUFFICIENT_DATA with the reason. Scores that are all equal: CONSTANT. Where the effects explain every score exactly (perfect
 * agreement), the residual is 0, the components are those of the limit and no error can be stated for effects. Intervals are normal, 95 %,
 * and take the components as known; in simulated panels of three to six raters those of `candidateScores` held the score over all raters
 * and items 90 to 93 times in a hundred, the score over the panel's own 95 to 99 times. Throws RangeError for terms that are none, or twice.
 *
 * Cost: the candidates (or raters, or items: what is cheapest) are eliminated first, with all their pairs; what is left, of order r, costs
 * r³/2 multiplications for each of four to eight steps. 14,400 ratings of 400 candidates by 40 raters on 12 items take some 50 ms with
 * three components and 0.6 s with all six.
 *
 * Source: H. D. Patterson & R. Thompson (1971), Recovery of inter-block information when block sizes are unequal, Biometrika 58(3), 545-554,
 * doi:10.1093/biomet/58.3.545; the criterion as in D. Bates et al. (2015), Journal of Statistical Software 67(1), doi:10.18637/jss.v067.i01.
 */
export function fitMixedModel(
  table: RatingTable,
  terms: readonly RandomTerm[],
  { covariance = false }: MixedModelOptions = {},
): MixedModelFit {
  if (terms.some((term) => !RANDOM_TERMS.includes(term))) throw new RangeError(`random terms are ${RANDOM_TERMS.join(', ')}`);
  if (new Set(terms).size < terms.length) throw new RangeError('a random term stands once');
  const { table: ordered, placeOf } = orderedByContent(table);
  return asNamed(fitOrdered(ordered, terms, covariance), placeOf);
}

function fitOrdered(table: RatingTable, terms: readonly RandomTerm[], covariance: boolean): MixedModelFit {
  const without = (status: Exclude<EstimateStatus, 'OK'>, reason: string): MixedModelFit => withoutFigures(table, terms, status, reason);
  if (table.score.length < 2) return without('INSUFFICIENT_DATA', 'There is only one rating.');
  if (table.score.every((score) => score === table.score[0])) return without('CONSTANT', 'All scores are equal.');
  const moments = momentsOf(table, terms);
  const reasons = confoundingOf(moments, terms);
  const refused = reasons.findIndex((reason) => reason !== null);
  if (refused !== -1) return without('INSUFFICIENT_DATA', `The component “${terms[refused]}” cannot be estimated. ${reasons[refused]}`);
  const solved = solveModel(table, terms, moments);
  if (solved === 'TOO_LARGE')
    return without('NOT_CONVERGED', 'Too many levels have to be solved for together: leave out a pair of facets.');
  if (solved === 'NOT_CONVERGED') return without('NOT_CONVERGED', 'The search for the maximum of the likelihood came to no end.');
  return figuresOf(table, terms, solved, covariance);
}

/** Back in the order of the table that was given. */
function asNamed(fit: MixedModelFit, placeOf: OrderedByContent['placeOf']): MixedModelFit {
  const { effects, candidateScores, candidateCovariance: covariance } = fit;
  const of = (facet: Facet, estimates: readonly Estimate[]): readonly Estimate[] =>
    estimates.length === 0 ? estimates : Array.from(placeOf[facet], (place) => estimates[place]!);
  const { candidate } = placeOf;
  const size = candidate.length;
  return {
    ...fit,
    effects: { candidate: of('candidate', effects.candidate), rater: of('rater', effects.rater), item: of('item', effects.item) },
    candidateScores: of('candidate', candidateScores),
    candidateCovariance:
      covariance && covariance.map((_, k) => covariance[candidate[Math.floor(k / size)]! * size + candidate[k % size]!]!),
  };
}

const methodOf = (terms: readonly RandomTerm[]): string => `REML, score ~ ${['1', ...terms.map((term) => `(1|${term})`)].join(' + ')}`;

function withoutFigures(
  table: RatingTable,
  terms: readonly RandomTerm[],
  status: Exclude<EstimateStatus, 'OK'>,
  reason: string,
): MixedModelFit {
  const method = methodOf(terms);
  const none = missing(status, method, supportOf(table));
  const nothing = (facet: Facet): readonly Estimate[] =>
    terms.includes(facet) ? supportByLevel(table, facet).map((support) => missing(status, method, support)) : [];
  return {
    status,
    reason,
    terms,
    components: Object.fromEntries([...terms, 'residual'].map((component) => [component, none])),
    componentCovariance: null,
    mean: none,
    logLikelihood: null,
    effects: { candidate: nothing('candidate'), rater: nothing('rater'), item: nothing('item') },
    candidateScores: nothing('candidate'),
    candidateCovariance: null,
    iterations: 0,
  };
}

function figuresOf(table: RatingTable, terms: readonly RandomTerm[], solved: Solved, covariance: boolean): MixedModelFit {
  const { maximum, vanished, bounded } = solved;
  const exact = vanished && !bounded;
  const { point, slope } = maximum;
  const method = methodOf(terms);
  const support = supportOf(table);
  const intercept = point.unknowns.length - 1;
  const mean = meanOf(table.score) + point.unknowns[intercept]!;
  const within = (value: number, variance: number | null, of = support): Estimate => {
    if (variance === null || !(variance >= 0)) return found({ value }, method, of);
    const standardError = Math.sqrt(variance);
    const half = HALF_WIDTH * standardError;
    return found({ value, standardError, interval: half > 0 ? [value - half, value + half] : null }, method, of);
  };
  const of = (facet: Facet, estimate: (predictions: Predictions, level: number) => readonly [number, number]): readonly Estimate[] => {
    if (!terms.includes(facet)) return [];
    const supports = supportByLevel(table, facet);
    const predictions = predictionsOf(solved, terms, facet, supports.length);
    return supports.map((at, level) => {
      const [value, variance] = estimate(predictions, level);
      return within(value, exact ? null : variance, at);
    });
  };
  const effectsOf = (facet: Facet): readonly Estimate[] =>
    of(facet, ({ effect, effectVariance }, level) => [effect[level]!, effectVariance[level]!]);
  return {
    status: 'OK',
    reason: exact ? 'The effects explain every score exactly: nothing is left for chance, and no error of an effect can be stated.' : null,
    terms,
    ...componentsOf(table, terms, solved, method),
    mean: within(mean, point.residual * slope.inverse.diagonal[intercept]!),
    logLikelihood: exact ? null : -point.deviance / 2,
    effects: { candidate: effectsOf('candidate'), rater: effectsOf('rater'), item: effectsOf('item') },
    candidateScores: of('candidate', ({ effect, scoreVariance }, level) => [mean + effect[level]!, scoreVariance[level]!]),
    candidateCovariance:
      covariance && !exact && terms.includes('candidate') ? candidateCovarianceOf(solved, terms, table.candidates.length) : null,
    iterations: maximum.iterations,
  };
}

const HALF_WIDTH = normalQuantile(0.975);

function componentsOf(
  table: RatingTable,
  terms: readonly RandomTerm[],
  { kept, equations, ratings, maximum, vanished }: Solved,
  method: string,
): Pick<MixedModelFit, 'components' | 'componentCovariance'> {
  const { point, slope } = maximum;
  const inside = [...kept, terms.length];
  const covariance = vanished ? null : componentCovariance(equations, point, slope, ratings);
  const errorAt = (place: number): number | null => covariance && Math.sqrt(covariance[place * (inside.length + 1)]!);
  const support = supportOf(table);
  const entries = terms.map((term, t): [RandomTerm, Estimate] => {
    const place = kept.indexOf(t);
    const figure = place === -1 ? { value: 0 } : { value: point.ratios[place]! * point.residual, standardError: errorAt(place) };
    return [term, found(figure, method, support)];
  });
  const residual = found(vanished ? { value: 0 } : { value: point.residual, standardError: errorAt(kept.length) }, method, support);
  const order = terms.length + 1;
  const whole = covariance && new Float64Array(order * order);
  inside.forEach((t, row) =>
    inside.forEach((u, column) => {
      if (whole !== null) whole[t * order + u] = covariance![row * inside.length + column]!;
    }),
  );
  return { components: { ...Object.fromEntries(entries), residual }, componentCovariance: whole };
}
