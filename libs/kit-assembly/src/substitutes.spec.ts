import { leadDeveloperBlueprint, leadDeveloperPool } from '../fixtures/lead-developer';
import { simpleBlueprint, simpleQuestion, simpleRound } from '../fixtures/simple';
import { assembleKit } from './assemble';
import { kitInspector } from './inspector';
import { highsSolver } from './solvers/highs';
import { substitutesFor } from './substitutes';

describe('substitutesFor', () => {
  it('lists what verifies, the best first, with the exact change of the objective', async () => {
    const pool = leadDeveloperPool(1, 8);
    const result = await assembleKit(leadDeveloperBlueprint, pool, highsSolver());
    if (!result.ok) throw new Error(result.error.message);
    const { kit } = result.value;
    const leaving = kit.rounds[3]?.items[0]?.questionId ?? '';
    const substitutes = substitutesFor(kit, { roundIndex: 3, questionId: leaving }, leadDeveloperBlueprint, pool);
    expect(substitutes.length).toBeGreaterThan(5);

    const inspector = kitInspector(leadDeveloperBlueprint, pool);
    const changed = (entering: string) => ({
      rounds: kit.rounds.map(({ items }) => ({
        items: items.map(({ questionId }) => ({ questionId: questionId === leaving ? entering : questionId })),
      })),
    });
    for (const { questionId, objectiveChange } of substitutes) {
      expect(inspector.violations(changed(questionId))).toEqual([]);
      expect(inspector.score(changed(questionId)).total - kit.objective).toBe(objectiveChange);
      expect(objectiveChange).toBeLessThanOrEqual(0);
    }
    const changes = substitutes.map(({ objectiveChange }) => objectiveChange);
    expect(changes).toEqual([...changes].sort((a, b) => b - a));
    const listed = new Set(substitutes.map(({ questionId }) => questionId));
    const present = new Set(kit.rounds.flatMap(({ items }) => items.map(({ questionId }) => questionId)));
    const missed = pool.filter(({ id }) => !listed.has(id) && !present.has(id) && inspector.violations(changed(id)).length === 0);
    expect(missed).toEqual([]);
  });

  it('gives up the claims on the question that leaves, and only those', () => {
    const blueprint = simpleBlueprint({
      rounds: [simpleRound('Design')],
      mustHaveQuestionIds: ['a'],
      pinned: [{ questionId: 'b', roundIndex: 0 }],
    });
    const pool = ['a', 'b', 'c'].map((id) => simpleQuestion(id));
    const kit = { rounds: [{ items: [{ questionId: 'a' }, { questionId: 'b' }] }] };
    expect(substitutesFor(kit, { roundIndex: 0, questionId: 'a' }, blueprint, pool)).toEqual([{ questionId: 'c', objectiveChange: 0 }]);
    expect(substitutesFor(kit, { roundIndex: 0, questionId: 'b' }, blueprint, pool)).toEqual([{ questionId: 'c', objectiveChange: 0 }]);
  });

  it('throws for an item that is not there', () => {
    expect(() =>
      substitutesFor({ rounds: [{ items: [] }] }, { roundIndex: 0, questionId: 'a' }, simpleBlueprint(), [simpleQuestion('a')]),
    ).toThrow(RangeError);
  });
});
