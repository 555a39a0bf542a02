import { randomUUID } from 'node:crypto';
import { type Person, World } from '@touchstone/testing';
import { PASSWORD, withPassword } from '../identity/with-password';
import { SessionOpener } from '../../../apps/api/src/features/identity';
import { OrganizationMaker } from '../../../apps/api/src/features/organizations/application/organization-maker';

const CREATE =
  'mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { ... on CreateOrganizationPayload { organization { id slug } } ... on DomainError { code } } }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const CHANGE = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }';
const INVITE = 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ... on InviteMemberPayload { link } } }';
const ACCEPT = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }';
const NEW = 'ocho perros cantan bajo la lluvia';

/** Mutations that write more than the one transaction of their change: ARCHITECTURE.md lists them, and says what a crash in between leaves. */
describe('a mutation that is cut off between its transactions', () => {
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    admin = await withPassword(world, await world.organization());
    await world.owner.query('DELETE FROM sign_in_attempt');
  });
  afterEach(() => jest.restoreAllMocks());

  /** What stands in each table, as one hash; without the moments of last use. */
  async function standing(): Promise<ReadonlyMap<string, string>> {
    const tables: { name: string }[] = await world.owner.query(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
    );
    const found = new Map<string, string>();
    for (const { name } of tables) {
      const [{ hash }] = await world.owner.query(
        `SELECT md5(coalesce(string_agg(line, ' ' ORDER BY line), '')) AS hash
         FROM (SELECT (to_jsonb(t) - 'last_seen_at' - 'last_used_at')::text AS line FROM "${name}" t) lines`,
      );
      found.set(name, hash as string);
    }
    return found;
  }

  /** The tables that differ after `work`. */
  async function touchedBy(work: () => Promise<unknown>): Promise<readonly string[]> {
    const before = await standing();
    await work();
    const after = await standing();
    return [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name);
  }

  /** The next call of this method does all of its work, and then the process is as good as gone. */
  function cutOffAfter<T extends object>(service: T, method: keyof T & string): void {
    const original = (service[method] as (...given: unknown[]) => Promise<unknown>).bind(service);
    jest.spyOn(service as never, method as never).mockImplementationOnce((async (...given: unknown[]) => {
      await original(...given);
      throw new Error('cut off');
    }) as never);
  }

  it('leaves nothing of a new organization but the key that was used, and makes it when the key comes again', async () => {
    const input = { name: 'Second', slug: `s-${randomUUID()}`, timeZone: 'UTC', idempotencyKey: randomUUID() };
    cutOffAfter(world.app.get(OrganizationMaker, { strict: false }), 'make');
    const create = () => admin.client.send<{ createOrganization: { organization: { slug: string }; code?: string } }>(CREATE, { input });
    expect(
      await touchedBy(async () => {
        expect((await create()).errors[0]?.extensions?.['code']).toBe('INTERNAL');
      }),
    ).toEqual(['idempotency_record']);
    // Whoever gives up on the key is not locked out of the name.
    const other = await admin.client.ask(CREATE, { input: { ...input, slug: `t-${randomUUID()}`, idempotencyKey: randomUUID() } });
    expect(other.createOrganization.organization).toBeDefined();
    expect((await create()).data?.createOrganization.organization.slug).toBe(input.slug);
    expect((await create()).data?.createOrganization.organization.slug).toBe(input.slug);
    expect(await world.owner.query('SELECT id FROM organization WHERE slug = $1', [input.slug])).toHaveLength(1);
  });

  it('leaves no session and no line of a sign-in, which succeeds when it is tried again', async () => {
    const input = { email: admin.email, password: PASSWORD };
    cutOffAfter(world.app.get(SessionOpener), 'openIn');
    const touched = await touchedBy(() => world.stranger.send(SIGN_IN, { input }));
    expect(touched.filter((table) => table !== 'sign_in_attempt')).toEqual([]);
    expect((await world.stranger.ask(SIGN_IN, { input })).signIn.__typename).toBe('SignInPayload');
    expect(await world.owner.query('SELECT key FROM sign_in_attempt WHERE failures > 0')).toEqual([]);
  });

  it('leaves the old password and all sessions of a change of password', async () => {
    cutOffAfter(world.app.get(SessionOpener), 'openIn');
    const input = { currentPassword: PASSWORD, newPassword: NEW };
    expect(await touchedBy(() => admin.client.send(CHANGE, { input }))).toEqual([]);
    expect(await admin.client.refusal('{ viewer { email } }')).toBeNull();
    expect((await admin.client.ask(CHANGE, { input })).changePassword.__typename).toBe('ChangePasswordPayload');
  });

  it('leaves an invitation open that was being accepted by whoever has an account', async () => {
    const other = await withPassword(world, await world.organization());
    const invited = await admin.client.ask(INVITE, { input: { email: other.email, roles: ['AUTHOR'], idempotencyKey: 'k' } });
    const token = new URL(invited.inviteMember.link).searchParams.get('token');
    const input = { token, name: 'Other', password: PASSWORD };
    cutOffAfter(world.app.get(SessionOpener), 'openIn');
    const touched = await touchedBy(() => world.stranger.send(ACCEPT, { input }));
    expect(touched.filter((table) => table !== 'sign_in_attempt')).toEqual([]);
    expect((await world.stranger.ask(ACCEPT, { input })).acceptInvitation.__typename).toBe('AcceptInvitationPayload');
  });
});
