import { World } from '@touchstone/testing';
import { RunAssembly } from '../../../apps/api/src/features/kits';
import { syntheticBank } from '../../../scripts/coverage-plan/synthetic-bank';
import { type AssemblyAnswer, readAssembly, readFamily, startAssembly, STRICT } from './family-requests';
import { local } from './orders';
import { placeQuestions } from './question-pool';
import { fromTemplate } from './requests';

describe('kits for both roles at once, from a bank as it is planned', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  async function assembled(
    questions: 250 | 245,
    kits: number,
  ): Promise<{ done: AssemblyAnswer; admin: Awaited<ReturnType<World['organization']>> }> {
    const admin = await world.organization();
    await placeQuestions(
      world,
      admin,
      syntheticBank(questions).map(({ id, category, kind, minutes, difficulty, competencies }) => ({
        slug: id,
        category,
        kind,
        minutes,
        difficulty,
        competencies,
      })),
    );
    const roles = ['lead-developer-four-rounds', 'technical-lead-four-rounds'];
    const blueprints = await Promise.all(roles.map((slug) => fromTemplate(admin, slug)));
    const members = blueprints.map(({ blueprint }) => ({ blueprintId: blueprint.id, kits }));
    const { assembly } = await startAssembly(admin, members, { likeness: STRICT, timeLimitSeconds: 60 });
    await world.app.get(RunAssembly).execute(admin.organizationId, local(assembly.id));
    return { admin, done: await readAssembly(admin, assembly.id) };
  }

  it.each([
    [250, 3],
    [250, 4],
    [245, 3],
  ] as const)('from %i questions there are %i strictly parallel ones for each role, proven best', async (questions, kits) => {
    const { admin, done } = await assembled(questions, kits);
    expect(done).toMatchObject({ status: 'DONE', progress: { gap: 0 } });
    expect(done.kits).toHaveLength(2 * kits);
    const family = await readFamily(admin, done.family?.id ?? '');
    expect(family?.report).toMatchObject({ status: 'OPTIMAL', verified: true, mostShared: 0, poolSize: questions });
    // 14 places of one role and 15 of the other.
    expect(family?.report.slots).toHaveLength(29);
    for (const { kinds, difficulties } of family?.report.slots ?? []) {
      expect([difficulties.length, new Set(difficulties).size, new Set(kinds).size]).toEqual([kits, 1, 1]);
    }
  });

  it('from 245 questions there is no fourth one, and it is said what would help', async () => {
    const { done } = await assembled(245, 4);
    expect(done).toMatchObject({ status: 'FAILED', failure: { code: 'INFEASIBLE_BLUEPRINT' } });
    const ways = done.failure?.relaxations.map(({ changes }) => changes) ?? [];
    const fewer = ['Lead Developer', 'Technical Lead'].map((role) => `Ask for 3 instead of 4 kits of '${role}, four rounds'`);
    expect(ways).toContainEqual(fewer);
    expect(done.failure?.message).toMatch(/4 kits/);
  });
});
