import { randomUUID } from 'node:crypto';
import { type Person, World } from '@touchstone/testing';
import { assembleFamily, readFamily, STRICT } from './family-requests';
import { placeQuestions, type PlacedQuestion, roleProfileId, type TestQuestion } from './question-pool';
import { createBlueprint, type KitAnswer, publish, questionIds, readKit, remove, round, swap } from './requests';

const DEPTH = { label: 'Depth', minutes: { min: 5, max: 15 }, categories: ['spark-tuning'], kinds: ['TECHNICAL_DEPTH', 'CASE'] };
const PEOPLE = { label: 'People', minutes: { min: 5, max: 15 }, categories: ['people-leadership'], kinds: ['SITUATIONAL'] };
const SLOTTED = { rounds: [round(2, { slots: [DEPTH, PEOPLE] })] };

/** Exactly three strictly parallel kits: of depth there are three alike (d), two that differ in difficulty (x), one in kind (k); of people three alike and one easier. */
const POOL: readonly TestQuestion[] = [
  ...['d1', 'd2', 'd3'].map((slug) => ({ slug, difficulty: 3 })),
  ...['x1', 'x2'].map((slug, index) => ({ slug, difficulty: 1 + index })),
  { slug: 'k1', kind: 'case', difficulty: 3 },
  ...['p1', 'p2', 'p3'].map((slug) => ({ slug, category: 'people-leadership', kind: 'situational', difficulty: 4 })),
  { slug: 'p4', category: 'people-leadership', kind: 'situational', difficulty: 2 },
];

describe('assemble parallel kits', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  async function slotted(): Promise<{ admin: Person; blueprintId: string; pool: Map<string, PlacedQuestion> }> {
    const admin = await world.organization();
    const pool = await placeQuestions(world, admin, POOL);
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), SLOTTED);
    return { admin, blueprintId: blueprint.id, pool };
  }

  const slugsOf = (kits: readonly KitAnswer[], pool: Map<string, PlacedQuestion>): string[][] => {
    const slugOf = new Map([...pool.values()].map(({ id, slug }) => [id, slug]));
    return kits.map((kit) => questionIds(kit).map((id) => slugOf.get(id) ?? ''));
  };

  it('makes the three strictly parallel kits that there are, disjoint, in one go and with their proof', async () => {
    const { admin, blueprintId, pool } = await slotted();
    const { __typename, family, kits, message } = await assembleFamily(admin, [{ blueprintId, kits: 3 }], { likeness: STRICT });
    expect([__typename, message]).toEqual(['AssembleFamilyPayload', undefined]);
    expect(slugsOf(kits, pool).flat().sort()).toEqual(['d1', 'd2', 'd3', 'p1', 'p2', 'p3']);
    expect(kits.map(({ name, status }) => [name, status])).toEqual(['Twins 1', 'Twins 2', 'Twins 3'].map((name) => [name, 'DRAFT']));
    expect(family).toMatchObject({ name: 'Twins', maxOverlap: 0, likeness: { ...STRICT, difficultySumApart: null }, brokenRules: [] });
    expect(family.report).toMatchObject({
      status: 'OPTIMAL',
      gap: 0,
      verified: true,
      mostShared: 0,
      difficultySums: [7, 7, 7],
      poolSize: 10,
    });
    expect(family.report.bound).toBe(family.report.objective);
    expect(family.report.objective).toBe(kits.reduce((sum, { report }) => sum + report.objective, 0));
    expect(family.report.slots.map(({ slot, kinds, difficulties }) => [slot, kinds, difficulties])).toEqual([
      ['Depth', ['TECHNICAL_DEPTH', 'TECHNICAL_DEPTH', 'TECHNICAL_DEPTH'], [3, 3, 3]],
      ['People', ['SITUATIONAL', 'SITUATIONAL', 'SITUATIONAL'], [4, 4, 4]],
    ]);
    for (const kit of kits) expect(kit.report).toMatchObject({ status: 'OPTIMAL', gap: 0, violations: [] });

    const { kits: listed } = await admin.client.ask(
      'query ($id: ID) { kits(familyId: $id) { edges { node { id family { id name kits { id } } } } } }',
      {
        id: family.id,
      },
    );
    expect(listed.edges.map(({ node }: { node: { id: string } }) => node.id).sort()).toEqual(kits.map(({ id }) => id).sort());
    for (const { node } of listed.edges) {
      expect(node.family.id).toBe(family.id);
      expect(node.family.kits.map(({ id }: { id: string }) => id)).toEqual(kits.map(({ id }) => id));
    }
    const { node } = await admin.client.ask('query ($id: ID!) { node(id: $id) { ... on KitFamily { name } } }', { id: family.id });
    expect(node).toEqual({ name: 'Twins' });
  });

  it('says why there is no fourth one, and what would help', async () => {
    const { admin, blueprintId } = await slotted();
    const refused = await assembleFamily(admin, [{ blueprintId, kits: 4 }], { likeness: STRICT });
    expect(refused).toMatchObject({ __typename: 'InfeasibleBlueprintError', code: 'INFEASIBLE_BLUEPRINT', path: ['input', 'members'] });
    expect(refused.conflicts.map(({ wish }) => wish)).toContain('use');
    expect(refused.conflicts.some(({ wish }) => wish.startsWith('alike.'))).toBe(true);
    const ways = refused.relaxations.map(({ changes: [change] }) => change ?? '');
    expect(ways[0]).toMatch(/^Ask for 3 instead of 4 kits of 'Blueprint /);
    // Without likeness there are six questions of depth and four of people.
    expect(ways.some((way) => way.includes('are alike'))).toBe(true);
    const { kits } = await admin.client.ask('{ kits { edges { node { id } } } }');
    expect(kits.edges).toEqual([]);
  });

  it('keeps sums of difficulty within a tolerance where slots may differ', async () => {
    const { admin, blueprintId } = await slotted();
    const four = (difficultySumApart: number): ReturnType<typeof assembleFamily> =>
      assembleFamily(admin, [{ blueprintId, kits: 4 }], { likeness: { difficultySumApart } });
    // People come as 4, 4, 4 and 2, depth as 3 four times, 2 and 1: 2 + 3, 4 + 1, 4 + 2 and 4 + 3 is as near as it gets.
    const { kits, family } = await four(2);
    expect(kits).toHaveLength(4);
    expect([...family.report.difficultySums].sort()).toEqual([5, 5, 6, 7]);
    expect((await four(1)).__typename).toBe('InfeasibleBlueprintError');
  });

  it('lets two kits share as many questions as allowed, and no more', async () => {
    const admin = await world.organization();
    await placeQuestions(world, admin, [{ slug: 'aa' }, { slug: 'bb' }, { slug: 'cc' }]);
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), { rounds: [round(2)] });
    const members = [{ blueprintId: blueprint.id, kits: 2 }];
    expect((await assembleFamily(admin, members)).__typename).toBe('InfeasibleBlueprintError');
    const { kits, family } = await assembleFamily(admin, members, { maxOverlap: 1 });
    const [one, other] = kits.map(questionIds) as [string[], string[]];
    expect(one.filter((id) => other.includes(id))).toHaveLength(1);
    expect(family.report.mostShared).toBe(1);
  });

  it('serves both roles at once, with no question in two kits of either', async () => {
    const admin = await world.organization();
    const pool = await placeQuestions(world, admin, [
      ...POOL,
      { slug: 'd4', difficulty: 3 },
      { slug: 'p5', category: 'people-leadership', kind: 'situational', difficulty: 4 },
    ]);
    const lead = await createBlueprint(admin, await roleProfileId(admin, 'big-data-lead-developer'), SLOTTED, { name: 'Developer' });
    const technical = await createBlueprint(admin, await roleProfileId(admin), SLOTTED, { name: 'Technical' });
    const members = [lead, technical].map(({ blueprint }) => ({ blueprintId: blueprint.id, kits: 2 }));
    const { kits, family } = await assembleFamily(admin, members, { likeness: STRICT });
    expect(kits.map(({ name }) => name)).toEqual(['Twins, Developer 1', 'Twins, Developer 2', 'Twins, Technical 1', 'Twins, Technical 2']);
    expect(new Set(kits.flatMap(questionIds)).size).toBe(8);
    for (const { difficulties, kinds } of family.report.slots) {
      expect(new Set(difficulties).size).toBe(1);
      expect(new Set(kinds).size).toBe(1);
    }
    expect(slugsOf(kits, pool).flat()).not.toContain('k1');
    const { kit } = await admin.client.ask('query ($id: ID!) { kit(id: $id) { roleProfile { slug } } }', { id: kits[0]?.id });
    expect(kit.roleProfile.slug).toBe('big-data-lead-developer');
  });

  it('says which rule a change by hand breaks, and does not publish until it holds again', async () => {
    const { admin, blueprintId, pool } = await slotted();
    const { kits, family } = await assembleFamily(admin, [{ blueprintId, kits: 2 }], { likeness: STRICT });
    const [first, second] = kits as [KitAnswer, KitAnswer];
    const [depth, people] = questionIds(first) as [string, string];
    const free = pool.get('x1')?.id;
    const other = await swap(admin, { kitId: first.id, questionId: depth, replacementQuestionId: free, expectedRevision: 1 });
    expect(other.violations.map(({ wish }) => wish)).toEqual(['alike.round1.slot1']);
    expect(other.violations[0]?.message).toContain('Twins 1');
    expect((await readFamily(admin, family.id))?.brokenRules.map(({ wish }) => wish)).toEqual(['alike.round1.slot1']);
    expect(await publish(admin, { id: first.id, revision: 2 })).toMatchObject({
      __typename: 'BrokenWishesError',
      violations: [{ wish: 'alike.round1.slot1' }],
    });

    const back = await swap(admin, { kitId: first.id, questionId: free, replacementQuestionId: depth, expectedRevision: 2 });
    expect(back.violations).toEqual([]);
    const stolen = questionIds(second)[1];
    const taken = await swap(admin, { kitId: first.id, questionId: people, replacementQuestionId: stolen, expectedRevision: 3 });
    expect(taken.violations.map(({ wish }) => wish)).toEqual([expect.stringMatching(/^use\.p/)]);
    expect((await publish(admin, { id: first.id, revision: 4 })).__typename).toBe('BrokenWishesError');
    expect((await publish(admin, second)).__typename).toBe('BrokenWishesError');
    await swap(admin, { kitId: first.id, questionId: stolen, replacementQuestionId: people, expectedRevision: 4 });
    expect((await publish(admin, { id: first.id, revision: 5 })).__typename).toBe('PublishKitPayload');
    expect((await publish(admin, second)).__typename).toBe('PublishKitPayload');
    expect((await readFamily(admin, family.id))?.brokenRules).toEqual([]);
  });

  it('holds nobody back for what others break among themselves, or for kits that are gone', async () => {
    const { admin, blueprintId, pool } = await slotted();
    const { kits } = await assembleFamily(admin, [{ blueprintId, kits: 3 }], { likeness: STRICT });
    const [first, second, third] = kits as [KitAnswer, KitAnswer, KitAnswer];
    const changed = await swap(admin, {
      kitId: first.id,
      questionId: questionIds(first)[0],
      replacementQuestionId: pool.get('x1')?.id,
      expectedRevision: 1,
    });
    expect(changed.violations).toHaveLength(1);
    expect((await publish(admin, second)).__typename).toBe('PublishKitPayload');
    expect((await remove(admin, { kitId: first.id, expectedRevision: 2 })).__typename).toBe('DeleteKitPayload');
    expect((await publish(admin, third)).__typename).toBe('PublishKitPayload');
    const kit = await readKit(admin, third.id);
    expect(kit?.status).toBe('PUBLISHED');
  });

  it('answers a replay with the same kits, and makes none where one cannot be kept', async () => {
    const { admin, blueprintId } = await slotted();
    const idempotencyKey = randomUUID();
    const members = [{ blueprintId, kits: 2 }];
    const first = await assembleFamily(admin, members, { idempotencyKey });
    const again = await assembleFamily(admin, members, { idempotencyKey });
    expect(again.kits.map(({ id }) => id)).toEqual(first.kits.map(({ id }) => id));
    expect(await assembleFamily(admin, [{ blueprintId, kits: 3 }], { idempotencyKey })).toMatchObject({
      __typename: 'IdempotencyMismatchError',
      path: ['input', 'idempotencyKey'],
    });
    const { kits } = await admin.client.ask('{ kits { edges { node { id } } } }');
    expect(kits.edges).toHaveLength(2);
  });

  it('chooses by seed among kits that are nearly the best', async () => {
    const admin = await world.organization();
    await placeQuestions(
      world,
      admin,
      Array.from({ length: 12 }, (_, index) => ({ slug: `q${index}` })),
    );
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), { rounds: [round(2)] });
    const chosen = async (seed: number): Promise<string> => {
      const { kits } = await assembleFamily(admin, [{ blueprintId: blueprint.id, kits: 2 }], { variety: { share: 0.02, seed } });
      return kits.flatMap(questionIds).sort().join();
    };
    expect(await chosen(1)).toBe(await chosen(1));
    expect(new Set(await Promise.all([1, 2, 3, 4].map(chosen))).size).toBeGreaterThan(1);
  });

  it('is refused for orders that are none, each with the field', async () => {
    const { admin, blueprintId } = await slotted();
    const other = await slotted();
    const order = (members: object[], more: object = {}): Promise<string | null> =>
      admin.client.refusal('mutation ($input: AssembleFamilyInput!) { assembleFamily(input: $input) { __typename } }', {
        input: { name: 'Twins', members, idempotencyKey: randomUUID(), ...more },
      });
    for (const kits of [0, 9, -1]) expect(await order([{ blueprintId, kits }])).toBe('BAD_USER_INPUT');
    expect(await order([])).toBe('BAD_USER_INPUT');
    expect(await order([{ blueprintId, kits: 2 }], { timeLimitSeconds: 31 })).toBe('BAD_USER_INPUT');
    expect(await order([{ blueprintId, kits: 2 }], { likeness: { slotDifficultyApart: -1 } })).toBe('BAD_USER_INPUT');
    expect(await order([{ blueprintId, kits: 2 }], { maxOverlap: -1 })).toBe('BAD_USER_INPUT');
    expect(await assembleFamily(admin, [{ blueprintId, kits: 1 }])).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'members'],
      message: '2 to 8 kits are assembled together, not 1. For a single kit use assembleKit.',
    });
    const second = await createBlueprint(admin, await roleProfileId(admin), { rounds: [round(1)] });
    expect(
      await assembleFamily(admin, [
        { blueprintId, kits: 5 },
        { blueprintId: second.blueprint.id, kits: 4 },
      ]),
    ).toMatchObject({ __typename: 'ValidationError', path: ['input', 'members'], message: expect.stringContaining('not 9') });
    expect(
      await assembleFamily(admin, [
        { blueprintId, kits: 1 },
        { blueprintId, kits: 1 },
      ]),
    ).toMatchObject({ __typename: 'ValidationError', path: ['input', 'members', '1', 'blueprintId'] });
    for (const unknown of [other.blueprintId, 'nonsense', blueprintId.replace('Blueprint_', 'Kit_')]) {
      expect(
        await assembleFamily(admin, [
          { blueprintId, kits: 1 },
          { blueprintId: unknown, kits: 1 },
        ]),
      ).toMatchObject({
        __typename: 'NotFoundError',
        path: ['input', 'members', '1', 'blueprintId'],
      });
    }
    expect(await assembleFamily(admin, [{ blueprintId: second.blueprint.id, kits: 2 }], { likeness: STRICT })).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'members'],
      message: expect.stringContaining('only where rounds have slots'),
    });
    const { kits } = await admin.client.ask('query ($id: ID) { kits(familyId: $id) { edges { node { id } } } }', { id: 'nonsense' });
    expect(kits.edges).toEqual([]);
    expect(await readFamily(admin, 'nonsense')).toBeNull();
  });

  it('refuses slots that cannot be, and says which', async () => {
    const admin = await world.organization();
    const profile = await roleProfileId(admin);
    const slots = (...list: object[]): Promise<object> => createBlueprint(admin, profile, { rounds: [round(1, { slots: list })] });
    const at = (...rest: string[]): object => ({
      __typename: 'ValidationError',
      path: ['input', 'wishes', 'rounds', '0', 'slots', ...rest],
    });
    expect(await slots({ ...DEPTH, categories: ['nonsense'] })).toMatchObject(at('0', 'categories', '0'));
    expect(await slots({ ...DEPTH, competencies: ['nonsense'] })).toMatchObject(at('0', 'competencies', '0'));
    expect(await slots(DEPTH, PEOPLE)).toMatchObject(at());
    expect(await createBlueprint(admin, profile, { rounds: [round(2, { slots: [DEPTH, DEPTH] })] })).toMatchObject(at('1', 'label'));
  });

  it('is for those who compose kits', async () => {
    const { admin, blueprintId } = await slotted();
    const interviewer = await world.member(admin, ['INTERVIEWER']);
    expect(
      await interviewer.client.refusal('mutation ($input: AssembleFamilyInput!) { assembleFamily(input: $input) { __typename } }', {
        input: { name: 'Twins', members: [{ blueprintId, kits: 2 }], idempotencyKey: 'key' },
      }),
    ).toBe('FORBIDDEN');
  });
});
