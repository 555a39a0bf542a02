import { randomUUID } from 'node:crypto';
import { GraphqlClient, type Person, World } from '@touchstone/testing';
import { PASSWORD, withPassword } from '../identity/with-password';

const INVITE = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) {
  __typename ... on InviteMemberPayload { link replaced { id state } invitation { id email roles state expiresAt invitedBy { name } } } ... on DomainError { code path message } } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
  __typename ... on AcceptInvitationPayload { token memberId organizationId } ... on DomainError { code path message } } }`;
const REVOKE = `mutation ($id: ID!) { revokeInvitation(input: { invitationId: $id }) { __typename ... on RevokeInvitationPayload { invitation { id state } } ... on DomainError { code path } } }`;
const LIST = `query ($first: Int, $after: String, $state: InvitationState) { invitations(first: $first, after: $after, state: $state) {
  pageInfo { hasNextPage endCursor } edges { node { id email state } } } }`;
const UPDATE = 'mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { __typename } }';

interface Listed {
  readonly email: string;
  readonly state: string;
}

describe('invitations', () => {
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open({ BASE_URL: 'https://touchstone.example' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    admin = await world.organization();
    await world.owner.query('DELETE FROM sign_in_attempt');
  });

  const address = (): string => `${randomUUID()}@example.org`;
  const invite = async (email: string, roles: string[] = ['INTERVIEWER'], client = admin.client, idempotencyKey: string = randomUUID()) =>
    (await client.ask(INVITE, { input: { email, roles, idempotencyKey } })).inviteMember;
  const tokenOf = ({ link }: { link: string }): string => new URL(link).searchParams.get('token') ?? '';
  const accept = async (token: string, change: object = {}, client = world.stranger) =>
    (await client.ask(ACCEPT, { input: { token, name: 'Nina New', password: PASSWORD, ...change } })).acceptInvitation;
  const listed = async (variables: object = {}): Promise<Listed[]> =>
    (await admin.client.ask(LIST, variables as Record<string, unknown>)).invitations.edges.map(({ node }: { node: Listed }) => node);
  const idOf = async (person: Person): Promise<string> => (await person.client.ask('{ viewer { member { id } } }')).viewer.member.id;

  it('make a new person a member with their address and roles, and sign her in', async () => {
    const email = address();
    const made = await invite(email.toUpperCase(), ['AUTHOR', 'INTERVIEWER']);
    expect(made.link).toMatch(/^https:\/\/touchstone\.example\/join\?token=tsi_[\w-]+$/);
    expect(made.invitation).toMatchObject({ email, roles: ['AUTHOR', 'INTERVIEWER'], state: 'OPEN', invitedBy: { name: 'Ada Admin' } });
    const { token } = await accept(tokenOf(made));
    const { viewer } = await new GraphqlClient(world.url, token).ask('{ viewer { email member { name roles status } } }');
    expect(viewer).toEqual({ email, member: { name: 'Nina New', roles: ['AUTHOR', 'INTERVIEWER'], status: 'ACTIVE' } });
    expect(await listed({ state: 'ACCEPTED' })).toEqual([expect.objectContaining({ email })]);
    const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
    expect((await world.stranger.ask(signIn, { input: { email, password: PASSWORD } })).signIn.__typename).toBe('SignInPayload');
  });

  it('keep only a hash of the secret, also where a key is replayed', async () => {
    const email = address();
    const key = randomUUID();
    const made = await invite(email, ['AUTHOR'], admin.client, key);
    const again = await invite(email, ['AUTHOR'], admin.client, key);
    expect(again).toEqual({ ...made, link: null });
    expect(await invite(email, ['ADMIN'], admin.client, key)).toMatchObject({ __typename: 'IdempotencyMismatchError' });
    expect(await listed()).toHaveLength(1);
    for (const table of ['invitation', 'idempotency_record', 'audit_event']) {
      const [{ kept }] = await world.owner.query(`SELECT string_agg(t::text, ' ') AS kept FROM ${table} t`);
      expect(kept).not.toContain(tokenOf(made).slice(4));
    }
  });

  it('ask whoever has an account for her password, as often as signing in does', async () => {
    const elsewhere = await withPassword(world, await world.organization());
    const token = tokenOf(await invite(elsewhere.email));
    expect(await accept(token, { password: 'another long password' })).toMatchObject({
      __typename: 'SignInRefusedError',
      path: ['input', 'password'],
    });
    const opened = await accept(token, { name: 'Ada here' });
    const client = new GraphqlClient(world.url, opened.token);
    expect((await client.ask('{ viewer { email member { name roles } } }')).viewer).toEqual({
      email: elsewhere.email,
      member: { name: 'Ada here', roles: ['INTERVIEWER'] },
    });
    expect((await client.ask('{ myOrganizations { current roles } }')).myOrganizations).toHaveLength(2);
    const third = await withPassword(world, await world.organization());
    const guessed = tokenOf(await invite(third.email));
    for (let attempt = 1; attempt <= 10; attempt += 1)
      expect((await accept(guessed, { password: `guess ${attempt}` })).code).toBe('SIGN_IN_REFUSED');
    expect((await accept(guessed)).code).toBe('TOO_MANY_ATTEMPTS');
  });

  it('cannot be used twice, not even at once', async () => {
    const token = tokenOf(await invite(address()));
    const answers = await Promise.all([1, 2, 3].map(() => accept(token)));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['AcceptInvitationPayload', 'ConflictError', 'ConflictError']);
    expect(await accept(token)).toMatchObject({ __typename: 'ConflictError', path: ['input', 'token'] });
  });

  it('are over after seven days', async () => {
    const made = await invite(address());
    world.clock.advance({ days: 7 });
    expect(await accept(tokenOf(made))).toMatchObject({ __typename: 'ConflictError', message: expect.stringContaining('7 days') });
    const fresh = await world.organization();
    const late = (await fresh.client.ask(INVITE, { input: { email: address(), roles: ['AUTHOR'], idempotencyKey: 'k' } })).inviteMember;
    world.clock.advance({ days: 6 });
    expect((await accept(tokenOf(late))).__typename).toBe('AcceptInvitationPayload');
  });

  it('stop working when they are withdrawn, and are withdrawn once', async () => {
    const made = await invite(address());
    expect((await admin.client.ask(REVOKE, { id: made.invitation.id })).revokeInvitation).toMatchObject({
      __typename: 'RevokeInvitationPayload',
      invitation: { state: 'REVOKED' },
    });
    expect(await accept(tokenOf(made))).toMatchObject({ __typename: 'ConflictError' });
    expect((await admin.client.ask(REVOKE, { id: made.invitation.id })).revokeInvitation).toMatchObject({
      __typename: 'ConflictError',
      path: ['input', 'invitationId'],
    });
    const stranger = await world.organization();
    for (const [client, id] of [
      [stranger.client, made.invitation.id],
      [admin.client, 'nonsense'],
    ] as const) {
      expect((await client.ask(REVOKE, { id })).revokeInvitation).toMatchObject({
        __typename: 'NotFoundError',
        path: ['input', 'invitationId'],
      });
    }
    expect((await admin.client.ask('query ($id: ID!) { node(id: $id) { id } }', { id: made.invitation.id })).node).toEqual({
      id: made.invitation.id,
    });
    expect((await stranger.client.ask('query ($id: ID!) { node(id: $id) { id } }', { id: made.invitation.id })).node).toBeNull();
  });

  it('are for their address alone: whoever is signed in with another one is refused', async () => {
    const other = await withPassword(world, await world.organization());
    const known = await withPassword(world, await world.organization());
    for (const email of [address(), known.email]) {
      const token = tokenOf(await invite(email));
      expect(await accept(token, {}, other.client)).toMatchObject({ __typename: 'NotAllowedError' });
    }
    expect((await other.client.ask('{ myOrganizations { name } }')).myOrganizations).toHaveLength(1);
    expect((await accept(tokenOf(await invite(known.email)), {}, known.client)).__typename).toBe('AcceptInvitationPayload');
  });

  it('raise no roles: those of the invitation count, and nobody below an administrator sends one', async () => {
    const token = tokenOf(await invite(address(), ['INTERVIEWER']));
    const raised = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }`;
    expect(await world.stranger.refusal(raised, { input: { token, name: 'N', password: PASSWORD, roles: ['ADMIN'] } })).toMatch(
      /BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/,
    );
    for (const role of ['AUTHOR', 'REVIEWER', 'COORDINATOR', 'HIRING_MANAGER', 'INTERVIEWER', 'AUDITOR'] as const) {
      const { client } = await world.member(admin, [role]);
      expect(await client.refusal(INVITE, { input: { email: address(), roles: ['ADMIN'], idempotencyKey: 'k' } })).toBe('FORBIDDEN');
      expect(await client.refusal(LIST)).toBe('FORBIDDEN');
      expect(await client.refusal(REVOKE, { id: 'x' })).toBe('FORBIDDEN');
    }
  });

  it('fall with the administrator who sent them', async () => {
    for (const change of [{ roles: ['AUTHOR'] }, { status: 'SUSPENDED' }, { status: 'REMOVED' }]) {
      const bo = await world.member(admin, ['ADMIN'], 'Bo');
      const backdoor = await invite(address(), ['ADMIN'], bo.client);
      const memberId = await idOf(bo);
      expect((await admin.client.ask(UPDATE, { input: { memberId, ...change, expectedRevision: 1 } })).updateMember.__typename).toBe(
        'UpdateMemberPayload',
      );
      expect(await accept(tokenOf(backdoor))).toMatchObject({ __typename: 'ConflictError' });
    }
  });

  it('replace an earlier open one for the same address, and say so, also in a replay', async () => {
    const email = address();
    const key = randomUUID();
    const first = await invite(email);
    expect(first.replaced).toBeNull();
    const second = await invite(email.toUpperCase(), ['AUTHOR'], admin.client, key);
    expect(second.replaced).toEqual({ id: first.invitation.id, state: 'REVOKED' });
    expect((await invite(email, ['AUTHOR'], admin.client, key)).replaced).toEqual(second.replaced);
    expect((await listed({ state: 'OPEN' })).map(({ email: open }) => open)).toEqual([email]);
    expect((await accept(tokenOf(first))).__typename).toBe('ConflictError');
    expect((await accept(tokenOf(second))).__typename).toBe('AcceptInvitationPayload');
  });

  it('replace nothing that is over, and nothing of other addresses and organizations', async () => {
    const email = address();
    await invite(address());
    const elsewhere = await world.organization();
    await invite(email, ['AUTHOR'], elsewhere.client);
    const withdrawn = await invite(email);
    expect(withdrawn.replaced).toBeNull();
    await admin.client.ask(REVOKE, { id: withdrawn.invitation.id });
    expect((await invite(email)).replaced).toBeNull();
  });

  it('leave one open link for an address, however many are made at once', async () => {
    const email = address();
    const made = await Promise.all([1, 2, 3, 4].map(() => invite(email)));
    expect(await listed({ state: 'OPEN' })).toHaveLength(1);
    // Each but the first has replaced another one.
    const replaced = made.flatMap((one) => (one.replaced === null ? [] : [one.replaced.id]));
    expect(new Set(replaced).size).toBe(3);
  });

  it('are not made for whoever accepts an earlier one in this moment', async () => {
    const email = address();
    const { invitation } = await invite(email);
    const accepting = world.owner.createQueryRunner();
    await accepting.startTransaction();
    await accepting.query('UPDATE invitation SET accepted_at = now() WHERE organization_id = $1 AND email = $2', [
      admin.organizationId,
      email,
    ]);
    await accepting.query(`INSERT INTO app_user VALUES (gen_random_uuid(), $1, 'Nina', NULL, now(), now())`, [email]);
    await accepting.query(
      `INSERT INTO member (organization_id, id, user_id, name, email, roles, status, created_at)
       SELECT $1, gen_random_uuid(), id, 'Nina', email, '{AUTHOR}', 'ACTIVE', now() FROM app_user WHERE email = $2`,
      [admin.organizationId, email],
    );
    const again = invite(email);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await accepting.commitTransaction();
    await accepting.release();
    expect(await again).toMatchObject({ __typename: 'ConflictError', path: ['input', 'email'] });
    expect(await listed()).toEqual([{ id: invitation.id, email, state: 'ACCEPTED' }]);
  });

  it('are refused for members and suspended members, and bring a removed one back as the same member', async () => {
    const bo = await withPassword(world, await world.member(admin, ['ADMIN', 'INTERVIEWER'], 'Bo'));
    expect(await invite(bo.email)).toMatchObject({ __typename: 'ConflictError', path: ['input', 'email'] });
    const memberId = await idOf(bo);
    await admin.client.ask(UPDATE, { input: { memberId, status: 'SUSPENDED', expectedRevision: 1 } });
    expect(await invite(bo.email)).toMatchObject({ __typename: 'ConflictError', path: ['input', 'email'] });
    await admin.client.ask(UPDATE, { input: { memberId, status: 'REMOVED', expectedRevision: 2 } });
    const back = await accept(tokenOf(await invite(bo.email, ['AUTHOR'])), { name: 'Bo again' });
    expect(back).toMatchObject({ __typename: 'AcceptInvitationPayload', memberId });
    expect(
      (await new GraphqlClient(world.url, back.token).ask('{ viewer { member { name roles status revision } } }')).viewer.member,
    ).toEqual({ name: 'Bo again', roles: ['AUTHOR'], status: 'ACTIVE', revision: 4 });
    expect(await bo.client.refusal('{ viewer { email } }')).toBe('UNAUTHENTICATED');
  });

  it('do not outlive a removal: a link from before opens nothing after', async () => {
    const email = address();
    const token = tokenOf(await invite(email));
    const { organizationId } = admin;
    await world.owner.query(`INSERT INTO app_user VALUES ($1, $2, 'Nina', NULL, now(), now())`, [randomUUID(), email]);
    await world.owner.query(
      `INSERT INTO member (organization_id, id, user_id, name, email, roles, status, created_at) SELECT $1, gen_random_uuid(), id, 'Nina', email, '{AUTHOR}', 'ACTIVE', now() FROM app_user WHERE email = $2`,
      [organizationId, email],
    );
    const [{ node }] = (await admin.client.ask(`{ members(text: "Nina") { edges { node { id revision } } } }`)).members.edges;
    await admin.client.ask(UPDATE, { input: { memberId: node.id, status: 'REMOVED', expectedRevision: node.revision } });
    expect(await accept(token)).toMatchObject({ __typename: 'ConflictError' });
  });

  it('are listed newest first, page by page', async () => {
    const emails = [address(), address(), address()];
    for (const email of emails) await invite(email);
    const first = (await admin.client.ask(LIST, { first: 2 })).invitations;
    const rest = (await admin.client.ask(LIST, { first: 2, after: first.pageInfo.endCursor })).invitations;
    expect([...first.edges, ...rest.edges].map(({ node }: { node: Listed }) => node.email)).toEqual([...emails].reverse());
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(await admin.client.refusal(LIST, { after: first.pageInfo.endCursor, state: 'OPEN' })).toBe('BAD_USER_INPUT');
    world.clock.advance({ days: 8 });
    const later = await world.organization();
    const states = await later.client.ask(LIST);
    expect(states.invitations.edges).toEqual([]);
    const [{ count }] = await world.owner.query(
      `SELECT count(*)::integer AS count FROM invitation WHERE organization_id = $1 AND expires_at <= $2`,
      [admin.organizationId, world.clock.now()],
    );
    expect(count).toBe(3);
  });

  it('refuse what is no address, no role, no token, no good password', async () => {
    expect(await invite('no address')).toMatchObject({ __typename: 'ValidationError', path: ['input', 'email'] });
    for (const wrong of [{ roles: [] }, { roles: ['KING'] }, { idempotencyKey: '' }, { email: '' }]) {
      expect(await admin.client.refusal(INVITE, { input: { email: address(), roles: ['AUTHOR'], idempotencyKey: 'k', ...wrong } })).toMatch(
        /BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/,
      );
    }
    for (const token of ['nonsense', 'tsi_', `tsi_${'A'.repeat(64)}`])
      expect(await accept(token)).toMatchObject({ __typename: 'NotFoundError', path: ['input', 'token'] });
    const token = tokenOf(await invite(address()));
    for (const password of ['short', 'passwordpassword', 'Nina New Nina New'])
      expect(await accept(token, { password })).toMatchObject({ __typename: 'ValidationError', path: ['input', 'password'] });
    expect((await accept(token)).__typename).toBe('AcceptInvitationPayload');
  });
});
