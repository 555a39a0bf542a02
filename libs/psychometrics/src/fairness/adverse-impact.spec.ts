import * as fc from 'fast-check';
import {
  type GroupOutcome,
  type Outcome,
  adverseImpact,
  binomialDeviations,
  hypergeometricDeviations,
  impactRatio,
  selectionRate,
  twoProportionZ,
  violatesFourFifths,
} from '..';

const of = (selected: number, applicants: number): Outcome => ({ selected, applicants });
const group = (name: string, selected: number, applicants: number): GroupOutcome => ({ group: name, selected, applicants });

/** Connecticut v. Teal, 457 U.S. 440 (1982), n. 4: the examination, and the promotions made in the end. */
const TEAL_EXAMINATION = [group('Black', 26, 48), group('White', 206, 259)];
const TEAL_PROMOTION = [group('Black', 11, 48), group('White', 35, 259)];
/** 44 Fed. Reg. 11996 (1979), Question 11: rates of 60, 45, 48 and 51 per cent. */
const QUESTION_11 = [group('White', 60, 100), group('American Indian', 45, 100), group('Hispanic', 48, 100), group('Black', 51, 100)];

describe('the selection rate', () => {
  it("has Wilson's interval", () => {
    // R 4.2.2: prop.test(8, 40, correct = FALSE), prop.test(0, 10, correct = FALSE).
    const { value, standardError, interval, n } = selectionRate(of(8, 40));
    expect([value, n]).toEqual([0.2, 40]);
    expect(standardError).toBeCloseTo(Math.sqrt(0.16 / 40), 15);
    expect(interval?.lower).toBeCloseTo(0.104999897254377, 13);
    expect(interval?.upper).toBeCloseTo(0.347573063463995, 13);
    expect(selectionRate(of(0, 10)).interval?.lower).toBe(0);
    expect(selectionRate(of(0, 10)).interval?.upper).toBeCloseTo(0.2775327998628891, 13);
    expect(selectionRate(of(10, 10)).interval?.lower).toBeCloseTo(1 - 0.2775327998628891, 13);
    expect(selectionRate(of(10, 10)).interval?.upper).toBe(1);
  });

  it('of nobody is missing', () => {
    expect(selectionRate(of(0, 0))).toMatchObject({ value: null, interval: null, status: 'INSUFFICIENT_DATA' });
  });
});

describe('the impact ratio', () => {
  it('is about 68 per cent in Connecticut v. Teal, and close to 170 per cent at promotion', () => {
    expect(impactRatio(of(26, 48), of(206, 259)).value).toBeCloseTo(0.68, 2);
    expect(impactRatio(of(11, 48), of(35, 259)).value).toBeCloseTo(1.7, 2);
  });

  it("has Katz's interval", () => {
    // By hand: log .75 +- 1.959964 sqrt(.55/45 + .4/60).
    const half = 1.959963984540054 * Math.sqrt(0.55 / 45 + 0.4 / 60);
    const { value, interval, standardError, n, raters } = impactRatio(of(45, 100), of(60, 100));
    expect([n, raters]).toEqual([200, 0]);
    expect(value).toBe(0.75);
    expect(interval?.lower).toBeCloseTo(0.75 * Math.exp(-half), 13);
    expect(interval?.upper).toBeCloseTo(0.75 * Math.exp(half), 13);
    expect(standardError).toBeCloseTo(0.75 * Math.sqrt(0.55 / 45 + 0.4 / 60), 14);
  });

  it('has a defined answer for every degenerate table', () => {
    expect(impactRatio(of(0, 10), of(5, 10))).toMatchObject({ value: 0, interval: null, standardError: null, status: 'OK' });
    expect(impactRatio(of(5, 10), of(0, 10))).toMatchObject({ value: null, status: 'EXTREME' });
    expect(impactRatio(of(0, 10), of(0, 10))).toMatchObject({ value: null, status: 'CONSTANT' });
    expect(impactRatio(of(0, 0), of(5, 10))).toMatchObject({ value: null, status: 'INSUFFICIENT_DATA' });
    expect(impactRatio(of(5, 10), of(0, 0))).toMatchObject({ value: null, status: 'INSUFFICIENT_DATA' });
    expect(impactRatio(of(10, 10), of(7, 7))).toMatchObject({ value: 1, interval: { lower: 1, upper: 1 }, status: 'OK' });
  });
});

describe('the four-fifths rule', () => {
  it('is broken below four fifths, not at them', () => {
    // Question 11: adverse impact for American Indians (75 %), none for Hispanics (exactly 80 %) and Blacks (85 %).
    expect(violatesFourFifths(of(45, 100), of(60, 100))).toBe(true);
    expect(violatesFourFifths(of(48, 100), of(60, 100))).toBe(false);
    expect(violatesFourFifths(of(51, 100), of(60, 100))).toBe(false);
    expect(3 / 5 / (6 / 8)).toBeLessThan(0.8); // what doubles would make of it
    expect(violatesFourFifths(of(3, 5), of(6, 8))).toBe(false);
  });

  it('compares exactly, however many applied', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 1, max: 100 }), (selected, factor) => {
        const other = of(5 * selected, 10 * selected);
        expect(violatesFourFifths(of(4 * selected * factor, 10 * selected * factor), other)).toBe(false);
        expect(violatesFourFifths(of(4 * selected * factor - 1, 10 * selected * factor), other)).toBe(true);
      }),
    );
  });

  it('is not broken where both rates are 0, and not to be had of nobody', () => {
    expect([
      violatesFourFifths(of(0, 5), of(0, 5)),
      violatesFourFifths(of(0, 5), of(1, 5)),
      violatesFourFifths(of(5, 5), of(5, 5)),
      violatesFourFifths(of(0, 0), of(1, 5)),
      violatesFourFifths(of(1, 5), of(0, 0)),
    ]).toEqual([false, true, false, null, null]);
  });
});

describe('z and standard deviations', () => {
  it('of two proportions is the root of the chi-square that R prints', () => {
    // R 4.2.2: prop.test(c(26, 206), c(48, 259), correct = FALSE): X-squared = 14.118, p-value = 0.0001717.
    const { pooled, p, unpooled } = twoProportionZ(of(26, 48), of(206, 259));
    expect((pooled ?? 0) ** 2).toBeCloseTo(14.118, 3);
    expect(p).toBeCloseTo(0.0001717, 7);
    expect(pooled).toBeLessThan(0);
    const [a, b] = [26 / 48, 206 / 259];
    expect(unpooled).toBeCloseTo((a - b) / Math.sqrt((a * (1 - a)) / 48 + (b * (1 - b)) / 259), 12);
  });

  it('are null where nothing varies', () => {
    for (const [one, other] of [
      [of(0, 5), of(0, 5)],
      [of(5, 5), of(5, 5)],
      [of(0, 0), of(1, 5)],
      [of(0, 0), of(0, 0)],
    ] as const) {
      expect(twoProportionZ(one, other)).toEqual({ pooled: null, p: null, unpooled: null });
      expect(hypergeometricDeviations(one, other)).toMatchObject({ standardDeviations: null, flagged: null, difference: 0 });
    }
    // All of one, none of the other: unpooled there is no error left.
    expect(twoProportionZ(of(0, 5), of(5, 5))).toMatchObject({ unpooled: null });
    expect(twoProportionZ(of(0, 5), of(5, 5)).pooled).toBeCloseTo(-Math.sqrt(10), 13); // chi-square is n
  });

  it('of the hypergeometric distribution are sqrt((N - 1) / N) of the pooled z', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 2000 }), fc.nat(), fc.nat(), (n, m, a, b) => {
        const [one, other] = [of(a % (n + 1), n), of(b % (m + 1), m)];
        const { pooled } = twoProportionZ(one, other);
        const { standardDeviations, expected, difference } = hypergeometricDeviations(one, other);
        if (pooled === null) expect(standardDeviations).toBeNull();
        else expect(standardDeviations).toBeCloseTo(pooled * Math.sqrt((n + m - 1) / (n + m)), 8);
        expect(expected + difference).toBeCloseTo(one.selected, 9);
      }),
    );
  });

  it('flag from two on', () => {
    // Expected 2 of 4 with 4 of 8: variance 4 x .5 x .5 x 4/7 = 4/7; 2 more are 2.65 of them, 1 more 1.32.
    expect(hypergeometricDeviations(of(0, 4), of(4, 4))).toMatchObject({ flagged: true, expected: 2, difference: -2 });
    expect(hypergeometricDeviations(of(1, 4), of(3, 4)).flagged).toBe(false);
    // One place for two people: half a place expected, and the deviation is half a place.
    expect(hypergeometricDeviations(of(0, 1), of(1, 1))).toMatchObject({ expected: 0.5, standardDeviations: -1 });
    // 36 of 100 at a share of one half lie 14 / 5 below, 41 lie 9 / 5, and 40 exactly 2.
    expect([36, 40, 41].map((observed) => binomialDeviations(100, 0.5, observed).flagged)).toEqual([true, true, false]);
  });

  it('are about 29 in Castaneda v. Partida, and between the bounds that Hazelwood prints', () => {
    const castaneda = binomialDeviations(870, 0.791, 339);
    expect(Math.round(castaneda.expected)).toBe(688);
    expect(Math.round(castaneda.standardDeviation)).toBe(12);
    expect(Math.round(castaneda.difference)).toBe(-349);
    expect(Math.round(castaneda.standardDeviations ?? 0)).toBe(-29);
    expect(castaneda.lowerTail / 4.180607755e-145).toBeCloseTo(1, 8); // scipy 1.17.1, binom.cdf
    // Hazelwood, n. 14 and 17: teachers hired 1972 to 1974, against 15.4 and 5.7 per cent.
    expect(binomialDeviations(405, 0.154, 15).standardDeviations).toBeLessThan(-6);
    expect(binomialDeviations(282, 0.154, 10).standardDeviations).toBeLessThan(-5);
    expect(binomialDeviations(123, 0.154, 5).standardDeviations).toBeLessThan(-3);
    expect(binomialDeviations(405, 0.057, 15)).toMatchObject({ flagged: false });
  });

  it('have exact tails', () => {
    // R 4.2.2: pbinom(15, 405, .154), pbinom(14, 405, .154, lower = FALSE); by hand 11/16 and 5/16 for 2 and 3 of 4... of fair coins.
    const { lowerTail, upperTail } = binomialDeviations(405, 0.154, 15);
    expect(lowerTail / 2.946870843961567e-14).toBeCloseTo(1, 11);
    expect(upperTail).toBeCloseTo(0.9999999999999939, 14);
    expect(binomialDeviations(4, 0.5, 2).lowerTail).toBeCloseTo(11 / 16, 14);
    expect(binomialDeviations(4, 0.5, 3).upperTail).toBeCloseTo(5 / 16, 14);
    expect(binomialDeviations(4, 0.5, 0).upperTail).toBe(1);
    expect(binomialDeviations(4, 0.5, 4).lowerTail).toBe(1);
    expect(binomialDeviations(1_000_000, 0.5, 499_000).lowerTail).toBeCloseTo(0.022804, 6); // scipy 1.17.1
  });

  it('of a certain outcome are null, and mistakes are refused', () => {
    expect(binomialDeviations(10, 0, 0)).toMatchObject({ standardDeviations: null, flagged: null, lowerTail: 1, upperTail: 1 });
    expect(binomialDeviations(10, 1, 9)).toMatchObject({ standardDeviations: null, lowerTail: 0, upperTail: 1, difference: -1 });
    expect(binomialDeviations(0, 0.5, 0)).toMatchObject({ standardDeviations: null, lowerTail: 1, upperTail: 1 });
    for (const [n, share, observed] of [
      [10, 1.1, 1],
      [10, NaN, 1],
      [10, 0.5, 11],
      [10.5, 0.5, 1],
    ] as const) {
      expect(() => binomialDeviations(n, share, observed)).toThrow(RangeError);
    }
  });
});

describe('adverse impact', () => {
  it('takes the group with the highest rate for reference: at promotion in Teal the black candidates', () => {
    expect(adverseImpact(TEAL_EXAMINATION).referenceGroup).toBe('White');
    const { referenceGroup, comparisons, rates } = adverseImpact(TEAL_PROMOTION);
    expect(referenceGroup).toBe('Black');
    expect(rates.map(({ rate }) => Number(rate.value?.toFixed(3)))).toEqual([0.229, 0.135]);
    // Ratio and tests disagree: .59, and chance would do as much.
    expect(comparisons).toMatchObject([{ group: 'White', violatesFourFifths: true, tests: { deviations: { flagged: false } } }]);
    expect(comparisons[0]?.tests?.fisher.twoSided).toBeGreaterThan(0.05);
  });

  it('answers Question 11', () => {
    const { referenceGroup, comparisons } = adverseImpact(QUESTION_11);
    expect(referenceGroup).toBe('White');
    expect(comparisons.map(({ group: name, ratio, violatesFourFifths: broken }) => [name, ratio.value, broken])).toEqual([
      ['American Indian', 0.75, true],
      ['Hispanic', 0.8, false],
      ['Black', 0.85, false],
    ]);
  });

  it('shows nothing of a group below the smallest, and takes none for reference', () => {
    const groups = [group('A', 10, 40), group('B', 3, 4), group('C', 8, 40)];
    const { referenceGroup, rates, comparisons } = adverseImpact(groups);
    expect(referenceGroup).toBe('A');
    expect(rates[1]).toMatchObject({ applicants: null, selected: null, belowTwoPercent: null, rate: { value: null, n: 0 } });
    expect(rates[1]?.rate).toMatchObject({ status: 'INSUFFICIENT_DATA', interval: null });
    expect(comparisons).toMatchObject([{ group: 'B', ratio: { value: null }, violatesFourFifths: null, tests: null }, { group: 'C' }]);
    expect(JSON.stringify(adverseImpact(groups).rates[1])).not.toMatch(/"(applicants|selected)":\d/);
    expect(adverseImpact(groups, { smallestGroup: 4 }).referenceGroup).toBe('B');
    expect(adverseImpact(groups, { smallestGroup: 41 })).toMatchObject({ referenceGroup: null, comparisons: [{}, {}, { tests: null }] });
  });

  it('marks groups below two per cent of the applicants', () => {
    const { rates } = adverseImpact([group('A', 10, 490), group('B', 1, 10), group('C', 1, 9)]);
    expect(rates.map(({ belowTwoPercent }) => belowTwoPercent)).toEqual([false, true, true]);
    expect(adverseImpact([group('A', 10, 490), group('B', 1, 10)]).rates[1]?.belowTwoPercent).toBe(false); // exactly 2 %
  });

  it('has an answer for no groups, one, empty ones, and nobody selected', () => {
    expect(adverseImpact([])).toEqual({ referenceGroup: null, rates: [], comparisons: [] });
    expect(adverseImpact([group('A', 1, 10)])).toMatchObject({ referenceGroup: 'A', comparisons: [] });
    expect(adverseImpact([group('A', 1, 10), group('B', 0, 0)], { smallestGroup: 1 }).comparisons).toMatchObject([{ tests: null }]);
    const none = adverseImpact([group('A', 0, 10), group('B', 0, 20)]);
    expect(none).toMatchObject({
      referenceGroup: 'A',
      comparisons: [
        { ratio: { value: null, status: 'CONSTANT' }, violatesFourFifths: false, tests: { fisher: { twoSided: 1 }, z: { p: null } } },
      ],
    });
  });

  it('does not depend on the order of the groups where the rates differ', () => {
    const named = fc.uniqueArray(
      fc.record({ group: fc.constantFrom('A', 'B', 'C', 'D', 'E'), applicants: fc.integer({ min: 5, max: 500 }), part: fc.nat(500) }),
      { minLength: 2, selector: ({ group: name }) => name },
    );
    fc.assert(
      fc.property(named, (rows) => {
        const groups = rows.map(({ group: name, applicants, part }) => group(name, part % (applicants + 1), applicants));
        fc.pre(new Set(groups.map(({ selected, applicants }) => selected / applicants)).size === groups.length);
        const forwards = adverseImpact(groups);
        const backwards = adverseImpact([...groups].reverse());
        expect({ ...backwards, rates: [...backwards.rates].reverse(), comparisons: [...backwards.comparisons].reverse() }).toEqual(
          forwards,
        );
        for (const { ratio, tests } of forwards.comparisons) {
          expect(ratio.value).toBeLessThan(1);
          expect(tests?.deviations.difference).toBeLessThan(0);
        }
      }),
    );
  });

  it('refuses mistakes, naming the group', () => {
    expect(() => adverseImpact([group('A', 11, 10)])).toThrow(/^A: /);
    expect(() => adverseImpact([group('A', 1, 10), group('A', 2, 10)])).toThrow(RangeError);
    for (const smallestGroup of [0, 2.5, NaN]) expect(() => adverseImpact([], { smallestGroup })).toThrow(RangeError);
  });
});
