import { type Rating, type RatingTable, cronbachAlpha, tabulate } from '..';

function tableOf(rows: readonly (readonly (number | null)[])[]): RatingTable {
  const table = tabulate(
    rows.flatMap((row, c) =>
      row.flatMap((score, k): Rating[] => (score === null ? [] : [{ candidate: `c${c}`, rater: 'r', item: `q${k}`, score }])),
    ),
  );
  if (!table.ok) throw new Error(table.error[0]?.message);
  return table.value;
}

/** Brennan (2001), synthetic data set 1: ten persons, twelve items; table 2.2. His generalizability coefficient for 12 items is alpha. */
const BRENNAN = [
  ...['101000000000', '111001000000', '111110000000', '110110010000', '111110100000'],
  ...['111011100000', '111111100000', '111101111100', '111111111110', '111111111111'],
];

describe('coefficient alpha', () => {
  it('is .844 for Brennan (table 2.3), with one item that everybody got right among the twelve', () => {
    const { estimate, candidates, items } = cronbachAlpha(tableOf(BRENNAN.map((row) => [...row].map(Number))));
    expect(Number(estimate.value?.toFixed(3))).toBe(0.844);
    expect([candidates, items, estimate.n, estimate.raters]).toEqual([10, 12, 120, 1]);
  });

  it('has the asymptotic error 2 (1 - alpha)² k / ((k - 1) n) where the items are parallel', () => {
    // Three items whose deviations are orthogonal but for one common part: equal variances and covariances by construction.
    const common = [3, 3, -3, -3, 3, 3, -3, -3];
    const own = [
      [1, -1, 1, -1, 1, -1, 1, -1],
      [1, -1, -1, 1, 1, -1, -1, 1],
      [1, 1, 1, 1, -1, -1, -1, -1],
    ];
    const { estimate } = cronbachAlpha(tableOf(common.map((score, c) => own.map((part) => 10 + score + part[c]!))));
    // Covariance 9 and variance 10 (times 8/7): alpha = 3/2 (1 - 30 / 84).
    expect(estimate.value).toBeCloseTo(1.5 * (1 - 30 / 84), 12);
    expect(estimate.standardError).toBeCloseTo((1 - estimate.value!) * Math.sqrt((2 * 3) / (2 * 8)), 12);
  });

  it('leaves out candidates with a gap and counts them', () => {
    const whole = [[1, 2, 3], [4, 4, 5], [2, 3, 3], [5, 3, 4]]; // prettier-ignore
    const gaps = cronbachAlpha(tableOf([...whole, [1, null, 5]]));
    expect(gaps).toMatchObject({ candidates: 4, excluded: 1, items: 3 });
    expect(gaps.estimate.value).toBe(cronbachAlpha(tableOf(whole)).estimate.value);
  });

  it('keeps an item on which all are equal: it only adds to k', () => {
    const varying = [[1, 2], [4, 4], [2, 3], [5, 3]]; // prettier-ignore
    const two = cronbachAlpha(tableOf(varying)).estimate.value!;
    const three = cronbachAlpha(tableOf(varying.map((row) => [...row, 3]))).estimate.value!;
    expect(three / two).toBeCloseTo(1.5 / 2, 12);
  });

  it('says what it cannot have', () => {
    expect(cronbachAlpha(tableOf([[1], [2], [3]])).estimate.status).toBe('INSUFFICIENT_DATA');
    expect(cronbachAlpha(tableOf([[1, 2, 3]])).estimate.status).toBe('INSUFFICIENT_DATA');
    expect(cronbachAlpha(tableOf([[1, null], [null, 1]])).estimate).toMatchObject({ status: 'INSUFFICIENT_DATA', n: 0 }); // prettier-ignore
    expect(cronbachAlpha(tableOf([[0.1, 0.3], [0.1, 0.3]])).estimate).toMatchObject({ value: null, status: 'CONSTANT' }); // prettier-ignore
    expect(cronbachAlpha(tableOf([[0.1, 0.3], [0.3, 0.1], [0.2, 0.2]])).estimate.status).toBe('CONSTANT'); // prettier-ignore
    expect(() => cronbachAlpha(tableOf([[1, 2]]), { level: 0 })).toThrow(RangeError);
  });

  it('of perfectly parallel items is 1, and claims no certainty', () => {
    const { estimate } = cronbachAlpha(tableOf([[0.1, 0.2], [0.7, 0.8], [0.3, 0.4]])); // prettier-ignore
    expect(estimate.value).toBeCloseTo(1, 12);
    expect([estimate.standardError, estimate.interval]).toEqual([null, null]);
  });

  it('may be below 0', () => {
    // By hand: both items have variance 1, the sums 3 4 5 have variance 1: alpha = 2 (1 - 2 / 1).
    expect(cronbachAlpha(tableOf([[1, 2], [3, 1], [2, 3]])).estimate.value).toBeCloseTo(-2, 12); // prettier-ignore
  });
});
