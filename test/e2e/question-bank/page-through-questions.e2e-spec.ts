import type { QuestionDocument } from '@touchstone/bank-format';
import { Transaction } from '@touchstone/platform/database';
import { type Person, World } from '@touchstone/testing';
import { approvedQuestions, sampleQuestion } from './bank-desk';

const LIST = `query($first: Int! = 100, $after: String, $filter: QuestionFilter, $order: QuestionOrder) {
  questions(first: $first, after: $after, filter: $filter, order: $order) { totalCount pageInfo { hasNextPage endCursor } edges { node { slug version { status title difficulty updatedAt } } } } }`;

const make = (id: string, changes: Partial<QuestionDocument> = {}): QuestionDocument => ({
  ...sampleQuestion,
  id,
  title: `Title ${id}`,
  ...changes,
});

describe('paging through questions', () => {
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization();
  });
  afterAll(() => world.close());

  describe('page by page', () => {
    let owner: Person;
    const ids = Array.from({ length: 30 }, (_, index) => `paged-${String(index).padStart(2, '0')}`);
    beforeAll(async () => {
      owner = await world.organization();
      // Few titles and difficulties, so that ties fall on page borders.
      await approvedQuestions(
        world,
        owner,
        ids.map((id, index) => make(id, { title: `Same ${index % 4}`, difficulty: ((index % 3) + 2) as 2, prompt: 'A walrus again.' })),
      );
    });

    it.each([
      ['TITLE', {}],
      ['DIFFICULTY', {}],
      ['UPDATED', {}],
      ['RELEVANCE', { text: 'walrus' }],
    ])('by %s: complete, in order, without repetition, while others insert', async (order, filter) => {
      interface Listed {
        readonly slug: string;
        readonly version: { readonly title: string; readonly difficulty: number };
      }
      const seen: Listed[] = [];
      let after: string | null = null;
      for (let page = 0; page < 10; page += 1) {
        const listed: { edges: { node: Listed }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } = (
          await owner.client.ask(LIST, { first: 7, after, order, filter: { ...filter, tagsAll: ['retries'] } })
        ).questions;
        seen.push(...listed.edges.map(({ node }) => node));
        await approvedQuestions(world, owner, [
          make(`new-${order.toLowerCase()}-${page}`, { title: 'Aardvark', difficulty: 1, prompt: 'A walrus walrus.', context: 'walrus' }),
        ]);
        after = listed.pageInfo.endCursor;
        if (!listed.pageInfo.hasNextPage) break;
      }
      const original = seen.filter(({ slug }) => slug.startsWith('paged-'));
      expect(original.map(({ slug }) => slug).sort()).toEqual(ids);
      expect(new Set(seen.map(({ slug }) => slug)).size).toBe(seen.length);
      const keys = original.map(({ version }) => (order === 'TITLE' ? version.title : order === 'DIFFICULTY' ? version.difficulty : 0));
      expect(keys).toEqual([...keys].sort());
    });

    it('refuses cursors of other filters, orders, lists and organizations, and impossible sizes', async () => {
      const { questions } = await owner.client.ask(LIST, { first: 2, filter: { tagsAll: ['retries'] } });
      const after = questions.pageInfo.endCursor;
      expect(await owner.client.refusal(LIST, { first: 2, after, filter: { tagsAll: ['retries'] } })).toBeNull();
      for (const other of [{ filter: { tagsAll: ['incident'] } }, { filter: { tagsAll: ['retries'] }, order: 'DIFFICULTY' }, {}])
        expect(await owner.client.refusal(LIST, { first: 2, after, ...other })).toBe('BAD_USER_INPUT');
      expect(await admin.client.refusal(LIST, { first: 2, after, filter: { tagsAll: ['retries'] } })).toBe('BAD_USER_INPUT');
      expect(await owner.client.refusal('query($after: String) { reviewInbox(after: $after) { totalCount } }', { after })).toBe(
        'BAD_USER_INPUT',
      );
      for (const first of [0, 101]) expect(await owner.client.refusal(LIST, { first })).toBe('BAD_USER_INPUT');
    });

    it('counts only where it is asked', async () => {
      const { questions } = await owner.client.ask('{ questions(first: 1) { edges { node { slug } } } }');
      expect(questions.edges).toHaveLength(1);
      const { counted } = await owner.client.ask(
        '{ counted: questions(first: 1) { ...count } } fragment count on QuestionConnection { totalCount }',
      );
      expect(counted.totalCount).toBeGreaterThanOrEqual(30);
    });
  });

  it('reads a page in one statement, and one more for documents that were not read lately', async () => {
    const owner = await world.organization();
    await approvedQuestions(
      world,
      owner,
      Array.from({ length: 50 }, (_, index) => make(`hot-${index}`, { title: `Hot ${index}`, tags: ['hot'] })),
    );
    const query = `{ questions(first: 50, filter: { tagsAll: ["hot"] }) { edges { node { slug version { title prompt exhibits { content } probes { ask } rubric { criteria { title anchors { level text } } } document } } } } }`;
    const spy = jest.spyOn(Transaction.prototype, 'query');
    try {
      const statements: number[] = [];
      for (let turn = 0; turn < 2; turn += 1) {
        spy.mockClear();
        expect((await owner.client.ask(query)).questions.edges).toHaveLength(50);
        statements.push(spy.mock.calls.filter(([sql]) => sql.includes('question')).length);
      }
      expect(statements).toEqual([2, 1]);
    } finally {
      spy.mockRestore();
    }
  });

  it('keeps the number of statements, however many questions lead on to owners and versions', async () => {
    const query = (first: number) =>
      `{ questions(first: ${first}) { edges { node { owner { name } versions { edges { node { number author { name } reviews { verdict } question { slug } openThreads { total } lint { errors } threads { edges { node { place } } } changesSinceReview { toHash } } } } } } } }`;
    const spy = jest.spyOn(Transaction.prototype, 'query');
    try {
      const statements: number[] = [];
      for (const first of [1, 6]) {
        spy.mockClear();
        await admin.client.ask(query(first));
        statements.push(spy.mock.calls.filter(([sql]) => sql.includes('question')).length);
      }
      expect(statements[0]).toBe(statements[1]);
    } finally {
      spy.mockRestore();
    }
  });
});
