import * as fc from 'fast-check';
import { type Rating, type RatingTable, itemStatistics, tabulate } from '..';

function tableOf(rows: readonly (readonly (number | null)[])[], scale?: { min: number; max: number }): RatingTable {
  const table = tabulate(
    rows.flatMap((row, c) =>
      row.flatMap((score, k): Rating[] => (score === null ? [] : [{ candidate: `c${c}`, rater: 'r', item: `q${k}`, score }])),
    ),
    { scale },
  );
  if (!table.ok) throw new Error(table.error[0]?.message);
  return table.value;
}

/** Brennan (2001), synthetic data set 1, table 2.2: ten persons, twelve items right or wrong. All are right on the first item. */
const BRENNAN = [
  ...['101000000000', '111001000000', '111110000000', '110110010000', '111110100000'],
  ...['111011100000', '111111100000', '111101111100', '111111111110', '111111111111'],
].map((row) => [...row].map(Number));

/**
 * The answers of the Law School Admission Test, section 6, with their numbers of candidates: R. D. Bock & M. Lieberman (1970), Psychometrika 35,
 * 179-197, table 1.
 */
const LSAT6 =
  '00000 3,00001 6,00010 2,00011 11,00100 1,00101 1,00110 3,00111 4,01000 1,01001 8,01011 16,01101 3,01110 2,01111 15,10000 10,10001 29,' +
  '10010 14,10011 81,10100 3,10101 28,10110 15,10111 80,11000 16,11001 56,11010 21,11011 173,11100 11,11101 61,11110 28,11111 298';

describe('the statistics of items', () => {
  it('are those of the LSAT, section 6: difficulties, alpha .295, item-rest correlations as printed by psych::alpha of R', () => {
    const rows = LSAT6.split(',').flatMap((entry) => {
      const [answers, count] = entry.split(' ') as [string, string];
      return Array.from({ length: Number(count) }, () => [...answers].map(Number));
    });
    const { candidates, alpha, items, meanTotal, standardDeviationOfTotal } = itemStatistics(tableOf(rows, { min: 0, max: 1 }));
    expect([candidates, Number(alpha.value?.toFixed(3)), meanTotal.value]).toEqual([1000, 0.295, 3.819]);
    expect(standardDeviationOfTotal.value).toBeCloseTo(1.035, 3);
    expect(items.map(({ difficulty }) => difficulty.value)).toEqual([0.924, 0.709, 0.553, 0.763, 0.87]);
    expect(items.map(({ itemRest }) => Number(itemRest.value?.toFixed(2)))).toEqual([0.11, 0.15, 0.17, 0.14, 0.12]);
    expect(items.map(({ alphaIfDropped }) => Number(alphaIfDropped.value?.toFixed(2)))).toEqual([0.28, 0.24, 0.22, 0.25, 0.27]);
  });

  it('keep an item on which all are equal, without a correlation, and say what alpha would be without it', () => {
    const { items, alpha, constantItems, alphaWithoutConstantItems } = itemStatistics(tableOf(BRENNAN, { min: 0, max: 1 }));
    expect(constantItems).toEqual(['q0']);
    expect(items[0]).toMatchObject({
      mean: { value: 1 },
      difficulty: { value: 1 },
      standardDeviation: { value: 0 },
      itemTotal: { value: null, status: 'CONSTANT' },
      itemRest: { value: null, status: 'CONSTANT' },
    });
    // Leaving out an item that adds nothing changes k / (k - 1) alone.
    expect(alphaWithoutConstantItems.value! / alpha.value!).toBeCloseTo(11 / 10 / (12 / 11), 12);
    expect(items[0]?.alphaIfDropped.value).toBeCloseTo(alphaWithoutConstantItems.value!, 12);
  });

  it('follow by hand from four candidates and two items', () => {
    // Item means 2.5 and 3; deviations -1.5 -.5 .5 1.5 and -1 1 -1 1: covariance 2/3, variances 5/3 and 4/3; correlation 2 / sqrt(20).
    const { items, alpha, standardErrorOfMeasurement } = itemStatistics(tableOf([[1, 2], [2, 4], [3, 2], [4, 4]], { min: 1, max: 5 })); // prettier-ignore
    expect(items[0]?.itemRest.value).toBeCloseTo(2 / Math.sqrt(20), 12);
    expect(items[0]?.itemTotal.value).toBeCloseTo((5 / 3 + 2 / 3) / Math.sqrt((5 / 3) * (13 / 3)), 12);
    expect(items.map(({ difficulty }) => difficulty.value)).toEqual([1.5 / 4, 0.5]);
    expect(alpha.value).toBeCloseTo(2 * (1 - 3 / (13 / 3)), 12);
    expect(standardErrorOfMeasurement.value).toBeCloseTo(Math.sqrt((13 / 3) * (1 - alpha.value!)), 12);
    // Two items: alpha of the one that is left does not exist. t(0.975, 3) = 3.182 (printed tables), s / sqrt(4) = sqrt(5/12).
    expect(items[0]?.alphaIfDropped.status).toBe('INSUFFICIENT_DATA');
    expect(items[0]?.mean.interval?.upper).toBeCloseTo(2.5 + 3.182 * Math.sqrt(5 / 12), 3);
  });

  it('give a correlation of .3 over ten candidates the interval -.41 to .78 (Fisher)', () => {
    // tanh(atanh(.3) -+ 1.95996 / sqrt(7)); here two items with a correlation of exactly 3 / 10.
    const x = [1, 1, 1, 1, 1, -1, -1, -1, -1, -1];
    const y = [1, 1, 1, 1, 1, 1, 1, 1, -1, 1];
    const { items } = itemStatistics(tableOf(x.map((score, c) => [score, y[c]!])));
    const value = items[0]!.itemRest.value!;
    expect(value).toBeCloseTo(1 / 3, 12);
    expect(items[0]?.itemRest.interval?.lower).toBeCloseTo(Math.tanh(Math.atanh(1 / 3) - 1.959964 / Math.sqrt(7)), 6);
    expect(items[0]?.itemRest.interval?.upper).toBeCloseTo(Math.tanh(Math.atanh(1 / 3) + 1.959964 / Math.sqrt(7)), 6);
  });

  it('are missing, with the reason, where they cannot be had', () => {
    const none = itemStatistics(tableOf([[1, null], [null, 2]])); // prettier-ignore
    expect([none.candidates, none.excluded, none.constantItems]).toEqual([0, 2, []]);
    for (const estimate of [none.alpha, none.meanTotal, none.standardErrorOfMeasurement, ...Object.values(none.items[0]!).slice(1)]) {
      expect(estimate).toMatchObject({ value: null, status: 'INSUFFICIENT_DATA' });
    }
    const one = itemStatistics(tableOf([[1, 2]], { min: 1, max: 5 }));
    expect(one.items[1]).toMatchObject({
      mean: { value: 2 },
      difficulty: { value: 0.25 },
      standardDeviation: { status: 'INSUFFICIENT_DATA' },
    });
    const same = itemStatistics(tableOf([[0.1, 0.3], [0.1, 0.3], [0.1, 0.3]])); // prettier-ignore
    expect(same).toMatchObject({
      alpha: { status: 'CONSTANT' },
      standardErrorOfMeasurement: { status: 'CONSTANT' },
      constantItems: ['q0', 'q1'],
    });
    expect(same.alphaWithoutConstantItems.status).toBe('INSUFFICIENT_DATA');
    expect(same.items[0]?.difficulty.status).toBe('INSUFFICIENT_DATA'); // no scale
  });

  it('do not move with the scale, and finite or null whatever comes', () => {
    const rows = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
      .chain(([n, k]) =>
        fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: k, maxLength: k }), { minLength: n, maxLength: n }),
      );
    fc.assert(
      fc.property(rows, (scores) => {
        const plain = itemStatistics(tableOf(scores, { min: 1, max: 4 }));
        const moved = itemStatistics(tableOf(scores.map((row) => row.map((score) => 7 + 0.1 * score)), { min: 7.1, max: 7.4 })); // prettier-ignore
        plain.items.forEach((item, k) => {
          for (const figure of ['difficulty', 'itemTotal', 'itemRest', 'alphaIfDropped'] as const) {
            const [a, b] = [item[figure], moved.items[k]![figure]];
            expect(b.status).toBe(a.status);
            if (a.value !== null) expect(Math.abs(b.value! - a.value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(a.value)));
          }
        });
      }),
    );
  });
});
