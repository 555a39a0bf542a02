import { randomUUID } from 'node:crypto';
import { RefusedCalls } from '@touchstone/platform/audit/refused-calls';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { GraphqlClient, type Person, World } from '@touchstone/testing';
import { PASSWORD, withPassword } from '../identity/with-password';

interface Line {
  readonly action: string;
  readonly subjectId: string;
  readonly memberId: string | null;
  readonly via: string;
  readonly requestId: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const EVENTS = '{ auditEvents { totalCount } }';
const INVITE = 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }';
const SIGN_IN = 'mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { __typename } }';
const SWITCH = 'mutation ($id: ID!) { switchOrganization(input: { organizationId: $id }) { __typename } }';

describe('refused calls', () => {
  let world: World;
  let admin: Person;
  let bo: Person;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.owner.query('DELETE FROM sign_in_attempt');
    admin = await world.organization();
    bo = await world.member(admin, ['INTERVIEWER'], 'Bo');
  });

  const lines = async (action: string, { organizationId }: Person = admin): Promise<Line[]> =>
    (
      await world.owner.query(
        `SELECT action, subject_id AS "subjectId", member_id AS "memberId", via, request_id AS "requestId", detail
         FROM audit_event WHERE organization_id = $1 AND action = $2 ORDER BY sequence`,
        [organizationId, action],
      )
    ).map((line: Line & { detail: string }) => ({ ...line, detail: JSON.parse(line.detail) as Line['detail'] }));

  /** The lines, when everything is written. */
  const settled = async (action: string, person: Person = admin): Promise<Line[]> => {
    await world.app.get(RefusedCalls).settled();
    return lines(action, person);
  };

  it('leave one line in the trail: who, what, why, and nothing of what was sent', async () => {
    const email = `${randomUUID()}@example.org`;
    const answer = await bo.client.send(INVITE, { input: { email, roles: ['ADMIN'], idempotencyKey: 'k' } });
    const [line, ...more] = await settled('call.refuse');
    expect(more).toEqual([]);
    expect(line).toEqual({
      action: 'call.refuse',
      subjectId: 'Mutation.inviteMember',
      memberId: bo.memberId,
      via: 'session',
      requestId: answer.errors[0]?.extensions?.['requestId'],
      detail: { code: 'FORBIDDEN', permission: 'member.invite', because: 'ROLE' },
    });
    const [{ kept }] = await world.owner.query(`SELECT string_agg(t::text, ' ') AS kept FROM audit_event t`);
    expect(kept).not.toContain(email);
    expect((await admin.client.ask('{ verifyAuditTrail { intact } }')).verifyAuditTrail.intact).toBe(true);
    expect(
      (await admin.client.ask('{ auditEvents(action: "call.refuse") { edges { node { subjectType subjectId member { name } } } } }'))
        .auditEvents.edges,
    ).toEqual([{ node: { subjectType: 'Operation', subjectId: 'Mutation.inviteMember', member: { name: 'Bo' } } }]);
  });

  it('leave one line for a member, an operation and an hour, however often and wherever they are made', async () => {
    const second = await world.secondServer();
    try {
      const cy = await world.member(admin, ['AUTHOR'], 'Cy');
      const there = new GraphqlClient(second.url, bo.token);
      const calls = Array.from({ length: 15 }, () => [bo.client.refusal(EVENTS), there.refusal(EVENTS)]).flat();
      expect(new Set(await Promise.all(calls))).toEqual(new Set(['FORBIDDEN']));
      await second.app.get(RefusedCalls).settled();
      expect((await settled('call.refuse')).map(({ memberId }) => memberId)).toEqual([bo.memberId]);
      await cy.client.refusal(EVENTS);
      await bo.client.refusal('{ invitations { totalCount } }');
      expect((await settled('call.refuse')).map(({ memberId, subjectId }) => `${memberId} ${subjectId}`).sort()).toEqual(
        [`${bo.memberId} Query.auditEvents`, `${bo.memberId} Query.invitations`, `${cy.memberId} Query.auditEvents`].sort(),
      );
      world.clock.advance({ hours: 1 });
      await bo.client.refusal(EVENTS);
      expect(await settled('call.refuse')).toHaveLength(4);
    } finally {
      await second.close();
    }
  });

  it('tell a token that does not reach so far from a member who may not', async () => {
    const expiresAt = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    const { createAccessToken } = await admin.client.ask(
      'mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { ... on CreateAccessTokenPayload { token } } }',
      { input: { name: 'narrow', scopes: ['viewer.read'], expiresAt } },
    );
    await new GraphqlClient(world.url, createAccessToken.token).refusal(EVENTS);
    expect(await settled('call.refuse')).toMatchObject([
      { memberId: admin.memberId, via: 'token', detail: { code: 'FORBIDDEN', because: 'SCOPE' } },
    ]);
  });

  it('leave a line over WebSocket too', async () => {
    const client = createClient({
      url: `${world.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${bo.token}` },
    });
    await new Promise<void>((resolve) =>
      client.subscribe({ query: EVENTS }, { next: () => undefined, error: () => resolve(), complete: () => resolve() }),
    );
    await client.dispose();
    expect(await settled('call.refuse')).toMatchObject([{ memberId: bo.memberId, subjectId: 'Query.auditEvents' }]);
  });

  it('leave a line where the refusal is a value; what is wrong or in conflict leaves none', async () => {
    const { createAccessToken } = await bo.client.ask(
      'mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { ... on CreateAccessTokenPayload { token } } }',
      { input: { name: 'all', scopes: ['*'], expiresAt: new Date(world.clock.now().getTime() + 86_400_000).toISOString() } },
    );
    const byToken = new GraphqlClient(world.url, createAccessToken.token);
    expect((await byToken.ask(SWITCH, { id: 'anywhere' })).switchOrganization.__typename).toBe('NotAllowedError');
    expect((await bo.client.ask(SWITCH, { id: 'anywhere' })).switchOrganization.__typename).toBe('NotFoundError');
    await admin.client.ask(INVITE, { input: { email: bo.email, roles: ['ADMIN'], idempotencyKey: 'k' } });
    expect(await settled('call.refuse')).toMatchObject([
      { memberId: bo.memberId, subjectId: 'Mutation.switchOrganization', detail: { code: 'NOT_ALLOWED' } },
    ]);
  });

  it('leave a line where somebody fails to sign in, in each organization of the person, and none of an address that nobody has', async () => {
    const known = await withPassword(world, bo);
    const elsewhere = await world.organization();
    await world.owner.query('INSERT INTO user_organization (user_id, organization_id) VALUES ($1, $2)', [
      bo.userId,
      elsewhere.organizationId,
    ]);
    const there = randomUUID();
    await world.owner.query(
      `INSERT INTO member (organization_id, id, user_id, name, email, roles, status, created_at) VALUES ($1, $2, $3, 'Bo', $4, '{AUTHOR}', 'ACTIVE', now())`,
      [elsewhere.organizationId, there, bo.userId, known.email],
    );
    const password = 'not the password of Bo';
    for (let attempt = 0; attempt < 12; attempt += 1) await world.stranger.ask(SIGN_IN, { email: known.email, password });
    await world.stranger.ask(SIGN_IN, { email: 'nobody@example.org', password });
    const expected = (memberId: string) =>
      ['SIGN_IN_REFUSED', 'TOO_MANY_ATTEMPTS'].map((code) => ({
        subjectId: memberId,
        memberId: null,
        via: 'system',
        detail: { code, requestId: expect.stringMatching(/^[\w-]{8,}$/) },
      }));
    expect(await settled('session.refuse')).toMatchObject(expected(bo.memberId));
    expect(await settled('session.refuse', elsewhere)).toMatchObject(expected(there));
    const [{ count }] = await world.owner.query(`SELECT count(*)::integer AS count FROM audit_event WHERE action = 'session.refuse'`);
    expect(count).toBe(4);
    const [{ kept }] = await world.owner.query(
      `SELECT string_agg(t::text, ' ') AS kept FROM audit_event t WHERE action = 'session.refuse'`,
    );
    for (const secret of [known.email, password, '127.0.0.1']) expect(kept).not.toContain(secret);
  });

  it('leave a line where a wrong password is given by somebody who is signed in', async () => {
    const known = await withPassword(world, bo);
    const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }';
    const input = { currentPassword: 'not the password of Bo', newPassword: `${PASSWORD} and more` };
    for (let attempt = 0; attempt < 3; attempt += 1)
      expect((await known.client.ask(change, { input })).changePassword.__typename).toBe('SignInRefusedError');
    expect(await settled('call.refuse')).toMatchObject([
      { memberId: bo.memberId, subjectId: 'Mutation.changePassword', detail: { code: 'SIGN_IN_REFUSED' } },
    ]);
    expect(await lines('session.refuse')).toEqual([]);
  });

  it('are refused all the same where the line cannot be written', async () => {
    await world.owner.query('REVOKE INSERT ON idempotency_record FROM touchstone_app');
    try {
      expect(await bo.client.refusal(EVENTS)).toBe('FORBIDDEN');
      await world.app.get(RefusedCalls).settled();
    } finally {
      await world.owner.query('GRANT INSERT ON idempotency_record TO touchstone_app');
    }
    expect(await lines('call.refuse')).toEqual([]);
  });
});
