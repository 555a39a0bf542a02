import { leadDeveloperBlueprint, leadDeveloperPool } from '../fixtures/lead-developer';
import { simpleBlueprint, simpleQuestion, simpleRound } from '../fixtures/simple';
import { assembleKit, type AssemblyOutcome } from './assemble';
import type { FamilyBlueprint } from './family';
import { simulateExposure } from './simulate-exposure';
import { highsSolver } from './solvers/highs';

const solver = highsSolver();
const idsOf = ({ kit }: AssemblyOutcome): string[] => kit.rounds.flatMap(({ items }) => items.map(({ questionId }) => questionId));

describe('kits nearly as good as the best', () => {
  it('are as good as asked, carry the bound of the best, differ by seed, and are the same for the same seed', async () => {
    // Used alike, so that chance has to decide.
    const pool = leadDeveloperPool(2).map((question) => ({ ...question, exposure: 3 }));
    const outcomeOf = async (seed: number): Promise<AssemblyOutcome> => {
      const answer = await assembleKit(leadDeveloperBlueprint, pool, solver, { variety: { share: 0.05, seed } });
      if (!answer.ok) throw new Error(answer.error.message);
      return answer.value;
    };
    const best = await assembleKit(leadDeveloperBlueprint, pool, solver);
    const [one, again, other] = [await outcomeOf(1), await outcomeOf(1), await outcomeOf(2)];
    if (!best.ok) throw new Error(best.error.message);
    for (const { kit } of [one, other]) {
      expect(kit.bound).toBe(best.value.kit.objective);
      expect(kit.objective).toBeGreaterThanOrEqual(Math.floor(best.value.kit.objective * 0.95));
      expect(kit.gap).toBeLessThanOrEqual(0.0527);
    }
    expect(idsOf(again)).toEqual(idsOf(one));
    expect(idsOf(other)).not.toEqual(idsOf(one));
  });
});

describe('a year of kits', () => {
  /** Ten questions that are alike, two of them asked each week. */
  const pool = Array.from({ length: 10 }, (_, index) => simpleQuestion(`q${index}`));
  const blueprint = simpleBlueprint({ rounds: [simpleRound('Design', 2, { questions: { min: 2, max: 2 } })] });
  const family: FamilyBlueprint = { members: [{ name: 'Lead', kits: 1, blueprint }], aim: 'sum' };

  it('wears the bank evenly: fifty weeks use each question exactly ten times', async () => {
    const report = await simulateExposure(family, pool, solver, { draws: 50, share: 1, seed: 1 });
    expect(report).toMatchObject({ draws: 50, used: 10, most: 10, mostShare: 0.2, stopped: null });
    expect(report.inequality).toBeCloseTo(0, 12);
    expect(report.uses.every(({ uses }) => uses === 10)).toBe(true);
  });

  it('is the same again from the same seed', async () => {
    const once = await simulateExposure(family, pool, solver, { draws: 7, share: 1, seed: 3 });
    expect(await simulateExposure(family, pool, solver, { draws: 7, share: 1, seed: 3 })).toEqual(once);
  });

  it('asks the same questions for ever where only the best will do', async () => {
    const steady = pool.map((question, index) => ({ ...question, quality: index < 2 ? 900 : 0 }));
    const report = await simulateExposure(family, steady, solver, { draws: 10, share: 0, seed: 1 });
    expect(report).toMatchObject({ used: 2, most: 10, mostShare: 1 });
    expect(report.inequality).toBeCloseTo(0.8, 12);
  });

  it('ends where the exposure limit leaves nothing, and says when and why', async () => {
    const limited: FamilyBlueprint = { ...family, members: [{ name: 'Lead', kits: 1, blueprint: { ...blueprint, maxExposure: 1 } }] };
    const report = await simulateExposure(limited, pool, solver, { draws: 30, share: 1, seed: 1 });
    expect(report.draws).toBe(10);
    expect(report.stopped).toMatchObject({ at: 11, refusal: { code: 'NO_SUCH_KIT' } });
    const window = await simulateExposure(limited, pool, solver, { draws: 30, window: 5, share: 1, seed: 1 });
    expect(window).toMatchObject({ draws: 30, stopped: null });
  });
});
