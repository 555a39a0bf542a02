import { Client } from 'pg';
import { type Person, World } from '@touchstone/testing';
import { placeQuestions, type PlacedQuestion, roleProfileId } from './question-pool';
import { assemble, createBlueprint, type KitAnswer, publish, round, swap } from './requests';

describe('look at kits', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  async function kits(
    names: readonly string[],
    questions = 3,
  ): Promise<{ admin: Person; made: KitAnswer[]; pool: Map<string, PlacedQuestion> }> {
    const admin = await world.organization();
    const pool = await placeQuestions(
      world,
      admin,
      Array.from({ length: questions }, (_, index) => ({ slug: `q${index}`, difficulty: index === 0 ? 5 : 3 })),
    );
    const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), {
      rounds: [round(questions - 1, { minutes: { max: 500 } })],
      difficulty: { target: 3, tolerance: 2 },
    });
    const made: KitAnswer[] = [];
    for (const name of names) made.push((await assemble(admin, blueprint.id, { name })).kit);
    return { admin, made, pool };
  }
  const LIST = `query ($first: Int! = 20, $after: String, $status: KitStatus, $roleProfileId: ID, $text: String) {
    kits(first: $first, after: $after, status: $status, roleProfileId: $roleProfileId, text: $text) { edges { node { name } } pageInfo { endCursor hasNextPage } } }`;
  const names = async (person: Person, variables: object = {}): Promise<string[]> =>
    (await person.client.ask(LIST, variables as Record<string, unknown>)).kits.edges.map(
      ({ node }: { node: { name: string } }) => node.name,
    );

  it('lists them newest first, page by page, narrowed by state, role and name', async () => {
    const { admin, made } = await kits(['Alpha', 'Beta 100%', 'Gamma']);
    await publish(admin, made[1] as KitAnswer);
    expect(await names(admin)).toEqual(['Gamma', 'Beta 100%', 'Alpha']);
    expect(await names(admin, { status: 'PUBLISHED' })).toEqual(['Beta 100%']);
    expect(await names(admin, { status: 'DRAFT' })).toEqual(['Gamma', 'Alpha']);
    expect(await names(admin, { text: 'ALPH' })).toEqual(['Alpha']);
    expect(await names(admin, { text: '%' })).toEqual(['Beta 100%']);
    expect(await names(admin, { text: '_' })).toEqual([]);
    expect(await names(admin, { roleProfileId: await roleProfileId(admin) })).toHaveLength(3);
    expect(await names(admin, { roleProfileId: await roleProfileId(admin, 'big-data-lead-developer') })).toEqual([]);
    expect(await names(admin, { roleProfileId: 'nonsense' })).toEqual([]);

    const first = (await admin.client.ask(LIST, { first: 2 })).kits;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = (await admin.client.ask(LIST, { first: 2, after: first.pageInfo.endCursor })).kits;
    expect(second).toMatchObject({ edges: [{ node: { name: 'Alpha' } }], pageInfo: { hasNextPage: false } });
    // A cursor is good for the list and the filters it was made for.
    expect(await admin.client.refusal(LIST, { after: first.pageInfo.endCursor, status: 'DRAFT' })).toBe('BAD_USER_INPUT');
    expect(
      await admin.client.refusal('query ($after: String) { blueprints(after: $after) { edges { cursor } } }', {
        after: first.pageInfo.endCursor,
      }),
    ).toBe('BAD_USER_INPUT');
    for (const variables of [{ first: 0 }, { first: 101 }, { text: '' }, { after: 'nonsense' }])
      expect(await admin.client.refusal(LIST, variables)).toBe('BAD_USER_INPUT');
    expect(await names(await world.organization())).toEqual([]);
  });

  it('shows a kit with its questions in a number of statements that does not grow with them', async () => {
    const small = await kits(['Small'], 2);
    const large = await kits(['Large'], 25);
    const query = `query ($id: ID!) { kit(id: $id) { roleProfile { slug } rounds { items { questionVersion { title prompt rubric { criteria { id } } } } } } }`;
    const statements = async ({ admin, made }: { admin: Person; made: KitAnswer[] }): Promise<number> => {
      const variables = { id: made[0]?.id };
      await admin.client.ask(query, variables);
      const spy = jest.spyOn(Client.prototype, 'query');
      const { kit } = await admin.client.ask(query, variables);
      const count = spy.mock.calls.length;
      spy.mockRestore();
      expect(kit.roleProfile.slug).toBe('big-data-technical-lead');
      for (const item of kit.rounds[0].items) expect(item.questionVersion.rubric.criteria.length).toBeGreaterThan(0);
      return count;
    };
    const few = await statements(small);
    expect(few).toBeGreaterThan(2);
    expect(await statements(large)).toBe(few);
    expect(few).toBeLessThan(15);
  });

  it('shows rubrics to those only who may read them in the bank', async () => {
    const { admin, made } = await kits(['Kit']);
    const query = 'query ($id: ID!) { kit(id: $id) { rounds { items { questionVersion { title rubric { scale } } } } } }';
    const seen = async (person: Person): Promise<unknown[]> => {
      const { kit } = await person.client.ask(query, { id: made[0]?.id });
      return kit.rounds[0].items.map(({ questionVersion }: any) => [typeof questionVersion.title, questionVersion.rubric === null]);
    };
    expect(await seen(await world.member(admin, ['COORDINATOR']))).toEqual([
      ['string', true],
      ['string', true],
    ]);
    expect(await seen(await world.member(admin, ['HIRING_MANAGER']))).toEqual([
      ['string', false],
      ['string', false],
    ]);
    expect(await (await world.member(admin, ['INTERVIEWER'])).client.refusal(query, { id: made[0]?.id })).toBe('FORBIDDEN');
  });

  it('finds one by its id, here only, and nothing for those who may not read kits', async () => {
    const { admin, made } = await kits(['Kit']);
    const id = made[0]?.id ?? '';
    const query = 'query ($id: ID!) { node(id: $id) { __typename id ... on Kit { name } } }';
    expect((await admin.client.ask(query, { id })).node).toEqual({ __typename: 'Kit', id, name: 'Kit' });
    expect((await (await world.member(admin, ['INTERVIEWER'])).client.ask(query, { id })).node).toBeNull();
    const other = await world.organization();
    expect((await other.client.ask(query, { id })).node).toBeNull();
    expect((await other.client.ask('query ($id: ID!) { kit(id: $id) { name } }', { id })).kit).toBeNull();
    expect((await admin.client.ask('{ kit(id: "nonsense") { name } }')).kit).toBeNull();
  });

  it('says of a question in which kits it stands', async () => {
    const { admin, made, pool } = await kits(['One', 'Two']);
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Question { slug kits { name status } } } }`;
    const ids = ['q0', 'q1'].map((slug) => pool.get(slug)?.id);
    const { nodes } = await admin.client.ask(query, { ids });
    expect(nodes).toEqual([
      { slug: 'q0', kits: [] },
      {
        slug: 'q1',
        kits: [
          { name: 'Two', status: 'DRAFT' },
          { name: 'One', status: 'DRAFT' },
        ],
      },
    ]);
    expect(made).toHaveLength(2);
    const interviewer = await world.member(admin, ['INTERVIEWER']);
    expect((await interviewer.client.ask(query, { ids })).nodes[1]).toEqual({ slug: 'q1', kits: null });
  });

  it('compares two', async () => {
    const { admin, made, pool } = await kits(['One', 'Two']);
    const [one, two] = made as [KitAnswer, KitAnswer];
    const id = (slug: string): string | undefined => pool.get(slug)?.id;
    await swap(admin, { kitId: two.id, expectedRevision: 1, questionId: id('q1'), replacementQuestionId: id('q0') });
    const query = `query ($a: ID!, $b: ID!) { compareKits(a: $a, b: $b) { a { name } b { name } sharedQuestionIds questionIdsOnlyInA questionIdsOnlyInB
      plannedMinutesA plannedMinutesB coverageDifferences { competencySlug weight a b } } }`;
    const { compareKits } = await admin.client.ask(query, { a: one.id, b: two.id });
    expect(compareKits).toEqual({
      a: { name: 'One' },
      b: { name: 'Two' },
      sharedQuestionIds: [id('q2')],
      questionIdsOnlyInA: [id('q1')],
      questionIdsOnlyInB: [id('q0')],
      plannedMinutesA: 20,
      plannedMinutesB: 20,
      coverageDifferences: [],
    });
    expect((await admin.client.ask(query, { a: one.id, b: one.id })).compareKits.sharedQuestionIds).toHaveLength(2);
    expect((await (await world.organization()).client.ask(query, { a: one.id, b: two.id })).compareKits).toBeNull();
  });
});
