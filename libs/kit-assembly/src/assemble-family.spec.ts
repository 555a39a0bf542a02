import * as fc from 'fast-check';

import { bestByCounting, familyOf, formWorld } from '../fixtures/form-worlds';
import { simpleBlueprint, simpleQuestion, simpleRound } from '../fixtures/simple';
import { assembleFamily } from './assemble-family';
import { explainFamily } from './explain-family';
import type { FamilyBlueprint } from './family';
import { familyFaults } from './family-faults';
import { kitInspector } from './inspector';
import type { KitLayout } from './kit';
import type { PoolQuestion } from './pool-question';
import { highsSolver } from './solvers/highs';
import { verifyFamily } from './verify-family';

const solver = highsSolver();
const QUALITY = { coverage: 0, quality: 1, exposure: 0, closeness: 0, farthest: 0, reliability: 0 };

describe('one form and two, from up to 15 questions', () => {
  it('are worth exactly what counting every set and every pair of sets finds, or are proven impossible', async () => {
    const seen = { possible: 0, impossible: 0 };
    await fc.assert(
      fc.asyncProperty(formWorld, async (world) => {
        const { family, pool } = familyOf(world);
        if (familyFaults(family, pool).length > 0) return;
        const best = bestByCounting(world);
        const answer = await assembleFamily(family, pool, solver, { priorities: QUALITY });
        if (best === null) {
          seen.impossible += 1;
          expect(answer).toMatchObject({ ok: false, error: { code: 'NO_SUCH_KIT', conflict: { minimal: true } } });
          return;
        }
        seen.possible += 1;
        expect(answer).toMatchObject({ ok: true, value: { proof: 'optimal', objective: best, bound: best, gap: 0 } });
        if (answer.ok) expect(verifyFamily(answer.value.kits, family, pool)).toEqual([]);
      }),
      { numRuns: 90, seed: 41 },
    );
    expect(Math.min(seen.possible, seen.impossible)).toBeGreaterThan(15);
  });
});

/** Two kits of two slots each from five questions. */
const slotted: fc.Arbitrary<{ family: FamilyBlueprint; pool: PoolQuestion[] }> = fc
  .record({
    questions: fc.array(
      fc.record({
        kind: fc.constantFrom('case', 'depth'),
        difficulty: fc.constantFrom(2, 3, 4),
        quality: fc.nat(20),
        category: fc.constantFrom('people', 'engineering'),
      }),
      { minLength: 4, maxLength: 6 },
    ),
    alike: fc.record(
      { slotDifficultyApart: fc.constantFrom(0, 1), sameKindBySlot: fc.boolean(), difficultySumApart: fc.constantFrom(0, 1) },
      { requiredKeys: [] },
    ),
    maxUse: fc.constantFrom(1, 2),
    aim: fc.constantFrom<'sum' | 'maximin'>('sum', 'maximin'),
  })
  .map(({ questions, alike, maxUse, aim }) => {
    const slots = [
      { label: 'first', kinds: ['case', 'depth'] },
      { label: 'second', categories: ['people'] },
    ];
    const blueprint = simpleBlueprint({ rounds: [{ ...simpleRound('Design'), questions: { min: 2, max: 2 }, slots }] });
    return {
      family: { members: [{ name: 'Lead', kits: 2, blueprint, alike }], maxUse, aim },
      pool: questions.map((question, index) => simpleQuestion(`q${index}`, question)),
    };
  });

/** Every way to fill the two slots. */
const everySlotKit = (pool: readonly PoolQuestion[]): KitLayout[] =>
  pool.flatMap((one) =>
    pool
      .filter((other) => other !== one)
      .map((other) => ({
        rounds: [
          {
            items: [
              { questionId: one.id, slot: 0 },
              { questionId: other.id, slot: 1 },
            ],
          },
        ],
      })),
  );

describe('kits that are to be alike', () => {
  it('are worth exactly what counting every pair of kits finds, or conflict in a set of which none can be left out', async () => {
    const seen = { possible: 0, impossible: 0 };
    await fc.assert(
      fc.asyncProperty(slotted, async ({ family, pool }) => {
        if (familyFaults(family, pool).length > 0) return;
        const inspector = kitInspector(family.members[0]!.blueprint, pool, QUALITY);
        const kits = everySlotKit(pool);
        const pairs = kits.flatMap((one) => kits.map((other) => [one, other]));
        const broken = pairs.map((pair) => verifyFamily(pair, family, pool).map(({ wishId }) => wishId));
        const worths = pairs
          .filter((_, index) => broken[index]!.length === 0)
          .map((pair) => pair.map((kit) => inspector.score(kit).total))
          .map((totals) => (family.aim === 'sum' ? totals[0]! + totals[1]! : Math.min(...totals)));
        const answer = await assembleFamily(family, pool, solver, { priorities: QUALITY });
        if (worths.length > 0) {
          seen.possible += 1;
          expect(answer).toMatchObject({ ok: true, value: { objective: Math.max(...worths), gap: 0 } });
        } else {
          seen.impossible += 1;
          expect(answer).toMatchObject({ ok: false, error: { code: 'NO_SUCH_KIT', conflict: { minimal: true } } });
        }
      }),
      { numRuns: 120, seed: 42 },
    );
    expect(Math.min(seen.possible, seen.impossible)).toBeGreaterThan(20);
  });
});

describe('a family that is too hard for the time', () => {
  /** Sixty questions of awkward worth and minutes for two forms that are to be worth the same: easily found, hardly proven. */
  const pool = Array.from({ length: 60 }, (_, index) =>
    simpleQuestion(`q${index}`, {
      minutes: 7 + ((index * 37) % 23),
      quality: 100 + ((index * 7919) % 611),
      difficulty: 1 + ((index * 13) % 400) / 100,
    }),
  );
  const rounds = [simpleRound('Design', 20, { questions: { min: 15, max: 15 }, minutes: { max: 262 } })];
  const hard: FamilyBlueprint = {
    members: [{ name: 'Lead', kits: 3, blueprint: simpleBlueprint({ rounds, difficulty: { min: 2.95, max: 3.05 } }) }],
    aim: 'maximin',
  };

  it('is answered with the best found and a bound that holds, or with the time that ran out', async () => {
    const answer = await assembleFamily(hard, pool, solver, { priorities: QUALITY, timeLimitSeconds: 1 });
    if (!answer.ok) {
      expect(answer.error).toMatchObject({ code: 'ASSEMBLY_TIME_LIMIT', timeLimitSeconds: 1 });
      return;
    }
    const { proof, objective, bound, gap, kits } = answer.value;
    expect(verifyFamily(kits, hard, pool)).toEqual([]);
    expect(bound).toBeGreaterThanOrEqual(objective);
    expect(gap).toBeCloseTo((bound - objective) / objective, 12);
    expect(proof).toBe(bound === objective ? 'optimal' : 'timeLimit');
  });
});

describe('why there are no such kits', () => {
  const rounds = [simpleRound('Design', 2, { questions: { min: 2, max: 2 } })];
  const pool = ['a', 'b', 'c'].map((id) => simpleQuestion(id));
  const family = (kits: number, changes: Partial<FamilyBlueprint> = {}): FamilyBlueprint => ({
    members: [{ name: 'Lead', kits, blueprint: simpleBlueprint({ rounds }) }],
    aim: 'sum',
    ...changes,
  });

  it('names the rule between the kits', async () => {
    const conflict = await explainFamily(family(2), pool, solver);
    expect(conflict?.rules.map(({ id }) => id)).toEqual(['use']);
    expect(conflict?.wishes.map(({ id }) => id)).toEqual(['kit1.round1.questions.min', 'kit2.round1.questions.min']);
    expect(conflict?.sentence).toBe(
      "These kits cannot be had together. Lead (2 kits): Round 'Design' needs at least 2 questions (3 in the pool, the 2 shortest take 40 minutes). " +
        'No question stands in more than 1 of the 2 kits.',
    );
  });

  it('names the rule on what two kits share', async () => {
    const conflict = await explainFamily(family(2, { maxUse: 2, maxOverlap: 0 }), pool, solver);
    expect(conflict?.rules.map(({ id }) => id)).toEqual(['overlap']);
  });

  it('names the wishes of one kit where that cannot be had already', async () => {
    const impossible = {
      ...family(2),
      members: [{ name: 'Lead', kits: 2, blueprint: simpleBlueprint({ rounds: [simpleRound('Design', 2, { minutes: { max: 5 } })] }) }],
    };
    const conflict = await explainFamily(impossible, pool, solver);
    expect(conflict?.rules).toEqual([]);
    expect(conflict?.wishes.map(({ id }) => id)).toEqual(['kit1.round1.minutes.max', 'kit1.round1.questions.min']);
  });

  it('says how many questions of each difficulty there are where kits have to be alike in it', async () => {
    const slot = { label: 'Depth', minutes: { min: 20, max: 20 } };
    const blueprint = simpleBlueprint({ rounds: [simpleRound('Design', 1, { slots: [slot] })] });
    const levels = [3, 3, 4].map((difficulty, index) => simpleQuestion(`q${index}`, { difficulty }));
    const conflict = await explainFamily(
      { members: [{ name: 'Lead', kits: 3, blueprint, alike: { slotDifficultyApart: 0 } }], aim: 'sum' },
      levels,
      solver,
    );
    expect(conflict?.sentence).toContain(
      "needs a question for 'Depth' (3 in the pool: 2 of difficulty 3, 1 of difficulty 4; the shortest takes 20 minutes).",
    );
  });

  it('has nothing to say where there are such kits', async () => {
    expect(await explainFamily(family(1), pool, solver)).toBeUndefined();
  });
});

describe('what is wrong with a family on its face', () => {
  const blueprint = simpleBlueprint();
  const pool = [simpleQuestion('a'), simpleQuestion('b')];
  const messages = (family: FamilyBlueprint): string[] => familyFaults(family, pool).map(({ message }) => message);

  it.each<[string, Partial<FamilyBlueprint>, string]>([
    ['no member', { members: [] }, 'The family has no kit.'],
    ['no kit', { members: [{ name: 'Lead', kits: 0, blueprint }] }, 'The family has no kit.'],
    ['half a kit', { members: [{ name: 'Lead', kits: 1.5, blueprint }] }, 'The number of kits is a whole number from 1, not 1.5.'],
    ['no use', { maxUse: 0 }, 'The number of kits that one question may stand in is a whole number from 1, not 0.'],
    ['a share below none', { maxOverlap: -1 }, 'The number of questions that two kits may share is a whole number from 0, not -1.'],
    [
      'likeness by slots that are not there',
      { members: [{ name: 'Lead', kits: 2, blueprint, alike: { slotDifficultyApart: 0 } }] },
      "Kits of 'Lead' can be alike slot by slot only where rounds have slots.",
    ],
    [
      'a distance below none',
      { members: [{ name: 'Lead', kits: 2, blueprint, alike: { difficultySumApart: -1 } }] },
      'How far kits may differ is a number from 0 with at most two decimals, not -1.',
    ],
  ])('%s', (_, changes, message) => {
    const family: FamilyBlueprint = { members: [{ name: 'Lead', kits: 1, blueprint }], aim: 'sum', ...changes };
    expect(messages(family).some((told) => told.startsWith(message))).toBe(true);
  });

  it('tells a fault of the pool once, and names the member of the others', () => {
    const family: FamilyBlueprint = {
      members: [1, 2].map((kits) => ({ name: `Lead ${kits}`, kits, blueprint: simpleBlueprint({ rounds: [] }) })),
      aim: 'sum',
    };
    expect(familyFaults(family, []).map(({ code }) => code)).toEqual(['EMPTY_POOL']);
    expect(familyFaults(family, pool).map(({ path }) => path.join('.'))).toEqual([
      'members.0.blueprint.rounds',
      'members.1.blueprint.rounds',
    ]);
  });
});
