import { canonicalJson } from '@touchstone/kernel';
import * as fc from 'fast-check';
import { type Comparison, comparisonOf } from './comparison';
import { comparisonSentence, rankingReason } from './comparison-words';
import { effectiveWeights } from './effective-weights';
import { countedRatings, type RatingFact } from './rating-facts';
import type { PanelLoop } from './panel-loop';
import { weightedMeanFigures } from './weighted-mean';

const WEIGHTS = { one: 60, two: 40 };
type Given = Readonly<Record<string, readonly (number | null)[]>>;

/** A loop of three questions with a criterion each: the first two on competency one, the third on two. `given`: by rater, a level for each question. */
const loop = (loopId: string, given: Given, more: Partial<PanelLoop> = {}): PanelLoop => ({
  loopId,
  openedAt: '2026-01-01T00:00:00.000Z',
  ruleHash: 'rule',
  competencyWeights: WEIGHTS,
  scale: { min: 1, max: 5 },
  items: ['q1', 'q2', 'q3'].map((questionVersionId) => ({
    itemId: `${loopId}-${questionVersionId}`,
    questionVersionId,
    criteria: [{ criterionId: 'c', competency: questionVersionId === 'q3' ? 'two' : 'one', weight: 1 }],
  })),
  ratings: Object.entries(given).flatMap(([raterId, levels]) =>
    levels.flatMap((level, index): RatingFact[] =>
      level === null ? [] : [{ raterId, seat: 'INTERVIEWER', itemId: `${loopId}-q${index + 1}`, criterionId: 'c', level }],
    ),
  ),
  times: [],
  ...more,
});

const byLoop = (comparison: Comparison) => new Map(comparison.candidates.map((one) => [one.loopId, one]));
const level = fc.integer({ min: 1, max: 5 });
const row = fc.tuple(level, level, level);

describe('effective weights', () => {
  it('sum to 1 and give the weighted mean', () => {
    const partial = fc.tuple(...[0, 1, 2].map(() => fc.option(level)));
    fc.assert(
      fc.property(partial, partial, partial, (a, b, c) => {
        const { ratings, items } = loop('x', { a, b, c });
        const weights = effectiveWeights(countedRatings(ratings, items), WEIGHTS);
        const { overall } = weightedMeanFigures(ratings, items, WEIGHTS);
        if (overall.value === null) return expect(weights).toEqual([]);
        expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(weights.reduce((sum, { weight, rating }) => sum + weight * rating.level, 0)).toBeCloseTo(overall.value, 12);
      }),
    );
  });
});

describe('a comparison', () => {
  it('must agree where everybody was rated by everybody: then the two figures are the same number', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(row, row, row), { minLength: 2, maxLength: 5 }), (rows) => {
        const comparison = comparisonOf(
          rows.map(([a, b, c], index) => loop(`l${index}`, { a, b, c })),
          'rule',
        );
        expect(comparison.mustAgree).toBe(true);
        for (const { weighted, adjusted } of comparison.candidates)
          if (adjusted.value !== null) expect(adjusted.value).toBe(weighted.value);
      }),
      { numRuns: 12 },
    );
  });

  it('takes out severity where panels rotate, and puts first who only met the stricter panel', () => {
    // Strict gives one level less than Fair and Kind for the same answer; B met Strict where A and C met Kind.
    const comparison = comparisonOf(
      [
        loop('A', { fair: [3, 4, 3], kind: [4, 4, 3] }),
        loop('B', { fair: [4, 4, 4], strict: [2, 3, 3] }),
        loop('C', { kind: [2, 3, 2], strict: [1, 2, 1] }),
        loop('D', { fair: [5, 5, 4], strict: [4, 4, 3] }),
        loop('E', { fair: [2, 2, 3], kind: [2, 3, 2] }),
      ],
      'rule',
    );
    expect(comparison).toMatchObject({ status: 'OK', severityTold: true, mustAgree: false, leftOut: [], n: 30, raters: 3 });
    const [a, b] = [byLoop(comparison).get('A')!, byLoop(comparison).get('B')!];
    expect(a.weighted.value!).toBeGreaterThan(b.weighted.value!);
    expect(b.adjusted.value!).toBeGreaterThan(a.adjusted.value!);
    // Taken from some, given to others: the mean of all stays.
    const sum = (of: 'weighted' | 'adjusted') => comparison.candidates.reduce((total, one) => total + one[of].value!, 0);
    expect(sum('adjusted')).toBeCloseTo(sum('weighted'), 9);
    for (const one of comparison.candidates) {
      expect(one.adjusted.interval!.lower).toBeLessThan(one.adjusted.value!);
      expect(one.rank!.value).toBeGreaterThanOrEqual(1);
    }
    comparison.candidates.forEach((one, i) =>
      comparison.candidates.forEach((other, j) => {
        if (i === j) expect(one.above[j]).toBeNull();
        else expect(one.above[j]! + other.above[i]!).toBeCloseTo(1, 12);
      }),
    );
    expect(comparison.groups.flat().sort()).toEqual(expect.arrayContaining(['A', 'B', 'C', 'D', 'E']));
  });

  it('does not depend on the order of loops and ratings, to the last bit', () => {
    const loops = [
      loop('A', { fair: [3, 4, 3], kind: [4, 4, 3] }),
      loop('B', { fair: [4, 4, 4], strict: [2, 3, 3] }),
      loop('C', { kind: [2, 3, 2], strict: [1, 2, 1] }),
    ];
    const shuffled = [...loops].reverse().map((one) => ({ ...one, ratings: [...one.ratings].reverse(), items: [...one.items].reverse() }));
    expect(canonicalJson(comparisonOf(shuffled, 'rule'))).toBe(canonicalJson(comparisonOf(loops, 'rule')));
  });

  it('names the missing link where panels have nobody in common, and nobody to those who may not know', () => {
    const apart = comparisonOf([loop('A', { ana: [3, 4, 3] }), loop('B', { bo: [4, 2, 4] })], 'rule');
    expect(apart).toMatchObject({ status: 'DISCONNECTED', mustAgree: false, groups: [] });
    expect(apart.links[0]).toMatchObject({ kind: 'PANELS' });
    expect(apart.candidates.map(({ adjusted, weighted }) => [adjusted.value, adjusted.status, weighted.value !== null])).toEqual([
      [null, 'DISCONNECTED', true],
      [null, 'DISCONNECTED', true],
    ]);
    const names = { rater: (id: string) => ({ ana: 'Ana', bo: 'Bo' })[id] ?? null, criterion: () => null };
    expect(comparisonSentence(apart, names)).toMatch(/(Ana and Bo|Bo and Ana) have rated no common candidate/);
    expect(comparisonSentence(apart, { rater: () => null, criterion: () => null })).not.toMatch(/Ana|Bo\b/);
  });

  it('says why it leaves out whom it leaves out', () => {
    const comparison = comparisonOf(
      [loop('A', { a: [3, 4, 3] }), loop('B', { a: [null, null, null] }), loop('C', { a: [1, 1, 2] }, { ruleHash: 'older' })],
      'rule',
    );
    expect(comparison.leftOut).toEqual([
      { loopId: 'C', because: 'OTHER_RULE' },
      { loopId: 'B', because: 'NOTHING_RATED' },
    ]);
    expect(comparison.candidates).toHaveLength(1);
    expect(comparison.status).toBe('INSUFFICIENT_DATA');
    expect(comparisonOf([], 'rule')).toMatchObject({ status: 'INSUFFICIENT_DATA', candidates: [], n: 0 });
  });

  it('says why nobody, or somebody, has no rank', () => {
    const none = comparisonOf([loop('x', { a: [4, 4, 4], b: [4, 4, 4] }), loop('y', { a: [4, 4, 4], b: [4, 4, 4] })], 'rule');
    expect(none.candidates.every(({ rank }) => rank === null)).toBe(true);
    expect(rankingReason(none)).toMatch(/^Nobody is ranked.*agree exactly/);
    expect(comparisonSentence(none, { rater: () => null, criterion: () => null })).toContain('the adjusted figure is the weighted mean');
    const apart = comparisonOf([loop('x', { a: [4, 4, 3] }), loop('y', { b: [2, 4, 4] })], 'rule');
    expect(rankingReason(apart)).toMatch(/^Nobody is ranked.*nobody in common/);
    const all = comparisonOf(
      [loop('x', { a: [4, 3, 4], b: [5, 4, 3] }), loop('y', { a: [2, 3, 1], b: [3, 2, 2] }), loop('z', { a: [4, 5, 5], b: [3, 4, 5] })],
      'rule',
    );
    expect(rankingReason(all)).toMatch(/^Ranked by the adjusted figure/);
    expect(rankingReason(comparisonOf([loop('x', { a: [4, 4, 4] })], 'rule'))).toContain('not two candidates');
  });

  it.each([
    ['a dozen candidates', 12, 24, 0.9],
    // Variances from so little are themselves uncertain: a normal interval would hold it in some 84 of 100.
    ['three candidates', 3, 200, 0.88],
  ])('has intervals that hold the truth about as often as they say, with rotating panels and %s', (_, count, runs, atLeast) => {
    let seed = 7;
    const next = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const normal = (): number => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
    let [held, of] = [0, 0];
    const panelOf = (c: number) => (count > 3 ? [...new Set([c % 6, (c + 1 + (c % 3)) % 6, (c + 4) % 6])] : [c, (c + 1) % 3]);
    for (let run = 0; run < runs; run += 1) {
      const severity = [0, 1, 2, 3, 4, 5].map(() => 0.5 * normal());
      const truth = Array.from({ length: count }, () => 3 + 0.6 * normal());
      const difficulty = [0, 1, 2].map(() => 0.3 * normal());
      const loops = truth.map((ability, c) => {
        const given = Object.fromEntries(
          panelOf(c).map((r) => {
            const own = (count > 3 ? 0.2 : 0.4) * normal();
            return [`r${r}`, difficulty.map((hard) => ability - severity[r]! - hard + own + 0.5 * normal())];
          }),
        );
        return loop(`l${String(c).padStart(2, '0')}`, given, { scale: { min: -20, max: 20 } });
      });
      const compared = byLoop(comparisonOf(loops, 'rule'));
      // Against the average panel of those compared, and the questions that all were asked, by their weights.
      const adjusted = truth.map((_, c) => compared.get(`l${String(c).padStart(2, '0')}`)!.adjusted);
      const centre = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
      const strict = centre(truth.map((_, c) => centre(panelOf(c).map((r) => severity[r]!))));
      const shift = -strict - (0.3 * difficulty[0]! + 0.3 * difficulty[1]! + 0.4 * difficulty[2]!);
      truth.forEach((ability, c) => {
        const { lower, upper } = adjusted[c]!.interval!;
        of += 1;
        if (lower <= ability + shift && ability + shift <= upper) held += 1;
      });
    }
    expect(held / of).toBeGreaterThan(atLeast);
    expect(held / of).toBeLessThan(0.99);
  });
});
