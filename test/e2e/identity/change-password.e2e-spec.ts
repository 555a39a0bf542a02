import { GraphqlClient, type Person, World } from '@touchstone/testing';
import { SessionOpener } from '../../../apps/api/src/features/identity';
import { PASSWORD, withPassword } from './with-password';

const CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) {
  __typename ... on ChangePasswordPayload { token } ... on DomainError { code path message } } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on SignInPayload { token } } }`;
const NEW = 'ocho perros cantan bajo la lluvia';

describe('changing the password', () => {
  let world: World;
  let ana: Person;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    ana = await withPassword(world, await world.organization());
    await world.owner.query('DELETE FROM sign_in_attempt');
  });

  const change = async (client: GraphqlClient, currentPassword: string, newPassword: string) =>
    (await client.ask(CHANGE, { input: { currentPassword, newPassword } })).changePassword;
  const signIn = async (password: string, organization?: string) =>
    (await world.stranger.ask(SIGN_IN, { input: { email: ana.email, password, organization } })).signIn;
  const isOver = async (token: string): Promise<boolean> =>
    (await new GraphqlClient(world.url, token).refusal('{ viewer { email } }')) === 'UNAUTHENTICATED';

  it('ends every session, in every organization and on every instance, but gives a fresh one', async () => {
    const made = await ana.client.ask(
      `mutation { createOrganization(input: { name: "Second", timeZone: "UTC", idempotencyKey: "${ana.userId}" }) { ... on CreateOrganizationPayload { organization { id slug } } } }`,
    );
    const { organization } = made.createOrganization;
    const elsewhere = (await signIn(PASSWORD, organization.slug)).token;
    const laptop = (await signIn(PASSWORD)).token;
    const second = await world.secondServer();
    for (const token of [elsewhere, laptop, ana.token]) {
      expect(await new GraphqlClient(world.url, token).refusal('{ viewer { email } }')).toBeNull();
      expect(await new GraphqlClient(second.url, token).refusal('{ viewer { email } }')).toBeNull();
    }
    const { token } = await change(ana.client, PASSWORD, NEW);
    for (const old of [elsewhere, laptop, ana.token]) {
      expect(await isOver(old)).toBe(true);
      for (const end = Date.now() + 2000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
        if ((await new GraphqlClient(second.url, old).refusal('{ viewer { email } }')) !== null) break;
      }
      expect(await new GraphqlClient(second.url, old).refusal('{ viewer { email } }')).toBe('UNAUTHENTICATED');
    }
    expect(await isOver(token)).toBe(false);
    expect((await new GraphqlClient(world.url, token).ask('{ mySessions { current } }')).mySessions).toEqual([{ current: true }]);
    expect((await signIn(PASSWORD)).__typename).toBe('SignInRefusedError');
    expect((await signIn(NEW)).__typename).toBe('SignInPayload');
    await second.close();
  });

  it('ends a session too whose password was proved before and which was opened after', async () => {
    const provenAt = world.clock.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await change(ana.client, PASSWORD, NEW);
    const holder = { organizationId: ana.organizationId, memberId: ana.memberId, roles: ['ADMIN'] as const };
    const opened = await world.app.get(SessionOpener).open(holder, ana.userId, ana.actor.origin, 12, { provenAt });
    expect(opened.ok && (await isOver(opened.value.token))).toBe(true);
  });

  it('needs the current one, ten times at most', async () => {
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      expect(await change(ana.client, `wrong ${attempt}`, NEW)).toMatchObject({
        __typename: 'SignInRefusedError',
        path: ['input', 'currentPassword'],
      });
    }
    expect((await change(ana.client, PASSWORD, NEW)).__typename).toBe('TooManyAttemptsError');
    world.clock.advance({ minutes: 16 });
    expect((await change(ana.client, PASSWORD, NEW)).__typename).toBe('ChangePasswordPayload');
  });

  it('refuses what is guessed first, and changes nothing then', async () => {
    for (const weak of ['short', 'passwordpassword', ana.email, 'x'.repeat(129)]) {
      const refused = await change(ana.client, PASSWORD, weak);
      expect(refused).toMatchObject({ __typename: 'ValidationError', path: ['input', 'newPassword'] });
      expect(refused.message).not.toContain(weak);
    }
    expect((await signIn(PASSWORD)).__typename).toBe('SignInPayload');
  });

  it('lets one of two changes at once win', async () => {
    const answers = await Promise.all([change(ana.client, PASSWORD, NEW), change(ana.client, PASSWORD, `${NEW} otra vez`)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['ChangePasswordPayload', 'SignInRefusedError']);
  });
});
