import type { QuestionDocument } from '@touchstone/bank-format';
import { globalId } from '@touchstone/platform/graphql';
import { type Person, World } from '@touchstone/testing';
import { approvedQuestions, draft, sampleQuestion, submitted } from './bank-desk';

const LIST = `query($first: Int! = 100, $after: String, $filter: QuestionFilter, $order: QuestionOrder) {
  questions(first: $first, after: $after, filter: $filter, order: $order) { totalCount pageInfo { hasNextPage endCursor } edges { node { slug version { status title difficulty updatedAt } } } } }`;

const make = (id: string, changes: Partial<QuestionDocument> = {}): QuestionDocument => ({
  ...sampleQuestion,
  id,
  title: `Title ${id}`,
  ...changes,
});

describe('finding questions', () => {
  let world: World;
  let admin: Person;
  let ana: Person;
  let ina: Person;

  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization();
    ana = await world.member(admin, ['AUTHOR'], 'Ana');
    ina = await world.member(admin, ['INTERVIEWER'], 'Ina');
    await world.owner.query('DELETE FROM question_version WHERE organization_id = $1', [admin.organizationId]);
    await world.owner.query('DELETE FROM question WHERE organization_id = $1', [admin.organizationId]);
    await approvedQuestions(world, ana, [
      make('kafka-lag', {
        title: 'Growing lag',
        category: 'streaming-integration',
        competencies: ['ka-operations-troubleshooting', 'ec-problem-solving'],
        kind: 'case',
        difficulty: 2,
        minutes: { target: 12 },
        tags: ['kafka', 'incident'],
        seniority: ['senior'],
        usage: 'live',
        prompt: 'Consumers fall behind. What do you look at?',
        context: 'A crème brûlée shop with Überlast.',
      }),
      make('hive-joins', {
        title: 'Joining in Hive',
        category: 'hadoop-sql-engines',
        competencies: ['hd-hive'],
        kind: 'technical-depth',
        difficulty: 4,
        minutes: { target: 30.5 },
        tags: ['hive', 'incident', 'sql'],
        seniority: ['lead'],
        usage: 'training',
        prompt: 'Explain the joins of this plan.',
        context: 'Nothing about queues.',
      }),
      make('lag-of-people', {
        title: 'A team that lags',
        category: 'people-leadership',
        competencies: ['pl-team-culture'],
        kind: 'behavioural',
        difficulty: 5,
        minutes: { target: 18 },
        tags: ['people'],
        seniority: ['lead', 'principal'],
        usage: 'live',
        prompt: 'Tell me of a team.',
        context: 'Lag, lag, lag.',
      }),
    ]);
  });
  afterAll(() => world.close());

  const slugs = async (person: Person, filter: object, order?: string): Promise<string[]> =>
    (await person.client.ask(LIST, { filter, order })).questions.edges.map(({ node }: { node: { slug: string } }) => node.slug);

  it.each<[object, string[]]>([
    [{}, ['hive-joins', 'kafka-lag', 'lag-of-people']],
    [{ categories: ['streaming-integration', 'people-leadership'] }, ['kafka-lag', 'lag-of-people']],
    [{ competencies: ['ec-problem-solving'] }, ['kafka-lag']],
    [{ kinds: ['TECHNICAL_DEPTH', 'BEHAVIOURAL'] }, ['hive-joins', 'lag-of-people']],
    [{ difficulty: { min: 4 } }, ['hive-joins', 'lag-of-people']],
    [{ difficulty: { min: 2, max: 4 } }, ['hive-joins', 'kafka-lag']],
    [{ minutes: { max: 18 } }, ['kafka-lag', 'lag-of-people']],
    [{ minutes: { min: 31, max: 31 } }, ['hive-joins']],
    [{ tagsAll: ['incident', 'sql'] }, ['hive-joins']],
    [{ tagsAny: ['kafka', 'sql'] }, ['hive-joins', 'kafka-lag']],
    [{ seniority: ['SENIOR', 'PRINCIPAL'] }, ['kafka-lag', 'lag-of-people']],
    [{ usage: 'TRAINING' }, ['hive-joins']],
    [{ statuses: ['APPROVED'] }, ['hive-joins', 'kafka-lag', 'lag-of-people']],
    [{ statuses: ['DRAFT', 'IN_REVIEW', 'RETIRED'] }, []],
    [{ tagsAny: ['incident'], difficulty: { max: 2 } }, ['kafka-lag']],
    [{ categories: [] }, []],
    [{ categories: ['no-such-thing'] }, []],
    [{ difficulty: { min: 5, max: 1 } }, []],
    [{ text: '  ' }, ['hive-joins', 'kafka-lag', 'lag-of-people']],
  ])('narrows by %j', async (filter, expected) => {
    expect((await slugs(ina, filter)).sort()).toEqual(expected);
    const { questionFacets, questions } = await ina.client.ask(
      'query($filter: QuestionFilter) { questionFacets(filter: $filter) { total categories { value count } kinds { value count } difficulties { value count } } questions(filter: $filter) { totalCount } }',
      { filter },
    );
    expect(questionFacets.total).toBe(expected.length);
    expect(questions.totalCount).toBe(expected.length);
    for (const facet of ['categories', 'kinds', 'difficulties']) {
      expect(questionFacets[facet].reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(expected.length);
    }
  });

  it('counts by category, kind and difficulty', async () => {
    const { questionFacets } = await ina.client.ask(
      '{ questionFacets(filter: { tagsAny: ["incident"] }) { total categories { value count } kinds { value count } difficulties { value count } } }',
    );
    expect(questionFacets).toEqual({
      total: 2,
      categories: [
        { value: 'hadoop-sql-engines', count: 1 },
        { value: 'streaming-integration', count: 1 },
      ],
      kinds: [
        { value: 'case', count: 1 },
        { value: 'technical-depth', count: 1 },
      ],
      difficulties: [
        { value: '2', count: 1 },
        { value: '4', count: 1 },
      ],
    });
  });

  it('narrows by owner; one that is not of this organization owns nothing', async () => {
    const elsewhere = await world.organization();
    expect(await slugs(ina, { ownerId: globalId('Member', admin.organizationId, ana.memberId) })).toHaveLength(3);
    expect(await slugs(ina, { ownerId: globalId('Member', admin.organizationId, ina.memberId) })).toEqual([]);
    for (const ownerId of [globalId('Member', elsewhere.organizationId, elsewhere.memberId), 'nonsense'])
      expect(await slugs(ina, { ownerId })).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['lag', ['lag-of-people', 'kafka-lag']],
    ['LÀG', ['lag-of-people', 'kafka-lag']],
    ['creme brulee', ['kafka-lag']],
    ['überlast', ['kafka-lag']],
    ['uberlast', ['kafka-lag']],
    ['join', ['hive-joins']],
    ['"fall behind"', ['kafka-lag']],
    ['"behind fall"', []],
    ['lag -kafka', ['lag-of-people']],
    ['hive or kafka', ['hive-joins', 'kafka-lag']],
    ['troubleshooting', ['kafka-lag']],
    ['Hadoop', ['hive-joins']],
    ['the', []],
    [`' OR 1=1 --`, []],
    ['%', []],
    ['"', []],
    ['((((', []],
    ['\\', []],
    [':*', []],
  ])('finds by the words %s', async (text, expected) => {
    const found = await slugs(ina, { text });
    expect(text === 'hive or kafka' ? found.sort() : found).toEqual(expected);
  });

  it('ranks titles before bodies before labels', async () => {
    expect(await slugs(ina, { text: 'team' }, 'RELEVANCE')).toEqual(['lag-of-people']);
    await approvedQuestions(world, ana, [
      make('zz-label', { title: 'C', prompt: 'p', context: 'c', tags: ['zebra'] }),
      make('zz-body', { title: 'B', prompt: 'A zebra crosses.', context: 'c' }),
      make('zz-title', { title: 'Zebra', prompt: 'p', context: 'c' }),
    ]);
    expect(await slugs(ina, { text: 'zebra' })).toEqual(['zz-title', 'zz-body', 'zz-label']);
    expect(await slugs(ina, { text: 'zebra' }, 'TITLE')).toEqual(['zz-body', 'zz-label', 'zz-title']);
    expect(await slugs(ina, { categories: ['hadoop-sql-engines', 'people-leadership', 'streaming-integration'] }, 'DIFFICULTY')).toEqual([
      'kafka-lag',
      'hive-joins',
      'lag-of-people',
    ]);
    expect((await slugs(ina, {}, 'UPDATED')).slice(0, 3).every((slug) => slug.startsWith('zz-'))).toBe(true);
  });

  it('shows each member the version that stands for the question for her', async () => {
    const boss = await world.organization();
    const author = await world.member(boss, ['AUTHOR']);
    const other = await world.member(boss, ['AUTHOR']);
    const reviewer = await world.member(boss, ['REVIEWER']);
    const reader = await world.member(boss, ['INTERVIEWER']);
    await draft(author, 'mine-draft', { title: 'D', tags: ['mine'] });
    await submitted(author, 'mine-review', { title: 'R', tags: ['mine'] });
    const seen = async (person: Person, statuses?: string[]): Promise<string[]> =>
      (await person.client.ask(LIST, { filter: { tagsAll: ['mine'], ...(statuses && { statuses }) } })).questions.edges.map(
        ({ node }: { node: { slug: string; version: { status: string } } }) => `${node.slug} ${node.version.status}`,
      );
    const both = ['mine-draft DRAFT', 'mine-review IN_REVIEW'];
    expect(await seen(author)).toEqual(both);
    for (const person of [boss, other, reviewer, reader]) expect(await seen(person)).toEqual([]);
    expect(await seen(boss, ['DRAFT', 'IN_REVIEW'])).toEqual(both);
    expect(await seen(author, ['DRAFT', 'IN_REVIEW'])).toEqual(both);
    expect(await seen(reviewer, ['DRAFT', 'IN_REVIEW'])).toEqual(['mine-review IN_REVIEW']);
    for (const person of [other, reader]) expect(await seen(person, ['DRAFT', 'IN_REVIEW', 'APPROVED', 'RETIRED'])).toEqual([]);
    const { questionFacets } = await other.client.ask(
      '{ questionFacets(filter: { tagsAll: ["mine"], statuses: [DRAFT, IN_REVIEW] }) { total } }',
    );
    expect(questionFacets.total).toBe(0);
  });

  it('refuses malformed filters', async () => {
    for (const filter of [
      { text: 'x'.repeat(201) },
      { text: 'a\u0000b' },
      { text: '\ud800' },
      { categories: Array.from({ length: 101 }, () => 'x') },
      { tagsAll: [''] },
      { difficulty: { min: -1 } },
      { minutes: { max: 1001 } },
      { kinds: ['RIDDLE'] },
      { ownerId: 'x'.repeat(101) },
      { nonsense: 1 },
    ]) {
      expect([filter, await ina.client.refusal(LIST, { filter })]).toEqual([
        filter,
        expect.stringMatching(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/),
      ]);
    }
  });
});
