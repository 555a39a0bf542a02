import { seededRandom } from '@touchstone/kernel';
import { candidateScores, type ItemWeights, type Rating, severityAdjustedScores, weightedAdjustedScores } from '..';
import { ratingsOf, tableOf } from './mixed-model-testing';

const weighted = (ratings: readonly Rating[], weights: ItemWeights) => {
  const table = tableOf(ratings);
  return weightedAdjustedScores(table, weights, severityAdjustedScores(table));
};

/** Twelve candidates by two of four raters each, in turn; raters are up to a point and a half apart. */
function rotating(noise: number, seed: number): { readonly ratings: Rating[]; readonly ability: readonly number[] } {
  const random = seededRandom(seed);
  const severity = [0, 0.5, 1, 1.5];
  const ability = Array.from({ length: 12 }, () => 4 * random.next());
  const ratings = ability.flatMap((own, c) =>
    [c % 4, (c + 1 + Math.floor(c / 4)) % 4].flatMap((r) =>
      [0, 1, 2].map((i) => ({
        candidate: `c${String(c).padStart(2, '0')}`,
        rater: `r${r}`,
        item: `i${i}`,
        score: own - severity[r]! + 0.3 * i + noise * (random.next() - 0.5),
      })),
    ),
  );
  return { ratings, ability };
}

describe('scores by weight, with severity taken out', () => {
  it('are the weighted means where everybody was rated by the same people on the same items', () => {
    const ratings = ratingsOf({ candidates: 6, raters: 3, items: 4, rated: 1, seed: 5 });
    const weights = { i0: 3, i1: 1, i2: 0, i3: 2 };
    const { candidates, agreement, status } = weighted(ratings, weights);
    expect([status, agreement.mustAgree]).toEqual(['OK', true]);
    candidateScores(tableOf(ratings), { weights }).forEach(({ twoStageWeightedMean }, c) => {
      expect(candidates[c]!.adjusted.value).toBeCloseTo(twoStageWeightedMean.value!, 12);
      expect(candidates[c]!.raw.value).toBeCloseTo(twoStageWeightedMean.value!, 12);
    });
  });

  it('order candidates by the one item that weighs', () => {
    const ratings = ratingsOf({ candidates: 6, raters: 3, items: 4, rated: 1, seed: 5 });
    const alone = ratings.filter(({ item }) => item === 'i2');
    const { candidates } = weighted(ratings, { i2: 7 });
    candidateScores(tableOf(alone)).forEach(({ mean }, c) => expect(candidates[c]!.adjusted.value).toBeCloseTo(mean.value!, 12));
  });

  it('take severity out where panels rotate: differences come out as they were put in', () => {
    const { ratings, ability } = rotating(0.01, 3);
    const { candidates, agreement } = weighted(ratings, { i0: 1, i1: 5, i2: 2 });
    expect(agreement.mustAgree).toBe(false);
    const raw = candidates.map((one) => one.raw.value! - candidates[0]!.raw.value! - (ability.at(candidates.indexOf(one))! - ability[0]!));
    expect(Math.max(...raw.map(Math.abs))).toBeGreaterThan(0.3);
    candidates.forEach(({ adjusted }, c) => {
      expect(Math.abs(adjusted.value! - candidates[0]!.adjusted.value! - (ability[c]! - ability[0]!))).toBeLessThan(0.02);
    });
  });

  it('have errors that hold the true difference of two candidates about 95 times in 100', () => {
    let held = 0;
    const rounds = 200;
    for (let seed = 0; seed < rounds; seed += 1) {
      const { ratings, ability } = rotating(2, seed);
      const { candidates, covariance } = weighted(ratings, { i0: 1, i1: 5, i2: 2 });
      const [a, b, size] = [2, 7, candidates.length];
      const error = Math.sqrt(covariance![a * size + a]! + covariance![b * size + b]! - 2 * covariance![a * size + b]!);
      const off = candidates[a]!.adjusted.value! - candidates[b]!.adjusted.value! - (ability[a]! - ability[b]!);
      if (Math.abs(off) < 1.96 * error) held += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.9);
    expect(held / rounds).toBeLessThan(0.99);
  });

  it('depend on ratios of weights alone, and have none for who was rated on nothing that weighs', () => {
    const { ratings } = rotating(1, 1);
    const some = ratings.filter(({ candidate, item }) => candidate !== 'c03' || item === 'i2');
    const [one, two] = [
      { i0: 1, i1: 3 },
      { i0: 10, i1: 30 },
    ].map((weights) => weighted(some, weights));
    one!.candidates.forEach(({ adjusted }, c) => {
      if (adjusted.value === null) expect(two!.candidates[c]!.adjusted.value).toBeNull();
      else expect(two!.candidates[c]!.adjusted.value).toBeCloseTo(adjusted.value, 12);
    });
    expect(one!.candidates[3]!.adjusted).toMatchObject({ value: null, status: 'INSUFFICIENT_DATA' });
    expect(one!.candidates[2]!.adjusted.status).toBe('OK');
  });
});
