import * as fc from 'fast-check';
import {
  type IccForm,
  type IntraclassCorrelations,
  type Rating,
  type RatingTable,
  cronbachAlpha,
  intraclassCorrelations,
  tabulate,
} from '..';

/** Shrout and Fleiss (1979), table 2: six targets, four judges. */
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

function tableOf(ratings: readonly Rating[]): RatingTable {
  const table = tabulate(ratings);
  if (!table.ok) throw new Error(table.error[0]?.message);
  return table.value;
}
const matrix = (rows: readonly (readonly (number | null)[])[], by: 'rater' | 'item' = 'rater'): RatingTable =>
  tableOf(
    rows.flatMap((row, c) =>
      row.flatMap((score, k) => (score === null ? [] : [{ candidate: `c${c}`, rater: 'r', item: 'q', [by]: `k${k}`, score }])),
    ),
  );
const valueOf = (answer: IntraclassCorrelations, form: IccForm): number | null => answer.forms[form].estimate.value;
const ALL: readonly IccForm[] = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'];

const scores = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 5 }))
  .chain(([n, k]) => fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: k, maxLength: k }), { minLength: n, maxLength: n }));

describe('the six intraclass correlations of Shrout and Fleiss', () => {
  const answer = intraclassCorrelations(matrix(SHROUT_FLEISS));

  it('are those of their table 4', () => {
    expect(ALL.map((form) => Number(valueOf(answer, form)?.toFixed(2)))).toEqual([0.17, 0.29, 0.71, 0.44, 0.62, 0.91]);
  });

  it('rest on the mean squares of their table 3', () => {
    const { between, within, raters, residual } = answer.meanSquares!;
    expect([between, within, raters, residual].map((square) => Number(square.toFixed(2)))).toEqual([11.24, 6.26, 32.49, 1.02]);
    expect([answer.units, answer.raters, answer.excluded]).toEqual([6, 4, 0]);
  });

  it('have the tests and intervals that psych::ICC of R prints for them', () => {
    const printed: Record<IccForm, readonly number[]> = {
      '1,1': [1.79, 5, 18, 0.16477, -0.1329, 0.7226],
      '2,1': [11.03, 5, 15, 0.00013, 0.0188, 0.7611],
      '3,1': [11.03, 5, 15, 0.00013, 0.3425, 0.9459],
      '1,k': [1.79, 5, 18, 0.16477, -0.8844, 0.9124],
      '2,k': [11.03, 5, 15, 0.00013, 0.0711, 0.9272],
      '3,k': [11.03, 5, 15, 0.00013, 0.6757, 0.9859],
    };
    for (const form of ALL) {
      const { f, df1, df2, p, estimate } = answer.forms[form];
      const [digits2, digits5, digits4] = [2, 5, 4].map((digits) => (value: number | null | undefined) => Number(value?.toFixed(digits)));
      expect([digits2!(f), df1, df2, digits5!(p), digits4!(estimate.interval?.lower), digits4!(estimate.interval?.upper)]).toEqual(
        printed[form],
      );
    }
  });

  it('give the second interval of ICC(2,k), which irr::icc of R prints, apart', () => {
    expect(answer.mcGrawWongInterval?.lower).toBeCloseTo(0.0394, 4);
    expect(answer.mcGrawWongInterval?.upper).toBeCloseTo(0.9286, 4);
    expect(answer.satterthwaiteDegrees).toBeCloseTo(4.785144, 6);
  });

  it('narrow with less confidence', () => {
    const wide = answer.forms['2,1'].estimate.interval!;
    const narrow = intraclassCorrelations(matrix(SHROUT_FLEISS), { level: 0.5 }).forms['2,1'].estimate.interval!;
    expect(narrow.level).toBe(0.5);
    expect(narrow.lower).toBeGreaterThan(wide.lower);
    expect(narrow.upper).toBeLessThan(wide.upper);
    expect(() => intraclassCorrelations(matrix(SHROUT_FLEISS), { level: 1 })).toThrow(RangeError);
  });
});

describe('what goes into them', () => {
  it('leaves out units with a gap, and counts them', () => {
    const gaps = intraclassCorrelations(matrix([...SHROUT_FLEISS, [5, null, 5, 5], [null, 1, null, null]]));
    expect([gaps.units, gaps.excluded, gaps.forms['2,1'].estimate.n]).toEqual([6, 2, 24]);
    expect(valueOf(gaps, '2,1')).toBe(valueOf(intraclassCorrelations(matrix(SHROUT_FLEISS)), '2,1'));
  });

  it('takes means over the items where the candidate is the unit', () => {
    const twoItems = tableOf(
      SHROUT_FLEISS.flatMap((row, c) =>
        row.flatMap((score, r) => [
          { candidate: `c${c}`, rater: `r${r}`, item: 'q1', score: score - 1 },
          { candidate: `c${c}`, rater: `r${r}`, item: 'q2', score: score + 1 },
        ]),
      ),
    );
    const byCandidate = intraclassCorrelations(twoItems, { unit: 'CANDIDATE' });
    expect(valueOf(byCandidate, '2,1')).toBeCloseTo(0.2897637795, 9);
    expect([byCandidate.units, byCandidate.forms['2,1'].estimate.n]).toEqual([6, 48]);
    expect(intraclassCorrelations(twoItems).units).toBe(12);
  });
});

describe('where there is nothing to be had', () => {
  it('says so for one rater, one unit, and panels that never meet', () => {
    for (const table of [
      matrix([[1], [2], [3]]),
      matrix([[1, 2, 3]]),
      matrix([
        [1, null],
        [null, 2],
        [3, null],
        [null, 4],
      ]),
    ]) {
      const answer = intraclassCorrelations(table);
      for (const form of ALL)
        expect(answer.forms[form]).toMatchObject({ estimate: { value: null, status: 'INSUFFICIENT_DATA' }, f: null, p: null });
      expect([answer.mcGrawWongInterval, answer.satterthwaiteDegrees]).toEqual([null, null]);
    }
  });

  it('says CONSTANT where nothing differs', () => {
    const answer = intraclassCorrelations(matrix([[0.1, 0.1, 0.1], [0.1, 0.1, 0.1]])); // prettier-ignore
    for (const form of ALL) expect(answer.forms[form]).toMatchObject({ estimate: { value: null, status: 'CONSTANT' }, f: null, p: null });
  });

  it('is 1 without F or interval for perfect agreement', () => {
    const answer = intraclassCorrelations(matrix([[0.1, 0.1, 0.1], [0.7, 0.7, 0.7], [0.3, 0.3, 0.3]])); // prettier-ignore
    for (const form of ALL) {
      expect(answer.forms[form]).toMatchObject({ estimate: { value: 1, interval: null, status: 'OK' }, f: null, p: 0 });
    }
    expect(answer.mcGrawWongInterval).toBeNull();
  });

  it('tells perfect consistency from perfect agreement', () => {
    const answer = intraclassCorrelations(matrix([[1.1, 2.2, 4.3], [2.1, 3.2, 5.3], [4.1, 5.2, 7.3]])); // prettier-ignore
    expect(valueOf(answer, '3,1')).toBe(1);
    expect(answer.meanSquares?.residual).toBe(0);
    // By hand: MSB = 7, MSR = 7.93 (raters' means 2.433, 3.533, 5.633), so that ICC(2,1) = 7 / (7 + 7.93).
    expect(valueOf(answer, '2,1')).toBeCloseTo(7 / (7 + 7.93), 12);
    expect(answer.forms['2,1'].estimate.interval).not.toBeNull();
  });

  it('gives -1 / (k - 1) where raters cancel out, and nothing that would be infinite', () => {
    const answer = intraclassCorrelations(matrix([[1, 3], [3, 1], [2, 2]])); // prettier-ignore
    expect([valueOf(answer, '1,1'), valueOf(answer, '3,1')]).toEqual([-1, -1]);
    for (const form of ['1,k', '2,k', '3,k'] as const)
      expect(answer.forms[form].estimate).toMatchObject({ value: null, status: 'CONSTANT' });
  });
});

describe('their laws', () => {
  it('hold under shift, scale, another order and other names', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: -5, max: 5 }), (rows, shift) => {
        const plain = intraclassCorrelations(matrix(rows));
        const moved = intraclassCorrelations(matrix(rows.map((row) => row.map((score) => shift + 3 * score))));
        const turned = intraclassCorrelations(matrix([...rows].reverse().map((row) => [...row].reverse())));
        for (const form of ALL) {
          const value = valueOf(plain, form);
          for (const other of [moved, turned]) {
            if (value === null) expect(valueOf(other, form)).toBeNull();
            else expect(Math.abs(valueOf(other, form)! - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)));
          }
        }
      }),
    );
  });

  it('are finite or null, with bounds on either side of the value', () => {
    fc.assert(
      fc.property(scores, (rows) => {
        for (const form of ALL) {
          const { estimate, f, p } = intraclassCorrelations(matrix(rows)).forms[form];
          for (const number of [estimate.value, f, p]) expect(number === null || Number.isFinite(number)).toBe(true);
          if (form !== '2,k' && form !== '2,1' && estimate.interval !== null) {
            expect(estimate.interval.lower).toBeLessThanOrEqual(estimate.value! + 1e-9);
            expect(estimate.interval.upper).toBeGreaterThanOrEqual(estimate.value! - 1e-9);
          }
        }
      }),
    );
  });

  it('never have bounds in the wrong order, and say why where they have none', () => {
    fc.assert(
      fc.property(scores, (rows) => {
        const answer = intraclassCorrelations(matrix(rows));
        for (const form of ALL) {
          const { value, interval, method } = answer.forms[form].estimate;
          if (interval !== null) expect(interval.lower).toBeLessThanOrEqual(interval.upper);
          expect(method.includes('no interval')).toBe(value !== null && interval === null);
        }
        const other = answer.mcGrawWongInterval;
        if (other !== null) expect(other.lower).toBeLessThanOrEqual(other.upper);
      }),
    );
  });

  it('have no interval for the mean of k where one rater’s lower bound is at or below -1/(k - 1)', () => {
    // Mean squares 8/3, 0 and 2/3, so that Satterthwaite's degrees are those of the residual, 2; F(.975; 1, 2) is 38.506 in any table.
    const { forms, mcGrawWongInterval, satterthwaiteDegrees } = intraclassCorrelations(matrix([[2, 3, 3], [2, 1, 1]])); // prettier-ignore
    const f = 38.506;
    expect(satterthwaiteDegrees).toBeCloseTo(2, 12);
    expect(forms['2,1'].estimate.interval!.lower).toBeCloseTo((2 * (8 / 3 - (f * 2) / 3)) / ((f * 2) / 3 + 16 / 3), 4);
    expect(forms['2,k'].estimate).toMatchObject({
      value: expect.closeTo(6 / 7, 12),
      interval: null,
      method: expect.stringMatching(/no interval: its lower end lies below/),
    });
    expect(mcGrawWongInterval).toBeNull();
  });

  it('step up from one rater to k by Spearman and Brown', () => {
    fc.assert(
      fc.property(scores, (rows) => {
        const answer = intraclassCorrelations(matrix(rows));
        const k = answer.raters;
        for (const [single, average] of [
          ['1,1', '1,k'],
          ['2,1', '2,k'],
          ['3,1', '3,k'],
        ] as const) {
          // prettier-ignore
          const [one, all] = [valueOf(answer, single), valueOf(answer, average)];
          if (one !== null && all !== null && Math.abs(all) < 1e3) expect(all).toBeCloseTo((k * one) / (1 + (k - 1) * one), 8);
        }
      }),
    );
  });

  it('make ICC(3,k) of items and coefficient alpha one, value and interval', () => {
    fc.assert(
      fc.property(scores, (rows) => {
        const icc = intraclassCorrelations(matrix(rows)).forms['3,k'].estimate;
        const alpha = cronbachAlpha(matrix(rows, 'item')).estimate;
        expect(alpha.status).toBe(icc.status);
        if (icc.value === null || Math.abs(icc.value) > 1e6) return;
        expect(alpha.value).toBeCloseTo(icc.value, 7);
        if (icc.interval === null) return;
        const size = 1 + Math.abs(icc.interval.lower);
        expect(Math.abs(alpha.interval!.lower - icc.interval.lower) / size).toBeLessThan(1e-8);
        expect(alpha.interval?.upper).toBeCloseTo(icc.interval.upper, 7);
      }),
    );
  });
});
