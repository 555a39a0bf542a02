import { GraphqlClient, type Person, World } from '@touchstone/testing';

const LIST = `query ($first: Int, $after: String, $status: MemberStatus, $role: Role, $text: String) {
  members(first: $first, after: $after, status: $status, role: $role, text: $text) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { node { id name roles status email } } } }`;
const MEMBER = 'query ($id: ID!) { member(id: $id) { id name roles status revision email } }';
const UPDATE = `mutation ($input: UpdateMemberInput!) { updateMember(input: $input) {
  __typename ... on UpdateMemberPayload { member { id name roles status revision } } ... on DomainError { code path message } ... on RevisionConflictError { currentRevision } } }`;

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly roles: string[];
  readonly status: string;
  readonly email: string | null;
}

describe('members', () => {
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    admin = await world.organization();
  });

  const idOf = async (person: Person): Promise<string> => (await person.client.ask('{ viewer { member { id } } }')).viewer.member.id;
  const update = async (client: GraphqlClient, input: object) => (await client.ask(UPDATE, { input })).updateMember;
  const list = async (client: GraphqlClient, variables: object = {}): Promise<Listed[]> =>
    (await client.ask(LIST, variables as Record<string, unknown>)).members.edges.map(({ node }: { node: Listed }) => node);
  const names = async (client: GraphqlClient, variables: object = {}): Promise<string[]> =>
    (await list(client, variables)).map(({ name }) => name);
  const refused = async (client: GraphqlClient): Promise<boolean> => (await client.refusal('{ viewer { email } }')) === 'UNAUTHENTICATED';

  describe('in a list', () => {
    it('come in the order of names, page by page, each once, also where names are alike', async () => {
      for (const name of ['Bo', 'Bo', 'Bo', 'Cy', 'Zoë']) await world.member(admin, ['INTERVIEWER'], name);
      const seen: Listed[] = [];
      let after: string | null = null;
      do {
        const {
          members,
        }: { members: { edges: { node: Listed }[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
          await admin.client.ask(LIST, { first: 2, after });
        expect(members.totalCount).toBe(6);
        seen.push(...members.edges.map(({ node }) => node));
        after = members.pageInfo.hasNextPage ? members.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen.map(({ name }) => name)).toEqual(['Ada Admin', 'Bo', 'Bo', 'Bo', 'Cy', 'Zoë']);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(6);
    });

    it('are narrowed by status, role and text', async () => {
      await world.member(admin, ['INTERVIEWER', 'AUTHOR'], 'Inés Ibarra');
      const gone = await world.member(admin, ['AUTHOR'], 'Otto Out');
      await update(admin.client, { memberId: await idOf(gone), status: 'REMOVED', expectedRevision: 1 });
      expect(await names(admin.client, { role: 'AUTHOR' })).toEqual(['Inés Ibarra', 'Otto Out']);
      expect(await names(admin.client, { role: 'AUTHOR', status: 'ACTIVE' })).toEqual(['Inés Ibarra']);
      expect(await names(admin.client, { status: 'REMOVED' })).toEqual(['Otto Out']);
      expect(await names(admin.client, { text: 'INES' })).toEqual(['Inés Ibarra']);
      for (const text of ['%', '_', '\\', `' OR 1=1 --`]) expect(await names(admin.client, { text })).toEqual([]);
    });

    it('show addresses to administrators and their own to all others, and are searched by them accordingly', async () => {
      const ina = await world.member(admin, ['INTERVIEWER'], 'Ina');
      expect((await list(admin.client)).map(({ email }) => email).sort()).toEqual([admin.email, ina.email].sort());
      expect((await list(ina.client)).map(({ email }) => email)).toEqual([null, ina.email]);
      expect(await names(admin.client, { text: ina.email })).toEqual(['Ina']);
      expect(await names(ina.client, { text: admin.email })).toEqual([]);
    });

    it('refuse cursors of other filters, other organizations and of nobody', async () => {
      await world.member(admin, ['AUTHOR']);
      const { pageInfo } = (await admin.client.ask(LIST, { first: 1 })).members;
      expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
      const stranger = await world.organization();
      expect(await stranger.client.refusal(LIST, { after: pageInfo.endCursor })).toBe('BAD_USER_INPUT');
      expect(await admin.client.refusal(LIST, { after: pageInfo.endCursor, role: 'AUTHOR' })).toBe('BAD_USER_INPUT');
      for (const after of ['', 'x', 'a.b', `${pageInfo.endCursor}x`])
        expect(await admin.client.refusal(LIST, { after })).toBe('BAD_USER_INPUT');
      for (const first of [0, -1, 101]) expect(await admin.client.refusal(LIST, { first })).toBe('BAD_USER_INPUT');
    });
  });

  it('are found by id in their organization alone', async () => {
    const id = await idOf(admin);
    const stranger = await world.organization();
    expect((await admin.client.ask(MEMBER, { id })).member).toMatchObject({ id, name: 'Ada Admin', email: admin.email });
    expect((await stranger.client.ask(MEMBER, { id })).member).toBeNull();
    expect((await stranger.client.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
    for (const malformed of ['', 'Member_x', id.replace('Member', 'Kit'), 'x'.repeat(5000)])
      expect((await admin.client.ask(MEMBER, { id: malformed })).member).toBeNull();
  });

  describe('being changed', () => {
    it('get other roles, which count at once', async () => {
      const bo = await world.member(admin, ['INTERVIEWER'], 'Bo');
      expect(await bo.client.refusal(UPDATE, { input: { memberId: 'x', name: 'y', expectedRevision: 1 } })).toBe('FORBIDDEN');
      const changed = await update(admin.client, {
        memberId: await idOf(bo),
        roles: ['AUTHOR', 'ADMIN', 'ADMIN'],
        name: 'Bo B.',
        expectedRevision: 1,
      });
      expect(changed.member).toMatchObject({ name: 'Bo B.', roles: ['ADMIN', 'AUTHOR'], status: 'ACTIVE', revision: 2 });
      expect(await bo.client.refusal(UPDATE, { input: { memberId: 'x', name: 'y', expectedRevision: 1 } })).toBeNull();
    });

    it('are out at once when suspended, with all sessions and tokens, here and on other instances, and those do not come back', async () => {
      const bo = await world.member(admin, ['INTERVIEWER'], 'Bo');
      const end = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
      const made = await bo.client.ask(
        `mutation { createAccessToken(input: { name: "s", scopes: ["*"], expiresAt: "${end}" }) { ... on CreateAccessTokenPayload { token } } }`,
      );
      const script = new GraphqlClient(world.url, made.createAccessToken.token);
      const second = await world.secondServer();
      const elsewhere = new GraphqlClient(second.url, bo.token);
      for (const client of [bo.client, script, elsewhere]) expect(await refused(client)).toBe(false);
      const memberId = await idOf(bo);
      expect((await update(admin.client, { memberId, status: 'SUSPENDED', expectedRevision: 1 })).member).toMatchObject({
        status: 'SUSPENDED',
        revision: 2,
      });
      expect(await refused(bo.client)).toBe(true);
      expect(await refused(script)).toBe(true);
      for (const until = Date.now() + 2000; Date.now() < until && !(await refused(elsewhere));)
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await refused(elsewhere)).toBe(true);
      expect((await update(admin.client, { memberId, status: 'ACTIVE', expectedRevision: 2 })).member.status).toBe('ACTIVE');
      for (const client of [bo.client, script, elsewhere]) expect(await refused(client)).toBe(true);
      await second.close();
    });

    it('are out for good when removed: only a new invitation brings them back', async () => {
      const bo = await world.member(admin, ['INTERVIEWER'], 'Bo');
      const memberId = await idOf(bo);
      await update(admin.client, { memberId, status: 'REMOVED', expectedRevision: 1 });
      expect(await refused(bo.client)).toBe(true);
      for (const change of [{ status: 'ACTIVE' }, { roles: ['ADMIN'] }, { status: 'REMOVED' }, { status: 'SUSPENDED' }]) {
        expect(await update(admin.client, { memberId, ...change, expectedRevision: 2 })).toMatchObject({ __typename: 'ConflictError' });
      }
      expect(await world.owner.query('SELECT 1 FROM user_organization WHERE user_id = $1', [bo.userId])).toEqual([]);
    });

    it('are refused where the revision is stale, nothing is to be changed, or there is no such member', async () => {
      const bo = await world.member(admin, ['INTERVIEWER'], 'Bo');
      const memberId = await idOf(bo);
      expect(await update(admin.client, { memberId, roles: ['AUTHOR'], expectedRevision: 9 })).toMatchObject({
        __typename: 'RevisionConflictError',
        currentRevision: 1,
      });
      expect(await update(admin.client, { memberId, expectedRevision: 1 })).toMatchObject({ __typename: 'ValidationError' });
      const stranger = await idOf(await world.organization());
      const unknown = { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['input', 'memberId'] };
      for (const id of [stranger, 'nonsense', memberId.replace('Member', 'Kit')]) {
        expect(await update(admin.client, { memberId: id, roles: ['ADMIN'], expectedRevision: 1 })).toMatchObject(unknown);
      }
      for (const wrong of [
        { roles: [] },
        { name: '' },
        { roles: ['KING'] },
        { expectedRevision: 2 ** 31 },
        { memberId: 'x'.repeat(101), name: 'y' },
      ]) {
        expect(await admin.client.refusal(UPDATE, { input: { memberId, expectedRevision: 1, ...wrong } })).toMatch(
          /BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/,
        );
      }
    });
  });

  describe('the last administrator', () => {
    const adminsOf = async (): Promise<number> =>
      (
        await world.owner.query(
          `SELECT count(*)::integer AS count FROM member WHERE organization_id = $1 AND status = 'ACTIVE' AND 'ADMIN' = ANY(roles)`,
          [admin.organizationId],
        )
      )[0].count;

    it('is neither demoted nor suspended nor removed', async () => {
      const memberId = await idOf(admin);
      await world.member(admin, ['AUTHOR']);
      for (const change of [{ roles: ['AUTHOR'] }, { status: 'SUSPENDED' }, { status: 'REMOVED' }]) {
        expect(await update(admin.client, { memberId, ...change, expectedRevision: 1 })).toMatchObject({
          __typename: 'ConflictError',
          code: 'CONFLICT',
        });
      }
      expect(await update(admin.client, { memberId, roles: ['ADMIN', 'AUDITOR'], expectedRevision: 1 })).toMatchObject({
        __typename: 'UpdateMemberPayload',
      });
    });

    it('does not count a suspended one', async () => {
      const bo = await world.member(admin, ['ADMIN']);
      await update(admin.client, { memberId: await idOf(bo), status: 'SUSPENDED', expectedRevision: 1 });
      expect(await update(admin.client, { memberId: await idOf(admin), roles: ['AUTHOR'], expectedRevision: 1 })).toMatchObject({
        __typename: 'ConflictError',
      });
    });

    it('remains when two demote each other, or themselves, at the same moment', async () => {
      for (let round = 0; round < 8; round += 1) {
        const home = await world.organization();
        admin = home;
        const bo = await world.member(home, ['ADMIN'], 'Bo');
        const [ofHome, ofBo] = [await idOf(home), await idOf(bo)];
        const targets = round % 2 === 0 ? [ofBo, ofHome] : [ofHome, ofBo];
        const answers = await Promise.all(
          [home, bo].map(({ client }, index) =>
            client.send<{ updateMember: { __typename: string } }>(UPDATE, {
              input: { memberId: targets[index], roles: ['AUTHOR'], expectedRevision: 1 },
            }),
          ),
        );
        expect(answers.filter(({ data }) => data?.updateMember.__typename === 'UpdateMemberPayload')).toHaveLength(1);
        expect(await adminsOf()).toBe(1);
      }
    });

    it('remains of five who all leave at once', async () => {
      const all = [admin, ...(await Promise.all([1, 2, 3, 4].map(() => world.member(admin, ['ADMIN']))))];
      const answers = await Promise.all(
        all.map(({ client }) =>
          client.send<{ leaveOrganization: { __typename: string } }>(
            'mutation { leaveOrganization(input: { expectedRevision: 1 }) { __typename } }',
          ),
        ),
      );
      expect(answers.filter(({ data }) => data?.leaveOrganization.__typename === 'LeaveOrganizationPayload')).toHaveLength(4);
      expect(await adminsOf()).toBe(1);
    });
  });
});
