import * as fc from 'fast-check';
import { tQuantile } from './t-quantile';

/** Critical values of Student's t, NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2: degrees, 0.95, 0.975, 0.995. */
const TABLE: readonly (readonly [number, number, number, number])[] = [
  [1, 6.314, 12.706, 63.657],
  [2, 2.92, 4.303, 9.925],
  [3, 2.353, 3.182, 5.841],
  [4, 2.132, 2.776, 4.604],
  [5, 2.015, 2.571, 4.032],
  [6, 1.943, 2.447, 3.707],
  [7, 1.895, 2.365, 3.499],
  [8, 1.86, 2.306, 3.355],
  [9, 1.833, 2.262, 3.25],
  [10, 1.812, 2.228, 3.169],
  [15, 1.753, 2.131, 2.947],
  [20, 1.725, 2.086, 2.845],
  [30, 1.697, 2.042, 2.75],
  [40, 1.684, 2.021, 2.704],
  [60, 1.671, 2.0, 2.66],
  [100, 1.66, 1.984, 2.626],
];

describe('the quantile of Student', () => {
  it.each(TABLE)('with %i degrees is %f, %f, %f as printed', (degrees, q95, q975, q995) => {
    expect(Number(tQuantile(0.95, degrees).toFixed(3))).toBe(q95);
    expect(Number(tQuantile(0.975, degrees).toFixed(3))).toBe(q975);
    expect(Number(tQuantile(0.995, degrees).toFixed(3))).toBe(q995);
  });

  it('meets the closed forms of one, two and four degrees', () => {
    for (const p of [0.6, 0.75, 0.9, 0.975, 0.999, 0.99999]) {
      // t(1) = tan(pi (p - 1/2)); t(2) = a sqrt(2 / (1 - a^2)) with a = 2p - 1;
      // t(4) = 2 sqrt(q - 1), q = cos(acos(s) / 3) / s, s = sqrt(4p(1 - p)) (Shaw 2006).
      const a = 2 * p - 1;
      const s = Math.sqrt(4 * p * (1 - p));
      expect(tQuantile(p, 1) / Math.tan(Math.PI * (p - 0.5))).toBeCloseTo(1, 9);
      expect(tQuantile(p, 2) / (a * Math.sqrt(2 / (1 - a * a)))).toBeCloseTo(1, 9);
      expect(tQuantile(p, 4) / (2 * Math.sqrt(Math.cos(Math.acos(s) / 3) / s - 1))).toBeCloseTo(1, 9);
    }
  });

  it('tends to the normal: 1.959964 at 0.975', () => {
    expect(tQuantile(0.975, 1_000_000)).toBeCloseTo(1.959966, 5); // z + (z^3 + z) / (4 df), z = 1.959964
  });

  it('interpolates between whole degrees: 0.95 with 2.5 is 2.5582', () => {
    // Computed with scipy 1.17.1: stats.t.ppf.
    expect(tQuantile(0.95, 2.5)).toBeCloseTo(2.5582186141359355, 11);
    expect(tQuantile(0.975, 10.73)).toBeCloseTo(2.2077612012324566, 11);
  });

  it('is symmetric, rises with the probability and falls with the degrees', () => {
    const probability = fc.double({ min: 0.51, max: 0.9999, noNaN: true });
    fc.assert(
      fc.property(probability, probability, fc.integer({ min: 1, max: 60 }), (p, q, degrees) => {
        expect(tQuantile(1 - p, degrees)).toBeCloseTo(-tQuantile(p, degrees), 6);
        if (p < q) expect(tQuantile(p, degrees)).toBeLessThanOrEqual(tQuantile(q, degrees));
        expect(tQuantile(p, degrees + 1)).toBeLessThan(tQuantile(p, degrees));
      }),
    );
    expect(tQuantile(0.5, 3)).toBe(0);
  });

  it('refuses what has no meaning, and ends at the edge of the doubles', () => {
    for (const [p, degrees] of [
      [0, 1],
      [1, 1],
      [NaN, 1],
      [0.9, 0],
      [0.9, Infinity],
    ] as const) {
      expect(() => tQuantile(p, degrees)).toThrow(RangeError);
    }
    expect(tQuantile(1 - Number.EPSILON / 2, 1)).toBeGreaterThan(1e14);
  });
});
