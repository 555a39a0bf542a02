import type { Estimate } from '@touchstone/kernel';
import { tQuantile } from '../distributions/t-quantile';
import { found, missing, type Support } from '../estimates/estimates';
import { designRank } from '../linking/design-rank';
import type { RatingTable } from '../ratings/rating-table';
import { centredOf, meanOf, sumOfSquares } from './moments';
import { quadraticForm, reducedEquations, type ReducedEquations } from './reduced-equations';
import { supportByLevel } from './support';

export interface LeastSquaresEffects {
  /** Adjusted mean of each candidate: what the average of all raters on the average of all items would give. In the order of the table. */
  readonly candidate: readonly Estimate[];
  /** How much higher than the average of all raters this one scores: positive is lenient. */
  readonly rater: readonly Estimate[];
  /** How much higher than on the average item: positive is easy. */
  readonly item: readonly Estimate[];
  /** Variance of what is left, over the degrees of freedom; null without any, or where nothing is left. */
  readonly residual: number | null;
  readonly degreesOfFreedom: number;
}

const METHOD = 'least squares, score ~ candidate + rater + item, raters and items summing to 0';

/**
 * What would each candidate have got from the same raters on the same items, if effects simply add up and nothing is shrunk?
 *
 * The best linear unbiased estimate: every candidate, rater and item is a fixed unknown, none is drawn towards an average because its
 * ratings are few. Where everybody rated everybody on everything it is the plain mean; so it is the figure to lay beside the mean when
 * asking what the correction for severity has done. For ranking candidates with few ratings, predictions (`severityAdjustedScores`) err
 * less.
 *
 * A figure that no data can supply is DISCONNECTED: candidates of panels without a common candidate; the severity of raters who each keep
 * to items of their own. Errors and 95 % intervals (Student's t) take ratings as independent, given their candidate, rater and item. They
 * are null without degrees of freedom, or where everything is explained exactly.
 *
 * Cost O(ratings) for the table of meetings, then r³/2 with r raters and items together.
 *
 * Source: S. R. Searle (1971), Linear Models, Wiley, sections 5.1 and 7.2.
 */
export function leastSquaresEffects(table: RatingTable): LeastSquaresEffects {
  const { rank, deficiency } = designRank(table);
  const scores = centredOf(table.score);
  const centre = meanOf(table.score);
  const equations = reducedEquations(table, scores, deficiency);
  const degreesOfFreedom = scores.length - rank;
  const residual = residualOf(table, scores, equations, degreesOfFreedom);
  const functions = deficiency === 0 ? functionsOfFullRank(table, equations) : functionsOfAnyRank(table, equations);
  const half = degreesOfFreedom > 0 ? tQuantile(0.975, degreesOfFreedom) : 0;
  const estimate = (figure: Figure | null, shift: number, support: Support): Estimate => {
    if (figure === null) return missing('DISCONNECTED', METHOD, support);
    const value = figure.value + shift;
    if (residual === null) return found({ value }, METHOD, support);
    const standardError = Math.sqrt(residual * Math.max(0, figure.variance));
    return found({ value, standardError, interval: [value - half * standardError, value + half * standardError] }, METHOD, support);
  };
  const of = (facet: 'candidate' | 'rater' | 'item', shift: number): readonly Estimate[] =>
    supportByLevel(table, facet).map((support, level) => estimate(functions[facet](level), shift, support));
  return { candidate: of('candidate', centre), rater: of('rater', 0), item: of('item', 0), residual, degreesOfFreedom };
}

/** An estimable function of the unknowns: its value, and its variance in units of the residual's. */
interface Figure {
  readonly value: number;
  readonly variance: number;
}

interface Functions {
  readonly candidate: (level: number) => Figure | null;
  readonly rater: (level: number) => Figure | null;
  readonly item: (level: number) => Figure | null;
}

/** Less than this share of the scores' spread is what rounding leaves. */
const NOTHING = 1e-24;

function residualOf(table: RatingTable, scores: Float64Array, equations: ReducedEquations, degrees: number): number | null {
  const { solution } = equations;
  const raters = table.raters.length;
  const levels = candidateLevels(table, equations);
  const left = scores.map(
    (score, row) => score - levels[table.candidate[row]!]! - solution[table.rater[row]!]! - solution[raters + table.item[row]!]!,
  );
  const squares = sumOfSquares(left);
  return degrees === 0 || squares <= NOTHING * sumOfSquares(scores) ? null : squares / degrees;
}

/** What is left of each candidate's mean when the effects of the raters and items met are taken off. */
function candidateLevels(table: RatingTable, { means, ratings, solution }: ReducedEquations): Float64Array {
  const raters = table.raters.length;
  const levels = means.slice();
  table.candidate.forEach((candidate, row) => {
    const met = solution[table.rater[row]!]! + solution[raters + table.item[row]!]!;
    levels[candidate] = levels[candidate]! - met / ratings[candidate]!;
  });
  return levels;
}

/** Shares of a candidate's ratings that each rater gave and each item got, by candidate; rows of a table stand candidate after candidate. */
function* sharesOf(table: RatingTable, ratings: Int32Array): Generator<readonly [at: readonly number[], shares: readonly number[]]> {
  const raters = table.raters.length;
  for (let from = 0, candidate = 0; candidate < ratings.length; from += ratings[candidate]!, candidate += 1) {
    const shares = new Map<number, number>();
    for (let row = from; row < from + ratings[candidate]!; row += 1) {
      for (const at of [table.rater[row]!, raters + table.item[row]!]) shares.set(at, (shares.get(at) ?? 0) + 1 / ratings[candidate]!);
    }
    yield [[...shares.keys()], [...shares.values()]];
  }
}

/** The solution sums to 0, and a constant added to all raters is G's own direction: sums over all of them need not be written out. */
function functionsOfFullRank(table: RatingTable, equations: ReducedEquations): Functions {
  const { inverse, order, solution, ratings } = equations;
  const raters = table.raters.length;
  const items = table.items.length;
  const levels = candidateLevels(table, equations);
  const variances = Array.from(
    sharesOf(table, ratings),
    ([at, shares], candidate) => 1 / ratings[candidate]! + quadraticForm(inverse, order, at, shares) - 1 / raters ** 2 - 1 / items ** 2,
  );
  const outer = (at: number, facetLevels: number): Figure => ({
    value: solution[at]!,
    variance: inverse[at * order + at]! - 1 / facetLevels ** 2,
  });
  return {
    candidate: (level) => ({ value: levels[level]!, variance: variances[level]! }),
    rater: (level) => outer(level, raters),
    item: (level) => outer(raters + level, items),
  };
}

function functionsOfAnyRank(table: RatingTable, equations: ReducedEquations): Functions {
  const { inverse, order, solution, ratings, means, isEstimable } = equations;
  const raters = table.raters.length;
  const items = table.items.length;
  const all = Array.from({ length: order }, (_, at) => at);
  const figure = (weights: Float64Array, base: number, variance: number): Figure | null => {
    if (!isEstimable(weights)) return null;
    const value = weights.reduce((sum, weight, at) => sum + weight * solution[at]!, base);
    return { value, variance: variance + quadraticForm(inverse, order, all, Array.from(weights)) };
  };
  const average = (from: number, to: number): Float64Array =>
    Float64Array.from({ length: order }, (_, at) => (at >= from && at < to ? 1 / (to - from) : 0));
  const overall = Float64Array.from(average(0, raters), (share, at) => share + average(raters, order)[at]!);
  const candidates = Array.from(sharesOf(table, ratings), ([at, shares], candidate) => {
    const weights = overall.slice();
    at.forEach((place, k) => (weights[place] = weights[place]! - shares[k]!));
    return figure(weights, means[candidate]!, 1 / ratings[candidate]!);
  });
  const outer = (at: number, from: number, to: number): Figure | null => {
    const weights = average(from, to).map((share) => -share);
    weights[at] = weights[at]! + 1;
    return figure(weights, 0, 0);
  };
  return {
    candidate: (level) => candidates[level]!,
    rater: (level) => outer(level, 0, raters),
    item: (level) => outer(raters + level, raters, raters + items),
  };
}
