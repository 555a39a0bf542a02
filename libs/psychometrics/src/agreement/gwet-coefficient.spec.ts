import { type AgreementWeights, cohenKappa, fleissKappa, gwetCoefficient, krippendorffAlpha } from '..';
import { credit, sumOfCredits } from './agreement-weights';
import { FLEISS_1971, KRIPPENDORFF_2011, distributed, tableOf } from './published-ratings';

const scale = { min: 1, max: 5 };
const raters = tableOf(KRIPPENDORFF_2011, scale);

describe("Gwet's AC1 and AC2", () => {
  // irrCAC 1.0, vignettes 'overview' and 'weighting': gwet.ac1.raw(cac.raw4raters, weights), printed to five digits.
  it.each<[AgreementWeights, number, number]>([
    ['unweighted', 0.77544, 0.14295],
    ['quadratic', 0.914, 0.10396],
    ['linear', 0.85874, 0.11733],
    ['ordinal', 0.89894, 0.1069],
  ])('%s is %d with standard error %d for the four raters of irrCAC', (weights, value, standardError) => {
    const { coefficient, units, unitsWithTwo, degrees } = gwetCoefficient(raters, weights);
    expect(coefficient.value).toBeCloseTo(value, 5);
    expect(coefficient.standardError).toBeCloseTo(standardError, 5);
    expect(coefficient.interval?.upper).toBe(1);
    expect([units, unitsWithTwo, degrees]).toEqual([12, 11, 11]);
  });

  it('counts a unit with one rating in chance agreement and in n, not in agreement', () => {
    const { observed, expected } = gwetCoefficient(raters);
    expect(observed).toBeCloseTo(9 / 11, 14); // by hand: units 1 to 11 agree 1, 1, 1, ...; see irrCAC, pa 0.8181818
    expect(expected).toBeCloseTo(0.190321180556, 12); // irrCAC, pe
  });

  it('is 0.4448007 with standard error 0.08418757 for 15 of the patients of Fleiss', () => {
    // irrCAC 1.0, gwet.ac1.dist(distrib.6raters): the first 15 patients of 1971.
    const table = distributed(FLEISS_1971.slice(0, 15));
    const { coefficient } = gwetCoefficient(table);
    expect(coefficient.value).toBeCloseTo(0.4448007, 7);
    expect(coefficient.standardError).toBeCloseTo(0.08418757, 8);
    const quadratic = gwetCoefficient(table, 'quadratic').coefficient;
    expect(quadratic.value).toBeCloseTo(0.4837438, 7);
    expect(quadratic.standardError).toBeCloseTo(0.1058227, 7);
    // Student's interval with 14 degrees: 2.144787 standard errors.
    expect(quadratic.interval?.lower).toBeCloseTo(0.4837438424 - 2.144786687917804 * 0.1058226738, 8);
  });

  it('takes the categories of the scale, not those that occur', () => {
    const columns = { A: [1, 2, 2, 1], B: [1, 2, 1, 1] };
    // AC1 by hand: pa 3/4, shares 5/8 and 3/8, sum of p (1 - p) 15/32; over q - 1 categories.
    for (const max of [2, 3, 5]) {
      const expected = 15 / 32 / (max - 1);
      const { coefficient } = gwetCoefficient(tableOf(columns, { min: 1, max }));
      expect(coefficient.value).toBeCloseTo((0.75 - expected) / (1 - expected), 14);
    }
    expect(gwetCoefficient(tableOf(columns)).coefficient).toMatchObject({ value: null, status: 'INSUFFICIENT_DATA' });
  });

  it('is 1 where all scores are equal, where kappa and alpha have no value', () => {
    const same = tableOf({ A: [4, 4, 4], B: [4, 4, 4] }, scale);
    for (const weights of ['unweighted', 'linear', 'quadratic', 'ordinal'] as const) {
      expect(gwetCoefficient(same, weights)).toMatchObject({
        coefficient: { value: 1, status: 'OK', standardError: 0, interval: { lower: 1, upper: 1 } },
        observed: 1,
        expected: 0,
      });
    }
    expect([cohenKappa(same, ['A', 'B']).kappa, fleissKappa(same).kappa, krippendorffAlpha(same, 'ordinal').alpha]).toMatchObject([
      { value: null, status: 'CONSTANT' },
      { value: null, status: 'CONSTANT' },
      { value: null, status: 'CONSTANT' },
    ]);
  });

  it('says why there is none, and gives one unit no standard error', () => {
    const of = (columns: Parameters<typeof tableOf>[0]) => gwetCoefficient(tableOf(columns, scale), 'linear');
    expect(of({ A: [1, null], B: [null, 2] })).toMatchObject({
      coefficient: { value: null, status: 'INSUFFICIENT_DATA' },
      observed: null,
      expected: null,
      units: 2,
      unitsWithTwo: 0,
    });
    const averaged = of({ A: [1.5, 2], B: [1, 2] });
    expect(averaged).toMatchObject({
      coefficient: { value: null, status: 'INSUFFICIENT_DATA', n: 4, raters: 2 },
      units: 2,
      unitsWithTwo: 2,
    });
    expect(averaged.coefficient.method).toContain('whole');
    expect(gwetCoefficient(tableOf({ A: [1, 2], B: [1, 2] }, { min: 0.5, max: 5 })).coefficient.method).toContain('whole ends');
    expect(of({ A: [1], B: [2] }).coefficient).toMatchObject({ standardError: null, interval: null, status: 'OK' });
  });
});

describe('the credit of a near miss', () => {
  it('is that of Gwet (2014) on four categories', () => {
    // Ordinal, ibid. chapter 3: 1 - C(|k - l| + 1, 2) / C(4, 2): 1, 5/6, 1/2, 0.
    const row = (weights: AgreementWeights) => [0, 1, 2, 3].map((distance) => credit(weights, distance, 4));
    expect(row('unweighted')).toEqual([1, 0, 0, 0]);
    row('linear').forEach((value, d) => expect(value).toBeCloseTo(1 - d / 3, 15));
    row('quadratic').forEach((value, d) => expect(value).toBeCloseTo(1 - (d * d) / 9, 15));
    row('ordinal').forEach((value, d) => expect(value).toBeCloseTo([1, 5 / 6, 1 / 2, 0][d]!, 15));
  });

  it('adds up over all pairs of categories as the table would', () => {
    for (const weights of ['unweighted', 'linear', 'quadratic', 'ordinal'] as const) {
      for (const count of [2, 3, 7]) {
        let sum = 0;
        for (let a = 0; a < count; a += 1) for (let b = 0; b < count; b += 1) sum += credit(weights, Math.abs(a - b), count);
        expect(sumOfCredits(weights, count)).toBeCloseTo(sum, 12);
      }
    }
  });
});
