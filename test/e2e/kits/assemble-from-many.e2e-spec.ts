import { World } from '@touchstone/testing';
import { placeQuestions, roleProfileId, type TestQuestion } from './question-pool';
import { assemble, createBlueprint, questionIds } from './requests';

const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  'spark-tuning': ['st-diagnose-evidence', 'st-joins-skew-shuffle', 'st-memory-spill-gc'],
  'data-governance': ['gv-access-security', 'gv-privacy-retention', 'gv-ownership-catalog-lineage'],
  'people-leadership': ['pl-mentoring-growth', 'pl-performance-feedback', 'pl-team-culture'],
  'stakeholder-communication': ['sc-explain-technical', 'sc-influence-negotiation'],
};

/** Questions of every category, kind, length and difficulty, by turns. */
const manyQuestions = (count: number): TestQuestion[] =>
  Array.from({ length: count }, (_, index) => {
    const names = Object.keys(CATEGORIES);
    const category = names[index % names.length] as string;
    const competencies = CATEGORIES[category] as readonly string[];
    return {
      slug: `many-${index}`,
      category,
      competencies: [competencies[(index * 7) % competencies.length] as string],
      kind: ['technical-depth', 'case', 'behavioural'][index % 3] as string,
      minutes: 8 + ((index * 5) % 23),
      difficulty: 1 + ((index * 11) % 5),
      enemies: index % 9 === 0 ? [`many-${(index * 13 + 4) % count}`] : [],
      family: index % 10 === 0 ? `family-${index % 70}` : null,
    };
  });

describe('assemble from 2,000 questions', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('keeps the server answering and no transaction open while it solves', async () => {
    const admin = await world.organization();
    await placeQuestions(world, admin, manyQuestions(2000));
    const round = (name: string, category: string): object => ({
      name,
      minutes: { min: 60, max: 75 },
      questions: { min: 3, max: 5 },
      categories: [{ slug: category, min: 2 }],
      kinds: [{ kind: 'CASE', min: 1 }],
    });
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), {
      rounds: [
        round('One', 'spark-tuning'),
        round('Two', 'data-governance'),
        round('Three', 'people-leadership'),
        round('Four', 'stakeholder-communication'),
      ],
    });
    let solving = true;
    const assembling = assemble(admin, blueprint.id, { timeLimitSeconds: 30 }).finally(() => {
      solving = false;
    });
    let answered = 0;
    let open = 0;
    while (solving) {
      const [health, [{ held }]] = await Promise.all([
        fetch(`${world.url}/health/live`),
        world.owner.query(
          `SELECT count(*)::int AS held FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction' AND state_change < clock_timestamp() - interval '1 second'`,
        ),
      ]);
      expect(health.status).toBe(200);
      answered += 1;
      open = Math.max(open, held);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const { kit, message } = await assembling;
    expect(message).toBeUndefined();
    expect(questionIds(kit).length).toBeGreaterThanOrEqual(12);
    expect(kit.report).toMatchObject({ poolSize: 2000, violations: [] });
    expect(['OPTIMAL', 'TIME_LIMIT']).toContain(kit.report.status);
    // Solving takes seconds; on the main thread it would have let none of these through.
    expect(answered).toBeGreaterThan(3);
    expect(open).toBe(0);
  }, 120_000);

  it('explains in time why 2,000 questions are not enough', async () => {
    const admin = await world.organization();
    await placeQuestions(world, admin, manyQuestions(2000));
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), {
      rounds: [{ name: 'Rush', minutes: { max: 30 }, questions: { min: 4, max: 6 }, categories: [{ slug: 'spark-tuning', min: 2 }] }],
      difficulty: { target: 3, tolerance: 1 },
    });
    const refused = await assemble(admin, blueprint.id, { timeLimitSeconds: 10 });
    expect(refused.__typename).toBe('InfeasibleBlueprintError');
    expect(refused.conflicts.map(({ message }) => message)).toEqual(
      expect.arrayContaining(["Round 'Rush': at most 30 minutes", "Round 'Rush': at least 4 questions"]),
    );
  }, 60_000);
});
