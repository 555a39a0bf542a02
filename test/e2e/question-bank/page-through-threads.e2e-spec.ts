import { type Person, World } from '@touchstone/testing';
import { approve, type BankAnswer, send, submitted, type VersionAnswer } from './bank-desk';

interface ThreadPage {
  readonly questionVersion: {
    readonly threads: {
      readonly edges: readonly { readonly node: { readonly id: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  };
}

describe('what was said of a version', () => {
  let world: World;
  let admin: Person;
  let ana: Person;
  let rob: Person;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization();
    ana = await world.member(admin, ['AUTHOR'], 'Ana');
    rob = await world.member(admin, ['REVIEWER'], 'Rob');
  });
  afterAll(() => world.close());

  const open = (version: VersionAnswer, more: object = {}): Promise<BankAnswer> =>
    send(rob, 'openQuestionThread', { versionId: version.id, body: 'Too vague.', expectedRevision: version.revision, ...more });

  it('pages through two hundred comments and as many threads, none twice and none left out', async () => {
    const version = await submitted(ana, 'two-hundred');
    const { thread } = await open(version, { body: 'Number 0' });
    for (let number = 1; number < 200; number += 1)
      await send(number % 2 === 0 ? rob : ana, 'addQuestionComment', { threadId: thread.id, body: `Number ${number}` });
    for (let number = 0; number < 30; number += 1)
      await open(version, { body: `Thread ${number}`, place: '/title', blocking: number % 3 === 0 });

    const bodies: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const {
        node,
      }: { node: { comments: { edges: { node: { body: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } } =
        await ana.client.ask(
          'query($id: ID!, $after: String) { node(id: $id) { ... on QuestionThread { comments(first: 33, after: $after) { edges { node { body } } pageInfo { hasNextPage endCursor } } } } }',
          { id: thread.id, after },
        );
      bodies.push(...node.comments.edges.map((edge) => edge.node.body));
      more = node.comments.pageInfo.hasNextPage;
      after = node.comments.pageInfo.endCursor;
    }
    expect(bodies).toEqual(Array.from({ length: 200 }, (_, number) => `Number ${number}`));

    const ids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { questionVersion }: ThreadPage = await ana.client.ask(
        'query($id: ID!, $after: String) { questionVersion(id: $id) { threads(first: 7, unresolved: true, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } } }',
        { id: version.id, after },
      );
      ids.push(...questionVersion.threads.edges.map(({ node }: { node: { id: string } }) => node.id));
      more = questionVersion.threads.pageInfo.hasNextPage;
      after = questionVersion.threads.pageInfo.endCursor;
    }
    expect(ids).toHaveLength(31);
    expect(new Set(ids).size).toBe(31);
    expect(
      (await rob.client.ask('query($id: ID!) { questionVersion(id: $id) { openThreads { total blocking } } }', { id: version.id }))
        .questionVersion.openThreads,
    ).toEqual({ total: 31, blocking: 10 });
  });

  it('keeps what was said in the database itself: comments never change, and nothing is added to what was approved', async () => {
    const version = await submitted(ana, 'kept-words');
    await open(version);
    await approve(rob, version);
    const asApplication = async (sql: string): Promise<number> => {
      const runner = world.owner.createQueryRunner();
      try {
        await runner.query('BEGIN');
        await runner.query('SET LOCAL ROLE touchstone_app');
        await runner.query(`SET LOCAL app.organization_id = '${admin.organizationId}'`);
        return ((await runner.query(sql, [], true)) as { affected?: number }).affected ?? 0;
      } finally {
        await runner.query('ROLLBACK');
        await runner.release();
      }
    };
    const frozen = `SELECT t.id FROM question_thread t JOIN question_version v ON v.organization_id = t.organization_id AND v.id = t.version_id WHERE v.status = 'APPROVED'`;
    expect(await asApplication(frozen)).toBeGreaterThan(0);
    expect(await asApplication(`UPDATE question_thread SET resolved_at = now(), resolved_by = opened_by WHERE id IN (${frozen})`)).toBe(0);
    for (const forbidden of [`UPDATE question_comment SET body = 'x'`, 'DELETE FROM question_comment', 'DELETE FROM question_thread'])
      await expect(asApplication(forbidden)).rejects.toThrow('permission denied');
    const late = `INSERT INTO question_comment (organization_id, id, thread_id, author_id, body, created_at)
      SELECT t.organization_id, gen_random_uuid(), t.id, t.opened_by, 'late', now() FROM question_thread t WHERE t.id IN (${frozen}) LIMIT 1`;
    await expect(asApplication(late)).rejects.toThrow('row-level security');
  });
});
