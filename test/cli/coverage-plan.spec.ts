import { resolve } from 'node:path';
import { highsSolver, type PoolQuestion, verifyFamily } from '@touchstone/kit-assembly';
import { answerPlan, PLAN } from '../../scripts/coverage-plan/plan-rows';
import { POOLS } from '../../scripts/coverage-plan/pools';
import { roleBlueprints } from '../../scripts/coverage-plan/role-blueprints';
import { syntheticBank } from '../../scripts/coverage-plan/synthetic-bank';

const roles = roleBlueprints(resolve(__dirname, '../..'));

describe('the coverage plan of the bank', () => {
  it('has the counts that it promises', () => {
    const bank = syntheticBank(250);
    const ofLevel = (level: number): number => bank.filter(({ difficulty }) => difficulty === level).length;
    expect([bank.length, ...[2, 3, 4, 5].map(ofLevel)]).toEqual([250, 38, 112, 80, 20]);
    expect(bank.filter(({ id }) => id.startsWith('p')).length).toBe(191);
    for (const { lots, levels } of POOLS) {
      expect(lots.reduce((sum, { count }) => sum + count, 0)).toBe(levels.reduce((sum, count) => sum + count, 0));
    }
    expect([syntheticBank(245).length, new Set(bank.map(({ id }) => id)).size]).toEqual([245, 250]);
    expect(roles.map(({ blueprint }) => blueprint.rounds.reduce((sum, { slots = [] }) => sum + slots.length, 0))).toEqual([14, 15]);
  });

  /** Whether it can be done, and how many questions it takes: 29 places for each kit of both roles. */
  const promised = new Map([
    ['250 3 true', 87],
    ['250 4 true', 116],
    ['250 5 true', null],
    ['250 6 false', 174],
    ['250 7 false', null],
    ['245 3 true', 87],
    ['245 4 true', null],
  ]);

  it.each(PLAN)('from $bank questions, $kits kits for each role, strictly parallel: $strict', async (question) => {
    const answer = await answerPlan(question, roles, highsSolver());
    const used = promised.get(`${question.bank} ${question.kits} ${question.strict}`);
    expect(answer).toMatchObject(used === null ? { possible: false, family: null } : { possible: true, used });
    if (answer.family === null) return;
    expect(answer.family.proof).toBe('optimal');
    const pool = syntheticBank(question.bank);
    const alike = question.strict ? { alike: { slotDifficultyApart: 0, sameKindBySlot: true } } : {};
    const family = { members: roles.map((role) => ({ ...role, kits: question.kits, ...alike })), maxUse: 1, aim: 'sum' as const };
    expect(verifyFamily(answer.family.kits, family, pool)).toEqual([]);
    if (!question.strict) return;
    // Counted once more by hand: slot by slot, kits of a role have the same kind and difficulty, and the same sum.
    const questionOf = new Map(pool.map((one) => [one.id, one]));
    for (const [role, sums] of answer.sums.entries()) {
      expect(new Set(sums).size).toBe(1);
      const kits = answer.family.kits.filter(({ member }) => member === role);
      const inSlots = kits.map(({ rounds }) =>
        rounds.flatMap(({ items }) => items.map(({ questionId }) => questionOf.get(questionId) as PoolQuestion)),
      );
      const shapes = inSlots.map((questions) =>
        questions.map(({ kind, difficulty, minutes }) => `${kind} ${difficulty} ${minutes}`).join(', '),
      );
      expect(new Set(shapes).size).toBe(1);
      for (const questions of inSlots) expect(new Set(questions.map(({ competencies }) => competencies[0])).size).toBe(questions.length);
    }
  });
});
