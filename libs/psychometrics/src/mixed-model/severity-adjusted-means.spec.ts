import type { Estimate } from '@touchstone/kernel';
import { type Rating, type RatingTable, severityAdjustedMeans, severityAdjustedScores, tQuantile, type WeighedRatings } from '..';
import { ratingsOf, tableOf } from './mixed-model-testing';

/** Every rating of a candidate by the weight of its rater. */
function weighedBy(table: RatingTable, weightOf: (rater: number) => number): { ratings: WeighedRatings; means: readonly Estimate[] } {
  const total = new Float64Array(table.candidates.length);
  const sums = new Float64Array(table.candidates.length);
  table.rater.forEach((rater, row) => (total[table.candidate[row]!]! += weightOf(rater)));
  const weight = Float64Array.from(table.rater, (rater, row) => weightOf(rater) / (total[table.candidate[row]!]! || 1));
  weight.forEach((own, row) => (sums[table.candidate[row]!]! += own * table.score[row]!));
  const bare = { standardError: null, interval: null, n: 3, raters: 3, method: 'given', status: 'OK' as const };
  return { ratings: { ...table, weight }, means: Array.from(sums, (value) => ({ ...bare, value })) };
}

/** One question, everybody by everybody: the components are those of the analysis of variance of two ways. */
const SCORES = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
] as const;
const crossed: readonly Rating[] = SCORES.flatMap((row, c) =>
  row.map((score, r) => ({ candidate: `c${c}`, rater: `r${r}`, item: 'q', score })),
);

/** The mean square of the residual of `SCORES`, by its definition. */
function residualMeanSquare(): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const all = mean(SCORES.flat());
  const ofRater = [0, 1, 2, 3].map((r) => mean(SCORES.map((row) => row[r]!)));
  const squares = SCORES.flatMap((row) => row.map((score, r) => (score - mean(row) - ofRater[r]! + all) ** 2));
  return squares.reduce((sum, square) => sum + square, 0) / (5 * 3);
}

describe('weighted means with severity taken out', () => {
  it('have the textbook t interval where everybody was rated by everybody: (c - 1)(r - 1) degrees of freedom, times the weights squared', () => {
    const table = tableOf(crossed);
    const { ratings, means } = weighedBy(table, (rater) => [1, 2, 3, 4][rater]!);
    const { adjusted, mustAgree, covariance } = severityAdjustedMeans(ratings, means, severityAdjustedScores(table));
    expect(mustAgree).toBe(true);
    const standardError = Math.sqrt(residualMeanSquare() * (0.01 + 0.04 + 0.09 + 0.16));
    const reach = tQuantile(0.975, 15) * standardError;
    adjusted.forEach(({ value, standardError: own, interval }, c) => {
      expect(value).toBe(means[c]!.value);
      expect(own).toBeCloseTo(standardError, 7);
      expect(interval!.lower).toBeCloseTo(value! - reach, 6);
      expect(interval!.upper).toBeCloseTo(value! + reach, 6);
      adjusted.forEach((_, d) => expect(covariance![c * 6 + d]).toBeCloseTo(c === d ? standardError ** 2 : 0, 7));
    });
  });

  it('do not depend on the order of the rows', () => {
    const table = tableOf(ratingsOf({ candidates: 6, raters: 4, items: 3, rated: 0.6, seed: 11 }));
    const scores = severityAdjustedScores(table);
    const { ratings, means } = weighedBy(table, (rater) => 1 + rater);
    const turned: WeighedRatings = {
      candidate: ratings.candidate.toReversed(),
      rater: ratings.rater.toReversed(),
      item: ratings.item.toReversed(),
      weight: ratings.weight.toReversed(),
    };
    const [one, two] = [ratings, turned].map((rows) => severityAdjustedMeans(rows, means, scores));
    expect(one!.mustAgree).toBe(false);
    one!.adjusted.forEach(({ value, standardError, interval }, c) => {
      expect(two!.adjusted[c]!.value).toBeCloseTo(value!, 12);
      expect(two!.adjusted[c]!.standardError).toBeCloseTo(standardError!, 12);
      expect(two!.adjusted[c]!.interval!.upper).toBeCloseTo(interval!.upper, 10);
    });
    const size = means.length;
    one!.covariance!.forEach((value, k) => expect(one!.covariance![(k % size) * size + Math.floor(k / size)]).toBe(value));
  });

  it('say why there is none, and leave out the matrix where it is not wanted', () => {
    const table = tableOf(crossed);
    const scores = severityAdjustedScores(table);
    const { ratings, means } = weighedBy(table, () => 1);
    expect(severityAdjustedMeans(ratings, means, scores, { covariance: false }).covariance).toBeNull();
    const without = ratings.weight.map((weight, row) => (ratings.candidate[row] === 2 ? 0 : weight));
    const { adjusted, mustAgree } = severityAdjustedMeans({ ...ratings, weight: without }, means, scores, { method: 'mine' });
    expect(adjusted.map(({ status }) => status)).toEqual(['OK', 'OK', 'INSUFFICIENT_DATA', 'OK', 'OK', 'OK']);
    expect([mustAgree, adjusted[2]!.value, adjusted[0]!.method]).toEqual([true, null, 'mine']);
    const apart = tableOf(crossed.filter(({ candidate, rater }) => candidate < 'c3' === rater < 'r2'));
    const split = weighedBy(apart, () => 1);
    const none = severityAdjustedMeans(split.ratings, split.means, severityAdjustedScores(apart));
    expect(new Set(none.adjusted.map(({ status, value }) => `${status} ${value}`))).toEqual(new Set(['DISCONNECTED null']));
    expect(none.covariance).toBeNull();
    const agreed = tableOf(crossed.map((rating) => ({ ...rating, score: 1 + Number(rating.candidate.slice(1)) })));
    const sure = weighedBy(agreed, () => 1);
    const certain = severityAdjustedMeans(sure.ratings, sure.means, severityAdjustedScores(agreed)).adjusted[3]!;
    expect(certain).toMatchObject({ value: 4, standardError: null, interval: null, status: 'CONSTANT' });
  });
});
