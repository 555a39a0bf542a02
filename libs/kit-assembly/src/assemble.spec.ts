import { fixedClock, type Clock } from '@touchstone/kernel';
import * as fc from 'fast-check';

import { leadDeveloperBlueprint, leadDeveloperPool } from '../fixtures/lead-developer';
import { simpleBlueprint, simpleQuestion, simpleRound } from '../fixtures/simple';
import { everyKit, smallWorld } from '../fixtures/small-worlds';
import { assembleKit, type AssemblyOutcome } from './assemble';
import type { KitBlueprint } from './blueprint';
import type { PoolQuestion } from './pool-question';
import { blueprintFaults } from './blueprint-faults';
import { kitInspector } from './inspector';
import type { Solver } from './solver';
import { highsSolver } from './solvers/highs';
import { verify } from './verify';

const solver = highsSolver();

async function assembled(blueprint: KitBlueprint, pool: readonly PoolQuestion[]): Promise<AssemblyOutcome> {
  const result = await assembleKit(blueprint, pool, solver);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const idsOf = ({ kit }: AssemblyOutcome): string[][] => kit.rounds.map(({ items }) => items.map(({ questionId }) => questionId));

describe('assembleKit', () => {
  it('finds exactly the best of all kits that verify, or says that there is none', async () => {
    let kits = 0;
    await fc.assert(
      fc.asyncProperty(
        smallWorld.filter(({ blueprint, pool }) => blueprintFaults(blueprint, pool).length === 0),
        async (world) => {
          const { blueprint, pool } = world;
          const inspector = kitInspector(blueprint, pool);
          const scores = everyKit(world)
            .filter((kit) => inspector.violations(kit).length === 0)
            .map((kit) => inspector.score(kit).total);
          const result = await assembleKit(blueprint, pool, solver);
          if (scores.length === 0) {
            expect(result).toMatchObject({ ok: false, error: { code: 'NO_SUCH_KIT' } });
          } else {
            kits += 1;
            expect(result).toMatchObject({ ok: true, value: { proof: 'optimal', kit: { objective: Math.max(...scores), gap: 0 } } });
            if (result.ok) expect(verify(result.value.kit, blueprint, pool)).toEqual([]);
          }
        },
      ),
      { numRuns: 150, seed: 7 },
    );
    expect(kits).toBeGreaterThan(30);
  });

  it('keeps excluded, overused, enemy and variant questions out, counted here by hand', async () => {
    const pool = leadDeveloperPool(11).map((question, index) => ({ ...question, id: `z${index}`, enemies: [`z${(index * 7) % 250}`] }));
    const blueprint = { ...leadDeveloperBlueprint, excludedQuestionIds: ['z1', 'z2'], pinned: [{ questionId: 'z40', roundIndex: 0 }] };
    const open = { ...blueprint, difficulty: undefined, maxExposure: 18 };
    const chosen = idsOf(await assembled(open, pool));
    const questions = chosen.flat().map((id) => pool.find((question) => question.id === id) as PoolQuestion);
    expect(new Set(chosen.flat()).size).toBe(14);
    expect(chosen[0]).toContain('z40');
    expect(chosen.flat()).not.toEqual(expect.arrayContaining(['z1']));
    for (const question of questions) {
      expect(question.exposure).toBeLessThanOrEqual(18);
      expect(question.enemies.filter((enemy) => enemy !== question.id && chosen.flat().includes(enemy))).toEqual([]);
    }
    const families = questions.flatMap(({ variantFamily }) => variantFamily ?? []);
    expect(new Set(families).size).toBe(families.length);
  });

  it('assembles the Lead Developer kit from 250 questions, proven best, and the same again from a shuffled pool', async () => {
    const pool = leadDeveloperPool(2);
    const outcome = await assembled(leadDeveloperBlueprint, pool);
    expect(outcome).toMatchObject({ proof: 'optimal', kit: { gap: 0 } });
    expect(outcome.kit.bound).toBe(outcome.kit.objective);
    expect(outcome.kit.rounds.map(({ name, items }) => [name, items.length])).toEqual([
      ['Technical depth', 5],
      ['Design', 2],
      ['Evidence and craft', 3],
      ['People and stakeholders', 4],
    ]);
    const again = await assembled(leadDeveloperBlueprint, [...pool].reverse());
    expect(again).toEqual(outcome);
  });

  it('puts warm-ups first', async () => {
    const pool = [
      simpleQuestion('hard', { difficulty: 5 }),
      simpleQuestion('easy', { difficulty: 2 }),
      simpleQuestion('short', { difficulty: 2, minutes: 10 }),
    ];
    expect(
      idsOf(await assembled(simpleBlueprint({ rounds: [simpleRound('Design', 3, { questions: { min: 3, max: 3 } })] }), pool)),
    ).toEqual([['short', 'easy', 'hard']]);
  });

  it('weighs competencies once, and names those that stay uncovered', async () => {
    const pool = [
      simpleQuestion('a', { competencies: ['coding'] }),
      simpleQuestion('b', { competencies: ['coding'], quality: 99 }),
      simpleQuestion('c', { competencies: ['design'], quality: 0 }),
      simpleQuestion('d', { competencies: ['talking'] }),
    ];
    const outcome = await assembled(simpleBlueprint({ competencyWeights: { coding: 50, design: 30, talking: 12.5, dancing: 7.5 } }), pool);
    expect(idsOf(outcome)).toEqual([['b', 'c']]);
    expect(outcome.score).toEqual({
      coverage: 8000,
      quality: 99,
      exposure: 0,
      closeness: 0,
      farthest: 0,
      reliability: 0,
      softWishes: 0,
      total: 8099,
    });
    expect(outcome.uncovered).toEqual([
      { slug: 'talking', weight: 12.5, inPool: true },
      { slug: 'dancing', weight: 7.5, inPool: false },
    ]);
  });

  it('misses a soft wish at its price, and reports by how much', async () => {
    const blueprint = simpleBlueprint({
      rounds: [simpleRound('Design', 2, { questions: { min: 2, max: 2 }, minutes: { max: 30, soft: 3 } })],
    });
    const outcome = await assembled(blueprint, [simpleQuestion('a'), simpleQuestion('b')]);
    expect(outcome.slacks).toContainEqual({
      wishId: 'round1.minutes.max',
      label: "Round 'Design': at most 30 minutes",
      side: 'max',
      required: 30,
      achieved: 40,
      slack: -10,
      violated: true,
      penalty: 30,
    });
    expect(outcome.kit.objective).toBe(100 - 30);
  });

  it('refuses a faulty blueprint before solving, with every fault', async () => {
    const never: Solver = { solve: () => Promise.reject(new Error('not to be asked')) };
    const blueprint = simpleBlueprint({ rounds: [simpleRound('', 1, { minutes: { min: 70, max: 60 } })] });
    expect(await assembleKit(blueprint, [simpleQuestion('a')], never)).toMatchObject({
      ok: false,
      error: {
        type: 'InvalidBlueprintError',
        path: ['rounds', '0', 'name'],
        faults: [{ code: 'BAD_NAME' }, { code: 'BAD_BOUND', path: ['rounds', '0', 'minutes', 'min'] }],
      },
    });
  });

  it('passes on time limit and cancellation as values', async () => {
    const answering = (status: 'timeLimit' | 'cancelled'): Solver => ({ solve: () => Promise.resolve({ status }) });
    expect(await assembleKit(simpleBlueprint(), [simpleQuestion('a')], answering('timeLimit'), { timeLimitSeconds: 3 })).toMatchObject({
      ok: false,
      error: { code: 'ASSEMBLY_TIME_LIMIT', timeLimitSeconds: 3 },
    });
    expect(await assembleKit(simpleBlueprint(), [simpleQuestion('a')], answering('cancelled'))).toMatchObject({
      ok: false,
      error: { code: 'ASSEMBLY_CANCELLED' },
    });
    expect(await assembleKit(simpleBlueprint(), [simpleQuestion('a')], solver, { signal: AbortSignal.abort() })).toMatchObject({
      ok: false,
      error: { code: 'ASSEMBLY_CANCELLED' },
    });
  });

  it('does not believe a solver that lies', async () => {
    const lying: Solver = {
      solve: (program) => Promise.resolve({ status: 'optimal', values: program.columns.map(() => 1), objective: 1, bound: 1, gap: 0 }),
    };
    await expect(
      assembleKit(
        simpleBlueprint(),
        ['a', 'b', 'c'].map((id) => simpleQuestion(id)),
        lying,
      ),
    ).rejects.toThrow('fails the check');
  });

  it('takes the seconds from the clock it is given', async () => {
    let reads = 0;
    const clock: Clock = { now: () => fixedClock(new Date(1000 + 2500 * reads++)).now() };
    const result = await assembleKit(simpleBlueprint(), [simpleQuestion('a')], solver, { clock });
    expect(result).toMatchObject({ ok: true, value: { kit: { seconds: 2.5 } } });
    expect((await assembled(simpleBlueprint(), [simpleQuestion('a')])).kit.seconds).toBeNull();
  });

  it('refuses priorities that are no whole numbers', async () => {
    const priorities = { coverage: 1, quality: 0.5, exposure: 1, closeness: 1, farthest: 1, reliability: 1 };
    await expect(assembleKit(simpleBlueprint(), [simpleQuestion('a')], solver, { priorities })).rejects.toThrow(RangeError);
  });
});
