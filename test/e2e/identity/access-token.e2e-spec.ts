import { GraphqlClient, type Person, World } from '@touchstone/testing';

const CREATE = `mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) {
  __typename ... on CreateAccessTokenPayload { token accessToken { id name scopes expiresAt lastUsedAt } } ... on DomainError { code path message } } }`;
const REVOKE = `mutation ($id: ID!) { revokeAccessToken(input: { accessTokenId: $id }) { __typename ... on DomainError { code path } } }`;
const RENAME = `mutation { updateOrganization(input: { name: "Renamed", expectedRevision: 1 }) { __typename } }`;

describe('personal access tokens', () => {
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    admin = await world.organization();
  });

  const inDays = (days: number): string => new Date(world.clock.now().getTime() + days * 86_400_000).toISOString();
  const create = async (client: GraphqlClient, scopes: string[], days = 30) =>
    (await client.ask(CREATE, { input: { name: 'script', scopes, expiresAt: inDays(days) } })).createAccessToken;
  const clientOf = (made: { token: string }): GraphqlClient => new GraphqlClient(world.url, made.token);

  it('reach as far as their scopes, and are shown once', async () => {
    const made = await create(admin.client, ['viewer.read', 'organization.read']);
    expect(made.accessToken).toMatchObject({ name: 'script', scopes: ['organization.read', 'viewer.read'], lastUsedAt: null });
    const script = clientOf(made);
    expect(await script.refusal('{ organization { name } }')).toBeNull();
    expect(await script.refusal('{ members { edges { node { name } } } }')).toBe('FORBIDDEN');
    expect(await script.refusal(RENAME)).toBe('FORBIDDEN');
    const { viewer } = await script.ask('{ viewer { permissions } }');
    expect(viewer.permissions.sort()).toEqual(['organization.read', 'viewer.read']);
    expect(JSON.stringify(await admin.client.ask('{ myAccessTokens { id name scopes lastUsedAt } }'))).not.toContain(made.token.slice(4));
  });

  it('never reach further than the roles of their owner, whatever the scopes say', async () => {
    const interviewer = await world.member(admin, ['INTERVIEWER']);
    expect(await clientOf(await create(interviewer.client, ['*'])).refusal(RENAME)).toBe('FORBIDDEN');
    expect(await clientOf(await create(interviewer.client, ['organization.update'])).refusal(RENAME)).toBe('FORBIDDEN');
  });

  it('make no token that reaches further or lives longer than they do', async () => {
    const maker = clientOf(await create(admin.client, ['accessToken.manageOwn', 'organization.read'], 10));
    expect(await create(maker, ['*'], 5)).toMatchObject({ code: 'VALIDATION', path: ['input', 'scopes'] });
    expect(await create(maker, ['member.update'], 5)).toMatchObject({ code: 'VALIDATION', path: ['input', 'scopes'] });
    expect(await create(maker, ['organization.read'], 11)).toMatchObject({ code: 'VALIDATION', path: ['input', 'expiresAt'] });
    expect((await create(maker, ['organization.read'], 9)).__typename).toBe('CreateAccessTokenPayload');
  });

  it('fall with the token that made them', async () => {
    const root = await create(admin.client, ['accessToken.manageOwn', 'organization.read'], 10);
    const child = await create(clientOf(root), ['accessToken.manageOwn', 'organization.read'], 9);
    const grandchild = await create(clientOf(child), ['organization.read'], 8);
    const unrelated = await create(admin.client, ['organization.read'], 8);
    expect(await clientOf(grandchild).refusal('{ organization { name } }')).toBeNull();
    expect((await admin.client.ask(REVOKE, { id: root.accessToken.id })).revokeAccessToken.__typename).toBe('RevokeAccessTokenPayload');
    for (const fallen of [root, child, grandchild])
      expect(await clientOf(fallen).refusal('{ organization { name } }')).toBe('UNAUTHENTICATED');
    expect(await clientOf(unrelated).refusal('{ organization { name } }')).toBeNull();
  });

  it('end at their end', async () => {
    const script = clientOf(await create(admin.client, ['organization.read'], 2));
    expect(await script.refusal('{ organization { name } }')).toBeNull();
    world.clock.advance({ days: 2 });
    expect(await script.refusal('{ organization { name } }')).toBe('UNAUTHENTICATED');
  });

  it('say when they were used', async () => {
    const made = await create(admin.client, ['organization.read']);
    await clientOf(made).ask('{ organization { name } }');
    const { myAccessTokens } = await admin.client.ask('{ myAccessTokens { id lastUsedAt } }');
    expect(myAccessTokens).toEqual([{ id: made.accessToken.id, lastUsedAt: expect.any(String) }]);
  });

  it('are revoked by their owner alone', async () => {
    const made = await create(admin.client, ['organization.read']);
    const colleague = await world.member(admin, ['ADMIN']);
    const stranger = await world.organization('Elsewhere');
    for (const other of [colleague, stranger]) {
      expect((await other.client.ask(REVOKE, { id: made.accessToken.id })).revokeAccessToken).toMatchObject({
        code: 'NOT_FOUND',
        path: ['input', 'accessTokenId'],
      });
      expect((await other.client.ask('query ($id: ID!) { node(id: $id) { id } }', { id: made.accessToken.id })).node).toBeNull();
    }
    expect(await clientOf(made).refusal('{ organization { name } }')).toBeNull();
    expect((await admin.client.ask('query ($id: ID!) { node(id: $id) { id } }', { id: made.accessToken.id })).node).toEqual({
      id: made.accessToken.id,
    });
    expect((await admin.client.ask(REVOKE, { id: made.accessToken.id })).revokeAccessToken.__typename).toBe('RevokeAccessTokenPayload');
    expect(await clientOf(made).refusal('{ organization { name } }')).toBe('UNAUTHENTICATED');
    expect((await admin.client.ask(REVOKE, { id: made.accessToken.id })).revokeAccessToken.code).toBe('NOT_FOUND');
  });

  it('become no session: they neither sign out nor go to another organization nor learn of one', async () => {
    const script = clientOf(await create(admin.client, ['*']));
    expect(await script.refusal('mutation { signOut { __typename } }')).toBe('BAD_USER_INPUT');
    const { viewer } = await script.ask('{ viewer { organization { id } } }');
    const switching = `mutation ($id: ID!) { switchOrganization(input: { organizationId: $id }) { __typename } }`;
    expect((await script.ask(switching, { id: viewer.organization.id })).switchOrganization.__typename).toBe('NotAllowedError');
    const second = `mutation { createOrganization(input: { name: "Second", timeZone: "UTC", idempotencyKey: "${admin.userId}" }) { __typename } }`;
    expect((await admin.client.ask(second)).createOrganization.__typename).toBe('CreateOrganizationPayload');
    expect((await admin.client.ask('{ myOrganizations { current } }')).myOrganizations).toHaveLength(2);
    expect((await script.ask('{ myOrganizations { current } }')).myOrganizations).toEqual([{ current: true }]);
  });

  it('are at most a hundred', async () => {
    await world.owner.query(
      `INSERT INTO access_token (organization_id, id, member_id, user_id, name, token_hash, scopes, created_at, expires_at)
       SELECT $1, gen_random_uuid(), $2, $3, 'old', 'hash ' || n, '{viewer.read}', $4::timestamptz, $4::timestamptz + interval '1 year' FROM generate_series(1, 100) n`,
      [admin.organizationId, admin.memberId, admin.userId, world.clock.now()],
    );
    expect(await create(admin.client, ['viewer.read'])).toMatchObject({ code: 'VALIDATION' });
  });

  it.each([
    ['no scopes', { scopes: [] }],
    ['a scope that is none', { scopes: ['question.fly'] }],
    ['an end in the past', { expiresAt: '2020-01-01T00:00:00Z' }],
    ['an end too far', { expiresAt: '2099-01-01T00:00:00Z' }],
    ['no name', { name: ' ' }],
  ])('are refused with %s', async (_, change) => {
    const answer = await admin.client.send<{ createAccessToken: { code: string } }>(CREATE, {
      input: { name: 'script', scopes: ['viewer.read'], expiresAt: inDays(1), ...change },
    });
    expect(['VALIDATION', 'BAD_USER_INPUT']).toContain(answer.errors[0]?.extensions?.['code'] ?? answer.data?.createAccessToken.code);
  });
});
