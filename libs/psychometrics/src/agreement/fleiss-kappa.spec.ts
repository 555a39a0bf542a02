import { fleissKappa, fleissKappaGeneralised } from '..';
import { ANXIETY, FLEISS_1971, KRIPPENDORFF_2011, distributed, tableOf } from './published-ratings';

const scale = { min: 1, max: 5 };

describe("Fleiss' kappa", () => {
  it('is .430 for the psychiatrists of Fleiss (1971), with z 17.65 as irr prints', () => {
    const { kappa, observed, expected, units, raters, nullStandardError, z, p } = fleissKappa(distributed(FLEISS_1971));
    expect(kappa.value).toBeCloseTo(0.43, 3);
    expect(observed).toBeCloseTo(0.5556, 4); // Fleiss (1971), p. 380
    expect(expected).toBeCloseTo(0.2199, 4);
    expect(z).toBeCloseTo(17.65183058, 7); // irr 0.84.1, kappam.fleiss(diagnoses)
    expect(nullStandardError).toBeCloseTo(0.0243739321, 9);
    expect(p).toBeLessThan(1e-60);
    expect([units, raters, kappa.n, kappa.raters]).toEqual([30, 6, 180, 6]);
  });

  it('has the standard error and interval of irrCAC 1.0 around the value found', () => {
    const { kappa } = fleissKappa(distributed(FLEISS_1971));
    expect(kappa.standardError).toBeCloseTo(0.0542, 5);
    expect(kappa.interval?.lower).toBeCloseTo(0.319, 3);
    expect(kappa.interval?.upper).toBeCloseTo(0.541, 3);
  });

  it('has the kappa of each category that irr 0.84.1 prints', () => {
    // kappam.fleiss(diagnoses, detail = TRUE)
    const { categories } = fleissKappa(distributed(FLEISS_1971));
    expect(categories.map(({ category }) => category)).toEqual([1, 2, 3, 4, 5]);
    expect(categories.map(({ kappa }) => Number(kappa.value?.toFixed(3)))).toEqual([0.245, 0.245, 0.52, 0.471, 0.566]);
    expect(categories.map(({ z }) => Number(z?.toFixed(3)))).toEqual([5.192, 5.192, 11.031, 9.994, 12.009]);
    expect(categories.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 14);
    expect(categories[0]?.share).toBeCloseTo(26 / 180, 14); // by hand
  });

  it('is the mean of the category kappas weighted by p (1 - p), Fleiss (1971)', () => {
    const { kappa, categories, z, p } = fleissKappa(tableOf(ANXIETY, { min: 1, max: 6 }));
    const weight = categories.reduce((sum, { share }) => sum + share * (1 - share), 0);
    const weighted = categories.reduce((sum, each) => sum + each.share * (1 - each.share) * (each.kappa.value ?? 0), 0);
    expect(kappa.value).toBeCloseTo(weighted / weight, 14);
    expect(kappa.value).toBeCloseTo(-0.0411, 4); // irr 0.84.1, kappam.fleiss(anxiety): Kappa = -0.0411, z = -0.634, p-value = 0.526
    expect(z).toBeCloseTo(-0.634, 3);
    expect(p).toBeCloseTo(0.526, 3);
  });

  it('uses the units that all have rated, and says how many', () => {
    const complete = fleissKappa(tableOf({ A: [1, 2, 3, 1], B: [1, 2, 2, 1], C: [1, 3, 3, 2] }, scale));
    const holes = fleissKappa(tableOf({ A: [1, 2, 3, 1, 5, null], B: [1, 2, 2, 1, 5, 4], C: [1, 3, 3, 2, null, null] }, scale));
    expect(holes).toEqual(complete);
    expect(holes.units).toBe(4);
  });

  it('says why there is no kappa', () => {
    expect(fleissKappa(tableOf({ A: [1, 2] }, scale))).toMatchObject({ units: 0, kappa: { value: null, status: 'INSUFFICIENT_DATA' } });
    expect(fleissKappa(tableOf({ A: [1, null], B: [1, 2], C: [null, 2] }, scale)).kappa.status).toBe('INSUFFICIENT_DATA');
    expect(fleissKappa(tableOf({ A: [1.5, 2], B: [1, 2] }, scale)).kappa).toMatchObject({ value: null, status: 'INSUFFICIENT_DATA' });
    const constant = fleissKappa(tableOf({ A: [2, 2], B: [2, 2] }, scale));
    expect(constant).toMatchObject({ kappa: { value: null, status: 'CONSTANT' }, z: null, p: null, nullStandardError: null, observed: 1 });
    expect(constant.categories).toMatchObject([{ category: 2, share: 1, kappa: { value: null, status: 'CONSTANT' }, z: null }]);
  });

  it('is exactly 1 at perfect agreement', () => {
    const { kappa } = fleissKappa(tableOf({ A: [1, 2, 2], B: [1, 2, 2], C: [1, 2, 2] }, scale));
    expect(kappa).toMatchObject({ value: 1, standardError: 0, status: 'OK' });
  });
});

describe("Fleiss' kappa with holes", () => {
  it('is 0.76117 with standard error 0.15302 and (0.424, 1) for the four raters of irrCAC 1.0', () => {
    // fleiss.kappa.raw(cac.raw4raters), printed in its vignette; quadratic: weights = "quadratic", categ.labels = 1:5
    const { coefficient, observed, expected, units, unitsWithTwo, degrees } = fleissKappaGeneralised(tableOf(KRIPPENDORFF_2011, scale));
    expect(coefficient.value).toBeCloseTo(0.76117, 5);
    expect(coefficient.standardError).toBeCloseTo(0.15302, 5);
    expect(coefficient.interval?.lower).toBeCloseTo(0.424, 3);
    expect(coefficient.interval?.upper).toBe(1);
    expect(observed).toBeCloseTo(0.818181818182, 12);
    expect(expected).toBeCloseTo(0.238715277778, 12);
    expect([units, unitsWithTwo, degrees]).toEqual([12, 11, 11]);
    const quadratic = fleissKappaGeneralised(tableOf(KRIPPENDORFF_2011, scale), 'quadratic');
    expect(quadratic.coefficient.value).toBeCloseTo(0.86494, 5);
    expect(quadratic.coefficient.standardError).toBeCloseTo(0.14603, 5);
    expect(quadratic.expected).toBeCloseTo(0.817708333333, 12);
  });

  it('is the classical one where nothing is missing', () => {
    const table = distributed(FLEISS_1971);
    expect(fleissKappaGeneralised(table).coefficient.value).toBeCloseTo(fleissKappa(table).kappa.value ?? NaN, 14);
  });

  it('is found for rotating panels, where no unit has all raters', () => {
    const table = tableOf({ A: [1, 2, null], B: [1, null, 3], C: [null, 2, 3] }, scale);
    expect(fleissKappa(table).kappa.status).toBe('INSUFFICIENT_DATA');
    expect(fleissKappaGeneralised(table).coefficient.value).toBe(1);
  });

  it('says why there is none', () => {
    const status = (columns: Parameters<typeof tableOf>[0]) => fleissKappaGeneralised(tableOf(columns, scale)).coefficient.status;
    expect(status({ A: [1, null], B: [null, 2] })).toBe('INSUFFICIENT_DATA');
    expect(status({ A: [1.5, 2], B: [1, 2] })).toBe('INSUFFICIENT_DATA');
    expect(status({ A: [2, 2], B: [2, 2] })).toBe('CONSTANT');
    expect(fleissKappaGeneralised(tableOf({ A: [1], B: [2] }), 'linear').coefficient.status).toBe('INSUFFICIENT_DATA');
    expect(fleissKappaGeneralised(tableOf({ A: [1], B: [2] }, scale))).toMatchObject({
      coefficient: { value: -1, standardError: null, interval: null },
      degrees: null,
    });
  });
});
