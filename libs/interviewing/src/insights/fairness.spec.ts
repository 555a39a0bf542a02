import * as fc from 'fast-check';
import { checkDeclaration, checkSmallestGroup, type Declaration } from './declaration';
import { changesSince, type DecidedApplicant, fairnessFigures, mayReplace, type ScopeFairness } from './fairness';

const NOTHING: Declaration = { gender: null, ageGroup: null, ethnicity: null, disability: null };
const people = (count: number, gender: Declaration['gender'], selected: number, roleProfileId = 'p', changed = false): DecidedApplicant[] =>
  Array.from({ length: count }, (_, index) => ({
    roleProfileId,
    selected: index < selected,
    declaration: gender === null ? null : { ...NOTHING, gender },
    changed,
  }));
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
    expect(genderOf(fairnessFigures([...people(20, 'MAN', 10), ...people(2, 'NON_BINARY', 1)], 5).overall)).toEqual({
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
      changed: fc.boolean(),
    });
    let compared = 0;
    fc.assert(
      fc.property(fc.array(applicant, { minLength: 40, maxLength: 160 }), fc.constantFrom(5, 7), (given, threshold) => {
        const applicants = given.map(({ gender, ...one }) => ({ ...one, declaration: gender === null ? null : { ...NOTHING, gender } }));
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
    expect(changesSince(before, 20)).toBe(0);
    expect(mayReplace(changesSince([...before, ...people(4, 'MAN', 1, 'p', true)], 20), 5)).toBe(false);
    expect(mayReplace(changesSince([...before.slice(2), ...people(3, 'MAN', 1, 'p', true)], 20), 5)).toBe(true);
    expect(changesSince([...before, ...people(3, null, 1, 'p', true)], 20)).toBe(0);
    // One new person of one profile: that profile waits, and so does every subtraction that would leave her alone.
    const grown = [
      ...people(20, 'MAN', 10, 'a', true),
      ...people(20, 'WOMAN', 10, 'a', true),
      ...people(19, 'MAN', 9, 'b'),
      ...people(20, 'WOMAN', 9, 'b'),
      ...people(1, 'MAN', 1, 'b', true),
    ];
    const { profiles } = fairnessFigures(grown, 5);
    expect(genderOf(profiles['b']!)).toMatchObject({ withheld: 'TOO_FEW_CHANGES' });
    expect(genderOf(profiles['a']!)).toMatchObject({ withheld: 'TOO_FEW_CHANGES' });
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
