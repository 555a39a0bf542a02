import * as fc from 'fast-check';
import { oneParameterLogistic, raschMml } from '..';
import { isDirty, PANEL, randomRatings, row, tableOf, TWO_PANELS } from './rasch-testing';
import { simulatedTable } from './simulated-ratings';

describe('marginal maximum likelihood', () => {
  const table = simulatedTable({ candidates: 60, raters: 4, items: 5, each: 2, seed: 9 });
  const found = raschMml(table);

  it('is the same with more nodes, and takes more where posteriors are sharp', () => {
    const more = raschMml(table, { nodes: 241 });
    expect(more.nodes).toBe(241);
    expect(more.deviance).toBeCloseTo(found.deviance!, 6);
    more.raters.forEach(({ measure }, k) => expect(measure.value).toBeCloseTo(found.raters[k]!.measure.value!, 6));
    const sharp = raschMml(simulatedTable({ candidates: 40, raters: 6, items: 12, seed: 10 }), { nodes: 11 });
    expect(sharp.nodes).toBeGreaterThan(41);
    expect([found.status, found.recommended, raschMml(tableOf(PANEL)).recommended]).toEqual(['OK', true, false]);
  });

  it('centres raters and items, and shrinks candidates by as much as it says', () => {
    for (const facet of [found.raters, found.items]) expect(facet.reduce((sum, { measure }) => sum + measure.value!, 0)).toBeCloseTo(0, 8);
    // At the maximum the variance is that of the measures and their errors about the mean.
    const eap = found.candidates.map(({ measure }) => measure);
    const mean = found.mean.value!;
    const second = eap.reduce((sum, { value, standardError }) => sum + (value! - mean) ** 2 + standardError! ** 2, 0) / eap.length;
    expect(found.variance.value).toBeCloseTo(second, 5);
    expect(eap.reduce((sum, { value }) => sum + value!, 0) / eap.length).toBeCloseTo(mean, 6);
    const error = eap.reduce((sum, { standardError }) => sum + standardError! ** 2, 0) / eap.length;
    expect(found.reliability.value).toBeCloseTo(1 - error / second, 6);
  });

  it('says when candidates do not differ', () => {
    // Everybody has one of two right: less spread than chance would give.
    const ratings = Array.from({ length: 20 }, (_, k) => [row(`c${k}`, 'key', 'p', k % 2), row(`c${k}`, 'key', 'q', 1 - (k % 2))]).flat();
    const marginal = raschMml(tableOf(ratings, 0, 1));
    expect(isDirty(marginal)).toBe(false);
    expect(marginal.variance.value).toBeLessThan(1e-8);
    expect(oneParameterLogistic(marginal).discrimination).toMatchObject({ value: null, status: 'CONSTANT' });
  });

  it('has a defined answer for every kind of trouble', () => {
    expect(raschMml(tableOf([row('a', 'r', 'q', 3), row('b', 'r', 'q', 3)])).status).toBe('CONSTANT');
    expect(raschMml(tableOf([row('a', 'r', 'p', 3), row('a', 'r', 'q', 4)])).status).toBe('INSUFFICIENT_DATA');
    const extreme = raschMml(tableOf([...PANEL, row('C0', 'kind', 'I0', 5), row('C1', 'kind', 'I1', 5)]));
    expect(extreme.raters.find(({ name }) => name === 'kind')!.measure).toMatchObject({ value: null, status: 'EXTREME' });
    expect(extreme.deviance).toBeCloseTo(raschMml(tableOf(PANEL)).deviance!, 8);
    // Each rater with items of their own: harsh or hard cannot be told apart, though the candidates are shared.
    const nested = PANEL.map((rating) => ({ ...rating, item: `${rating.item} by ${rating.rater}` }));
    expect([raschMml(tableOf(nested)).status, raschMml(tableOf(nested)).deviance]).toEqual(['DISCONNECTED', null]);
    // Panels that share items but no candidate: figures, on an assumption.
    const assumed = raschMml(tableOf(TWO_PANELS));
    expect([assumed.status, assumed.raters[0]!.measure.value === null]).toEqual(['DISCONNECTED', false]);
    expect(oneParameterLogistic(raschMml(table)).discrimination.status).toBe('INSUFFICIENT_DATA');
  });

  it('answers any ratings with numbers or a reason', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const ratings = randomRatings(seed);
        const marginal = raschMml(tableOf(ratings));
        expect(isDirty(marginal)).toBe(false);
        expect(isDirty(oneParameterLogistic(marginal))).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses nodes that are none', () => {
    for (const nodes of [0, 9, 40, 643, 41.5]) expect(() => raschMml(table, { nodes })).toThrow(RangeError);
  });
});
