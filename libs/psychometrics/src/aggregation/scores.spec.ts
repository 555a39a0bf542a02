import * as fc from 'fast-check';
import { type Rating, type RatingTable, candidateScores, competencyScores, tabulate, winsorizedMean } from '..';

function tableOf(rows: readonly (readonly [string, string, string, number])[]): RatingTable {
  const table = tabulate(rows.map(([candidate, rater, item, score]): Rating => ({ candidate, rater, item, score })));
  if (!table.ok) throw new Error(table.error[0]?.message);
  return table.value;
}

/** Two items, the second one rated by one rater only: pooled and two-stage differ. */
const MISSING_CELL = tableOf([
  ['Al', 'R1', 'q1', 2],
  ['Al', 'R2', 'q1', 4],
  ['Al', 'R3', 'q1', 3],
  ['Al', 'R1', 'q2', 5],
]);

const cells = fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 5 })), {
  minLength: 1,
  maxLength: 30,
  selector: ([c, r, i]) => `${c} ${r} ${i}`,
});
const named = (rows: readonly (readonly [number, number, number, number])[], rename = (name: string): string => name): RatingTable =>
  tableOf(rows.map(([c, r, i, score]) => [`c${c}`, rename(`r${r}`), `i${i}`, score]));

describe('the winsorized mean', () => {
  it('of the twenty numbers of Wikipedia, "Truncated mean", four pulled in at each end, is 56.45', () => {
    // By hand: sorted -40 -5 10 13 | 15 19 26 28 41 58 78 85 86 89 89 91 | 92 101 101 1053; 4 * 15 + 705 + 4 * 91 = 1129 over 20.
    const values = [92, 19, 101, 58, 1053, 91, 26, 78, 10, 13, -40, 101, 86, 85, 15, 89, 89, 28, -5, 41];
    expect(winsorizedMean(values, 0.2)).toBeCloseTo(56.45, 12);
    expect(winsorizedMean(values, 0)).toBe(101.5);
    expect(winsorizedMean([], 0.2)).toBeNull();
    expect(winsorizedMean([1, 2, 3, 10], 0.2)).toBe(4);
    expect(() => winsorizedMean([1], 0.5)).toThrow(RangeError);
    expect(() => winsorizedMean([NaN], 0.2)).toThrow(RangeError);
  });
});

describe('the scores of a candidate', () => {
  it('pools or goes in two stages, and both are told apart', () => {
    const [scores] = candidateScores(MISSING_CELL);
    expect(scores?.mean.value).toBe(3.5); // 14 / 4
    expect(scores?.twoStageMean.value).toBe(4); // (3 + 5) / 2
    expect(scores?.median.value).toBe(3.5);
    expect(scores?.trimmedMean.value).toBe(3.5); // 20 % of four trims nothing
    expect([scores?.mean.n, scores?.mean.raters]).toEqual([4, 3]);
  });

  it('weighs items and says what part of the weight was rated', () => {
    const [scores] = candidateScores(MISSING_CELL, { weights: { q1: 60, q2: 20, q3: 20 } });
    expect(scores?.weightedMean.value).toBeCloseTo((60 * 9 + 20 * 5) / 200, 14);
    expect(scores?.twoStageWeightedMean.value).toBeCloseTo((60 * 3 + 20 * 5) / 80, 14);
    expect(scores?.shareOfWeightRated).toBeCloseTo(0.8, 14);
  });

  it('leaves out what has no weight, and says so where nothing is left', () => {
    const [only] = candidateScores(MISSING_CELL, { weights: { q2: 1 } });
    expect([only?.weightedMean.value, only?.weightedMean.n, only?.weightedMean.raters]).toEqual([5, 1, 1]);
    const [nothing] = candidateScores(MISSING_CELL, { weights: { q9: 1 } });
    expect(nothing?.weightedMean).toMatchObject({ value: null, status: 'INSUFFICIENT_DATA', n: 0 });
    expect(nothing?.shareOfWeightRated).toBe(0);
    expect(nothing?.mean.value).toBe(3.5);
  });

  it('takes the raters as the sample: where all rated all, s / sqrt(k) of their own means with t on k - 1', () => {
    // Raters' means 2, 3, 4: s = 1, s / sqrt(3) = 0.57735, t(0.975, 2) = 4.303 (printed tables).
    const [scores] = candidateScores(
      tableOf([
        ['Al', 'R1', 'q1', 1],
        ['Al', 'R1', 'q2', 3],
        ['Al', 'R2', 'q1', 4],
        ['Al', 'R2', 'q2', 2],
        ['Al', 'R3', 'q1', 3],
        ['Al', 'R3', 'q2', 5],
      ]),
    );
    for (const estimate of [scores?.mean, scores?.weightedMean, scores?.twoStageMean, scores?.twoStageWeightedMean]) {
      expect(estimate?.value).toBe(3);
      expect(estimate?.standardError).toBeCloseTo(1 / Math.sqrt(3), 12);
      expect(estimate?.interval?.upper).toBeCloseTo(3 + 4.3027 / Math.sqrt(3), 4);
      expect(estimate?.interval?.lower).toBeCloseTo(3 - 4.3027 / Math.sqrt(3), 4);
      expect(estimate?.status).toBe('OK');
    }
    expect([scores?.median.standardError, scores?.trimmedMean.interval]).toEqual([null, null]);
  });

  it('claims no certainty from one rater, nor from raters who do not differ', () => {
    const [one] = candidateScores(tableOf([['Al', 'R1', 'q1', 4]]));
    expect(one?.mean).toMatchObject({ value: 4, standardError: null, interval: null, status: 'OK', raters: 1 });
    const [same] = candidateScores(
      tableOf([
        ['Al', 'R1', 'q1', 4],
        ['Al', 'R2', 'q1', 4],
      ]),
    );
    expect(same?.mean).toMatchObject({ value: 4, standardError: null, interval: null, status: 'CONSTANT', raters: 2 });
  });

  it('refuses what cannot be', () => {
    expect(() => candidateScores(MISSING_CELL, { weights: { q1: -1 } })).toThrow(RangeError);
    expect(() => candidateScores(MISSING_CELL, { weights: { q1: NaN } })).toThrow(RangeError);
    expect(() => candidateScores(MISSING_CELL, { trim: 0.5 })).toThrow(RangeError);
    expect(() => competencyScores(MISSING_CELL, { items: [{ item: 'q1', competency: 'a', weight: -1 }] })).toThrow(RangeError);
    expect(() => competencyScores(MISSING_CELL, { items: [], weights: { a: Infinity } })).toThrow(RangeError);
    const twice = { item: 'q1', competency: 'a', weight: 1 };
    expect(() => competencyScores(MISSING_CELL, { items: [twice, twice] })).toThrow(RangeError);
  });

  it('reads no weight from the object’s prototype', () => {
    const [scores] = candidateScores(tableOf([['Al', 'R1', 'constructor', 4]]), { weights: { q: 1 } });
    expect(scores?.weightedMean.status).toBe('INSUFFICIENT_DATA');
    expect(
      competencyScores(MISSING_CELL, { items: [{ item: 'q1', competency: 'toString', weight: 1 }], weights: {} })[0]?.overall.value,
    ).toBeNull();
  });

  it('shifts and scales with the ratings, and does not know the raters by name', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const plain = candidateScores(named(rows));
        const moved = candidateScores(named(rows.map(([c, r, i, score]) => [c, r, i, 10 + 2 * score])));
        const renamed = candidateScores(named(rows, (name) => `x${9 - Number(name.slice(1))}`));
        plain.forEach((scores, k) => {
          for (const figure of ['mean', 'median', 'trimmedMean', 'twoStageMean', 'twoStageWeightedMean'] as const) {
            expect(moved[k]?.[figure].value).toBeCloseTo(10 + 2 * scores[figure].value!, 9);
            expect(renamed[k]?.[figure].value).toBeCloseTo(scores[figure].value!, 12);
            expect(renamed[k]?.[figure].status).toBe(scores[figure].status);
            if (scores[figure].standardError !== null) {
              expect(moved[k]?.[figure].standardError).toBeCloseTo(2 * scores[figure].standardError, 9);
              expect(renamed[k]?.[figure].standardError).toBeCloseTo(scores[figure].standardError, 12);
            }
          }
        });
      }),
    );
  });
});

describe('scores by competency', () => {
  const table = tableOf([
    ['Al', 'R1', 'q1', 2],
    ['Al', 'R2', 'q1', 4],
    ['Al', 'R1', 'q2', 5],
    ['Bo', 'R1', 'q1', 1],
    ['Bo', 'R1', 'q3', 4],
  ]);
  const items = [
    { item: 'q1', competency: 'judgement', weight: 3 },
    { item: 'q2', competency: 'judgement', weight: 1 },
    { item: 'q2', competency: 'writing', weight: 1 },
    { item: 'q3', competency: 'leading', weight: 1 },
  ];
  const weights = { judgement: 50, leading: 30, writing: 20 };

  it('goes rater, item, competency, total, renormalising and saying so at each step', () => {
    const [al, bo] = competencyScores(table, { items, weights });
    expect(al?.competencies.map(({ competency, score }) => [competency, score.value])).toEqual([
      ['judgement', (3 * 3 + 5) / 4],
      ['leading', null],
      ['writing', 5],
    ]);
    expect(al?.competencies[1]?.score.status).toBe('INSUFFICIENT_DATA');
    expect(al?.overall.value).toBeCloseTo((50 * 3.5 + 20 * 5) / 70, 14);
    expect(al?.shareOfWeightRated).toBeCloseTo(0.7, 14);
    expect(al?.unrated).toEqual(['leading']);
    expect([al?.overall.n, al?.overall.raters]).toEqual([3, 2]); // q2 serves two competencies and is three ratings with q1, not four
    expect(bo?.competencies[0]).toMatchObject({ score: { value: 1 }, shareOfWeightRated: 0.75 });
    expect(bo?.overall.value).toBeCloseTo((50 * 1 + 30 * 4) / 80, 14);
    expect(bo?.unrated).toEqual(['writing']);
  });

  it('shows a competency without weight and keeps it out of the total', () => {
    const [al] = competencyScores(table, { items, weights: { judgement: 1 } });
    expect(al?.competencies.map(({ competency }) => competency)).toEqual(['judgement', 'leading', 'writing']);
    expect([al?.overall.value, al?.shareOfWeightRated, al?.unrated]).toEqual([3.5, 1, []]);
    expect(competencyScores(table, { items: [], weights: {} })[0]).toMatchObject({ overall: { value: null }, shareOfWeightRated: 0 });
  });

  it('is the two-stage weighted mean where there is one competency', () => {
    fc.assert(
      fc.property(cells, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }), (rows, given) => {
        const all = named(rows);
        const weightOf = Object.fromEntries(given.map((weight, i) => [`i${i}`, weight]));
        const byItem = candidateScores(all, { weights: weightOf });
        const one = competencyScores(all, {
          items: Object.entries(weightOf).map(([item, weight]) => ({ item, competency: 'all', weight })),
        });
        one.forEach(({ overall, competencies }, k) => {
          expect(overall.value).toBeCloseTo(byItem[k]!.twoStageWeightedMean.value!, 12);
          expect(competencies[0]?.shareOfWeightRated).toBeCloseTo(byItem[k]!.shareOfWeightRated, 12);
          expect(competencies[0]?.score.value).toBeCloseTo(byItem[k]!.twoStageWeightedMean.value!, 12);
        });
      }),
    );
  });
});
