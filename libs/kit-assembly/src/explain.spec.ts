import * as fc from 'fast-check';

import { leadDeveloperBlueprint, leadDeveloperPool } from '../fixtures/lead-developer';
import { simpleBlueprint, simpleQuestion, simpleRound } from '../fixtures/simple';
import { everyKit, smallWorld } from '../fixtures/small-worlds';
import { assembleKit } from './assemble';
import type { KitBlueprint } from './blueprint';
import type { PoolQuestion } from './pool-question';
import { blueprintFaults } from './blueprint-faults';
import { explain } from './explain';
import { kitInspector } from './inspector';
import { highsSolver } from './solvers/highs';

const solver = highsSolver();

async function sentence(blueprint: KitBlueprint, pool: readonly PoolQuestion[]): Promise<string> {
  const result = await assembleKit(blueprint, pool, solver);
  return result.ok ? 'there is a kit' : result.error.message;
}

describe('explain', () => {
  it('names wishes that no kit keeps together, but some kit keeps all but any one: checked on every kit there is', async () => {
    let conflicts = 0;
    await fc.assert(
      fc.asyncProperty(
        smallWorld.filter(({ blueprint, pool }) => blueprintFaults(blueprint, pool).length === 0),
        async (world) => {
          const { blueprint, pool } = world;
          const inspector = kitInspector(blueprint, pool);
          const broken = everyKit(world).map((kit) => new Set(inspector.violations(kit).map(({ wishId }) => wishId)));
          const conflict = await explain(blueprint, pool, solver);
          if (conflict === undefined) {
            expect(broken.some((ids) => ids.size === 0)).toBe(true);
            return;
          }
          conflicts += 1;
          const ids = conflict.wishes.map((wish) => wish.id);
          const someKitKeeps = (wanted: readonly string[]): boolean => broken.some((of) => wanted.every((id) => !of.has(id)));
          expect(conflict.minimal).toBe(true);
          expect(someKitKeeps(ids)).toBe(false);
          for (const given of ids) expect(someKitKeeps(ids.filter((id) => id !== given))).toBe(true);
        },
      ),
      { numRuns: 80, seed: 5 },
    );
    expect(conflicts).toBeGreaterThan(20);
  });

  it('tells a lack of time with the minutes that would be needed', async () => {
    const rounds = [simpleRound('Design', 3, { minutes: { max: 80 }, kinds: [{ kind: 'system-design', min: 2 }] })];
    const pool = [50, 50, 55]
      .map((minutes, index) => simpleQuestion(`d${index}`, { kind: 'system-design', minutes }))
      .concat(simpleQuestion('e'));
    expect(await sentence(simpleBlueprint({ rounds }), pool)).toBe(
      "Round 'Design' needs at least 2 questions of kind 'system-design' (3 in the pool, the 2 shortest take 100 minutes), but allows at most 80 minutes.",
    );
  });

  it('tells a lack of questions', async () => {
    const rounds = [simpleRound('Design', 3, { categories: [{ slug: 'people', min: 2 }] })];
    expect(await sentence(simpleBlueprint({ rounds }), [simpleQuestion('p', { category: 'people' }), simpleQuestion('e')])).toBe(
      "Round 'Design' needs at least 2 questions of category 'people' (1 in the pool).",
    );
  });

  it('tells a conflict between rounds and rules', async () => {
    const rounds = [
      simpleRound('First', 1, { kinds: [{ kind: 'case', min: 1 }] }),
      simpleRound('Second', 1, { kinds: [{ kind: 'case', min: 1 }] }),
    ];
    const pool = [simpleQuestion('a', { enemies: ['b'] }), simpleQuestion('b'), simpleQuestion('c', { kind: 'depth' })];
    expect(await sentence(simpleBlueprint({ rounds }), pool)).toBe(
      "These wishes cannot be had together. Round 'First' needs at least 1 question of kind 'case' (2 in the pool, the shortest takes 20 minutes). " +
        "Round 'Second' needs at least 1 question of kind 'case' (2 in the pool, the shortest takes 20 minutes). Questions 'a' and 'b' do not meet in one kit.",
    );
  });

  it('tells of pins with their minutes', async () => {
    const blueprint = simpleBlueprint({
      rounds: [simpleRound('Design', 2, { minutes: { max: 30 } })],
      pinned: [{ questionId: 'long', roundIndex: 0 }],
    });
    expect(await sentence(blueprint, [simpleQuestion('long', { minutes: 45 }), simpleQuestion('e')])).toBe(
      "Round 'Design' needs question 'long', which is fixed there (45 minutes), but allows at most 30 minutes.",
    );
  });

  it('finds the one wish too many in a kit of real size', async () => {
    const rounds = leadDeveloperBlueprint.rounds.map((round, index) => (index === 1 ? { ...round, minutes: { max: 60 } } : round));
    const conflict = await explain({ ...leadDeveloperBlueprint, rounds }, leadDeveloperPool(2), solver);
    expect(conflict?.minimal).toBe(true);
    expect(conflict?.sentence).toMatch(/^Round 'Design' needs .*'system-design'.* but allows at most 60 minutes\.$/);
  });

  it('has nothing to say of a feasible blueprint, or when called off', async () => {
    expect(await explain(simpleBlueprint(), [simpleQuestion('a')], solver)).toBeUndefined();
    const impossible = simpleBlueprint({ rounds: [simpleRound('Design', 2, { minutes: { max: 5 } })] });
    expect(await explain(impossible, [simpleQuestion('a')], solver, { signal: AbortSignal.abort() })).toBeUndefined();
  });
});
