import { randomUUID } from 'node:crypto';
import { World } from '@touchstone/testing';
import { placeQuestions, roleProfileId } from './question-pool';
import { assemble, createBlueprint, deleteBlueprint, fromTemplate, round, updateBlueprint, type WishesInput } from './requests';

describe('write a blueprint', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('keeps every wish as it was given', async () => {
    const admin = await world.organization();
    const pool = await placeQuestions(world, admin, [{ slug: 'aa' }, { slug: 'bb' }, { slug: 'cc' }, { slug: 'dd' }]);
    const id = (slug: string): string | undefined => pool.get(slug)?.id;
    const wishes = {
      rounds: [
        {
          name: 'Depth',
          minutes: { min: 30, max: 60, soft: 2 },
          questions: { min: 2, max: 4 },
          competencies: [{ slug: 'sp-execution-model', min: 1, max: null }],
          categories: [{ slug: 'spark-tuning', min: 1, max: 2, soft: 500 }],
          kinds: [{ kind: 'TECHNICAL_DEPTH', min: null, max: 3 }],
        },
      ],
      difficulty: { target: 3.25, tolerance: 0.5, soft: null },
      mandatoryCategories: ['data-governance'],
      excludedQuestionIds: [id('aa')],
      mustHaveQuestionIds: [id('bb')],
      enemies: [{ questionId: id('cc'), otherQuestionId: id('dd') }],
      exposureLimit: { months: 12, uses: 3 },
      includeTraining: true,
    };
    const { __typename, blueprint } = await createBlueprint(admin, await roleProfileId(admin), wishes, { name: 'Everything' });
    expect(__typename).toBe('CreateBlueprintPayload');
    expect(blueprint).toMatchObject({ name: 'Everything', revision: 1, wishes });
    const read = await admin.client.ask(
      'query ($id: ID!) { blueprint(id: $id) { name roleProfile { slug } wishes { difficulty { target } } } node(id: $id) { id ... on Blueprint { name } } }',
      { id: blueprint.id },
    );
    expect(read.blueprint).toEqual({
      name: 'Everything',
      roleProfile: { slug: 'big-data-technical-lead' },
      wishes: { difficulty: { target: 3.25 } },
    });
    expect(read.node).toEqual({ id: blueprint.id, name: 'Everything' });
  });

  it('draws from training questions by default only in an organization for trying out', async () => {
    const admin = await world.organization();
    const profile = await roleProfileId(admin);
    expect((await createBlueprint(admin, profile, { rounds: [round(1)] })).blueprint.wishes.includeTraining).toBe(false);
    await world.owner.query('UPDATE organization SET demo = true WHERE id = $1', [admin.organizationId]);
    expect((await createBlueprint(admin, profile, { rounds: [round(1)] })).blueprint.wishes.includeTraining).toBe(true);
    expect((await createBlueprint(admin, profile, { rounds: [round(1)], includeTraining: false })).blueprint.wishes.includeTraining).toBe(
      false,
    );
  });

  it.each<[string, Partial<WishesInput>, string[], RegExp]>([
    [
      'a competency that is not there',
      { rounds: [round(1, { competencies: [{ slug: 'no-such', min: 1 }] })] },
      ['rounds', '0', 'competencies', '0'],
      /competency 'no-such'/,
    ],
    [
      'a category that is not there',
      { rounds: [round(1, { categories: [{ slug: 'no-such', min: 1 }] })] },
      ['rounds', '0', 'categories', '0'],
      /category 'no-such'/,
    ],
    ['a mandatory category that is not there', { mandatoryCategories: ['no-such'] }, ['mandatoryCategories', '0'], /category 'no-such'/],
    ['two rounds of one name', { rounds: [round(1), round(1)] }, ['rounds', '1', 'name'], /Two rounds are called/],
    [
      'min above max',
      { rounds: [round(1, { minutes: { min: 50, max: 40 } })] },
      ['rounds', '0', 'minutes', 'min'],
      /min 50 is above max 40/,
    ],
    [
      'a limit without limits',
      { rounds: [round(1, { categories: [{ slug: 'spark-tuning' }] })] },
      ['rounds', '0', 'categories', '0'],
      /give a min, a max, or both/,
    ],
    ['a target with three decimals', { difficulty: { target: 3.123, tolerance: 0.1 } }, ['difficulty', 'target'], /two decimals/],
  ])('is refused with %s', async (_, wishes, path, message) => {
    const admin = await world.organization();
    const refused = await createBlueprint(admin, await roleProfileId(admin), { rounds: [round(1)], ...wishes } as WishesInput);
    expect(refused).toMatchObject({ __typename: 'ValidationError', path: ['input', 'wishes', ...path] });
    expect(refused.message).toMatch(message);
  });

  it('is refused with questions that are not here or contradict each other', async () => {
    const admin = await world.organization();
    const other = await world.organization();
    const profile = await roleProfileId(admin);
    const foreign = (await placeQuestions(world, other, [{ slug: 'aa' }])).get('aa')?.id;
    const own = (await placeQuestions(world, admin, [{ slug: 'aa' }])).get('aa')?.id;
    const base = { rounds: [round(1)] };
    for (const id of [foreign, 'nonsense']) {
      expect(await createBlueprint(admin, profile, { ...base, excludedQuestionIds: [own, id] })).toMatchObject({
        __typename: 'NotFoundError',
        path: ['input', 'wishes', 'excludedQuestionIds', '1'],
      });
      expect(await createBlueprint(admin, profile, { ...base, mustHaveQuestionIds: [id] })).toMatchObject({
        __typename: 'NotFoundError',
        path: ['input', 'wishes', 'mustHaveQuestionIds', '0'],
      });
      expect(await createBlueprint(admin, profile, { ...base, enemies: [{ questionId: own, otherQuestionId: id }] })).toMatchObject({
        __typename: 'NotFoundError',
        path: ['input', 'wishes', 'enemies', '0', 'otherQuestionId'],
      });
    }
    expect(await createBlueprint(admin, profile, { ...base, mustHaveQuestionIds: [own], excludedQuestionIds: [own] })).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'wishes', 'mustHaveQuestionIds', '0'],
    });
    expect(await createBlueprint(admin, await roleProfileId(other), base)).toMatchObject({
      __typename: 'NotFoundError',
      path: ['input', 'roleProfileId'],
    });
  });

  it('refuses shapes that make no sense before it looks at them', async () => {
    const admin = await world.organization();
    const roleProfile = await roleProfileId(admin);
    const send = (wishes: object): Promise<string | null> =>
      admin.client.refusal('mutation ($input: CreateBlueprintInput!) { createBlueprint(input: $input) { __typename } }', {
        input: { name: 'x', roleProfileId: roleProfile, idempotencyKey: randomUUID(), wishes },
      });
    expect(await send({ rounds: [] })).toBe('BAD_USER_INPUT');
    expect(await send({ rounds: Array.from({ length: 11 }, (_, index) => round(1, { name: `R${index}` })) })).toBe('BAD_USER_INPUT');
    expect(await send({ rounds: [round(1, { minutes: { max: 601 } })] })).toBe('BAD_USER_INPUT');
    expect(await send({ rounds: [round(1, { minutes: { max: 60, soft: 0 } })] })).toBe('BAD_USER_INPUT');
    expect(await send({ rounds: [round(1, { categories: [{ slug: 'a\u0000', min: 1 }] })] })).toBe('BAD_USER_INPUT');
    expect(await send({ rounds: [round(1)], mandatoryCategories: Array.from({ length: 61 }, () => 'x') })).toBe('BAD_USER_INPUT');
    expect(await send({ rounds: [round(1)], exposureLimit: { months: 0, uses: 1 } })).toBe('BAD_USER_INPUT');
    expect(await send({ rounds: [round(1, { kinds: [{ kind: 'NO_SUCH', min: 1 }] })] })).toBe('BAD_USER_INPUT');
  });

  it('is made once for one key, and its name is taken then', async () => {
    const admin = await world.organization();
    const profile = await roleProfileId(admin);
    const idempotencyKey = randomUUID();
    const first = await createBlueprint(admin, profile, { rounds: [round(1)] }, { idempotencyKey, name: 'One' });
    expect((await createBlueprint(admin, profile, { rounds: [round(1)] }, { idempotencyKey, name: 'One' })).blueprint).toEqual(
      first.blueprint,
    );
    expect((await createBlueprint(admin, profile, { rounds: [round(2)] }, { idempotencyKey, name: 'One' })).__typename).toBe(
      'IdempotencyMismatchError',
    );
    expect(await createBlueprint(admin, profile, { rounds: [round(1)] }, { name: 'One' })).toMatchObject({
      __typename: 'ConflictError',
      path: ['input', 'name'],
    });
    const other = await world.organization();
    expect((await createBlueprint(other, await roleProfileId(other), { rounds: [round(1)] }, { name: 'One' })).__typename).toBe(
      'CreateBlueprintPayload',
    );
  });

  it('changes at the revision that was read', async () => {
    const admin = await world.organization();
    const profile = await roleProfileId(admin);
    await createBlueprint(admin, profile, { rounds: [round(1)] }, { name: 'Taken' });
    const { blueprint } = await createBlueprint(admin, profile, { rounds: [round(1)] });
    const input = { blueprintId: blueprint.id, expectedRevision: 1 };
    expect(await updateBlueprint(admin, { ...input, name: 'Taken' })).toMatchObject({
      __typename: 'ConflictError',
      path: ['input', 'name'],
    });
    expect(await updateBlueprint(admin, { ...input, name: 'New' })).toMatchObject({
      blueprint: { name: 'New', revision: 2, wishes: { rounds: [{ name: 'Round' }] } },
    });
    expect(await updateBlueprint(admin, { ...input, name: 'Newer' })).toMatchObject({
      __typename: 'RevisionConflictError',
      currentRevision: 2,
    });
    expect(
      await updateBlueprint(admin, { ...input, expectedRevision: 2, wishes: { rounds: [round(1, { name: 'Other' })] } }),
    ).toMatchObject({
      blueprint: { name: 'New', revision: 3, wishes: { rounds: [{ name: 'Other' }] } },
    });
    expect(await updateBlueprint(admin, { ...input, expectedRevision: 3, wishes: { rounds: [round(1), round(1)] } })).toMatchObject({
      __typename: 'ValidationError',
    });
    const other = await world.organization();
    expect(await updateBlueprint(other, { ...input, expectedRevision: 3, name: 'Mine' })).toMatchObject({
      __typename: 'NotFoundError',
      path: ['input', 'blueprintId'],
    });
  });

  it('can be thrown away until a kit was made from it', async () => {
    const admin = await world.organization();
    await placeQuestions(world, admin, [{ slug: 'aa' }]);
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), { rounds: [round(1)] });
    const unused = await createBlueprint(admin, await roleProfileId(admin), { rounds: [round(1)] });
    await assemble(admin, blueprint.id);
    expect(await deleteBlueprint(admin, { blueprintId: blueprint.id, expectedRevision: 1 })).toMatchObject({
      __typename: 'ConflictError',
      path: ['input', 'blueprintId'],
    });
    expect(await deleteBlueprint(admin, { blueprintId: unused.blueprint.id, expectedRevision: 2 })).toMatchObject({
      __typename: 'RevisionConflictError',
    });
    expect(await deleteBlueprint(admin, { blueprintId: unused.blueprint.id, expectedRevision: 1 })).toMatchObject({
      __typename: 'DeleteBlueprintPayload',
      blueprintId: unused.blueprint.id,
    });
    expect(await deleteBlueprint(admin, { blueprintId: unused.blueprint.id, expectedRevision: 1 })).toMatchObject({
      __typename: 'NotFoundError',
    });
  });

  it('starts from a shipped template', async () => {
    const admin = await world.organization();
    const { blueprintTemplates } = await admin.client.ask(
      '{ blueprintTemplates { slug name roleProfileSlug description mandatoryCategories rounds { name maxMinutes slots { label minutes categories competencies kinds } } } }',
    );
    expect(blueprintTemplates.map(({ slug }: { slug: string }) => slug)).toEqual(
      expect.arrayContaining(['demo-two-rounds', 'lead-developer-four-rounds', 'technical-lead-four-rounds']),
    );
    for (const { slug } of blueprintTemplates)
      expect((await fromTemplate(admin, slug)).__typename).toBe('CreateBlueprintFromTemplatePayload');
    expect(await fromTemplate(admin, 'demo-two-rounds')).toMatchObject({ __typename: 'ConflictError', path: ['input', 'name'] });
    expect(await fromTemplate(admin, 'demo-two-rounds', { name: 'Mine' })).toMatchObject({ blueprint: { name: 'Mine' } });
    expect(await fromTemplate(admin, 'no-such')).toMatchObject({ __typename: 'NotFoundError', path: ['input', 'slug'] });
  });

  it('is listed page by page, for those who may read blueprints', async () => {
    const admin = await world.organization();
    const profile = await roleProfileId(admin);
    for (const name of ['A', 'B', 'C']) await createBlueprint(admin, profile, { rounds: [round(1)] }, { name });
    const page =
      'query ($after: String) { blueprints(first: 2, after: $after) { edges { node { name } } pageInfo { endCursor hasNextPage } } }';
    const first = (await admin.client.ask(page)).blueprints;
    expect(first.edges.map(({ node }: any) => node.name)).toEqual(['C', 'B']);
    const second = (await admin.client.ask(page, { after: first.pageInfo.endCursor })).blueprints;
    expect(second).toMatchObject({ edges: [{ node: { name: 'A' } }], pageInfo: { hasNextPage: false } });
    const interviewer = await world.member(admin, ['INTERVIEWER']);
    expect(await interviewer.client.refusal(page)).toBe('FORBIDDEN');
    const auditor = await world.member(admin, ['AUDITOR']);
    expect((await auditor.client.ask(page)).blueprints.edges).toHaveLength(2);
    expect(
      await auditor.client.refusal('mutation { deleteBlueprint(input: { blueprintId: "x", expectedRevision: 1 }) { __typename } }'),
    ).toBe('FORBIDDEN');
    const stranger = await world.organization();
    expect((await stranger.client.ask(page)).blueprints.edges).toEqual([]);
  });
});
