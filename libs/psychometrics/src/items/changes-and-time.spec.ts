import * as fc from 'fast-check';
import { driftBetweenPeriods, itemDisagreement, type Rating, type RatingTable, tabulate, timeUsed } from '..';
import { holmAdjusted } from './holm-adjusted';

const row = (candidate: string, rater: string, item: string, score: number): Rating => ({ candidate, rater, item, score });

function table(ratings: readonly Rating[], scale?: { min: number; max: number }): RatingTable {
  const read = tabulate(ratings, { scale });
  if (!read.ok) throw new Error(read.error[0]!.message);
  return read.value;
}

/** Student's sleep data: extra hours by two drugs, ten patients each (A. R. Cushny & A. R. Peebles, 1905; Student, 1908; `sleep` of R). */
const FIRST_DRUG = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const SECOND_DRUG = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

/** Ana gives each candidate so much less than Bo. */
const severities = (amounts: readonly number[]): RatingTable =>
  table(amounts.flatMap((amount, k) => [row(`c${k}`, 'Ana', 'q', 10 - amount), row(`c${k}`, 'Bo', 'q', 10)]));

/** Each candidate gets so much less on the second question than on the first. */
const difficulties = (amounts: readonly number[]): RatingTable =>
  table(amounts.flatMap((amount, k) => [row(`c${k}`, 'Ana', 'first', 10), row(`c${k}`, 'Ana', 'second', 10 - amount)]));

const panels = fc
  .uniqueArray(fc.tuple(fc.nat(6), fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 5 })), {
    minLength: 1,
    maxLength: 60,
    selector: ([c, r, i]) => `${c},${r},${i}`,
  })
  .map((cells) => cells.map(([c, r, i, score]) => row(`c${c}`, `r${r}`, `i${i}`, score)));

describe('drift between two periods', () => {
  it.each([
    ['RATER', severities, 'Ana'],
    ['ITEM', difficulties, 'second'],
  ] as const)('of a %s is Welch’s test, as R prints it for the sleep data', (facet, panel, name) => {
    const drift = driftBetweenPeriods(panel(FIRST_DRUG), panel(SECOND_DRUG), facet).find((one) => one.name === name)!;
    // t.test(extra ~ group, data = sleep): t = -1.8608, df = 17.776, p-value = 0.07939, interval -3.3654832 to 0.2054832, means 0.75 and 2.33.
    expect(drift.before.value).toBeCloseTo(0.75, 12);
    expect(drift.after.value).toBeCloseTo(2.33, 12);
    expect(drift.change.value).toBeCloseTo(1.58, 12);
    expect(drift.change.interval!.lower).toBeCloseTo(-0.2054832, 7);
    expect(drift.change.interval!.upper).toBeCloseTo(3.3654832, 7);
    expect([drift.t!.toFixed(4), drift.degrees!.toFixed(3), drift.p!.toFixed(5)]).toEqual(['1.8608', '17.776', '0.07939']);
    expect(drift.change.n).toBe(20);
  });

  it('takes the ratings of one candidate for one piece of evidence', () => {
    const cells = (candidate: string, less: number): Rating[] =>
      ['q1', 'q2', 'q3'].flatMap((item) => [row(candidate, 'Ana', item, 3 - less), row(candidate, 'Bo', item, 3)]);
    const [before, after] = [table([...cells('a', 0), ...cells('b', 1)]), table([...cells('c', 1), ...cells('d', 2)])];
    const [ana] = driftBetweenPeriods(before, after, 'RATER');
    // Units 0, 1 and 1, 2: a change of 1 with variances of 1/2, se = sqrt(1/2), 2 degrees of freedom.
    expect(ana!.change.value).toBeCloseTo(1, 12);
    expect(ana!.change.standardError).toBeCloseTo(Math.SQRT1_2, 12);
    expect(ana!.degrees).toBeCloseTo(2, 12);
  });

  it('lists everybody, and says where nothing can be said', () => {
    const before = table([row('a', 'Ana', 'q', 3), row('a', 'Bo', 'q', 2), row('b', 'Ana', 'q', 3), row('b', 'Bo', 'q', 2)]);
    const after = table([row('c', 'Ana', 'q', 3), row('c', 'Cy', 'q', 1), row('d', 'Ana', 'q', 4), row('d', 'Cy', 'q', 2)]);
    const drifts = driftBetweenPeriods(before, after, 'RATER');
    expect(drifts.map(({ name, change, p }) => [name, change.status, change.value, p])).toEqual([
      ['Ana', 'CONSTANT', -1, null],
      ['Bo', 'INSUFFICIENT_DATA', null, null],
      ['Cy', 'INSUFFICIENT_DATA', null, null],
    ]);
    expect(drifts[1]!.after).toMatchObject({ value: null, status: 'INSUFFICIENT_DATA', n: 0, raters: 0 });
    // One question only: nothing stands beside it.
    expect(driftBetweenPeriods(before, after, 'ITEM').map(({ before: earlier }) => earlier.status)).toEqual(['INSUFFICIENT_DATA']);
  });

  it('turns round with the periods, is 0 for the same ratings, and does not see the candidates’ ability', () => {
    fc.assert(
      fc.property(panels, panels, fc.constantFrom('RATER' as const, 'ITEM' as const), (one, other, facet) => {
        const [before, after] = [table(one), table(other)];
        const there = driftBetweenPeriods(before, after, facet);
        const back = driftBetweenPeriods(after, before, facet);
        there.forEach(({ change, p }, k) => {
          if (change.value !== null) expect(back[k]!.change.value).toBeCloseTo(-change.value, 9);
          expect(back[k]!.p === null).toBe(p === null);
        });
        for (const { change } of driftBetweenPeriods(before, before, facet)) expect(change.value ?? 0).toBe(0);
        const abler = table(other.map((rating) => ({ ...rating, score: rating.score + Number(rating.candidate.slice(1)) })));
        driftBetweenPeriods(before, abler, facet).forEach(({ change }, k) => {
          if (change.value !== null) expect(change.value).toBeCloseTo(there[k]!.change.value!, 9);
        });
      }),
    );
  });

  it('grows with the number of tests: Holm by hand', () => {
    const adjusted = holmAdjusted([0.01, 0.04, null, 0.03, 0.005]);
    [0.03, 0.06, null, 0.06, 0.02].forEach((wanted, k) =>
      wanted === null ? expect(adjusted[k]).toBeNull() : expect(adjusted[k]).toBeCloseTo(wanted, 12),
    );
    expect(holmAdjusted([0.7, 0.9])).toEqual([1, 1]);
  });
});

describe('the disagreement about items', () => {
  it('is the average absolute deviation, most divided first', () => {
    const ratings = [
      ...[1, 5].map((score, k) => row('a', `r${k}`, 'divides', score)), // mean 3, deviation 2
      ...[2, 4].map((score, k) => row('b', `r${k}`, 'divides', score)), // mean 3, deviation 1
      ...[3, 3, 3].map((score, k) => row('a', `r${k}`, 'agrees', score)),
      row('b', 'r0', 'agrees', 5), // alone: says nothing
      row('a', 'r0', 'alone', 2),
      ...[4, 4, 1].map((score, k) => row('b', `r${k}`, 'once', score)), // mean 3, deviation (1 + 1 + 2) / 3
    ];
    const [first, second, third, last, ...more] = itemDisagreement(table(ratings, { min: 1, max: 5 }));
    expect([first!.item, first!.deviation.value, first!.candidates, first!.deviation.n, first!.deviation.raters]).toEqual([
      'divides',
      1.5,
      2,
      4,
      2,
    ]);
    // Two units 2 and 1: standard error 1/2, and 12.706 of them for one degree of freedom.
    expect(first!.deviation.standardError).toBeCloseTo(0.5, 12);
    expect(first!.deviation.interval!.upper).toBeCloseTo(1.5 + 12.706204736432095 / 2, 9);
    expect([second!.item, second!.deviation.value, second!.deviation.interval, second!.deviation.raters]).toEqual(['once', 4 / 3, null, 3]);
    expect([third!.item, third!.deviation.value]).toEqual(['agrees', 0]);
    expect([last!.item, last!.deviation.value, last!.deviation.status]).toEqual(['alone', null, 'INSUFFICIENT_DATA']);
    expect(more).toEqual([]);
    expect(first!.practicalLimit).toBeCloseTo(5 / 6, 12);
    expect(itemDisagreement(table(ratings))[0]!.practicalLimit).toBeNull();
  });

  it('does not change when names or the zero of the scale do, and doubles with the scores', () => {
    fc.assert(
      fc.property(panels, (ratings) => {
        const deviations = (of: (rating: Rating) => Rating) =>
          new Map(itemDisagreement(table(ratings.map(of))).map(({ item, deviation }) => [item, deviation.value]));
        const plain = deviations((rating) => rating);
        const renamed = deviations((rating) => ({
          ...rating,
          candidate: `x${9 - Number(rating.candidate[1])}`,
          rater: `x${9 - Number(rating.rater[1])}`,
        }));
        const moved = deviations((rating) => ({ ...rating, score: 2 * rating.score - 7 }));
        for (const [item, value] of plain) {
          if (value === null) expect([renamed.get(item), moved.get(item)]).toEqual([null, null]);
          else {
            expect(renamed.get(item)).toBeCloseTo(value, 12);
            expect(moved.get(item)).toBeCloseTo(2 * value, 12);
          }
        }
      }),
    );
  });
});

describe('time used', () => {
  const timing = (item: string, plannedMinutes: number, usedMinutes: number) => ({ item, plannedMinutes, usedMinutes });

  it('is held against the plan, longest overrun first', () => {
    const answer = timeUsed([timing('short', 10, 8), timing('long', 10, 13), timing('long', 12, 14), timing('long', 10, 14)]);
    const [long, short] = answer.ok ? answer.value : [];
    // Overruns 3, 2, 4: mean 3, standard error 1 / sqrt(3), 4.3027 of them for two degrees of freedom.
    expect([long!.item, long!.overrun.value, long!.overran, long!.overrun.n]).toEqual(['long', 3, 3, 3]);
    expect(long!.overrun.interval!.lower).toBeCloseTo(3 - 4.302652729696142 / Math.sqrt(3), 9);
    expect(long!.used.value).toBeCloseTo(41 / 3, 12);
    expect(long!.usedPerPlanned).toBeCloseTo(41 / 32, 12);
    expect([short!.item, short!.overrun.value, short!.overrun.interval, short!.overran]).toEqual(['short', -2, null, 0]);
  });

  it('names the rows that are wrong', () => {
    const answer = timeUsed([
      timing('q', 10, 5),
      timing(' ', 10, 5),
      timing('q', 0, 5),
      timing('q', 10, NaN),
      timing('q', 10, -1),
      timing('q', Infinity, 1),
    ]);
    expect(answer.ok ? [] : answer.error.map(({ row: at, code }) => [at, code])).toEqual([
      [2, 'MISSING_NAME'],
      [3, 'NOT_MINUTES'],
      [4, 'NOT_MINUTES'],
      [5, 'NOT_MINUTES'],
      [6, 'NOT_MINUTES'],
    ]);
    const many = timeUsed(Array.from({ length: 50 }, () => timing('q', 0, 0)));
    expect(many.ok ? 0 : many.error.length).toBe(20);
    expect(timeUsed([])).toEqual({ ok: true, value: [] });
  });
});
