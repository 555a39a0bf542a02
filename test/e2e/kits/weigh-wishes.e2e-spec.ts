import { type Person, World } from '@touchstone/testing';
import { placeQuestions, roleProfileId } from './question-pool';
import { assemble, createBlueprint, round } from './requests';

describe('weigh wishes', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const costs = async (
    person: Person,
    kitId: string,
  ): Promise<{ wish: string; points: number; coverage: number; message: string }[] | null> =>
    (await person.client.ask('query ($id: ID!) { wishCosts(kitId: $id) { wish label points coverage message } }', { id: kitId })).wishCosts;

  it('says what each wish costs, counted from the weights of the role', async () => {
    const admin = await world.organization();
    const profile = await roleProfileId(admin);
    const { roleProfile } = await admin.client.ask('query ($id: ID!) { roleProfile(id: $id) { weights { competency { slug } weight } } }', {
      id: profile,
    });
    const weights: { competency: { slug: string }; weight: number }[] = roleProfile.weights;
    const heavy = [...weights].sort((a, b) => b.weight - a.weight);
    const [first, second] = heavy as [(typeof heavy)[number], (typeof heavy)[number]];
    await placeQuestions(world, admin, [
      { slug: 'one', competencies: [first.competency.slug], minutes: 10 },
      { slug: 'two', competencies: [second.competency.slug], minutes: 10 },
    ]);
    const { blueprint } = await createBlueprint(admin, profile, {
      rounds: [round(1, { minutes: { max: 12 }, questions: { min: 1, max: 2 } })],
    });
    const { kit } = await assemble(admin, blueprint.id);
    // Both questions take 20 minutes. Without the limit of 12 the second one covers its weight in addition.
    expect(await costs(admin, kit.id)).toEqual([
      {
        wish: 'round1.minutes.max',
        label: "Round 'Round': at most 12 minutes",
        points: second.weight * 100,
        coverage: second.weight,
        message: `Without "Round 'Round': at most 12 minutes" the kit would cover ${second.weight} % more of the role.`,
      },
    ]);
  });

  it('is null for a kit that is not here, and not for those who only look', async () => {
    const admin = await world.organization();
    const other = await world.organization();
    await placeQuestions(world, other, [{ slug: 'aa' }]);
    const { blueprint } = await createBlueprint(other, await roleProfileId(other), { rounds: [round(1)] });
    const { kit } = await assemble(other, blueprint.id);
    expect(await costs(admin, kit.id)).toBeNull();
    expect(await costs(admin, 'nonsense')).toBeNull();
    expect(await costs(other, kit.id)).toEqual([]);
    const auditor = await world.member(other, ['AUDITOR']);
    expect(await auditor.client.refusal('query ($id: ID!) { wishCosts(kitId: $id) { wish } }', { id: kit.id })).toBe('FORBIDDEN');
  });

  it('ranks what would help by price where there is no such kit', async () => {
    const admin = await world.organization();
    await placeQuestions(world, admin, [
      { slug: 'long-one', kind: 'system-design', minutes: 50 },
      { slug: 'long-two', kind: 'system-design', minutes: 50 },
    ]);
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), {
      rounds: [{ name: 'Design', minutes: { max: 80 }, questions: { min: 1, max: 2 }, kinds: [{ kind: 'SYSTEM_DESIGN', min: 2 }] }],
    });
    const { assembleKit: refused } = await admin.client.ask(
      'mutation ($input: AssembleKitInput!) { assembleKit(input: $input) { ... on InfeasibleBlueprintError { conflicts { message } relaxations { changes cost } } } }',
      { input: { blueprintId: blueprint.id, name: 'Kit', idempotencyKey: 'key' } },
    );
    // 100 instead of 80 minutes is a quarter more; one instead of two questions is half of it.
    expect(refused.relaxations).toEqual([
      { changes: ["Round 'Design': at most 80 minutes: make it 100"], cost: 0.25 },
      { changes: ["Round 'Design': at least 2 questions of kind 'system-design': make it 1"], cost: 0.5 },
    ]);
  });

  it('plays a year, and says when the pool is worn', async () => {
    const admin = await world.organization();
    await placeQuestions(
      world,
      admin,
      ['aa', 'bb', 'cc', 'dd'].map((slug) => ({ slug })),
    );
    const wishes = { rounds: [round(2)] };
    const profile = await roleProfileId(admin);
    const play = async (blueprintId: string, more: object = {}): Promise<Record<string, unknown>> =>
      (
        await admin.client.ask(
          `query ($id: ID!, $loops: Int, $seed: Int) { exposureSimulation(blueprintId: $id, loops: $loops, seed: $seed) {
             loops questionsUsed mostUses mostShare inequality spread { uses questions } uses { slug uses } ended { loop because message } } }`,
          { id: blueprintId, ...more },
        )
      ).exposureSimulation;
    const { blueprint: free } = await createBlueprint(admin, profile, wishes);
    // Four questions that are alike, two a kit: six loops use each three times.
    expect(await play(free.id, { loops: 6 })).toMatchObject({
      loops: 6,
      questionsUsed: 4,
      mostUses: 3,
      mostShare: 0.5,
      inequality: 0,
      spread: [{ uses: 3, questions: 4 }],
      ended: null,
    });
    expect(await play(free.id, { loops: 5, seed: 7 })).toEqual(await play(free.id, { loops: 5, seed: 7 }));
    // Barred after two uses in a year: 4 questions × 2 uses are 4 kits, and a fifth there is not. `uses` 1 bars at more than one.
    const { blueprint: limited } = await createBlueprint(admin, profile, { ...wishes, exposureLimit: { months: 12, uses: 1 } });
    expect(await play(limited.id, { loops: 10 })).toMatchObject({
      loops: 4,
      spread: [{ uses: 2, questions: 4 }],
      ended: { loop: 5, because: 'WORN' },
    });
    // Over three months of ten loops a year the last two or three count: the pool recovers.
    const { blueprint: recovering } = await createBlueprint(admin, profile, { ...wishes, exposureLimit: { months: 3, uses: 1 } });
    expect(await play(recovering.id, { loops: 10 })).toMatchObject({ loops: 10, ended: null });
    expect(await play('nonsense')).toBeNull();
    const refusal = (variables: object): Promise<string | null> =>
      admin.client.refusal('query ($id: ID!, $loops: Int) { exposureSimulation(blueprintId: $id, loops: $loops) { loops } }', {
        id: free.id,
        ...variables,
      });
    expect(await refusal({ loops: 0 })).toBe('BAD_USER_INPUT');
    expect(await refusal({ loops: 201 })).toBe('BAD_USER_INPUT');
  });
});
