import { randomUUID } from 'node:crypto';
import { ok } from '@touchstone/kernel';
import { UnitOfWork } from '@touchstone/platform/database';
import { GraphqlClient, type Person, World } from '@touchstone/testing';
import { PASSWORD, withPassword } from '../identity/with-password';

const EVENTS = `query ($first: Int, $after: String, $memberId: ID, $action: String, $subjectId: ID, $from: DateTime, $to: DateTime) {
  auditEvents(first: $first, after: $after, memberId: $memberId, action: $action, subjectId: $subjectId, from: $from, to: $to) {
    pageInfo { hasNextPage endCursor }
    edges { node { sequence occurredAt via requestId action subjectType subjectId detail hash previousHash member { id name } } } } }`;
const VERIFY = `query ($lines: Int, $hash: String) { verifyAuditTrail(knownLines: $lines, knownHash: $hash) { intact lines head firstBadSequence fault } }`;
const UPDATE = `mutation ($name: String, $revision: Int!) { updateOrganization(input: { name: $name, expectedRevision: $revision }) { __typename } }`;

interface Line {
  readonly sequence: number;
  readonly action: string;
  readonly subjectId: string;
  readonly member: { readonly id: string } | null;
}

describe('the audit trail', () => {
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    admin = await withPassword(world, await world.organization());
  });

  const events = async (variables: object = {}): Promise<Line[]> =>
    (await admin.client.ask(EVENTS, variables as Record<string, unknown>)).auditEvents.edges.map(({ node }: { node: Line }) => node);
  /** The trail of an organization with some more lines. */
  const grow = async (lines: number): Promise<void> => {
    for (let index = 0; index < lines; index += 1) {
      await world.app.get(UnitOfWork).write(admin.actor, async (tx) => {
        tx.audit({ action: 'organization.update', subjectType: 'Organization', subjectId: admin.organizationId, detail: { index } });
        return ok(null);
      });
    }
  };
  const tamper = (sql: string, ...more: unknown[]): Promise<unknown> => world.owner.query(sql, [admin.organizationId, ...more]);

  it('gets exactly one line from each change, with who, how and what', async () => {
    const input = (fields: string): string => `(input: { ${fields} })`;
    const { viewer } = await admin.client.ask('{ viewer { member { id } organization { id } } }');
    const bo = await withPassword(world, await world.member(admin, ['INTERVIEWER'], 'Bo'));
    const boId = (await bo.client.ask('{ viewer { member { id } } }')).viewer.member.id;
    const invited = async (email: string) =>
      (
        await admin.client.ask(
          `mutation { inviteMember${input(`email: "${email}", roles: [AUTHOR], idempotencyKey: "${randomUUID()}"`)} { ... on InviteMemberPayload { link invitation { id } } } }`,
        )
      ).inviteMember;
    const first = await invited(`${randomUUID()}@example.org`);
    const second = await invited(`${randomUUID()}@example.org`);
    const token = await admin.client.ask(
      `mutation { createAccessToken${input(`name: "s", scopes: ["*"], expiresAt: "${new Date(Date.now() + 9e7).toISOString()}"`)} { ... on CreateAccessTokenPayload { accessToken { id } } } }`,
    );
    const link = new URL(second.link).searchParams.get('token');
    const steps: [action: string, client: GraphqlClient, mutation: string][] = [
      ['session.open', world.stranger, `signIn${input(`email: "${admin.email}", password: "${PASSWORD}"`)}`],
      ['organization.update', admin.client, `updateOrganization${input('name: "New name", expectedRevision: 1')}`],
      [
        'member.invite',
        admin.client,
        `inviteMember${input(`email: "${randomUUID()}@example.org", roles: [AUTHOR], idempotencyKey: "once"`)}`,
      ],
      ['invitation.revoke', admin.client, `revokeInvitation${input(`invitationId: "${first.invitation.id}"`)}`],
      ['invitation.accept', world.stranger, `acceptInvitation${input(`token: "${link}", name: "Nina", password: "${PASSWORD}"`)}`],
      ['member.update', admin.client, `updateMember${input(`memberId: "${boId}", roles: [AUTHOR], expectedRevision: 1`)}`],
      [
        'accessToken.create',
        admin.client,
        `createAccessToken${input(`name: "s", scopes: ["*"], expiresAt: "${new Date(Date.now() + 9e7).toISOString()}"`)}`,
      ],
      ['accessToken.revoke', admin.client, `revokeAccessToken${input(`accessTokenId: "${token.createAccessToken.accessToken.id}"`)}`],
      ['organization.leave', bo.client, `leaveOrganization${input('expectedRevision: 2')}`],
      ['session.open', admin.client, `switchOrganization${input(`organizationId: "${viewer.organization.id}"`)}`],
    ];
    let last = (await events({ first: 1 }))[0]?.sequence ?? 0;
    for (const [action, client, mutation] of steps) {
      const answer = Object.values(await client.ask<Record<string, { __typename: string }>>(`mutation { ${mutation} { __typename } }`));
      expect(answer[0]?.__typename).toMatch(/Payload$/);
      const added = (await events({ first: 5 })).filter(({ sequence }) => sequence > last);
      expect(added.map((line) => line.action)).toEqual([action]);
      expect(added[0]?.member).not.toBeNull();
      last += 1;
    }
    const change = `mutation { changePassword${input(`currentPassword: "${PASSWORD}", newPassword: "ocho perros cantan bajo la lluvia"`)} { ... on ChangePasswordPayload { token } } }`;
    const fresh = new GraphqlClient(world.url, (await admin.client.ask(change)).changePassword.token);
    const [newest] = (await fresh.ask(EVENTS, { first: 1 })).auditEvents.edges;
    expect(newest.node).toMatchObject({
      sequence: last + 1,
      action: 'password.change',
      via: 'session',
      member: { id: viewer.member.id },
      subjectId: viewer.member.id,
    });
    await fresh.ask('mutation { signOut { __typename } }');
    const [newestLine] = (await tamper(`SELECT max(sequence) AS last FROM audit_event WHERE organization_id = $1`)) as { last: number }[];
    expect(newestLine?.last).toBe(last + 2);
  });

  it('gets none from what is refused, replayed or only read', async () => {
    await admin.client.ask(
      `mutation { inviteMember(input: { email: "x@example.org", roles: [AUTHOR], idempotencyKey: "k" }) { __typename } }`,
    );
    const [before] = await events({ first: 1 });
    await admin.client.ask(
      `mutation { inviteMember(input: { email: "x@example.org", roles: [AUTHOR], idempotencyKey: "k" }) { __typename } }`,
    );
    await admin.client.ask(UPDATE, { name: 'x', revision: 9 });
    await admin.client.ask(VERIFY);
    expect((await events({ first: 1 }))[0]).toEqual(before);
  });

  it('is read newest first, page by page, and narrowed', async () => {
    await grow(5);
    const bo = await world.member(admin, ['ADMIN'], 'Bo');
    await bo.client.ask(UPDATE, { name: 'By Bo', revision: 1 });
    const all = await events({ first: 100 });
    expect(all.map(({ sequence }) => sequence)).toEqual(Array.from({ length: all.length }, (_, index) => all.length - index));
    const page = (await admin.client.ask(EVENTS, { first: 3 })).auditEvents;
    expect(await events({ first: 100, after: page.pageInfo.endCursor })).toEqual(all.slice(3));
    const ofBo = await events({ memberId: (await bo.client.ask('{ viewer { member { id } } }')).viewer.member.id });
    expect(ofBo.map(({ action }) => action)).toEqual(['organization.update', 'session.open']);
    expect(new Set((await events({ action: 'organization.' })).map(({ action }) => action))).toEqual(
      new Set(['organization.create', 'organization.update']),
    );
    expect(await events({ action: 'organization.u%' })).toEqual([]);
    const subject = all.at(-1)?.subjectId;
    expect((await events({ subjectId: subject })).length).toBe(7);
    const now = world.clock.now().getTime();
    expect(await events({ to: new Date(now - 3_600_000).toISOString() })).toEqual([]);
    expect((await events({ from: new Date(now - 3_600_000).toISOString(), first: 100 })).length).toBe(all.length);
    expect(await admin.client.refusal(EVENTS, { after: page.pageInfo.endCursor, action: 'member.' })).toBe('BAD_USER_INPUT');
  });

  it('knows nothing of others: foreign and malformed ids find nothing', async () => {
    const stranger = await world.organization();
    const { viewer } = await stranger.client.ask('{ viewer { member { id } organization { id } } }');
    for (const id of [viewer.member.id, 'nonsense']) expect(await events({ memberId: id })).toEqual([]);
    for (const id of [viewer.organization.id, 'nonsense']) expect(await events({ subjectId: id })).toEqual([]);
    expect(await admin.client.refusal(EVENTS, { subjectId: 'x'.repeat(101) })).toBe('BAD_USER_INPUT');
  });

  it('is for administrators and auditors', async () => {
    for (const role of ['AUTHOR', 'REVIEWER', 'COORDINATOR', 'HIRING_MANAGER', 'INTERVIEWER'] as const) {
      const { client } = await world.member(admin, [role]);
      expect(await client.refusal(EVENTS)).toBe('FORBIDDEN');
      expect(await client.refusal(VERIFY)).toBe('FORBIDDEN');
    }
    const { client } = await world.member(admin, ['AUDITOR']);
    expect(await client.refusal(EVENTS)).toBeNull();
    expect((await client.ask(VERIFY)).verifyAuditTrail.intact).toBe(true);
  });

  it('cannot be changed by the application itself', async () => {
    for (const sql of [
      'UPDATE audit_event SET action = action WHERE organization_id = $1',
      'DELETE FROM audit_event WHERE organization_id = $1',
    ]) {
      await expect(
        world.app.get(UnitOfWork).write(admin.actor, async (tx) => ok(await tx.query(sql, [admin.organizationId]))),
      ).rejects.toThrow(/permission denied/);
    }
  });
});
