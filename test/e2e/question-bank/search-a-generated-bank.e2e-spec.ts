import type { QuestionDocument } from '@touchstone/bank-format';
import { seededRandom } from '@touchstone/kernel';
import { Transaction } from '@touchstone/platform/database';
import { globalId } from '@touchstone/platform/graphql';
import { type Person, World } from '@touchstone/testing';
import { Client } from 'pg';
import { type Picks, picksOf } from '../../../scripts/scale/picks';
import { approvedQuestions, draft, sampleDocument, sampleQuestion, send, submitted } from './bank-desk';

const LIST = `query($first: Int!, $after: String, $filter: QuestionFilter, $order: QuestionOrder) {
  questions(first: $first, after: $after, filter: $filter, order: $order) { totalCount pageInfo { hasNextPage endCursor } edges { node { slug } } } }`;
const UNCOUNTED = LIST.replace('totalCount ', '');
const FACETS = 'query($filter: QuestionFilter) { questionFacets(filter: $filter) { total kinds { count } } }';

/** Few words, so that they meet; stems, accents, hyphens, underscores, numbers and words that no search looks for among them. */
const WORDS =
  `ledger ledgers lag lags lagging join joins joined café cafe Zürich zurich naïve deduplication late-data read_committed e-mail 3.5 2024
  O'Reilly partition partitions partitioned skew skewed broadcast the of and it not or consumer consumers replay replayed contract owner`.split(
    /\s+/,
  );
const CATEGORIES = ['spark-tuning', 'streaming-integration', 'hadoop-sql-engines', 'people-leadership'] as const;
const KINDS = ['case', 'technical-depth', 'work-sample'] as const;
const TAGS = ['joins', 'skew', 'cost', 'retries', 'ownership'] as const;
const SIZE = 120;

const words = (picks: Picks, least: number, most: number): string =>
  Array.from({ length: picks.whole(least, most) }, () => picks.one(WORDS)).join(' ');

const texts = (picks: Picks): Pick<QuestionDocument, 'title' | 'prompt' | 'context'> => ({
  title: words(picks, 1, 5),
  prompt: `${words(picks, 3, 14)}. ${words(picks, 2, 9)}?`,
  context: words(picks, 2, 12),
});

const generated = (picks: Picks, id: string): QuestionDocument => ({
  ...sampleQuestion,
  id,
  ...texts(picks),
  category: picks.one(CATEGORIES),
  kind: picks.one(KINDS),
  difficulty: picks.whole(1, 5) as 1,
  tags: [...picks.some(TAGS, picks.whole(1, 3))],
});

/** Everything that the language of searches has, made of the words of the bank. */
function searches(picks: Picks): string[] {
  const word = (): string => picks.one(WORDS);
  const phrase = (): string => `"${words(picks, 2, 3)}"`;
  const makers: readonly (() => string)[] = [
    word,
    () => word().toUpperCase(),
    () => `${word()} ${word()}`,
    () => `${word()} or ${word()}`,
    () => `${word()} -${word()}`,
    () => `-${word()}`,
    () => `-${word()} or -${word()} ${word()}`,
    phrase,
    () => `${phrase()} ${word()}`,
    () => `${word()} -${phrase()}`,
    () => `${phrase()} or ${word()} ${word()}`,
    () => `nowhere ${word()}`,
    () => words(picks, 5, 9),
  ];
  return makers.flatMap((make) => Array.from({ length: 3 }, make));
}

describe('searching a generated bank', () => {
  let world: World;
  let ana: Person;
  let ina: Person;
  /** Of another organization, whose bank has the same words. */
  let eve: Person;

  beforeAll(async () => {
    world = await World.open();
    const picks = picksOf(seededRandom(20261124));
    const admin = await world.organization();
    ana = await world.member(admin, ['AUTHOR'], 'Ana');
    ina = await world.member(admin, ['INTERVIEWER'], 'Ina');
    eve = await world.organization('Elsewhere');
    for (const [owner, name] of [[ana, 'own'] as const, [eve, 'foreign'] as const]) {
      const documents = Array.from({ length: SIZE }, (_, index) => generated(picks, `${name}-${String(index).padStart(3, '0')}`));
      await approvedQuestions(world, owner, documents);
    }
    await approvedQuestions(world, eve, [
      { ...generated(picks, 'foreign-only'), title: 'Xylophone', prompt: 'Xylophones and more xylophones.' },
    ]);
    // Of every state something: retired, open beside what is approved, never approved.
    const { questions } = await ana.client.ask(
      'query($ownerId: ID!) { questions(first: 12, filter: { ownerId: $ownerId }) { edges { node { id revision } } } }',
      { ownerId: globalId('Member', ana.organizationId, ana.memberId) },
    );
    for (const [place, edge] of (questions.edges as { node: { id: string; revision: number } }[]).entries()) {
      const { id: questionId, revision } = edge.node;
      if (place % 2 === 0) {
        expect((await send(ana, 'retireQuestion', { questionId, expectedRevision: revision })).__typename).toBe('RetireQuestionPayload');
      } else {
        const made = await send(ana, 'createQuestionVersion', { questionId });
        const { id: versionId, revision: expectedRevision } = made.question.version;
        const saved = await send(ana, 'saveQuestionDraft', { versionId, expectedRevision, document: sampleDocument(texts(picks)) });
        expect(saved.__typename).toBe('SaveQuestionDraftPayload');
      }
    }
    for (let index = 0; index < 5; index += 1) {
      await draft(ana, `own-draft-${index}`, texts(picks));
      await submitted(ana, `own-review-${index}`, texts(picks));
    }
    await world.owner.query('ANALYZE question, question_version');
  });
  afterAll(() => world.close());

  /** What a search finds and in which order, said as plainly as it can be: of every question the version that stands for it, matched and ranked. */
  const plainly = async (person: Person, text: string): Promise<string[]> => {
    const rows = await world.owner.query<{ slug: string }[]>(
      `SELECT q.slug FROM question q CROSS JOIN LATERAL (
         SELECT v.* FROM question_version v WHERE v.organization_id = q.organization_id AND v.question_id = q.id AND (
           (v.status <> 'APPROVED' AND $2 = ANY (v.editor_ids || v.author_id)) OR (v.id = q.approved_version_id AND v.number > coalesce(q.retired_number, 0)))
         ORDER BY v.status = 'APPROVED' LIMIT 1) v
       WHERE q.organization_id = $1 AND v.search @@ websearch_to_tsquery('english', touchstone_plain($3))
       ORDER BY ts_rank(v.search, websearch_to_tsquery('english', touchstone_plain($3))) DESC, v.id`,
      [person.organizationId, person.memberId, text],
    );
    return rows.map(({ slug }) => slug);
  };

  interface Walk {
    readonly slugs: readonly string[];
    readonly totals: readonly (number | undefined)[];
  }

  const walk = async (person: Person, filter: object, { first = 100, order = null as string | null, query = LIST } = {}): Promise<Walk> => {
    const slugs: string[] = [];
    const totals: number[] = [];
    let after: string | null = null;
    do {
      const {
        questions,
      }: { questions: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { slug: string } }[] } } =
        await person.client.ask(query, { first, after, filter, order });
      slugs.push(...questions.edges.map(({ node }) => node.slug));
      totals.push(questions.totalCount);
      after = questions.pageInfo.hasNextPage ? questions.pageInfo.endCursor : null;
    } while (after !== null);
    return { slugs, totals };
  };

  it('finds what matching and ranking each question by itself finds, whoever searches', async () => {
    const lengths: number[] = [];
    for (const text of searches(picksOf(seededRandom(7)))) {
      for (const person of [ina, ana]) {
        const expected = await plainly(person, text);
        const { slugs, totals } = await walk(person, { text });
        expect([text, slugs]).toEqual([text, expected]);
        expect(new Set(totals)).toEqual(new Set([expected.length]));
        const { questionFacets } = await person.client.ask(FACETS, { filter: { text } });
        expect([text, questionFacets.total]).toEqual([text, expected.length]);
        lengths.push(expected.length);
      }
    }
    // The test would be worth little if everything were found, or nothing.
    expect(lengths.filter((length) => length === 0).length).toBeGreaterThan(4);
    expect(lengths.filter((length) => length > 0 && length < 20).length).toBeGreaterThan(8);
    expect(lengths.filter((length) => length > 60).length).toBeGreaterThan(5);
  });

  it('finds the same page by page, and counts the same on every page, the one beyond the last hit too', async () => {
    for (const text of ['ledger', 'ledger or café', '-skew', 'nowhere']) {
      const whole = await plainly(ana, text);
      for (const first of [1, 7, Math.min(Math.max(whole.length, 1), 100)]) {
        const { slugs, totals } = await walk(ana, { text }, { first });
        expect([text, first, slugs]).toEqual([text, first, whole]);
        expect(new Set(totals)).toEqual(new Set([whole.length]));
      }
    }
    const filter = { text: '"late data"' };
    const { questions: last } = await ana.client.ask(LIST, { first: 100, filter });
    expect(last.pageInfo.hasNextPage).toBe(false);
    const { questions: beyond } = await ana.client.ask(LIST, { first: 100, filter, after: last.pageInfo.endCursor });
    expect([beyond.edges, beyond.totalCount]).toEqual([[], last.edges.length]);
  });

  it('never finds a text of another organization', async () => {
    expect((await walk(eve, { text: 'xylophone' })).slugs).toEqual(['foreign-only']);
    for (const person of [ina, ana]) {
      for (const text of ['xylophone', '"more xylophones"', 'xylophone or nowhere']) {
        expect(await walk(person, { text })).toEqual({ slugs: [], totals: [0] });
        expect((await person.client.ask(FACETS, { filter: { text } })).questionFacets).toEqual({ total: 0, kinds: [] });
      }
      for (const text of ['ledger', '-nowhere', 'ledger or xylophone']) {
        const { slugs } = await walk(person, { text });
        expect(slugs.length).toBeGreaterThan(0);
        expect(slugs.filter((slug) => slug.startsWith('foreign'))).toEqual([]);
      }
    }
    expect((await walk(eve, { text: '-nowhere' })).slugs.filter((slug) => slug.startsWith('own'))).toEqual([]);
  });

  it('lists the same whether a total is asked for or not, whatever it is narrowed by', async () => {
    const picks = picksOf(seededRandom(11));
    let found = 0;
    for (let round = 0; round < 24; round += 1) {
      const filter = {
        ...(picks.chance(0.5) && { categories: picks.some(CATEGORIES, picks.whole(1, 2)) }),
        ...(picks.chance(0.5) && { kinds: picks.some(['CASE', 'TECHNICAL_DEPTH', 'WORK_SAMPLE'], picks.whole(1, 2)) }),
        ...(picks.chance(0.3) && { tagsAny: picks.some(TAGS, 2) }),
        ...(picks.chance(0.3) && { tagsAll: picks.some(TAGS, picks.whole(1, 2)) }),
        ...(picks.chance(0.3) && { difficulty: { min: picks.whole(1, 3) } }),
        ...(picks.chance(0.2) && { statuses: picks.some(['DRAFT', 'IN_REVIEW', 'APPROVED', 'RETIRED'], 2) }),
      };
      const order = picks.one(['TITLE', 'DIFFICULTY', 'UPDATED']);
      const counted = await walk(ana, filter, { first: 11, order });
      const uncounted = await walk(ana, filter, { first: 9, order, query: UNCOUNTED });
      expect([filter, order, counted.slugs]).toEqual([filter, order, uncounted.slugs]);
      expect(new Set(counted.totals)).toEqual(new Set([counted.slugs.length]));
      expect(new Set(counted.slugs).size).toBe(counted.slugs.length);
      found += counted.slugs.length;
    }
    expect(found).toBeGreaterThan(100);
  });

  it('asks once for a page and its total, and reads the words once for all versions, however often the same is asked', async () => {
    const asked = jest.spyOn(Transaction.prototype, 'query');
    const sent = jest.spyOn(Client.prototype, 'query');
    try {
      for (let time = 0; time < 8; time += 1) {
        asked.mockClear();
        await ina.client.ask(LIST, { first: 10, filter: { text: 'ledger' } });
        expect(asked.mock.calls.filter(([sql]) => /question_version|question_document/.test(sql)).length).toBe(1);
      }
      await ina.client.ask(FACETS, { filter: { text: 'ledger' } });
      const searching = sent.mock.calls
        .map(([config]) => config as unknown as { readonly text?: string; readonly name?: string; readonly values: readonly unknown[] })
        .filter(({ text }) => text?.includes('websearch_to_tsquery'));
      expect(searching).toHaveLength(9);
      // A statement without a name is planned for its values; one that is kept would hold the function in its filter.
      expect(searching.map(({ name }) => name)).toEqual(Array(9).fill(undefined));
      for (const { text, values } of searching.slice(7)) {
        const plan = await planFor(text as string, values);
        expect(plan).toContain(`'''ledger'''::tsquery`);
        expect(plan).not.toContain('websearch_to_tsquery');
      }
    } finally {
      asked.mockRestore();
      sent.mockRestore();
    }
  });

  it('keeps the words of long questions as they are: unpacking them for every search costs more than the search', async () => {
    const long = Array.from({ length: 320 }, (_, index) => `word${index}`).join(' ');
    await approvedQuestions(world, eve, [{ ...sampleQuestion, id: 'foreign-long', title: 'Long', prompt: long }]);
    expect((await walk(eve, { text: 'word17 word319' })).slugs).toEqual(['foreign-long']);
    const rows = await world.owner.query(
      `SELECT pg_column_size(search) > 3000 AS long, pg_column_compression(search) AS packed FROM question_version WHERE organization_id = $1 AND title = 'Long'`,
      [eve.organizationId],
    );
    expect(rows).toEqual([{ long: true, packed: null }]);
  });

  /** How PostgreSQL goes about it, as the application role within the organization. */
  async function planFor(sql: string, values: readonly unknown[]): Promise<string> {
    const runner = world.owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('SET LOCAL ROLE touchstone_app');
      await runner.query(`SET LOCAL app.organization_id = '${ina.organizationId}'`);
      const rows = (await runner.query(`EXPLAIN (VERBOSE) ${sql}`, [...values])) as { 'QUERY PLAN': string }[];
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }
});
