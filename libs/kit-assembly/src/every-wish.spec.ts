import * as fc from 'fast-check';

import { everyKit } from '../fixtures/small-worlds';
import { wideWorld } from '../fixtures/wide-worlds';
import { assembleKit } from './assemble';
import { blueprintFaults } from './blueprint-faults';
import { explain } from './explain';
import { kitInspector } from './inspector';
import { relaxations } from './relaxations';
import { highsSolver } from './solvers/highs';
import { verify } from './verify';
import { listWishes } from './wishes';

const solver = highsSolver();
const sound = wideWorld.filter(({ blueprint, pool }) => blueprintFaults(blueprint, pool).length === 0);

describe('wishes of every kind', () => {
  it('lead to exactly the best of all kits that verify, or to the answer that there is none', async () => {
    const told = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(sound, async (world) => {
        const { blueprint, pool } = world;
        const inspector = kitInspector(blueprint, pool);
        const scores = everyKit(world)
          .filter((kit) => inspector.violations(kit).length === 0)
          .map((kit) => inspector.score(kit).total);
        for (const kit of everyKit(world)) expect(inspector.isValid(kit)).toBe(inspector.violations(kit).length === 0);
        const result = await assembleKit(blueprint, pool, solver);
        for (const { subject } of listWishes(blueprint, pool)) told.set(subject.of, (told.get(subject.of) ?? 0) + 1);
        if (scores.length === 0) {
          expect(result).toMatchObject({ ok: false, error: { code: 'NO_SUCH_KIT' } });
          return;
        }
        expect(result).toMatchObject({ ok: true, value: { proof: 'optimal', kit: { objective: Math.max(...scores), gap: 0 } } });
        if (result.ok) expect(verify(result.value.kit, blueprint, pool)).toEqual([]);
      }),
      { numRuns: 150, seed: 31 },
    );
    // None of the kinds of wishes went untested.
    expect([...told.keys()].sort()).toEqual(
      [
        'asked',
        'category',
        'competency',
        'enemies',
        'excluded',
        'exposure',
        'firstCompetency',
        'judged',
        'kind',
        'level',
        'load',
        'meanDifficulty',
        'minutes',
        'mustHave',
        'pin',
        'questions',
        'raters',
        'seniority',
        'slot',
        'spread',
        'tag',
        'variantFamily',
      ].sort(),
    );
  });

  it('conflict in sets that no kit keeps together, but some kit keeps all but any one: checked on every kit there is', async () => {
    let conflicts = 0;
    let helped = 0;
    await fc.assert(
      fc.asyncProperty(sound, async (world) => {
        const { blueprint, pool } = world;
        const conflict = await explain(blueprint, pool, solver);
        if (conflict === undefined) return;
        conflicts += 1;
        const inspector = kitInspector(blueprint, pool);
        // A question that fits no slot has no place at all: no wish can be given up for it.
        const kits = everyKit(world).map((kit) => new Set(inspector.violations(kit).map(({ wishId }) => wishId)));
        const broken = kits.filter((ids) => ![...ids].some((id) => id.endsWith('.slots')));
        const ids = conflict.wishes.map(({ id }) => id);
        const someKitKeeps = (wanted: readonly string[]): boolean => broken.some((of) => wanted.every((id) => !of.has(id)));
        expect(conflict.minimal).toBe(true);
        expect(someKitKeeps(ids)).toBe(false);
        for (const given of ids) expect(someKitKeeps(ids.filter((id) => id !== given))).toBe(true);

        const least = (id: string): boolean => broken.some((of) => [...of].every((other) => other === id));
        const found = await relaxations(blueprint, pool, conflict.wishes, solver);
        const alone = found.filter(({ changes }) => changes.length === 1).flatMap(({ changes }) => changes.map(({ wishId }) => wishId));
        expect(new Set(alone)).toEqual(new Set(ids.filter(least)));
        helped += alone.length;
      }),
      { numRuns: 70, seed: 32 },
    );
    expect(conflicts).toBeGreaterThan(15);
    expect(helped).toBeGreaterThan(5);
  });
});
