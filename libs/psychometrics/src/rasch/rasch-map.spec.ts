import * as fc from 'fast-check';
import { type RaschAnalysis, raschMap, TIGHT_PRIORS } from '..';
import { apart, PANEL, randomRatings, row, tableOf, TWO_PANELS, values } from './rasch-testing';
import { simulatedTable } from './simulated-ratings';

const expectClose = (found: readonly (number | null)[], wanted: readonly (number | null)[], digits = 7): void =>
  expect(apart(found, wanted)).toBeLessThan(10 ** -digits);

describe('maximum a posteriori', () => {
  it('exists for every table that is not of one score', () => {
    fc.assert(
      fc.property(fc.integer(), fc.boolean(), (seed, own) => {
        const ratings = randomRatings(seed);
        const analysis = raschMap(tableOf(ratings), { model: own ? 'PARTIAL_CREDIT' : 'RATING_SCALE' });
        const constant = ratings.every(({ score }) => score === ratings[0]!.score);
        expect(['OK', 'DISCONNECTED']).toContain(constant ? 'OK' : analysis.status);
        expect(values(analysis.candidates).every((value) => (value === null) === constant)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('gives raters who agree throughout the same severity, 0', () => {
    const ratings = ['a', 'b', 'c'].flatMap((candidate, c) => ['r', 's'].map((rater) => row(candidate, rater, 'q', c + 2)));
    const analysis = raschMap(tableOf(ratings));
    expectClose(values(analysis.raters), [0, 0], 12);
    expect(values(analysis.candidates)[0]).toBeLessThan(values(analysis.candidates)[1]!);
  });

  it('keeps a category that nobody used, and shrinks more with tighter priors', () => {
    const ratings = PANEL.map((rating) => ({ ...rating, score: rating.score === 3 ? 4 : rating.score }));
    const weak = raschMap(tableOf(ratings));
    expect(weak.scales[0]!.categories).toEqual([1, 2, 3, 4, 5]);
    expect(weak.unusedCategories).toEqual([]);
    const spread = (analysis: RaschAnalysis): number => values(analysis.raters).reduce<number>((all, value) => all + value! ** 2, 0);
    expect(spread(raschMap(tableOf(ratings), { priors: TIGHT_PRIORS }))).toBeLessThan(spread(weak));
  });

  it('has an answer for one candidate, one rater, one item, and says when parts are joined by the priors alone', () => {
    const one = raschMap(tableOf([row('a', 'r', 'p', 2), row('a', 'r', 'q', 4), row('a', 's', 'p', 3), row('a', 's', 'q', 4)]));
    expect([one.status, one.candidates.length]).toEqual(['OK', 1]);
    expect(one.raters[0]!.measure.value).toBeGreaterThan(one.raters[1]!.measure.value!);
    const lone = raschMap(tableOf([row('a', 'r', 'q', 2), row('b', 'r', 'q', 4), row('c', 'r', 'q', 5)]));
    expect(lone.status).toBe('OK');
    expectClose([...values(lone.raters), ...values(lone.items)], [0, 0], 12);
    const parted = raschMap(tableOf(TWO_PANELS));
    expect([parted.status, parted.raters[0]!.measure.status]).toEqual(['DISCONNECTED', 'DISCONNECTED']);
    expect(parted.raters[0]!.measure.value).not.toBeNull();
  });

  it('refuses one score throughout, and scores that are no rating scale', () => {
    const constant = raschMap(tableOf([row('a', 'r', 'q', 3), row('b', 's', 'q', 3)]));
    expect([constant.status, constant.candidates[0]!.measure.status, constant.candidates[0]!.count]).toEqual(['CONSTANT', 'CONSTANT', 1]);
    const measurements = raschMap(tableOf(Array.from({ length: 40 }, (_, k) => row(`c${k}`, 'r', 'q', 1 + k / 10))));
    expect(measurements.status).toBe('INSUFFICIENT_DATA');
  });

  it('takes half points as categories of their own', () => {
    const analysis = raschMap(tableOf(PANEL.map((rating, k) => ({ ...rating, score: Math.min(5, rating.score + (k % 2) / 2) }))));
    expect(analysis.scales[0]!.categories).toEqual([1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]);
    expect(analysis.status).toBe('OK');
  });

  it('refuses priors that are none', () => {
    for (const rater of [0, -1, NaN, Infinity]) {
      expect(() => raschMap(tableOf(PANEL), { priors: { ...TIGHT_PRIORS, rater } })).toThrow(RangeError);
    }
  });

  it('needs no more than nine steps for 14,400 ratings of 400 candidates, 40 raters and 12 items', () => {
    const table = simulatedTable({ candidates: 400, raters: 40, items: 12, each: 3, seed: 2 });
    const analysis = raschMap(table);
    expect([table.score.length, analysis.status]).toEqual([14400, 'OK']);
    expect(analysis.iterations).toBeLessThanOrEqual(9);
    expect(analysis.residual).toBeLessThanOrEqual(1e-9);
  });
});
