import { seededRandom } from '@touchstone/kernel';
import { choleskyFactor } from '../matrices/cholesky-factor';
import { choleskyInverse } from '../matrices/cholesky-inverse';
import { choleskyLogDeterminant } from '../matrices/cholesky-log-determinant';
import type { Rating } from '../ratings/rating';
import type { RatingTable } from '../ratings/rating-table';
import { tabulate } from '../ratings/tabulate';
import type { MixedModelFit } from './mixed-model-fit';
import type { RandomTerm } from './random-term';
import { replicatedComponents } from './replicated-components';

/*
 * What the tests of this chapter share: panels, and the model by its definitions.
 */

export const tableOf = (ratings: readonly Rating[]): RatingTable => {
  const table = tabulate(ratings);
  if (!table.ok) throw new Error(table.error[0]!.message);
  return table.value;
};

export interface Shape {
  readonly candidates: number;
  readonly raters: number;
  readonly items: number;
  /** Share of the cells that are rated. */
  readonly rated: number;
  readonly seed: number;
}

/** Scores with effects of every kind, rounded to tenths. */
export function ratingsOf({ candidates, raters, items, rated, seed }: Shape): Rating[] {
  const random = seededRandom(seed);
  const effects = (count: number): number[] => {
    const spread = random.next() < 0.25 ? 0 : 2 * random.next();
    return Array.from({ length: count }, () => spread * (random.next() + random.next() + random.next() - 1.5));
  };
  const [ofCandidate, ofRater, ofItem, ofPair] = [effects(candidates), effects(raters), effects(items), effects(candidates * raters)];
  const ratings: Rating[] = [];
  for (let c = 0; c < candidates; c += 1) {
    for (let r = 0; r < raters; r += 1) {
      for (let i = 0; i < items; i += 1) {
        if (random.next() >= rated) continue;
        const chance = 2 * (random.next() + random.next() - 1);
        const score = 5 + ofCandidate[c]! + ofRater[r]! + ofItem[i]! + ofPair[c * raters + r]! + chance;
        ratings.push({ candidate: `c${c}`, rater: `r${r}`, item: `i${i}`, score: Math.round(10 * score) / 10 });
      }
    }
  }
  return ratings;
}

export const estimable = (table: RatingTable): RandomTerm[] =>
  replicatedComponents(table)
    .filter((component) => component.estimable)
    .map(({ term }) => term);

const keyOf = (table: RatingTable, term: RandomTerm, row: number): string =>
  term
    .split(':')
    .map((facet) => table[facet as 'candidate'][row])
    .join('/');

const sharesLevel = (table: RatingTable, term: RandomTerm, one: number, other: number): boolean =>
  keyOf(table, term, one) === keyOf(table, term, other);

/** The restricted likelihood and Henderson's predictions by their definitions, with the covariance matrix of all ratings written out. */
export function byDefinition(table: RatingTable, terms: readonly RandomTerm[], variances: readonly number[]) {
  const n = table.score.length;
  const covariance = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      const shared = terms.reduce((sum, term, t) => sum + (sharesLevel(table, term, i, j) ? variances[t]! : 0), 0);
      covariance[i * n + j] = shared + (i === j ? variances[terms.length]! : 0);
    }
  }
  const factor = choleskyFactor(covariance, n)!;
  const inverse = choleskyInverse(factor, n);
  const ones = Array.from({ length: n }, (_, i) => inverse.subarray(i * n, (i + 1) * n).reduce((sum, value) => sum + value, 0));
  const total = ones.reduce((sum, value) => sum + value, 0);
  const mean = ones.reduce((sum, value, i) => sum + value * table.score[i]!, 0) / total;
  const p = (i: number, j: number): number => inverse[i * n + j]! - (ones[i]! * ones[j]!) / total;
  const projected = Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j += 1) sum += p(i, j) * table.score[j]!;
    return sum;
  });
  const quadratic = projected.reduce((sum, value, i) => sum + value * table.score[i]!, 0);
  const logLikelihood = -(choleskyLogDeterminant(factor, n) + Math.log(total) + quadratic + (n - 1) * Math.log(2 * Math.PI)) / 2;
  const effect = (
    facet: 'candidate' | 'rater' | 'item',
    level: number,
  ): { value: number; errorOf: (other: number) => number; withMean: number } => {
    const variance = variances[terms.indexOf(facet)]!;
    const rows = (of: number): number[] => Array.from({ length: n }, (_, i) => i).filter((i) => table[facet][i] === of);
    const own = rows(level);
    const sum = (of: readonly number[], value: (row: number) => number): number => of.reduce((all, row) => all + value(row), 0);
    return {
      value: variance * sum(own, (i) => projected[i]!),
      errorOf: (other) => (other === level ? variance : 0) - variance ** 2 * sum(own, (i) => sum(rows(other), (j) => p(i, j))),
      // Covariance of the error of the mean with that of the effect.
      withMean: -(variance * sum(own, (i) => ones[i]!)) / total,
    };
  };
  // Average information about each variance: half of y'PV_tPV_uPy.
  const timesP = (vector: readonly number[]): number[] => vector.map((_, i) => vector.reduce((sum, value, j) => sum + p(i, j) * value, 0));
  const directions = [...terms, null].map((term) =>
    projected.map((own, i) =>
      term === null ? own : projected.reduce((sum, value, j) => sum + (sharesLevel(table, term, i, j) ? value : 0), 0),
    ),
  );
  const information = directions.map((one) => {
    const left = timesP(one);
    return directions.map((other) => left.reduce((sum, value, i) => sum + value * other[i]!, 0) / 2);
  });
  return { logLikelihood, mean, meanVariance: 1 / total, effect, information };
}

export const variancesOf = (fit: MixedModelFit): number[] =>
  [...fit.terms, 'residual' as const].map((component) => fit.components[component]!.value!);
