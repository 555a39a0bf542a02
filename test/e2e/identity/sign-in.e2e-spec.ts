import { hash } from '@node-rs/argon2';
import { GraphqlClient, type Person, World } from '@touchstone/testing';
import { PASSWORD, withPassword } from './with-password';

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  __typename ... on SignInPayload { token expiresAt organizationId memberId } ... on DomainError { code message path } } }`;

describe('signing in', () => {
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

  const signIn = async (email: string, password: string, organization?: string) =>
    (await world.stranger.ask(SIGN_IN, { input: { email, password, organization } })).signIn;

  it('opens a session in the name of the member, whatever the case of the address', async () => {
    const opened = await signIn(`  ${admin.email.toUpperCase()} `, PASSWORD);
    expect(opened.__typename).toBe('SignInPayload');
    const { viewer } = await new GraphqlClient(world.url, opened.token).ask('{ viewer { email member { id } } }');
    expect(viewer).toEqual({ email: admin.email, member: { id: opened.memberId } });
  });

  it('keeps only a hash of the token', async () => {
    const { token } = await signIn(admin.email, PASSWORD);
    const [{ kept }] = await world.owner.query(`SELECT string_agg(s::text, ' ') AS kept FROM session s`);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(token.slice(4));
  });

  it('gives one answer for an unknown address, a wrong password, no password, a foreign organization and a suspended member', async () => {
    const passwordless = await world.member(admin, ['INTERVIEWER']);
    const suspended = await withPassword(world, await world.member(admin, ['INTERVIEWER']));
    await world.owner.query(`UPDATE member SET status = 'SUSPENDED' WHERE id = $1`, [suspended.memberId]);
    const answers = [
      await signIn('nobody@example.org', PASSWORD),
      await signIn('no address at all', PASSWORD),
      await signIn(admin.email, 'wrong horse wrong stable'),
      await signIn(passwordless.email, PASSWORD),
      await signIn(admin.email, PASSWORD, 'somewhere-else'),
      await signIn(suspended.email, PASSWORD),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ __typename: 'SignInRefusedError', code: 'SIGN_IN_REFUSED' });
  });

  it('goes to the organization that is asked for', async () => {
    const other = await world.organization('Second');
    const [{ slug }] = await world.owner.query('SELECT slug FROM organization WHERE id = $1', [other.organizationId]);
    await world.owner.query('INSERT INTO user_organization VALUES ($1, $2)', [admin.userId, other.organizationId]);
    await world.owner.query(
      `INSERT INTO member (organization_id, id, user_id, name, email, roles, status, created_at) VALUES ($1, gen_random_uuid(), $2, 'Ada', $3, '{AUTHOR}', 'ACTIVE', now())`,
      [other.organizationId, admin.userId, admin.email],
    );
    const { token } = await signIn(admin.email, PASSWORD, slug);
    const { viewer } = await new GraphqlClient(world.url, token).ask('{ viewer { member { roles } organization { slug } } }');
    expect(viewer).toEqual({ member: { roles: ['AUTHOR'] }, organization: { slug } });
  });

  it('stops after ten failures, also for the right password, and goes on after fifteen minutes', async () => {
    for (let attempt = 1; attempt <= 10; attempt += 1)
      expect((await signIn(admin.email, `wrong password ${attempt}`)).code).toBe('SIGN_IN_REFUSED');
    expect(await signIn(admin.email, PASSWORD)).toMatchObject({ __typename: 'TooManyAttemptsError', code: 'TOO_MANY_ATTEMPTS' });
    world.clock.advance({ minutes: 14 });
    expect((await signIn(admin.email, PASSWORD)).code).toBe('TOO_MANY_ATTEMPTS');
    world.clock.advance({ minutes: 2 });
    expect((await signIn(admin.email, PASSWORD)).__typename).toBe('SignInPayload');
  });

  it('throttles unknown addresses just the same', async () => {
    for (let attempt = 1; attempt <= 10; attempt += 1)
      expect((await signIn('ghost@example.org', 'wrong password')).code).toBe('SIGN_IN_REFUSED');
    expect((await signIn('ghost@example.org', 'wrong password')).code).toBe('TOO_MANY_ATTEMPTS');
  });

  it('forgets failures after a success', async () => {
    for (let round = 1; round <= 3; round += 1) {
      for (let attempt = 1; attempt <= 6; attempt += 1) expect((await signIn(admin.email, 'wrong password')).code).toBe('SIGN_IN_REFUSED');
      expect((await signIn(admin.email, PASSWORD)).__typename).toBe('SignInPayload');
    }
  });

  it('checks no more than ten of many attempts that are sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => signIn(admin.email, `guess number ${index}`)));
    const checked = answers.filter(({ code }) => code === 'SIGN_IN_REFUSED');
    expect(checked).toHaveLength(10);
    expect(answers.filter(({ code }) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(20);
  });

  it('counts aliases of one request one by one', async () => {
    const fields = Array.from(
      { length: 12 },
      (_, index) => `a${index}: signIn(input: { email: "${admin.email}", password: "guess ${index}" }) { ... on DomainError { code } }`,
    );
    const answers = Object.values(await world.stranger.ask<Record<string, { code: string }>>(`mutation { ${fields.join(' ')} }`));
    expect(answers.map(({ code }) => code)).toEqual([...Array(10).fill('SIGN_IN_REFUSED'), ...Array(2).fill('TOO_MANY_ATTEMPTS')]);
  });

  it('stops an address that tries many accounts, and counts no success against it', async () => {
    for (let round = 1; round <= 3; round += 1) expect((await signIn(admin.email, PASSWORD)).__typename).toBe('SignInPayload');
    expect((await signIn('first@example.org', 'wrong password')).code).toBe('SIGN_IN_REFUSED');
    const counted = await world.owner.query('SELECT failures FROM sign_in_attempt');
    expect(counted).toEqual([{ failures: 1 }, { failures: 1 }]); // one for the account, one for the address
    await world.owner.query('UPDATE sign_in_attempt SET failures = 100');
    expect((await signIn('second@example.org', 'wrong password')).code).toBe('TOO_MANY_ATTEMPTS');
    expect((await signIn(admin.email, PASSWORD)).code).toBe('TOO_MANY_ATTEMPTS');
    // What is refused for its address leaves no row for its account behind.
    expect(await world.owner.query('SELECT failures FROM sign_in_attempt')).toHaveLength(2);
  });

  it('hashes a password anew that was hashed more weakly, and the same password still works', async () => {
    const weak = await hash(PASSWORD, { memoryCost: 4096, timeCost: 1, parallelism: 1 });
    await world.owner.query('UPDATE app_user SET password_hash = $2 WHERE id = $1', [admin.userId, weak]);
    expect((await signIn(admin.email, PASSWORD)).__typename).toBe('SignInPayload');
    const [{ password_hash: stronger }] = await world.owner.query('SELECT password_hash FROM app_user WHERE id = $1', [admin.userId]);
    expect(stronger).toContain('m=19456,t=2,p=1');
    expect((await signIn(admin.email, PASSWORD)).__typename).toBe('SignInPayload');
  });

  it.each([
    ['a NUL', { email: 'a\u0000@example.org', password: 'x' }],
    ['a lone surrogate', { email: 'a@example.org', password: '\ud800' }],
    ['a long password', { email: 'a@example.org', password: 'x'.repeat(1001) }],
    ['a long address', { email: `${'x'.repeat(250)}@example.org`, password: 'x' }],
    ['nothing', { email: '', password: '' }],
  ])('answers %s without an internal error', async (_, input) => {
    const answer = await world.stranger.send<{ signIn: { code: string } }>(SIGN_IN, { input });
    const code = answer.errors[0]?.extensions?.['code'] ?? answer.data?.signIn.code;
    expect(['BAD_USER_INPUT', 'SIGN_IN_REFUSED']).toContain(code);
  });
});
