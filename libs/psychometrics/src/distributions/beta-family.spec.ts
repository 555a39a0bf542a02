import * as fc from 'fast-check';
import { fCdf, fQuantile, regularizedBeta, tCdf, tQuantile } from '..';

/** Equal to so many parts in one, which is the promise of the chapter. */
const expectRelative = (value: number, wanted: number, parts = 1e-13) => {
  if (wanted === 0) expect(value).toBe(0);
  else expect(Math.abs(value / wanted - 1)).toBeLessThan(parts);
};

describe('beta', () => {
  // Computed with mpmath 1.3 at 40 digits, from the series of positive terms.
  it.each([
    [0.3, 2, 5, 0.57982499999999997601],
    [0.01, 0.5, 0.5, 0.063768560858519848583],
    [0.2, 0.001, 50, 0.99999999866660184352],
    [0.4, 100, 100, 0.0021600949380551488695],
    [0.51, 1e4, 1e4, 0.99766294066988985049],
    [0.9, 300, 30, 0.27103826541207210115],
    [0.999, 300, 0.3, 0.27315769052162942497],
    [1e-10, 0.3, 1e8, 0.27924099607221619571],
    [1e-300, 0.01, 3, 0.0010150499999999998546],
    [0.25, 37.3, 112.9, 0.53139527398358017464],
    [0.499, 1e6, 1e6, 0.0023388494069315047502],
    [1e-6, 3.3, 2e6, 0.25834000394844284028],
  ])('I(%d; %d, %d) is %d', (x, a, b, wanted) => expectRelative(regularizedBeta(x, a, b), wanted, 2e-13));

  it('is a binomial tail: at least 2 of 4 with chance 0.3 is 0.3483', () => {
    expectRelative(regularizedBeta(0.3, 2, 3), 1 - 0.7 ** 4 - 4 * 0.3 * 0.7 ** 3);
  });

  it('is a power with one parameter 1, and turns around with its arguments', () => {
    const parameter = fc.double({ min: 0.01, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1, noNaN: true }), parameter, parameter, (x, a, b) => {
        const power = x ** a;
        if (power > 1e-290) expectRelative(regularizedBeta(x, a, 1), power, 1e-12);
        expect(regularizedBeta(x, a, b) + regularizedBeta(1 - x, b, a)).toBeCloseTo(1, 11);
      }),
    );
    expect([regularizedBeta(0, 2, 3), regularizedBeta(1, 2, 3)]).toEqual([0, 1]);
  });

  it('refuses what has no meaning', () => {
    for (const [x, a, b] of [
      [-0.1, 1, 1],
      [1.1, 1, 1],
      [NaN, 1, 1],
      [0.5, 0, 1],
      [0.5, 1, Infinity],
    ] as const) {
      expect(() => regularizedBeta(x, a, b)).toThrow(RangeError);
    }
  });
});

describe('Student', () => {
  // Computed with mpmath 1.3 at 40 digits.
  it.each([
    [-2, 2.5, 0.078695747878982993312],
    [-30, 3.7, 7.4285206261760109709e-6],
    [-0.001, 5, 0.4996203933860988253],
    [2, 10, 0.96330598261462981719],
    [-3, 100.3, 0.0017028343852572753279],
    [-8, 1e6, 6.2275317166012598048e-16],
    [0.7, 0.3, 0.62718845561675101274],
  ])('at %d with %d degrees has %d below', (t, degrees, wanted) => expectRelative(tCdf(t, degrees), wanted, 2e-13));

  it('is Cauchy with one degree: arctan', () => {
    for (const t of [0.001, 0.5, 1, 3, 1e4, 1e10, 1e150]) {
      expectRelative(tCdf(-t, 1), t > 1 ? Math.atan(1 / t) / Math.PI : 0.5 - Math.atan(t) / Math.PI);
      expectRelative(tCdf(t, 1), 0.5 + Math.atan(t) / Math.PI);
    }
  });

  it('finds its way back with any degrees, in the tails and near the centre', () => {
    const degrees = fc.double({ min: 0.2, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 0.4999999, noNaN: true }), degrees, (p, df) => {
        expectRelative(tCdf(tQuantile(p, df), df), p, 1e-12);
      }),
    );
    expectRelative(tQuantile(0.5000001, 4), 2.6666666677e-7, 1e-8); // the density of t(4) at 0 is 3 / 8
  });

  it('runs from 0 to 1 and refuses what has no meaning', () => {
    expect([tCdf(-Infinity, 3), tCdf(0, 3), tCdf(Infinity, 3)]).toEqual([0, 0.5, 1]);
    for (const [t, df] of [
      [NaN, 1],
      [1, 0],
      [1, Infinity],
    ] as const) {
      expect(() => tCdf(t, df)).toThrow(RangeError);
    }
  });
});

describe('Fisher', () => {
  // Upper 5 % and 1 % critical values, as in the tables of NIST/SEMATECH e-Handbook 1.3.6.7.3; checked with scipy 1.17.1.
  it.each([
    [2, 3, 9.552, 30.817],
    [5, 10, 3.326, 5.636],
    [10, 5, 4.735, 10.051],
    [20, 100, 1.676, 2.067],
  ])('with %i and %i degrees has the printed critical values', (df1, df2, q95, q99) => {
    expect(fQuantile(0.95, df1, df2)).toBeCloseTo(q95, 3);
    expect(fQuantile(0.99, df1, df2)).toBeCloseTo(q99, 3);
  });

  it('with one and one degree is a squared tangent', () => {
    for (const p of [0.01, 0.5, 0.95, 0.99]) expectRelative(fQuantile(p, 1, 1), Math.tan((Math.PI * p) / 2) ** 2, 1e-12);
  });

  it('has the quantiles of scipy with fractional degrees', () => {
    // Computed with scipy 1.17.1: stats.f.ppf.
    expectRelative(fQuantile(0.975, 4.5, 17.3), 3.5231505859937498, 1e-12);
    expectRelative(fQuantile(0.025, 200, 1000), 0.8001143978370641, 1e-12);
    expectRelative(fQuantile(1e-10, 3, 7), 1.6267130727703686e-7, 1e-12);
  });

  // Computed with mpmath 1.3 at 40 digits.
  it.each([
    [0.01, 5, 7, 0.00004544318498315390735],
    [3.3, 2.5, 9.1, 0.92337271430125940899],
    [0.2, 100, 200, 1.1303856715813747266e-16],
    [2, 100.5, 3, 0.68312825550761291278],
    [0.9, 1e4, 1e5, 1.2965684131310648648e-12],
  ])('at %d with %d and %d degrees has %d below', (f, df1, df2, wanted) => expectRelative(fCdf(f, df1, df2), wanted));

  it('is the square of Student, turns around with its degrees, and finds its way back', () => {
    const degrees = fc.double({ min: 0.5, max: 2000, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.999, noNaN: true }), degrees, degrees, (p, df1, df2) => {
        const f = fQuantile(p, df1, df2);
        fc.pre(f > 1e-290);
        expectRelative(fCdf(f, df1, df2), p, 1e-11);
        expectRelative(fQuantile(0.975, df2, df1) * fQuantile(1 - 0.975, df1, df2), 1, 1e-12);
        expectRelative(fQuantile(0.95, 1, df2), tQuantile(0.975, df2) ** 2, 1e-12);
      }),
    );
  });

  it('runs from 0 to 1 and refuses what has no meaning', () => {
    expect([fCdf(-1, 2, 3), fCdf(0, 2, 3), fCdf(Infinity, 2, 3)]).toEqual([0, 0, 1]);
    expect(() => fCdf(NaN, 1, 1)).toThrow(RangeError);
    expect(() => fCdf(1, 0, 1)).toThrow(RangeError);
    for (const p of [0, 1, NaN]) expect(() => fQuantile(p, 1, 1)).toThrow(RangeError);
    expect(() => fQuantile(0.5, 1, Infinity)).toThrow(RangeError);
    expect(() => fQuantile(0.999, 1, 0.001)).toThrow(RangeError);
  });
});
