import * as fc from 'fast-check';

import { minimalConflict, type Feasibility } from './minimal-conflict';

/** Numbers 0..39 conflict where one of the given sets lies within them. */
const conflictsOf =
  (sets: readonly (readonly number[])[]) =>
  (subset: readonly number[]): Promise<Feasibility> =>
    Promise.resolve(sets.some((set) => set.every((member) => subset.includes(member))) ? 'infeasible' : 'feasible');

const all = Array.from({ length: 40 }, (_, index) => index);

describe('minimalConflict', () => {
  it('finds one of the planted conflicts, and nothing but it', async () => {
    const planted = fc.array(fc.uniqueArray(fc.nat(39), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(planted, async (sets) => {
        const test = conflictsOf(sets);
        const { members, minimal } = await minimalConflict(all, test);
        expect(minimal).toBe(true);
        expect(await test(members)).toBe('infeasible');
        for (const member of members) expect(await test(members.filter((other) => other !== member))).toBe('feasible');
      }),
    );
  });

  it('keeps what stands last', async () => {
    expect(
      (
        await minimalConflict(
          all,
          conflictsOf([
            [3, 4],
            [20, 39],
          ]),
        )
      ).members,
    ).toEqual([20, 39]);
  });

  it('asks few questions of many conditions', async () => {
    const many = Array.from({ length: 4096 }, (_, index) => index);
    let asked = 0;
    const { members } = await minimalConflict(many, (subset) => {
      asked += 1;
      return conflictsOf([[17, 4000]])(subset);
    });
    expect(members).toEqual([17, 4000]);
    expect(asked).toBeLessThan(60);
  });

  it('keeps what it could not decide, and says that the set may be too large', async () => {
    const undecided = (subset: readonly number[]): Promise<Feasibility> =>
      subset.includes(1) && !subset.includes(7) ? Promise.resolve('unknown') : conflictsOf([[1, 2]])(subset);
    const { members, minimal } = await minimalConflict(all, undecided);
    expect(members).toEqual([1, 2, 7]);
    expect(minimal).toBe(false);
  });
});
