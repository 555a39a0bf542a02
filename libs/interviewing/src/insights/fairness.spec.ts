import * as fc from 'fast-check';
import type { DecidedApplicant } from './decided-applicant';
import { checkDeclaration, checkSmallestGroup, type Declaration } from './declaration';
import { type Basis, changesSince, fairnessFigures as figuresAt, type FairnessFigures, mayReplace, type ScopeFairness } from './fairness';

const NOTHING: Declaration = { gender: null, ageGroup: null, ethnicity: null, disability: null };
const on = (day: number): Date => new Date(Date.UTC(2026, 0, day));
let persons = 0;
/** So many, each a person of her own, decided on that day of January. */
const people = (count: number, gender: Declaration['gender'], selected: number, roleProfileId = 'p', day = 1): DecidedApplicant[] =>
  Array.from({ length: count }, (_, index) => ({
    person: `person ${(persons += 1)}`,
    roleProfileId,
    selected: index < selected,
    declaration: gender === null ? null : { ...NOTHING, gender },
    changedAt: on(day),
  }));
const fairnessFigures = (applicants: readonly DecidedApplicant[], smallestGroup: number, day = 1, former: FairnessFigures | null = null) =>
  figuresAt(applicants, smallestGroup, on(day), former);
const genderOf = ({ dimensions }: ScopeFairness) => dimensions.find(({ dimension }) => dimension === 'gender')!;
type Shown = Extract<ReturnType<typeof genderOf>, { withheld: null }>;
const shown = (scope: ScopeFairness): Shown => genderOf(scope) as Shown;

describe('selection rates of self-declared groups', () => {
  it('are compared with the best one, with test and four fifths', () => {
    const { overall } = fairnessFigures([...people(20, 'MAN', 10), ...people(20, 'WOMAN', 4), ...people(10, null, 5)], 5);
    const { groups, impact } = shown(overall);
    expect(groups).toEqual([['WOMAN'], ['MAN']]);
    expect(impact.referenceGroup).toBe('MAN');
    expect(impact.comparisons[0]).toMatchObject({ group: 'WOMAN', violatesFourFifths: true, ratio: { value: 0.4 } });
    expect(impact.comparisons[0]!.tests!.fisher).toBeDefined();
    expect(overall.answered).toBe(0.8);
  });

  it('merge groups that are too small, with the next larger one if need be, so that no remainder is left to reckon', () => {
    const merged = shown(fairnessFigures([...people(20, 'MAN', 10), ...people(9, 'WOMAN', 4), ...people(2, 'NON_BINARY', 1)], 5).overall);
    expect(merged.groups).toEqual([['WOMAN', 'NON_BINARY'], ['MAN']]);
    expect(genderOf(fairnessFigures([...people(20, 'MAN', 10), ...people(2, 'NON_BINARY', 1)], 5).overall)).toMatchObject({
      dimension: 'gender',
      withheld: 'TOO_FEW_GROUPS',
    });
  });

  it('are withheld where selected or rejected people are few enough to be known by name', () => {
    expect(genderOf(fairnessFigures([...people(20, 'MAN', 3), ...people(20, 'WOMAN', 1)], 5).overall)).toMatchObject({
      withheld: 'OUTCOME_TOO_RARE',
    });
    expect(genderOf(fairnessFigures([...people(20, 'MAN', 18), ...people(20, 'WOMAN', 19)], 5).overall)).toMatchObject({
      withheld: 'OUTCOME_TOO_RARE',
    });
    // All selected of one group is what this is for, and is shown.
    expect(genderOf(fairnessFigures([...people(20, 'MAN', 8), ...people(20, 'WOMAN', 0)], 5).overall)).toMatchObject({ withheld: null });
  });

  it('never leave less than the threshold when one filter is subtracted from another', () => {
    const applicant = fc.record({
      roleProfileId: fc.constantFrom('a', 'b', 'c'),
      selected: fc.boolean(),
      gender: fc.constantFrom<Declaration['gender']>('WOMAN', 'MAN', 'NON_BINARY', null),
    });
    let compared = 0;
    fc.assert(
      fc.property(fc.array(applicant, { minLength: 40, maxLength: 160 }), fc.constantFrom(5, 7), (given, threshold) => {
        const applicants = given.map(({ gender, ...one }, index) => ({
          ...one,
          person: String(index),
          declaration: gender === null ? null : { ...NOTHING, gender },
          changedAt: on(1),
        }));
        const { overall, profiles } = fairnessFigures(applicants, threshold);
        if (genderOf(overall).withheld !== null) return;
        const { groups, impact } = shown(overall);
        const sizes = (scope: Shown) => new Map(scope.impact.rates.map(({ group, applicants: count }) => [group, count!]));
        const whole = sizes(shown(overall));
        for (const { applicants: count } of impact.rates) expect(count).toBeGreaterThanOrEqual(threshold);
        const told = Object.values(profiles).filter((scope) => genderOf(scope).withheld === null);
        compared += told.length;
        for (let subset = 1; subset < 2 ** told.length; subset += 1) {
          const taken = told.filter((_, index) => (subset >> index) % 2 === 1).map((scope) => sizes(shown(scope)));
          for (const group of groups.map((names) => names.join('+'))) {
            const left = whole.get(group)! - taken.reduce((sum, one) => sum + (one.get(group) ?? 0), 0);
            expect(left === 0 || left >= threshold).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(10);
  });

  it('are replaced only when enough people are new or gone', () => {
    const before = [...people(10, 'MAN', 5), ...people(10, 'WOMAN', 5)];
    const basis: Basis = { at: on(1).toISOString(), people: 20 };
    expect(changesSince(before, basis)).toBe(0);
    expect(mayReplace(changesSince([...before, ...people(4, 'MAN', 1, 'p', 2)], basis), 5)).toBe(false);
    expect(mayReplace(changesSince([...before, ...people(5, 'MAN', 1, 'p', 2)], basis), 5)).toBe(true);
    expect(mayReplace(changesSince(before.slice(5), basis), 5)).toBe(true);
    // Three who declared otherwise are gone and new: three people.
    expect(changesSince([...before.slice(3), ...people(3, 'WOMAN', 1, 'p', 2)], basis)).toBe(3);
    const first = fairnessFigures(before, 5);
    expect(fairnessFigures([...before, ...people(4, 'MAN', 1, 'p', 2)], 5, 2, first)).toBe(first);
    const second = fairnessFigures([...before, ...people(10, 'MAN', 5, 'p', 2)], 5, 2, first);
    expect(shown(second.overall).impact.rates).toMatchObject([{ applicants: 10 }, { applicants: 20 }]);
    // Enough of them, but only four in one cell.
    const uneven = fairnessFigures([...before, ...people(10, 'MAN', 4, 'p', 2)], 5, 2, first);
    expect(genderOf(uneven.overall)).toBe(genderOf(first.overall));
  });

  const both = [
    ...people(20, 'MAN', 10, 'a'),
    ...people(20, 'WOMAN', 10, 'a'),
    ...people(20, 'MAN', 9, 'b'),
    ...people(20, 'WOMAN', 9, 'b'),
  ];

  it('keep the table of a profile in which fewer are new, and of each from which they could be reckoned', () => {
    const first = fairnessFigures(both, 5);
    expect(genderOf(first.profiles['a']!)).toMatchObject({ withheld: null });
    const grown = (inB: number) => [...both, ...people(10, 'MAN', 5, 'a', 2), ...people(inB, 'MAN', inB, 'b', 2)];
    const one = fairnessFigures(grown(1), 5, 2, first);
    expect(one.overall).not.toEqual(first.overall);
    expect(one.profiles['b']).toEqual(first.profiles['b']);
    // The whole and `a`, both anew, would leave the one of `b`.
    expect(genderOf(one.profiles['a']!)).toEqual(genderOf(first.profiles['a']!));
    const none = fairnessFigures(grown(0), 5, 2, first);
    expect(shown(none.profiles['a']!).impact.rates).toMatchObject([{ applicants: 20 }, { applicants: 30 }]);
    // Those who came while a table stayed count towards the next one.
    const grownAgain = [...grown(1), ...people(5, 'MAN', 5, 'b', 3)];
    const later = fairnessFigures(grownAgain, 5, 3, one);
    expect(shown(later.profiles['b']!).impact.rates).toMatchObject([{ applicants: 20 }, { applicants: 26 }]);
    // Gone is as new: one who took it back moves no table of her profile.
    const less = [...both.filter((each) => each !== both.at(-1)), ...people(6, 'MAN', 3, 'a', 2)];
    expect(fairnessFigures(less, 5, 2, first).profiles['b']).toEqual(first.profiles['b']);
  });

  it('count people, not how often each applied', () => {
    const [her] = people(1, 'WOMAN', 1);
    const often = Array.from({ length: 6 }, (_, index) => ({ ...her!, selected: index < 3 }));
    expect(genderOf(fairnessFigures([...people(20, 'MAN', 10), ...often], 5).overall)).toMatchObject({ withheld: 'TOO_FEW_GROUPS' });
    const before = [...people(20, 'MAN', 10), ...people(10, 'WOMAN', 5)];
    const first = fairnessFigures(before, 5);
    const again = often.map((each) => ({ ...each, changedAt: on(2) }));
    expect(fairnessFigures([...before, ...again], 5, 2, first)).toBe(first);
    // The rates are over applications.
    expect(shown(fairnessFigures([...before, ...often], 5).overall).impact.rates).toMatchObject([{ applicants: 16 }, { applicants: 20 }]);
  });

  it('stay, dimension by dimension, where too few of those who declared it changed', () => {
    const first = fairnessFigures(both, 5);
    const old = people(10, null, 5, 'a', 2).map((one) => ({ ...one, declaration: { ...NOTHING, ageGroup: 'FROM_50' as const } }));
    const second = fairnessFigures([...both, ...old, ...people(1, 'WOMAN', 1, 'a', 2)], 5, 2, first);
    expect(second).not.toEqual(first);
    expect(genderOf(second.overall)).toEqual(genderOf(first.overall));
    expect(genderOf(second.profiles['a']!)).toEqual(genderOf(first.profiles['a']!));
  });

  it('stay where people went from one group to another and one more is gone: the two groups together would tell', () => {
    const others = people(20, 'NON_BINARY', 10);
    const before = [...people(20, 'MAN', 10), ...people(20, 'WOMAN', 10), ...others];
    const first = fairnessFigures(before, 5);
    expect(shown(first.overall).groups).toHaveLength(3);
    // Five selected and five rejected declare otherwise; one of the selected takes it back.
    const moved = others.map((one, index) => {
      const declaration = index === 5 ? null : index < 5 || index >= 15 ? { ...NOTHING, gender: 'WOMAN' as const } : one.declaration;
      return declaration === one.declaration ? one : { ...one, declaration, changedAt: on(2) };
    });
    const after = [...before.filter((one) => !others.includes(one)), ...moved];
    expect(genderOf(fairnessFigures(after, 5, 2, first).overall)).toBe(genderOf(first.overall));
  });

  it('count what was declared anew as it was before as no change', () => {
    const [men, women] = [people(20, 'MAN', 10), people(20, 'WOMAN', 10)];
    const first = fairnessFigures([...men, ...women], 5);
    const again = women.slice(1).map((one, index) => (index < 5 ? { ...one, changedAt: on(2) } : one));
    const after = [...men, ...again];
    expect(genderOf(fairnessFigures(after, 5, 2, first).overall)).toBe(genderOf(first.overall));
  });

  it('wait for the same changes under another threshold', () => {
    const first = fairnessFigures(both, 5);
    expect(fairnessFigures(both, 10, 2, first)).toBe(first);
    expect(fairnessFigures([...both, ...people(9, 'MAN', 4, 'a', 2)], 10, 2, first)).toBe(first);
    expect(fairnessFigures([...both, ...people(10, 'MAN', 4, 'a', 2)], 10, 2, first)).toMatchObject({ smallestGroup: 10 });
  });
});

describe('a declaration', () => {
  it('is of known groups, each left out at will, and of one at least', () => {
    expect(checkDeclaration({ ...NOTHING, gender: 'WOMAN' })).toMatchObject({ ok: true });
    expect(checkDeclaration({ ...NOTHING, gender: 'DISABLED' })).toMatchObject({ ok: false, error: { path: ['input', 'gender'] } });
    expect(checkDeclaration(NOTHING)).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
  });

  it('is shown in groups of no fewer than five', () => {
    for (const count of [4, 101, 5.5, NaN]) expect(checkSmallestGroup(count)).toMatchObject({ ok: false });
    expect(checkSmallestGroup(5)).toEqual({ ok: true, value: 5 });
  });
});
