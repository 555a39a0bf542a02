import { randomUUID } from 'node:crypto';
import { GraphqlClient, type Person, World } from '@touchstone/testing';

const CREATE = `mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) {
  __typename ... on CreateOrganizationPayload { organization { id slug name timeZone revision } } ... on DomainError { code path } } }`;
const UPDATE = `mutation ($input: UpdateOrganizationInput!) { updateOrganization(input: $input) {
  __typename ... on UpdateOrganizationPayload { organization { name sealPolicy timeZone revision } } ... on DomainError { code path } ... on RevisionConflictError { currentRevision } } }`;
const SWITCH = `mutation ($id: ID!) { switchOrganization(input: { organizationId: $id }) {
  __typename ... on SwitchOrganizationPayload { token expiresAt organizationId memberId } ... on DomainError { code path } } }`;
const LEAVE = `mutation ($revision: Int!) { leaveOrganization(input: { expectedRevision: $revision }) {
  __typename ... on LeaveOrganizationPayload { memberId } ... on DomainError { code path } } }`;

describe('organizations', () => {
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    admin = await world.organization('Acme');
  });

  const create = async (client: GraphqlClient, change: object = {}) =>
    (
      await client.ask(CREATE, {
        input: { name: 'Second', slug: `s-${randomUUID()}`, timeZone: 'UTC', idempotencyKey: randomUUID(), ...change },
      })
    ).createOrganization;
  const update = async (client: GraphqlClient, input: object) => (await client.ask(UPDATE, { input })).updateOrganization;
  const as = (token: string): GraphqlClient => new GraphqlClient(world.url, token);

  it('show themselves to their members, by query and by node', async () => {
    const interviewer = await world.member(admin, ['INTERVIEWER']);
    const { organization } = await interviewer.client.ask('{ organization { id name sealPolicy timeZone revision } }');
    expect(organization).toMatchObject({ name: 'Acme', sealPolicy: 'ALL_SUBMITTED', timeZone: 'Europe/Berlin', revision: 1 });
    const node = 'query ($id: ID!) { node(id: $id) { ... on Organization { name } } }';
    expect((await interviewer.client.ask(node, { id: organization.id })).node).toEqual({ name: 'Acme' });
    const stranger = await world.organization('Elsewhere');
    expect((await stranger.client.ask(node, { id: organization.id })).node).toBeNull();
  });

  describe('being made', () => {
    it('gives the administrator a further one, to which she goes and of which the first knows nothing', async () => {
      const made = await create(admin.client, { name: 'Zweite', slug: null });
      expect(made.organization).toMatchObject({ name: 'Zweite', slug: 'zweite', timeZone: 'UTC', revision: 1 });
      const { myOrganizations } = await admin.client.ask('{ myOrganizations { organizationId name roles current } }');
      expect(myOrganizations).toEqual([
        { organizationId: expect.any(String), name: 'Acme', roles: ['ADMIN'], current: true },
        { organizationId: made.organization.id, name: 'Zweite', roles: ['ADMIN'], current: false },
      ]);
      const gone = await admin.client.ask(SWITCH, { id: made.organization.id });
      const there = as(gone.switchOrganization.token);
      expect((await there.ask('{ viewer { member { roles name } organization { name } } }')).viewer).toEqual({
        member: { roles: ['ADMIN'], name: admin.name },
        organization: { name: 'Zweite' },
      });
      expect((await there.ask('{ members { totalCount } }')).members.totalCount).toBe(1);
    });

    it('happens once for one key, also when sent at once, and not with other input', async () => {
      const input = { slug: `once-${randomUUID()}`, idempotencyKey: randomUUID() };
      const answers = await Promise.all([1, 2, 3, 4].map(() => create(admin.client, input)));
      expect(new Set(answers.map(({ organization }) => organization.id)).size).toBe(1);
      expect(await create(admin.client, input)).toEqual(answers[0]);
      expect(await world.owner.query('SELECT id FROM organization WHERE slug = $1', [input.slug])).toHaveLength(1);
      expect(await create(admin.client, { ...input, name: 'Other' })).toMatchObject({ __typename: 'IdempotencyMismatchError' });
    });

    it('refuses a slug that is taken, no slug, no time zone', async () => {
      const { organization } = await create(admin.client);
      expect(await create(admin.client, { slug: organization.slug })).toMatchObject({
        __typename: 'ConflictError',
        path: ['input', 'slug'],
      });
      expect(await create(admin.client, { slug: 'Not A Slug' })).toMatchObject({ __typename: 'ValidationError', path: ['input', 'slug'] });
      expect(await create(admin.client, { timeZone: '+02:00' })).toMatchObject({
        __typename: 'ValidationError',
        path: ['input', 'timeZone'],
      });
    });

    it('is for administrators', async () => {
      for (const role of ['AUTHOR', 'REVIEWER', 'COORDINATOR', 'HIRING_MANAGER', 'INTERVIEWER', 'AUDITOR'] as const) {
        const { client } = await world.member(admin, [role]);
        expect(await client.refusal(CREATE, { input: { name: 'Mine', timeZone: 'UTC', idempotencyKey: 'k' } })).toBe('FORBIDDEN');
        expect(await client.refusal(UPDATE, { input: { name: 'Mine', expectedRevision: 1 } })).toBe('FORBIDDEN');
      }
    });
  });

  describe('being changed', () => {
    it('keeps what is left out, and counts revisions', async () => {
      expect((await update(admin.client, { name: ' Acme 2 ', expectedRevision: 1 })).organization).toEqual({
        name: 'Acme 2',
        sealPolicy: 'ALL_SUBMITTED',
        timeZone: 'Europe/Berlin',
        revision: 2,
      });
      expect(
        (await update(admin.client, { sealPolicy: 'OWN_SUBMITTED', timeZone: 'Asia/Tokyo', expectedRevision: 2 })).organization,
      ).toEqual({
        name: 'Acme 2',
        sealPolicy: 'OWN_SUBMITTED',
        timeZone: 'Asia/Tokyo',
        revision: 3,
      });
    });

    it('refuses a stale revision and changes nothing then', async () => {
      await update(admin.client, { name: 'Acme 2', expectedRevision: 1 });
      expect(await update(admin.client, { name: 'Acme 3', expectedRevision: 1 })).toMatchObject({
        __typename: 'RevisionConflictError',
        currentRevision: 2,
        path: ['input', 'expectedRevision'],
      });
      expect((await admin.client.ask('{ organization { name } }')).organization.name).toBe('Acme 2');
      const answers = await Promise.all(['a', 'b', 'c'].map((name) => update(admin.client, { name, expectedRevision: 2 })));
      expect(answers.filter(({ __typename }) => __typename === 'UpdateOrganizationPayload')).toHaveLength(1);
    });

    it('refuses a time zone that is none', async () => {
      expect(await update(admin.client, { timeZone: 'Europe/Nowhere', expectedRevision: 1 })).toMatchObject({
        __typename: 'ValidationError',
        path: ['input', 'timeZone'],
      });
      expect(await admin.client.refusal(UPDATE, { input: { name: '\u0000', expectedRevision: 1 } })).toBe('BAD_USER_INPUT');
      expect(await admin.client.refusal(UPDATE, { input: { expectedRevision: 0 } })).toBe('BAD_USER_INPUT');
    });
  });

  describe('going to another one', () => {
    it('is for members there; foreign, unknown and malformed ids are alike', async () => {
      const stranger = await world.organization('Elsewhere');
      const { viewer } = await stranger.client.ask('{ viewer { organization { id } member { id } } }');
      const unknown = { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['input', 'organizationId'] };
      for (const id of [viewer.organization.id, viewer.member.id, 'nonsense', `Organization_${'A'.repeat(43)}`]) {
        expect((await admin.client.ask(SWITCH, { id })).switchOrganization).toEqual(unknown);
      }
    });

    it('makes no session live longer', async () => {
      const { organization } = await create(admin.client);
      const home = (await admin.client.ask('{ viewer { organization { id } } }')).viewer.organization.id;
      const [{ expiresAt }] = (await admin.client.ask('{ mySessions { expiresAt } }')).mySessions;
      world.clock.advance({ hours: 6 });
      const there = (await admin.client.ask(SWITCH, { id: organization.id })).switchOrganization;
      const back = (await as(there.token).ask(SWITCH, { id: home })).switchOrganization;
      expect([there.expiresAt, back.expiresAt]).toEqual([expiresAt, expiresAt]);
      world.clock.advance({ hours: 6 });
      for (const token of [there.token, back.token]) expect(await as(token).refusal('{ viewer { email } }')).toBe('UNAUTHENTICATED');
    });

    it('is over where the membership is', async () => {
      const { organization } = await create(admin.client);
      await world.owner.query(`UPDATE member SET status = 'SUSPENDED' WHERE user_id = $1 AND organization_id <> $2`, [
        admin.userId,
        admin.organizationId,
      ]);
      expect((await admin.client.ask(SWITCH, { id: organization.id })).switchOrganization.code).toBe('NOT_FOUND');
      expect((await admin.client.ask('{ myOrganizations { name } }')).myOrganizations).toEqual([{ name: 'Acme' }]);
    });
  });

  describe('being left', () => {
    it('ends membership, sessions and tokens; what others see of her stays', async () => {
      const leaver = await world.member(admin, ['AUTHOR'], 'Lea Leaver');
      const second = await world.secondServer();
      expect(await new GraphqlClient(second.url, leaver.token).refusal('{ viewer { email } }')).toBeNull();
      const { memberId } = (await leaver.client.ask(LEAVE, { revision: 1 })).leaveOrganization;
      expect(await leaver.client.refusal('{ viewer { email } }')).toBe('UNAUTHENTICATED');
      for (const end = Date.now() + 2000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
        if ((await new GraphqlClient(second.url, leaver.token).refusal('{ viewer { email } }')) !== null) break;
      }
      expect(await new GraphqlClient(second.url, leaver.token).refusal('{ viewer { email } }')).toBe('UNAUTHENTICATED');
      expect((await admin.client.ask('query ($id: ID!) { member(id: $id) { name status } }', { id: memberId })).member).toEqual({
        name: 'Lea Leaver',
        status: 'REMOVED',
      });
      await second.close();
    });

    it('is refused to the last administrator, and of two who leave at once one stays', async () => {
      expect((await admin.client.ask(LEAVE, { revision: 1 })).leaveOrganization).toMatchObject({ __typename: 'ConflictError' });
      const other = await world.member(admin, ['ADMIN']);
      expect((await other.client.ask(LEAVE, { revision: 7 })).leaveOrganization).toMatchObject({ __typename: 'RevisionConflictError' });
      const answers = await Promise.all(
        [admin, other].map(async ({ client }) => (await client.ask(LEAVE, { revision: 1 })).leaveOrganization.__typename),
      );
      expect(answers.sort()).toEqual(['ConflictError', 'LeaveOrganizationPayload']);
    });
  });
});
