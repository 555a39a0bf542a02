import { type Rating, fitMixedModel, severitySpread } from '../index';
import { byDefinition, ratingsOf, tableOf, variancesOf } from '../mixed-model/mixed-model-testing';

describe('the strictest and the most lenient', () => {
  it('are apart by the difference of their effects, with the error that follows from the covariance of all ratings', () => {
    let compared = 0;
    for (let seed = 0; seed < 30; seed += 1) {
      const table = tableOf(ratingsOf({ candidates: 5, raters: 2 + (seed % 3), items: 3, rated: 1, seed }));
      const terms = ['candidate', 'rater', 'item', 'candidate:rater'] as const;
      const fit = fitMixedModel(table, terms);
      const { strictest, mostLenient, difference } = severitySpread(table, fit)!;
      const [low, high] = [table.raters.indexOf(strictest), table.raters.indexOf(mostLenient)];
      if (fit.components.rater!.value! < 1e-3 || fit.components.residual!.value! < 1e-3) continue;
      compared += 1;
      const dense = byDefinition(table, terms, variancesOf(fit));
      const [one, other] = [dense.effect('rater', low), dense.effect('rater', high)];
      expect(difference.value).toBeCloseTo(other.value - one.value, 7);
      expect(difference.standardError! ** 2).toBeCloseTo(one.errorOf(low) + other.errorOf(high) - 2 * one.errorOf(high), 7);
    }
    expect(compared).toBeGreaterThan(10);
  });

  it('have a wider interval than two raters taken at random would: by Bonferroni', () => {
    const table = tableOf(ratingsOf({ candidates: 8, raters: 4, items: 4, rated: 1, seed: 1 }));
    const { difference } = severitySpread(table, fitMixedModel(table, ['candidate', 'rater', 'item']))!;
    // Six pairs: the normal quantile at 1 - 0.025 / 6 is 2.638.
    expect((difference.interval!.upper - difference.value!) / difference.standardError!).toBeCloseTo(2.638, 3);
  });

  it('are a difference of 0 without an interval where the component is 0, and none where there are no effects', () => {
    const alike: Rating[] = [0, 1, 2, 3].flatMap((c) =>
      [0, 1, 2].map((r) => ({ candidate: `c${c}`, rater: `r${r}`, item: 'q', score: 1 + ((c + r) % 4) + (r === c ? 2 : 0) })),
    );
    const fit = fitMixedModel(tableOf(alike), ['candidate', 'rater']);
    expect(fit.components.rater!.value).toBe(0);
    expect(severitySpread(tableOf(alike), fit)!.difference).toMatchObject({ value: 0, standardError: null, interval: null, status: 'OK' });
    expect(severitySpread(tableOf(alike), fitMixedModel(tableOf(alike), ['candidate']))).toBeNull();
  });
});
