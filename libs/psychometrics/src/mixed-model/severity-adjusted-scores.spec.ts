import * as fc from 'fast-check';
import { seededRandom } from '@touchstone/kernel';
import { type Rating, type RatingTable, type Scale, fitMixedModel, severityAdjustedScores, tabulate } from '..';

const tableOf = (ratings: readonly Rating[], scale?: Scale): RatingTable => {
  const table = tabulate(ratings, { scale });
  if (!table.ok) throw new Error(table.error[0]!.message);
  return table.value;
};

const rating = (candidate: string, rater: string, item: string, score: number): Rating => ({ candidate, rater, item, score });

/** Candidates better and better; a panel of `seats` out of `raters` for each, moving on by one; the first half of the raters is harsh by 2. */
function rotating(candidates: number, raters: number, seats: number, items: number, seed: number): Rating[] {
  const random = seededRandom(seed);
  return Array.from({ length: candidates }, (_, c) =>
    Array.from({ length: seats }, (_seat, k) => (c + k) % raters).flatMap((r) =>
      Array.from({ length: items }, (_item, i) =>
        rating(`c${c}`, `r${r}`, `i${i}`, 4 + 0.5 * c - (r < raters / 2 ? 2 : 0) + 0.3 * i + 0.2 * (random.next() - 0.5)),
      ),
    ),
  ).flat();
}

const order = (values: readonly (number | null)[]): number[] => values.map((_, k) => k).sort((a, b) => values[a]! - values[b]! || a - b);

describe('scores adjusted for severity', () => {
  it('put the candidates of rotating panels in the order of their ability, where the means do not', () => {
    const { status, candidates, agreement, model } = severityAdjustedScores(tableOf(rotating(8, 8, 3, 4, 1)));
    expect(status).toBe('OK');
    expect(model.terms).toEqual(['candidate', 'rater', 'item', 'candidate:rater']);
    expect(agreement).toMatchObject({ mustAgree: false, shrinkage: null });
    const abilities = [0, 1, 2, 3, 4, 5, 6, 7];
    expect(order(candidates.map(({ adjusted }) => adjusted.value))).toEqual(abilities);
    expect(order(candidates.map(({ leastSquares }) => leastSquares.value))).toEqual(abilities);
    expect(order(candidates.map(({ raw }) => raw.value))).not.toEqual(abilities);
    candidates.forEach(({ adjusted }) => expect(adjusted).toMatchObject({ n: 12, raters: 3, status: 'OK' }));
    const harsh = model.effects.rater.map(({ value }) => value! < 0);
    expect(harsh).toEqual([true, true, true, true, false, false, false, false]);
  });

  it('are the means drawn towards the middle by one share where everybody rated everybody, and say so', () => {
    const size = fc.record({
      candidates: fc.integer({ min: 3, max: 6 }),
      raters: fc.integer({ min: 2, max: 4 }),
      items: fc.integer({ min: 1, max: 4 }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(size, ({ candidates, raters, items, seed }) => {
        const random = seededRandom(seed);
        const ratings = rotating(candidates, raters, raters, items, seed).map((row) => ({
          ...row,
          score: Math.round(row.score + 4 * random.next()),
        }));
        const { status, candidates: scores, agreement, model } = severityAdjustedScores(tableOf(ratings));
        fc.pre(status === 'OK');
        expect(agreement.mustAgree).toBe(true);
        expect(agreement.reason).toMatch(/same people on the same items/);
        scores.forEach(({ raw, adjusted, leastSquares }) => {
          expect(leastSquares.value).toBeCloseTo(raw.value!, 8);
          expect(adjusted.value! - model.mean.value!).toBeCloseTo(agreement.shrinkage! * (raw.value! - model.mean.value!), 5);
        });
      }),
    );
  });

  it('must not agree where one rater rated more items than another and favours some candidates', () => {
    const ratings = [0, 1, 2, 3, 4, 5].flatMap((c) => [
      rating(`c${c}`, 'r', 'x', [5, 1, 4, 2, 5, 1][c]!),
      rating(`c${c}`, 'r', 'y', [5, 2, 4, 1, 5, 2][c]!),
      rating(`c${c}`, 'r', 'z', [4, 1, 5, 2, 4, 1][c]!),
      rating(`c${c}`, 's', 'x', [2, 3, 3, 4, 2, 5][c]!),
    ]);
    const { agreement, model } = severityAdjustedScores(tableOf(ratings));
    expect(model.components['candidate:rater']!.value).toBeGreaterThan(0.5);
    expect(agreement.mustAgree).toBe(false);
    expect(agreement.reason).toMatch(/count for less/);
  });

  it('carry the sampling of raters and items in their error, which cancels between candidates', () => {
    const { candidates, covariance, model } = severityAdjustedScores(tableOf(rotating(6, 4, 4, 3, 2)));
    const [one, other, both] = [covariance![0]!, covariance![7]!, covariance![1]!];
    expect(Math.sqrt(one)).toBeCloseTo(candidates[0]!.adjusted.standardError!, 10);
    // Raters differ by two points: that much do four of them leave uncertain about the mean of all raters.
    expect(one).toBeGreaterThan(model.components.rater!.value! / 4);
    expect(one + other - 2 * both).toBeLessThan(0.05);
    expect(severityAdjustedScores(tableOf(rotating(6, 4, 4, 3, 2)), { covariance: false }).covariance).toBeNull();
  });

  it('are the predictions of the mixed model', () => {
    const table = tableOf(rotating(7, 5, 2, 3, 3));
    const fit = fitMixedModel(table, ['candidate', 'rater', 'item', 'candidate:rater']);
    expect(severityAdjustedScores(table).candidates.map(({ adjusted }) => adjusted)).toEqual(fit.candidateScores);
  });

  it('are refused across panels that share nobody, with the missing link in words', () => {
    const panel = (names: readonly string[], raters: readonly string[]): Rating[] =>
      names.flatMap((c, k) => raters.flatMap((r, j) => ['x', 'y'].map((i, l) => rating(c, r, i, ((k + 2 * j + l) % 4) + 1))));
    const found = severityAdjustedScores(tableOf([...panel(['a', 'b', 'c'], ['Ana', 'Bo']), ...panel(['d', 'e', 'f'], ['Cy', 'Di'])]));
    expect(found.status).toBe('DISCONNECTED');
    expect(found.reason).toMatch(/“Ana”|“Bo”/);
    expect(found.candidates.map(({ adjusted }) => [adjusted.value, adjusted.status])).toEqual(Array(6).fill([null, 'DISCONNECTED']));
    expect(found.covariance).toBeNull();
    expect(found.candidates.every(({ raw }) => raw.status === 'OK')).toBe(true);
  });

  it('beyond the end of the scale are kept and marked', () => {
    const scale = { min: 1, max: 5 };
    // The best candidate was seen by the two harshest raters, and had the top of the scale from both.
    const ratings = [0, 1, 2, 3, 4, 5].flatMap((c) =>
      [0, 1, 2, 3].flatMap((r) =>
        ['x', 'y', 'z', 'u', 'v'].flatMap((item, i) => {
          if (c === 0) return r < 2 ? [rating('c0', `r${r}`, item, 5)] : [];
          return [rating(`c${c}`, `r${r}`, item, Math.min(5, 1 + (c % 3) + (r < 2 ? 0 : 2) + ((c + r + i) % 4 === 0 ? 1 : 0)))];
        }),
      ),
    );
    const [best, ...others] = severityAdjustedScores(tableOf(ratings, scale)).candidates;
    expect(best!.adjusted.value).toBeGreaterThan(5);
    expect(best!.adjusted.status).toBe('EXTREME');
    expect(others.every(({ adjusted }) => adjusted.status === 'OK')).toBe(true);
    expect(severityAdjustedScores(tableOf(ratings)).candidates.every(({ adjusted }) => adjusted.status === 'OK')).toBe(true);
  });

  it.each<[string, Rating[], string, RegExp]>([
    ['one candidate', [rating('a', 'r', 'x', 3), rating('a', 's', 'x', 4)], 'INSUFFICIENT_DATA', /one candidate/],
    ['nobody rated twice', [rating('a', 'r', 'x', 3), rating('b', 'r', 'x', 4)], 'INSUFFICIENT_DATA', /more than one rating/],
    ['equal scores', rotating(4, 3, 2, 2, 1).map((row) => ({ ...row, score: 3 })), 'CONSTANT', /equal/],
  ])('are refused for %s', (_what, ratings, status, reason) => {
    const found = severityAdjustedScores(tableOf(ratings));
    expect(found.status).toBe(status);
    expect(found.reason).toMatch(reason);
    expect(found.candidates.every(({ adjusted }) => adjusted.value === null && adjusted.status === status)).toBe(true);
  });

  it('say when severity cannot be told: one rater', () => {
    const ratings = [1, 2, 3, 4].flatMap((c) => [1, 2, 3].map((i) => rating(`c${c}`, 'r', `i${i}`, c + ((c * i) % 3))));
    const found = severityAdjustedScores(tableOf(ratings));
    expect(found.status).toBe('OK');
    expect(found.reason).toMatch(/Severity could not be taken out/);
    expect(found.components.find(({ term }) => term === 'rater')!.reason).toBe('There is only one rater.');
  });
});
