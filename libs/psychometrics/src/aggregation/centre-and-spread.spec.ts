import * as fc from 'fast-check';
import { averageAbsoluteDeviation, mean, median, neumaierSum, sampleVariance, trimmedMean, weightedMean } from '..';

/** Wikipedia, "Truncated mean", example: N = 20, mean 101.5; with 5 % removed at each end 56.5. */
const TRUNCATED = [92, 19, 101, 58, 1053, 91, 26, 78, 10, 13, -40, 101, 86, 85, 15, 89, 89, 28, -5, 41];

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
const weighted = fc.array(
  fc.record({
    value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    weight: fc.double({ min: 0.001, max: 1000, noNaN: true }),
  }),
  { minLength: 1, maxLength: 30 },
);

describe('the sum', () => {
  it('keeps what plain addition loses', () => {
    expect(neumaierSum([1, 1e100, 1, -1e100])).toBe(2); // Neumaier's example; plain addition gives 0, Kahan's too
    expect(neumaierSum(Array.from({ length: 10 }, () => 0.1))).toBe(1); // plain addition gives 0.9999999999999999
    expect(neumaierSum([])).toBe(0);
  });

  it('refuses what is no number', () => {
    for (const value of [NaN, Infinity]) expect(() => neumaierSum([1, value])).toThrow(RangeError);
  });
});

describe('the mean', () => {
  it('gives the published figures', () => {
    expect(mean(TRUNCATED)).toBe(101.5);
    expect(trimmedMean(TRUNCATED, 0.05)).toBe(56.5);
    // By hand: the sum is 2030; dropping -40, -5 and 101, 1053 leaves 921 over 16 = 57.5625;
    // dropping also 10, 13 and 92, 101 leaves 705 over 12 = 58.75.
    expect(trimmedMean(TRUNCATED, 0.1)).toBe(57.5625);
    expect(trimmedMean(TRUNCATED, 0.125)).toBe(57.5625);
    expect(trimmedMean(TRUNCATED, 0.2)).toBe(58.75);
    expect(median(TRUNCATED)).toBe(68); // between 58 and 78
  });

  it('is missing where there is nothing', () => {
    expect([mean([]), median([]), trimmedMean([], 0.2), weightedMean([]), weightedMean([{ value: 3, weight: 0 }])]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('does not round inside: the median of 3 and 4 is 3.5', () => {
    expect(median([4, 3])).toBe(3.5);
    expect(median([5, 1, 2])).toBe(2);
  });

  it('weighs: (60 x 4 + 40 x 2) / 100 = 3.2', () => {
    expect(
      weightedMean([
        { value: 4, weight: 60 },
        { value: 2, weight: 40 },
      ]),
    ).toBeCloseTo(3.2, 14);
    expect(
      weightedMean([
        { value: 4, weight: 0 },
        { value: 2, weight: 40 },
      ]),
    ).toBe(2);
  });

  it('trims nothing of four at 20 %', () => {
    expect(trimmedMean([1, 2, 3, 10], 0.2)).toBe(4);
    expect(trimmedMean([1, 2, 3, 4, 10], 0.2)).toBe(3);
    expect(() => trimmedMean([1], 0.5)).toThrow(RangeError);
  });

  it('refuses weights that cannot be', () => {
    for (const weight of [-1, NaN, Infinity]) expect(() => weightedMean([{ value: 1, weight }])).toThrow(RangeError);
    expect(() => weightedMean([{ value: NaN, weight: 1 }])).toThrow(RangeError);
  });

  it('changes no bit with the order and stays within the numbers', () => {
    fc.assert(
      fc.property(weighted, (entries) => {
        const value = weightedMean(entries) as number;
        const values = entries.map((entry) => entry.value);
        expect(weightedMean([...entries].reverse())).toBe(value);
        expect(value).toBeGreaterThanOrEqual(Math.min(...values));
        expect(value).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });

  it('of equal numbers is that number, whatever the weights', () => {
    fc.assert(
      fc.property(weighted, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (entries, value) => {
        expect(weightedMean(entries.map(({ weight }) => ({ value, weight })))).toBe(value === 0 ? 0 + value : value);
      }),
    );
  });

  it('never falls when a number rises', () => {
    fc.assert(
      fc.property(weighted, fc.double({ min: 1, max: 1000, noNaN: true }), (entries, rise) => {
        const [first, ...rest] = entries as [(typeof entries)[number], ...typeof entries];
        const raised = [{ ...first, value: first.value + rise }, ...rest];
        expect(weightedMean(raised) as number).toBeGreaterThanOrEqual((weightedMean(entries) as number) - 1e-9);
      }),
    );
  });
});

describe('the spread', () => {
  it('of 2 4 4 4 5 5 7 9 is a variance of 32 / 7', () => {
    // By hand: mean 5, squared deviations 9 1 1 1 0 0 4 16 = 32, over n - 1 = 7. Absolute ones 3 1 1 1 0 0 2 4 = 12, over 8.
    expect(sampleVariance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7, 14);
    expect(averageAbsoluteDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBe(1.5);
  });

  it('survives a large offset, where the textbook formula fails', () => {
    // NIST StRD, NumAcc4: 1e7 + .2 once, then .1 and .3 by turns, 1001 values: standard deviation exactly 0.1.
    const values = [10000000.2, ...Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? 10000000.1 : 10000000.3))];
    expect(Math.sqrt(sampleVariance(values) as number)).toBeCloseTo(0.1, 8);
  });

  it('needs two numbers, and is exactly 0 for equal ones', () => {
    expect([sampleVariance([]), sampleVariance([3]), averageAbsoluteDeviation([3])]).toEqual([null, null, null]);
    expect([sampleVariance([0.1, 0.1, 0.1]), averageAbsoluteDeviation([0.1, 0.1, 0.1])]).toEqual([0, 0]);
  });

  it('changes no bit with the order, is never negative, and the average deviation is at most half the range', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        fc.pre(values.length > 1);
        const variance = sampleVariance(values) as number;
        const deviation = averageAbsoluteDeviation(values) as number;
        expect(sampleVariance([...values].reverse())).toBe(variance);
        expect(averageAbsoluteDeviation([...values].reverse())).toBe(deviation);
        expect(variance).toBeGreaterThanOrEqual(0);
        expect(deviation).toBeLessThanOrEqual(((Math.max(...values) - Math.min(...values)) / 2) * (1 + 1e-12) + 1e-9);
      }),
    );
  });
});
