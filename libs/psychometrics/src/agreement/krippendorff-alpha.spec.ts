import { type AlphaMetric, averageOverItems, krippendorffAlpha, tabulate } from '..';
import { COHEN_1968, FLEISS_1971, KRIPPENDORFF_2011, THREE_CODERS, crossTabulated, distributed, tableOf } from './published-ratings';

const METRICS: readonly AlphaMetric[] = ['nominal', 'ordinal', 'interval', 'ratio'];
const valueOf = (columns: Parameters<typeof tableOf>[0], metric: AlphaMetric) => krippendorffAlpha(tableOf(columns), metric).alpha.value;

describe("Krippendorff's alpha", () => {
  it('is .743, .815, .849, .797 for the four observers of Krippendorff (2011)', () => {
    const table = tableOf(KRIPPENDORFF_2011, { min: 1, max: 5 });
    expect(METRICS.map((metric) => Number(krippendorffAlpha(table, metric).alpha.value?.toFixed(3)))).toEqual([0.743, 0.815, 0.849, 0.797]);
  });

  it('drops units with one rating, with their scores', () => {
    const { units, pairable, alpha } = krippendorffAlpha(tableOf(KRIPPENDORFF_2011), 'nominal');
    expect([units, pairable, alpha.n, alpha.raters]).toEqual([11, 40, 40, 4]); // Krippendorff (2011): 40 pairable values
  });

  it('is .691 nominal and .811 interval for the three coders of Wikipedia', () => {
    expect(valueOf(THREE_CODERS, 'nominal')).toBeCloseTo(0.691, 3);
    expect(valueOf(THREE_CODERS, 'interval')).toBeCloseTo(0.811, 3);
  });

  it('divides the coincidences by m - 1: right for complete data of six raters', () => {
    // irr 0.84.1 forgets the division here and prints .4309, .3329, .2849, .2366; irrCAC 1.0 has .4204384 for the first 15.
    const table = distributed(FLEISS_1971);
    const values = METRICS.map((metric) => krippendorffAlpha(table, metric).alpha.value ?? 0);
    [0.4334098283, 0.3358575222, 0.288049626, 0.2400102941].forEach((value, at) => expect(values[at]).toBeCloseTo(value, 9));
    expect(krippendorffAlpha(distributed(FLEISS_1971.slice(0, 15)), 'nominal').alpha.value).toBeCloseTo(0.4204384, 7);
  });

  it('has the values of irr 0.84.1 on the two raters of Cohen (1968)', () => {
    const table = crossTabulated(COHEN_1968);
    const values = METRICS.map((metric) => krippendorffAlpha(table, metric).alpha.value ?? 0);
    [0.4884615385, 0.4935196078, 0.4458333333, 0.4917665099].forEach((value, at) => expect(values[at]).toBeCloseTo(value, 9));
  });

  it('makes ordinal distances of the pairable ratings between two scores, not of ranks', () => {
    // By hand. Units (1,1) (1,2) (3,3); totals 3, 1, 2. Distance of 1 and 2: 3/2 + 1/2 = 2; of 2 and 3: 1/2 + 2/2 = 1.5; of 1 and 3: 3.5.
    // Observed 4 x 1; expected (3 x 1 x 4 + 1 x 2 x 2.25 + 3 x 2 x 12.25) / 5 = 90 / 5. The unpaired 2 of the fourth unit changes nothing.
    const columns = { A: [1, 1, 3, 2], B: [1, 2, 3, null] };
    expect(valueOf(columns, 'ordinal')).toBeCloseTo(1 - 4 / 18, 14);
    const { observedDisagreement, expectedDisagreement } = krippendorffAlpha(tableOf(columns), 'ordinal');
    expect(observedDisagreement).toBeCloseTo((2 * 4) / 6, 14);
    expect(expectedDisagreement).toBeCloseTo((2 * 90) / 30, 14);
  });

  it('has no distance between 0 and 0 on the ratio metric, and takes amounts', () => {
    // By hand: units (0,0) (0,4) (2,6); the distance of 0 and anything is 1, of 2 and 4 1/9, of 2 and 6 1/4, of 4 and 6 1/25.
    const expected = (3 * 3 + 1 / 9 + 1 / 4 + 1 / 25) / 5;
    expect(valueOf({ A: [0, 0, 2], B: [0, 4, 6] }, 'ratio')).toBeCloseTo(1 - (1 + 1 / 4) / expected, 14);
    const negative = krippendorffAlpha(tableOf({ A: [-1, 2], B: [1, 2] }), 'ratio').alpha;
    expect(negative).toMatchObject({ value: null, status: 'INSUFFICIENT_DATA' });
    expect(negative.method).toContain('at least 0');
  });

  it('takes averaged scores on interval and ratio, and refuses them as categories', () => {
    const table = tableOf({ A: [1.5, 2.25, 4], B: [1.5, 2.75, 4] });
    // By hand: sum of squared distances within units .25; of all pairs 6 x sum of squares about the mean.
    const scores = [1.5, 2.25, 4, 1.5, 2.75, 4];
    const middle = 16 / 6;
    const overall = 6 * scores.reduce((sum, score) => sum + (score - middle) ** 2, 0);
    expect(krippendorffAlpha(table, 'interval').alpha.value).toBeCloseTo(1 - (5 * 0.25) / overall, 14);
    expect(krippendorffAlpha(table, 'ratio').alpha.value).not.toBeNull();
    for (const metric of ['nominal', 'ordinal'] as const) {
      expect(krippendorffAlpha(table, metric).alpha).toMatchObject({ value: null, status: 'INSUFFICIENT_DATA' });
    }
  });

  it('says why there is none', () => {
    for (const metric of METRICS) {
      expect(krippendorffAlpha(tableOf({ A: [3, 3], B: [3, 3] }), metric).alpha).toMatchObject({ value: null, status: 'CONSTANT' });
      expect(krippendorffAlpha(tableOf({ A: [3, 2, 1] }), metric)).toMatchObject({
        alpha: { value: null, status: 'INSUFFICIENT_DATA' },
        units: 0,
        pairable: 0,
        observedDisagreement: null,
        expectedDisagreement: null,
        bootstrap: null,
      });
      // The only score that differs stands alone in its unit.
      expect(krippendorffAlpha(tableOf({ A: [3, 3, 5], B: [3, 3, null] }), metric).alpha.status).toBe('CONSTANT');
    }
  });

  it('keeps its digits far from 0', () => {
    const far = { A: [1e9 + 1, 1e9 + 2, 1e9 + 3], B: [1e9 + 1, 1e9 + 2, 1e9 + 4] };
    expect(valueOf(far, 'interval')).toBeCloseTo(valueOf({ A: [1, 2, 3], B: [1, 2, 4] }, 'interval') ?? NaN, 13);
  });
});

describe('the bootstrap of alpha', () => {
  const table = distributed(FLEISS_1971);

  // An R script from the definition, 8,000 resamples of the 30 patients with alpha computed anew: standard deviation, 2.5 % and 97.5 %.
  it.each<[AlphaMetric, number, number, number]>([
    ['nominal', 0.0535, 0.3182, 0.5272],
    ['ordinal', 0.1207, 0.09, 0.5611],
    ['interval', 0.1076, 0.0664, 0.486],
    ['ratio', 0.0982, 0.0489, 0.4314],
  ])('of %s spreads by %d, from %d to %d', (metric, standardError, lower, upper) => {
    const { alpha, bootstrap } = krippendorffAlpha(table, metric, { bootstrap: { seed: 7, resamples: 8000 } });
    expect(Math.abs((alpha.standardError ?? 0) / standardError - 1)).toBeLessThan(0.04);
    expect(Math.abs((alpha.interval?.lower ?? 0) - lower)).toBeLessThan(0.012);
    expect(Math.abs((alpha.interval?.upper ?? 0) - upper)).toBeLessThan(0.012);
    expect(bootstrap).toEqual({ seed: 7, resamples: 8000, by: 'unit', undefinedResamples: 0 });
  });

  it('gives the same interval for the same seed, another for another, and the same alpha for all', () => {
    const drawn = (seed: number) => krippendorffAlpha(table, 'ordinal', { bootstrap: { seed } }).alpha;
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1).interval).not.toEqual(drawn(2).interval);
    expect(drawn(1).value).toBe(krippendorffAlpha(table, 'ordinal').alpha.value);
    expect(drawn(1).method).toContain('2000 resamples by unit, seed 1');
    const { interval } = krippendorffAlpha(table, 'ordinal', { bootstrap: { seed: 1, level: 0.8 } }).alpha;
    expect(interval?.level).toBe(0.8);
    expect(interval?.lower).toBeGreaterThan(drawn(1).interval?.lower ?? 1);
  });

  it('by candidate is wider where the units of a candidate are alike', () => {
    // Ten candidates, each with four items that the two raters score alike: four copies of ten units.
    const ratings = Array.from({ length: 40 }, (_, k) => {
      const [c, item] = [Math.floor(k / 4), k % 4];
      const [a, b] = [(c * 3) % 5, (c * 3 + (c % 3 === 0 ? 1 : 0)) % 5];
      return [
        { candidate: `C${c}`, item: `q${item}`, rater: 'A', score: a + 1 },
        { candidate: `C${c}`, item: `q${item}`, rater: 'B', score: b + 1 },
      ];
    }).flat();
    const read = tabulate(ratings);
    if (!read.ok) throw new Error('unreadable');
    const drawn = (by: 'unit' | 'candidate') => krippendorffAlpha(read.value, 'nominal', { bootstrap: { seed: 3, by } }).alpha;
    const ratio = (drawn('candidate').standardError ?? 0) / (drawn('unit').standardError ?? 1);
    expect(ratio).toBeGreaterThan(1.7); // 2 = sqrt(4) to first order
    expect(ratio).toBeLessThan(2.4);
    expect(drawn('candidate').method).toContain('by candidate');
  });

  it('gives none where all resamples are alike: two candidates with the same ratings show nothing of how candidates differ', () => {
    const ratings = ['Ann', 'Bob'].flatMap((candidate) =>
      [1, 2, 4].flatMap((score, i) => [0, 1].map((r) => ({ candidate, rater: `r${r}`, item: `q${i}`, score: score + r }))),
    );
    const table = tabulate(ratings);
    if (!table.ok) throw new Error(table.error[0]?.message);
    const { alpha } = krippendorffAlpha(table.value, 'interval', { bootstrap: { seed: 1, by: 'candidate' } });
    expect(alpha).toMatchObject({ status: 'OK', value: expect.any(Number), standardError: null, interval: null });
  });

  it('gives no interval where it has nothing to draw from, or too many resamples have no alpha', () => {
    expect(krippendorffAlpha(tableOf({ A: [1], B: [2] }), 'nominal', { bootstrap: { seed: 1 } }).alpha).toMatchObject({
      value: 0,
      standardError: null,
      interval: null,
      status: 'OK',
    });
    // One unit in ten differs: (9 / 10)^10 = 35 % of the resamples miss it and are constant.
    const rare = { A: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], B: [1, 1, 1, 1, 1, 1, 1, 1, 1, 2] };
    const { alpha, bootstrap } = krippendorffAlpha(tableOf(rare), 'nominal', { bootstrap: { seed: 1 } });
    expect(alpha).toMatchObject({ status: 'OK', interval: null, standardError: null });
    expect(alpha.value).toBe(0);
    expect((bootstrap?.undefinedResamples ?? 0) / 2000).toBeCloseTo(0.9 ** 10, 1);
  });

  it('refuses mistakes', () => {
    for (const bootstrap of [{ seed: 1.5 }, { seed: 1, resamples: 99 }, { seed: 1, resamples: 1000.5 }, { seed: 1, level: 1 }]) {
      expect(() => krippendorffAlpha(table, 'nominal', { bootstrap })).toThrow(RangeError);
    }
  });
});

describe('averages over the items', () => {
  it('are one score per candidate and rater, of what there is', () => {
    const read = tabulate(
      [
        { candidate: 'Al', rater: 'R1', item: 'q1', score: 4 },
        { candidate: 'Al', rater: 'R1', item: 'q2', score: 3 },
        { candidate: 'Al', rater: 'R2', item: 'q1', score: 5 },
        { candidate: 'Bo', rater: 'R2', item: 'q2', score: 1 },
        { candidate: 'Bo', rater: 'R2', item: 'q1', score: 2 },
      ],
      { scale: { min: 1, max: 5 } },
    );
    if (!read.ok) throw new Error('unreadable');
    expect(averageOverItems(read.value)).toEqual({
      candidates: ['Al', 'Bo'],
      raters: ['R1', 'R2'],
      items: ['average of the items'],
      candidate: Int32Array.of(0, 0, 1),
      rater: Int32Array.of(0, 1, 1),
      item: Int32Array.of(0, 0, 0),
      score: Float64Array.of(3.5, 5, 1.5),
      scale: { min: 1, max: 5 },
    });
  });
});
