import * as fc from 'fast-check';
import type { Estimate } from '@touchstone/kernel';
import {
  categoryProbabilities,
  centralTendency,
  facetSummary,
  haloEffects,
  type RaschElement,
  raschJml,
  raschMap,
  type RatingTable,
  separation,
  unexpectedRatings,
} from '..';
import { fitStatistics } from './fit-statistics';
import { simulatedTable, type Simulation } from './simulated-ratings';

const rest: Estimate = { value: null, standardError: null, interval: null, n: 1, raters: 1, method: '', status: 'OK' };

const element = (value: number | null, error: number, more: Partial<RaschElement> = {}): RaschElement => ({
  name: String(value),
  measure: { ...rest, value, status: value === null ? 'INSUFFICIENT_DATA' : 'OK' },
  conditionalError: error,
  score: 6,
  count: 2,
  fairAverage: rest,
  extreme: null,
  fit: { n: 2, infit: 1, outfit: null, infitZ: null, outfitZ: null },
  ...more,
});

describe('the probabilities of the categories', () => {
  it('are those of the logistic for two categories, and even where logit and thresholds are 0', () => {
    expect(categoryProbabilities(1.2, [0.5])[1]).toBeCloseTo(1 / (1 + Math.exp(-0.7)), 14);
    categoryProbabilities(0, [0, 0, 0]).forEach((chance) => expect(chance).toBe(0.25));
  });

  it('have the odds that the thresholds say, add up to 1, and bear any logit', () => {
    const logit = fc.double({ min: -800, max: 800, noNaN: true });
    fc.assert(
      fc.property(logit, fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { maxLength: 8 }), (at, thresholds) => {
        const chances = categoryProbabilities(at, thresholds);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
        thresholds.forEach((threshold, k) => {
          if (chances[k]! > 1e-200 && chances[k + 1]! > 1e-200)
            expect(Math.log(chances[k + 1]! / chances[k]!)).toBeCloseTo(at - threshold, 8);
        });
      }),
    );
    expect(() => categoryProbabilities(NaN, [0])).toThrow(RangeError);
    expect(() => categoryProbabilities(0, [Infinity])).toThrow(RangeError);
  });
});

describe('fit', () => {
  const rows = (residual: readonly number[], variance: readonly number[], fourth: readonly number[]) => ({
    expected: Float64Array.from(residual, () => 0),
    residual: Float64Array.from(residual),
    variance: Float64Array.from(variance),
    fourth: Float64Array.from(fourth),
  });

  it('is by hand what it is by the formulas', () => {
    // Residuals 1 and 2 with variances 1 and 4: outfit (1 + 1) / 2, infit 5 / 5. Fourth moments 3 and 48: kurtosis 3, as of a normal.
    const [fit] = fitStatistics(Int32Array.of(0, 0), 1, rows([1, 2], [1, 4], [3, 48]), 0);
    expect([fit!.n, fit!.infit, fit!.outfit]).toEqual([2, 1, 1]);
    // A mean square of 1 stands a third of its standard deviation above its expectation on the cube-root scale.
    expect(fit!.outfitZ).toBeCloseTo(Math.sqrt(2 + 2) / 2 / 3, 14);
    expect(fit!.infitZ).toBeCloseTo(Math.sqrt(2 + 32) / 5 / 3, 14);
  });

  it('hides deviates of few ratings, and gives nothing where nothing is expected', () => {
    const nine = rows(new Array(9).fill(1), new Array(9).fill(1), new Array(9).fill(3));
    expect(fitStatistics(new Int32Array(9), 1, nine, 10)[0]).toMatchObject({ n: 9, infit: 1, infitZ: null, outfitZ: null });
    expect(fitStatistics(new Int32Array(9), 1, nine, 9)[0]!.infitZ).not.toBeNull();
    expect(fitStatistics(Int32Array.of(0), 2, rows([NaN], [NaN], [NaN]), 0)).toEqual([
      { n: 0, infit: null, outfit: null, infitZ: null, outfitZ: null },
      { n: 0, infit: null, outfit: null, infitZ: null, outfitZ: null },
    ]);
    // A right-or-wrong answer of even chance always has the same square: no variance, no deviate.
    expect(fitStatistics(Int32Array.of(0), 1, rows([0.5], [0.25], [0.0625]), 0)[0]).toMatchObject({ outfit: 1, outfitZ: null });
  });

  it('averages to about 1 over raters who follow the model', () => {
    const analysis = raschMap(simulatedTable({ candidates: 80, raters: 6, items: 6, each: 3, seed: 12 }));
    const mean = facetSummary(analysis.raters).infit!.mean;
    expect(mean).toBeGreaterThan(0.9);
    expect(mean).toBeLessThan(1.1);
  });
});

describe('separation', () => {
  it('is by hand what it is by the formulas', () => {
    // Measures -2 and 2 with errors 1: variance 4, error 1, true 3.
    const found = separation([element(-2, 1), element(2, 1)])!;
    expect(found.population).toMatchObject({ sd: 2, reliability: 0.75 });
    expect(found.population.separation).toBeCloseTo(Math.sqrt(3), 14);
    expect(found.population.strata).toBeCloseTo((4 * Math.sqrt(3) + 1) / 3, 14);
    expect(found.sample.reliability).toBeCloseTo(7 / 8, 14);
    expect(found.chiSquare).toMatchObject({ value: 8, degrees: 1 });
    // Two standard errors times the root of two: the tail of chi-square 8 with one degree (NIST tables: 0.00468).
    expect(found.chiSquare.p).toBeCloseTo(0.00468, 5);
  });

  it('is 0 where errors explain all, has no reliability without spread, and wants two that were measured', () => {
    expect(separation([element(-0.1, 1), element(0.1, 1)])!.population).toMatchObject({ separation: 0, reliability: 0, strata: 1 / 3 });
    expect(separation([element(0, 1), element(0, 1)])!.population.reliability).toBeNull();
    expect(separation([element(1, 1), element(5, 1, { extreme: 'MAXIMUM' }), element(null, 1)])).toBeNull();
    expect(separation([])).toBeNull();
  });
});

describe('the summary of a facet', () => {
  it('counts for each figure the elements that have it', () => {
    const summary = facetSummary([element(1, 0.5), element(3, 0.7), element(null, 0.6)]);
    expect(summary.measure).toEqual({ n: 2, mean: 2, sd: 1 });
    expect(summary.average).toEqual({ n: 3, mean: 3, sd: 0 });
    expect(summary.conditionalError!.mean).toBeCloseTo(0.6, 14);
    expect(summary.outfit).toBeNull();
    expect(facetSummary([]).score).toBeNull();
  });
});

describe('unexpected ratings', () => {
  const table = simulatedTable({ candidates: 20, raters: 4, items: 5, seed: 13 });
  // The weakest rating of the best candidate: what nobody would expect.
  const analysis = raschMap(table);
  const best = analysis.candidates.reduce((a, b) => (b.measure.value! > a.measure.value! ? b : a)).name;
  const at = table.candidate.findIndex((candidate) => table.candidates[candidate] === best);
  const slipped: RatingTable = { ...table, score: table.score.map((score, row) => (row === at ? 1 : score)) };
  const after = raschMap(slipped);

  it('has the slip on top, and all others in order, from the limit on', () => {
    const listed = unexpectedRatings(slipped, after);
    expect(listed[0]).toMatchObject({ candidate: best, observed: 1, kind: 'STRIKING' });
    expect(listed[0]!.expected).toBeGreaterThan(3);
    listed.forEach(({ residual, observed, expected, kind }, k) => {
      expect(Math.abs(residual)).toBeGreaterThanOrEqual(2);
      expect(Math.sign(residual)).toBe(Math.sign(observed - expected));
      expect(kind).toBe(Math.abs(residual) >= 3 ? 'STRIKING' : 'SURPRISING');
      if (k > 0) expect(Math.abs(residual)).toBeLessThanOrEqual(Math.abs(listed[k - 1]!.residual));
    });
    expect(unexpectedRatings(slipped, after, 3)).toEqual(listed.filter(({ kind }) => kind === 'STRIKING'));
    expect(unexpectedRatings(slipped, after, 0).length).toBe(slipped.score.length);
    expect(() => unexpectedRatings(slipped, after, -1)).toThrow(RangeError);
  });

  it('is about one in twenty where the model holds', () => {
    const share = unexpectedRatings(table, analysis).length / table.score.length;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.08);
  });

  it('is empty without an analysis, and never names extreme scores', () => {
    const constant = { ...table, score: table.score.map(() => 3) };
    expect(unexpectedRatings(constant, raschMap(constant))).toEqual([]);
    const perfect = { ...table, score: table.score.map((score, row) => (table.candidate[row] === 0 ? 5 : score)) };
    const jml = raschJml(perfect);
    expect(jml.candidates[0]!.extreme).toBe('MAXIMUM');
    expect(unexpectedRatings(perfect, jml, 0).some(({ candidate }) => candidate === perfect.candidates[0])).toBe(false);
  });
});

describe('effects of raters', () => {
  const over = <T>(simulation: Omit<Simulation, 'seed'>, figure: (table: RatingTable) => T): T[] =>
    Array.from({ length: 12 }, (_, k) => figure(simulatedTable({ ...simulation, seed: 100 + k })));
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const panel = { candidates: 40, raters: 5, items: 6, each: 3 };

  it('finds no halo where there is none, and one where there is', () => {
    const none = over(panel, (table) => haloEffects(table, raschMap(table)));
    expect(Math.abs(mean(none.flat().map(({ z }) => z!)))).toBeLessThan(0.5);
    expect(mean(none.flat().map(({ flagged }) => Number(flagged)))).toBeLessThan(0.1);
    const strong = over({ ...panel, halo: 1 }, (table) => haloEffects(table, raschMap(table)));
    expect(mean(strong.map((raters) => Number(raters[0]!.flagged)))).toBeGreaterThan(0.8);
    expect(mean(strong.flatMap((raters) => raters.slice(1)).map(({ flagged }) => Number(flagged)))).toBeLessThan(0.2);
    // Variance of the impressions against that of ratings about 0.8 of a step wide: some 0.4.
    expect(mean(strong.map((raters) => raters[0]!.correlation.value!))).toBeGreaterThan(0.3);
  });

  it('tells a rater who keeps to the middle from those who do not', () => {
    const none = over(panel, (table) => centralTendency(table, raschMap(table)));
    expect(mean(none.flat().map(({ spread }) => spread.value!))).toBeCloseTo(1, 1);
    expect(mean(none.flat().map(({ flagged }) => Number(flagged !== 'NEITHER')))).toBeLessThan(0.1);
    const central = over({ ...panel, reach: 0.5 }, (table) => centralTendency(table, raschMap(table))[0]!);
    expect(mean(central.map(({ flagged }) => Number(flagged === 'CENTRAL')))).toBeGreaterThan(0.9);
    expect(Math.max(...central.map(({ correlation }) => correlation!))).toBeLessThan(0);
    const extreme = over({ ...panel, reach: 2 }, (table) => centralTendency(table, raschMap(table))[0]!);
    expect(mean(extreme.map(({ flagged }) => Number(flagged === 'EXTREME')))).toBeGreaterThan(0.7);
  });

  it('does not change when the scale is turned round', () => {
    const table = simulatedTable({ ...panel, seed: 14 });
    const turned = { ...table, score: table.score.map((score) => 6 - score) };
    const [before, after] = [raschMap(table), raschMap(turned)];
    haloEffects(turned, after).forEach(({ z }, k) => expect(z).toBeCloseTo(haloEffects(table, before)[k]!.z!, 7));
    centralTendency(turned, after).forEach(({ spread }, k) =>
      expect(spread.value).toBeCloseTo(centralTendency(table, before)[k]!.spread.value!, 7),
    );
  });

  it('says nothing of few ratings, of the only rater, or without an analysis', () => {
    const few = simulatedTable({ candidates: 3, raters: 2, items: 2, seed: 15 });
    for (const { correlation, flagged, z } of haloEffects(few, raschMap(few))) {
      expect([correlation.value, correlation.status, flagged, z]).toEqual([null, 'INSUFFICIENT_DATA', null, null]);
    }
    const alone = simulatedTable({ candidates: 20, raters: 1, items: 5, seed: 16 });
    expect(haloEffects(alone, raschMap(alone))[0]!.correlation.status).toBe('INSUFFICIENT_DATA');
    expect(centralTendency(alone, raschMap(alone))[0]!.spread.status).toBe('OK');
    const constant = { ...alone, score: alone.score.map(() => 2) };
    expect(haloEffects(constant, raschMap(constant))[0]!.correlation.status).toBe('CONSTANT');
    expect(centralTendency(constant, raschMap(constant))[0]!.spread.status).toBe('CONSTANT');
  });
});

describe('fair averages', () => {
  it('are what the model expects at the mean of the other facets, with the interval of the measure translated', () => {
    const analysis = raschMap(simulatedTable({ candidates: 15, raters: 3, items: 4, seed: 17 }));
    const thresholds = analysis.scales[0]!.thresholds.map(({ value }) => value!);
    const rating = (logit: number): number => categoryProbabilities(logit, thresholds).reduce((sum, p, k) => sum + p * (k + 1), 0);
    const centre = analysis.candidates.reduce((sum, { measure }) => sum + measure.value!, 0) / 15;
    for (const { measure, fairAverage } of analysis.candidates) {
      expect(fairAverage.value).toBeCloseTo(rating(measure.value!), 10);
      expect(fairAverage.interval!.lower).toBeCloseTo(rating(measure.interval!.lower), 10);
      const h = 1e-5;
      const slope = (rating(measure.value! + h) - rating(measure.value! - h)) / (2 * h);
      expect(fairAverage.standardError).toBeCloseTo(slope * measure.standardError!, 7);
    }
    for (const { measure, fairAverage } of analysis.raters) expect(fairAverage.value).toBeCloseTo(rating(centre - measure.value!), 10);
  });

  it('weigh the scales of the items by how often an element was rated on them, in the partial credit model', () => {
    const analysis = raschMap(simulatedTable({ candidates: 15, raters: 3, items: 4, seed: 18 }), { model: 'PARTIAL_CREDIT' });
    const [one] = analysis.candidates;
    const meanDifficulty = analysis.items.reduce((sum, { measure }) => sum + measure.value!, 0) / 4;
    const expected = analysis.scales.map(({ thresholds }) =>
      categoryProbabilities(
        one!.measure.value! - meanDifficulty,
        thresholds.map(({ value }) => value!),
      ).reduce((sum, p, k) => sum + p * (k + 1), 0),
    );
    expect(one!.fairAverage.value).toBeCloseTo(expected.reduce((sum, value) => sum + value, 0) / 4, 10);
  });
});
