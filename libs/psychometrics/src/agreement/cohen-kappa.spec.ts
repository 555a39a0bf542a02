import { cohenKappa, cohenKappas } from '..';
import { categoriesOf } from './categories';
import { ANXIETY, COHEN_1968, COHEN_1968_WEIGHTS, KRIPPENDORFF_2011, crossTabulated, tableOf } from './published-ratings';

const scale = { min: 1, max: 5 };

describe("Cohen's kappa", () => {
  const cohen = crossTabulated(COHEN_1968);

  it('is .492, and .348 with the weights of Cohen (1968), Table 1', () => {
    expect(cohenKappa(cohen, ['A', 'B']).kappa.value).toBeCloseTo(0.492, 3);
    expect(cohenKappa(cohen, ['A', 'B'], { disagreement: COHEN_1968_WEIGHTS }).kappa.value).toBeCloseTo(0.348, 3);
  });

  it('has the standard errors of psych 2.2.9 and the z of irr 0.84.1', () => {
    // psych::cohen.kappa(x)$var.kappa, $confid, with w = 1 - v / 6 its $var.weighted; irr::kappa2(x)$statistic.
    const plain = cohenKappa(cohen, ['A', 'B']);
    expect((plain.kappa.standardError ?? 0) ** 2).toBeCloseTo(0.00260118519205626, 14);
    expect(plain.kappa.interval?.lower).toBeCloseTo(0.391563702053547, 12);
    expect(plain.kappa.interval?.upper).toBeCloseTo(0.59148714540408, 12);
    expect(plain.z).toBeCloseTo(9.45624243552736, 11);
    const weighted = cohenKappa(cohen, ['A', 'B'], { disagreement: COHEN_1968_WEIGHTS });
    expect(weighted.kappa.standardError).toBeCloseTo(0.0755040152548229, 13);
    // By hand: disagreements weigh (24 x 1 + 20 x 3 + 16 x 6) / 200 = .9 of 6 at the most; by chance 1.38.
    expect(weighted.observed).toBeCloseTo(1 - 0.9 / 6, 14);
    expect(weighted.expected).toBeCloseTo(1 - 1.38 / 6, 14);
    const quadratic = cohenKappa(cohen, ['A', 'B'], 'quadratic');
    expect((quadratic.kappa.standardError ?? 0) ** 2).toBeCloseTo(0.0044160917970084, 14);
    expect([plain.units, plain.observed, plain.kappa.n, plain.kappa.raters]).toEqual([200, 0.7, 400, 2]);
    expect(plain.expected).toBeCloseTo(0.41, 14); // (.6 .5) + (.3 .3) + (.1 .2), by hand
  });

  it('has the values of irr 0.84.1 and psych 2.2.9 on the anxiety data', () => {
    const { kappa, z, p } = cohenKappa(tableOf(ANXIETY, { min: 1, max: 6 }), ['rater1', 'rater2']);
    expect(kappa.value).toBeCloseTo(0.119496855345912, 13);
    expect(kappa.standardError).toBeCloseTo(0.119271297163146, 13);
    expect(z).toBeCloseTo(1.16376222865954, 11);
    expect(p).toBeCloseTo(0.24452, 5); // 2 pnorm(-1.16376)
    const quadratic = cohenKappa(tableOf(ANXIETY, { min: 1, max: 6 }), ['rater1', 'rater2'], 'quadratic');
    expect(quadratic.kappa.value).toBeCloseTo(0.296765119549929, 13);
    expect(quadratic.kappa.standardError).toBeCloseTo(0.157006460653602, 13);
  });

  it('compares the units both have rated, whatever is missing', () => {
    // irrCAC 1.0, kappa2.table over all five categories.
    const table = tableOf(KRIPPENDORFF_2011, scale);
    const values = (['unweighted', 'linear', 'quadratic'] as const).map((weights) => cohenKappa(table, ['A', 'C'], weights).kappa.value);
    expect(values[0]).toBeCloseTo(0.4782608696, 9);
    expect(values[1]).toBeCloseTo(0.5, 12);
    expect(values[2]).toBeCloseTo(0.5384615385, 9);
    expect(cohenKappa(table, ['A', 'C']).units).toBe(8);
  });

  it('lays weights over all categories of the scale, also those that neither used', () => {
    // Scores 1, 2 and 4 on a scale of 1 to 4: 2 and 4 are two steps apart, not one.
    const gap = tableOf({ A: [1, 2, 4, 4], B: [1, 2, 4, 2] }, { min: 1, max: 4 });
    // observed (2/3) / 4 = 1/6; by chance A 1, 2, 4 with 1/4, 1/4, 1/2; B with 1/4, 1/2, 1/4:
    // in thirds: A=1: (0 + 1/2 + 3/4) = 5/4; A=2: (1/4 + 0 + 2/4) = 3/4; A=4: (3/4 + 2/2 + 0) = 7/4; mean 5/16 + 3/16 + 14/16 = 22/16
    expect(cohenKappa(gap, ['A', 'B'], 'linear').kappa.value).toBeCloseTo(1 - 1 / 6 / (22 / 48), 14);
  });

  it('puts 10 after 2', () => {
    const table = tableOf({ A: [1, 2, 10, 10], B: [1, 2, 10, 9] }, { min: 1, max: 10 });
    // Quadratic kappa is 2 cov / (var + var + (difference of means)^2), Cohen (1968): means 5.75 and 5.5, by hand.
    const covariance = (1 + 4 + 100 + 90) / 4 - 5.75 * 5.5;
    const spread = 205 / 4 - 5.75 ** 2 + 186 / 4 - 5.5 ** 2 + 0.25 ** 2;
    expect(cohenKappa(table, ['A', 'B'], 'quadratic').kappa.value).toBeCloseTo((2 * covariance) / spread, 13);
  });

  it('knows which rater is which: own weights may differ by direction', () => {
    const table = tableOf({ A: [1, 1, 2], B: [1, 2, 2] }, { min: 1, max: 2 });
    const disagreement = [
      [0, 1],
      [5, 0],
    ];
    // A 1, 1, 2 and B 1, 2, 2: observed 1 x 1/3; by chance (2/3)(2/3) 1 + (1/3)(1/3) 5 = 1; the other way round 5/3 and 4/9 x 5 + 1/9.
    expect(cohenKappa(table, ['A', 'B'], { disagreement }).kappa.value).toBeCloseTo(2 / 3, 14);
    expect(cohenKappa(table, ['B', 'A'], { disagreement }).kappa.value).toBeCloseTo(1 - 5 / 3 / (21 / 9), 14);
  });

  it('says why there is no kappa', () => {
    const of = (columns: Parameters<typeof tableOf>[0], given: typeof scale | undefined = scale) => tableOf(columns, given);
    expect(cohenKappa(of({ A: [3, 3], B: [3, 3] }), ['A', 'B'])).toMatchObject({
      kappa: { value: null, status: 'CONSTANT', standardError: null, interval: null },
      observed: 1,
      z: null,
      p: null,
      nullStandardError: null,
    });
    expect(cohenKappa(of({ A: [3, null], B: [null, 3] }), ['A', 'B'])).toMatchObject({ units: 0, kappa: { status: 'INSUFFICIENT_DATA' } });
    const averaged = cohenKappa(of({ A: [3, 2.5], B: [3, 3] }), ['A', 'B']);
    expect(averaged.kappa).toMatchObject({ value: null, status: 'INSUFFICIENT_DATA' });
    expect(averaged.kappa.method).toContain('whole');
    const unscaled = tableOf({ A: [1, 2], B: [1, 3] });
    expect(cohenKappa(unscaled, ['A', 'B'], 'linear').kappa.status).toBe('INSUFFICIENT_DATA');
    expect(cohenKappa(unscaled, ['A', 'B']).kappa.value).toBeCloseTo(1 / 3, 14); // observed 1/2, chance 1/4
  });

  it('of one unit is a value without a standard error; of perfect agreement it is exactly 1', () => {
    expect(cohenKappa(tableOf({ A: [3], B: [4] }, scale), ['A', 'B']).kappa).toMatchObject({
      value: 0,
      standardError: null,
      interval: null,
    });
    const perfect = cohenKappa(tableOf({ A: [1, 2, 3, 3], B: [1, 2, 3, 3] }, scale), ['A', 'B'], 'quadratic');
    expect(perfect.kappa).toMatchObject({ value: 1, standardError: 0, interval: { lower: 1, upper: 1 }, status: 'OK' });
  });

  it('keeps the interval within -1 and 1', () => {
    const { interval } = cohenKappa(tableOf({ A: [1, 2, 1, 2], B: [1, 2, 1, 1] }, scale), ['A', 'B']).kappa;
    expect(interval?.upper).toBe(1);
    const opposed = cohenKappa(tableOf({ A: [1, 2, 1, 1, 2], B: [2, 1, 2, 2, 1] }, scale), ['A', 'B'], 'linear').kappa;
    expect(opposed.interval?.lower).toBeGreaterThanOrEqual(-1);
  });

  it('takes the observed categories where no scale is stated, and the scale where one is', () => {
    expect(categoriesOf(tableOf({ A: [2, 4] }), false)).toEqual({ ok: true, value: { first: 2, count: 3 } });
    expect(categoriesOf(tableOf({ A: [2, 4] }, scale), false)).toEqual({ ok: true, value: { first: 1, count: 5 } });
  });

  it('refuses mistakes', () => {
    for (const raters of [
      ['A', 'A'],
      ['A', 'nobody'],
    ] as const) {
      expect(() => cohenKappa(cohen, raters)).toThrow(RangeError);
    }
    for (const disagreement of [
      [[0, 1]],
      [
        [0, 1, 1],
        [1, 0, 1],
        [1, 1],
      ],
      [
        [1, 1, 1],
        [1, 0, 1],
        [1, 1, 0],
      ],
      [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
      [
        [0, -1, 1],
        [1, 0, 1],
        [1, 1, 0],
      ],
      [
        [0, NaN, 1],
        [1, 0, 1],
        [1, 1, 0],
      ],
    ]) {
      expect(() => cohenKappa(cohen, ['A', 'B'], { disagreement })).toThrow(RangeError);
    }
  });
});

describe("Cohen's kappa of every two raters", () => {
  it('is that of each pair, in the order of the names', () => {
    const table = tableOf(KRIPPENDORFF_2011, scale);
    const kappas = cohenKappas(table, 'quadratic');
    expect(kappas.map(({ raters }) => raters.join(''))).toEqual(['AB', 'AC', 'AD', 'BC', 'BD', 'CD']);
    for (const kappa of kappas) expect(kappa).toEqual(cohenKappa(table, kappa.raters, 'quadratic'));
    // irrCAC 1.0, as above.
    expect(kappas.map(({ kappa }) => Number(kappa.value?.toFixed(6)))).toEqual([
      0.939597, 0.538462, 0.552486, 0.857143, 0.870968, 0.892086,
    ]);
    expect(kappas.map(({ units }) => units)).toEqual([9, 8, 9, 9, 10, 10]);
  });

  it('leaves out pairs without a common unit, and refuses averages for each pair', () => {
    const table = tableOf({ A: [3, null, 2.5], B: [3, 4, null], C: [null, 4, null] }, scale);
    const kappas = cohenKappas(table);
    expect(kappas.map(({ raters, units, kappa }) => [raters.join(''), units, kappa.status])).toEqual([
      ['AB', 1, 'INSUFFICIENT_DATA'],
      ['BC', 1, 'INSUFFICIENT_DATA'],
    ]);
    expect(kappas[0]).toEqual(cohenKappa(table, ['A', 'B']));
    expect(cohenKappas(tableOf({ A: [1, 2] }, scale))).toEqual([]);
  });
});
