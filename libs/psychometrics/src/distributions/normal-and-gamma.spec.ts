import * as fc from 'fast-check';
import { chiSquareSurvival, logGamma, normalCdf, normalQuantile, regularizedGamma } from '..';

/** Equal to so many parts in one, which is the promise of the chapter. */
const expectRelative = (value: number, wanted: number, parts = 1e-13) => {
  if (wanted === 0) expect(value).toBe(0);
  else expect(Math.abs(value / wanted - 1)).toBeLessThan(parts);
};

describe('log gamma', () => {
  it('is the logarithm of a factorial, and of sqrt(pi) at one half', () => {
    let factorial = 1;
    for (let n = 1; n <= 170; n += 1) {
      expectRelative(logGamma(n), Math.log(factorial), 1e-14);
      factorial *= n;
    }
    expectRelative(logGamma(0.5), Math.log(Math.PI) / 2);
    expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
  });

  // Computed with mpmath 1.3 at 40 digits.
  it.each([
    [1e-300, 690.77552789821370518],
    [0.001, 6.9071788853838536617],
    [0.999999, 5.7721648738556523794e-7],
    [1.0000001, -5.772155829918507097e-8],
    [1.3, -0.10817480950786047846],
    [2.1, 0.045437738544485179002],
    [5.5, 3.9578139676187162939],
    [11.99, 17.477885575426185546],
    [1e8, 1742068066.1038347093],
    [1e300, 6.8977552789821374147e302],
  ])('of %d is %d', (x, wanted) => expectRelative(logGamma(x), wanted));

  it('obeys its recurrence, and refuses what has no logarithm', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (x) => {
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(1e-13 * Math.max(1, Math.abs(logGamma(x))));
      }),
    );
    for (const x of [0, -1, NaN, Infinity]) expect(() => logGamma(x)).toThrow(RangeError);
  });
});

describe('the normal distribution', () => {
  // NIST/SEMATECH e-Handbook 1.3.6.7.1 (area from 0 to z, five places) and, far out, mpmath 1.3 at 40 digits.
  it.each([
    [0.5, 0.19146],
    [1, 0.34134],
    [1.64, 0.4495],
    [1.96, 0.475],
    [2.58, 0.49506],
    [3, 0.49865],
  ])('has between 0 and %d the printed area %d', (z, area) => expect(Number((normalCdf(z) - 0.5).toFixed(5))).toBe(area));

  it.each([
    [-38, 2.8854283600687843084e-316, 1e-7], // a double has but seven digits there
    [-30, 4.9067139271481870595e-198, 1e-13],
    [-10, 7.619853024160526066e-24, 1e-13],
    [-5, 2.8665157187919391167e-7, 1e-13],
    [-1.7, 0.044565462758543043664, 1e-13],
    [2.5, 0.99379033467422386483, 1e-14],
  ])('has %d standard errors out the tail %d', (z, wanted, parts) => expectRelative(normalCdf(z), wanted, parts));

  // Computed with mpmath 1.3 at 40 digits, for the doubles given.
  it.each([
    [1e-300, -37.047096299361199237],
    [1e-20, -9.2623400897984075796],
    [1e-5, -4.2648907939228246102],
    [0.025, -1.9599639845400542118],
    [0.3, -0.52440051270804081597],
    [0.4999999, -2.5066282747031065135e-7],
    [0.6, 0.25334710313579974132],
    [0.975, 1.9599639845400538556],
    [0.999999, 4.7534243088170877657],
  ])('stays with probability %d below %d', (p, wanted) => expectRelative(normalQuantile(p), wanted, 1e-14));

  it('finds its way back, from either side', () => {
    expect(normalQuantile(0.5)).toBe(0);
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.4999, noNaN: true }), (p) => {
        expectRelative(normalCdf(normalQuantile(p)), p, 1e-12);
        if (p > 1e-15) expectRelative(normalQuantile(1 - p), -normalQuantile(1 - (1 - p)), 1e-15);
      }),
      { examples: [[0.4999], [0.2], [0.19999]] },
    );
    expect(normalQuantile(Number.MIN_VALUE)).toBeCloseTo(-38.47, 1); // mpmath: -38.4674; a double has but one digit there
  });

  it('runs from 0 to 1 and refuses what is no number', () => {
    expect([normalCdf(-Infinity), normalCdf(0), normalCdf(Infinity)]).toEqual([0, 0.5, 1]);
    expect(() => normalCdf(NaN)).toThrow(RangeError);
    for (const p of [0, 1, NaN, -1]) expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});

describe('chi-square and gamma', () => {
  // Upper critical values, NIST/SEMATECH e-Handbook 1.3.6.7.4: degrees, 0.05, 0.01, 0.001.
  it.each([
    [1, 3.841, 6.635, 10.828],
    [2, 5.991, 9.21, 13.816],
    [5, 11.07, 15.086, 20.515],
    [10, 18.307, 23.209, 29.588],
    [30, 43.773, 50.892, 59.703],
    [100, 124.342, 135.807, 149.449],
  ])('with %i degrees have the printed critical values', (degrees, q05, q01, q001) => {
    const slope = (x: number) => (chiSquareSurvival(x - 0.0006, degrees) - chiSquareSurvival(x + 0.0006, degrees)) / 2;
    for (const [x, p] of [
      [q05, 0.05],
      [q01, 0.01],
      [q001, 0.001],
    ] as const) {
      expect(Math.abs(chiSquareSurvival(x, degrees) - p)).toBeLessThanOrEqual(slope(x)); // within the rounding of the table
    }
  });

  it('meet the closed forms of two and four degrees, and the normal distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 700, noNaN: true }), (x) => {
        expectRelative(chiSquareSurvival(2 * x, 2), Math.exp(-x), 2e-13);
        expectRelative(chiSquareSurvival(2 * x, 4), Math.exp(-x) * (1 + x), 2e-13);
        expectRelative(chiSquareSurvival(x, 1), 2 * normalCdf(-Math.sqrt(x)), 2e-13);
        expectRelative(regularizedGamma(1, x), -Math.expm1(-x), 2e-13);
      }),
    );
  });

  // Computed with mpmath 1.3 at 40 digits.
  it.each([
    [0.5, 0.001, 0.035670591729679885417],
    [3, 10, 0.99723060428448842406],
    [100, 90, 0.1582209891864301681],
    [1e4, 9900, 0.15865119219356465696],
    [1e6, 1.003e6, 0.99863825935378240852],
    [0.01, 1e-100, 0.10057065285003850117],
  ])('P(%d, %d) is %d', (a, x, wanted) => expectRelative(regularizedGamma(a, x), wanted));

  it('keep their digits far out, end at 0 and 1, and refuse what has no meaning', () => {
    expectRelative(chiSquareSurvival(1400, 5), 1.3765875143943704219e-300); // mpmath
    expectRelative(chiSquareSurvival(2_006_000, 2_000_000), 0.0013617406462175914794, 1e-12); // mpmath
    expect([chiSquareSurvival(0, 3), chiSquareSurvival(Infinity, 3), regularizedGamma(2, 0), regularizedGamma(2, Infinity)]).toEqual([
      1, 0, 0, 1,
    ]);
    for (const [x, degrees] of [
      [-1, 1],
      [NaN, 1],
      [1, 0],
      [1, Infinity],
    ] as const) {
      expect(() => chiSquareSurvival(x, degrees)).toThrow(RangeError);
      expect(() => regularizedGamma(degrees, x)).toThrow(RangeError);
    }
  });
});
