import { GraphqlClient, World } from '@touchstone/testing';
import { OfferSetup } from '../../../apps/api/src/features/identity';
import { EnsureAdministrator } from '../../../apps/api/src/features/organizations';

const SET_UP = `mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) {
  __typename ... on CompleteSetupPayload { token organizationId memberId } ... on DomainError { code path message } } }`;
const person = {
  organizationName: 'Northwind Data',
  name: 'Ana Silva',
  email: 'Ana@Northwind.example',
  password: 'kelp tango 42 lanterns',
  timeZone: 'Europe/Madrid',
};

describe('the first run', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  const offer = async (): Promise<string> => (await world.app.get(OfferSetup).execute('https://touchstone.example')) ?? '';
  const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? '';
  const setUp = async (token: string, change: object = {}) =>
    (await world.stranger.ask(SET_UP, { input: { token, ...person, ...change } })).completeSetup;

  it('makes administrator, organization and session from the link, once, and closes the door', async () => {
    const link = await offer();
    expect(link).toMatch(/^https:\/\/touchstone\.example\/setup\?token=tsu_[\w-]+$/);
    const done = await setUp(tokenOf(link));
    expect(done.__typename).toBe('CompleteSetupPayload');
    const client = new GraphqlClient(world.url, done.token);
    const { viewer } = await client.ask(
      '{ viewer { email member { id name roles } organization { id name slug timeZone sealPolicy demo } } }',
    );
    expect(viewer).toEqual({
      email: 'ana@northwind.example',
      member: { id: done.memberId, name: 'Ana Silva', roles: ['ADMIN'] },
      organization: {
        id: done.organizationId,
        name: 'Northwind Data',
        slug: 'northwind-data',
        timeZone: 'Europe/Madrid',
        sealPolicy: 'ALL_SUBMITTED',
        demo: false,
      },
    });
    expect((await setUp(tokenOf(link), { email: 'bo@northwind.example', organizationName: 'Another' })).__typename).toBe('NotAllowedError');
    expect(await offer()).toBe('');
    const { auditEvents } = await client.ask('{ auditEvents { edges { node { action member { name } via } } } }');
    expect(auditEvents.edges).toEqual([{ node: { action: 'organization.create', member: { name: 'Ana Silva' }, via: 'session' } }]);
    const signIn = `mutation { signIn(input: { email: "ana@northwind.example", password: "${person.password}" }) { __typename } }`;
    expect((await world.stranger.ask(signIn)).signIn.__typename).toBe('SignInPayload');
  });

  it('takes the link that was printed last, and keeps only its hash', async () => {
    const [first, second] = [await offer(), await offer()];
    const [{ kept }] = await world.owner.query(`SELECT string_agg(t::text, ' ') AS kept FROM setup_token t`);
    expect(kept).not.toContain(tokenOf(second).slice(4));
    expect((await setUp(tokenOf(first))).__typename).toBe('NotAllowedError');
    expect((await setUp(tokenOf(second), { organizationSlug: 'nw' })).__typename).toBe('CompleteSetupPayload');
  });

  it('refuses tokens that are none, and an installation that nobody offered', async () => {
    for (const token of ['nonsense', 'tsu_', `tsu_${'A'.repeat(64)}`])
      expect(await setUp(token)).toMatchObject({ __typename: 'NotAllowedError', path: ['input', 'token'] });
    const other = tokenOf(await offer()).replace('tsu_', 'tsi_');
    expect((await setUp(other)).__typename).toBe('NotAllowedError');
  });

  it('names the field at fault, and leaves the link good', async () => {
    const token = tokenOf(await offer());
    const faults: [object, string][] = [
      [{ email: 'no address' }, 'email'],
      [{ password: 'password1234' }, 'password'],
      [{ password: 'Northwind Data' }, 'password'],
      [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
      [{ organizationSlug: 'No Slug' }, 'organizationSlug'],
      [{ organizationName: '東京' }, 'organizationSlug'],
    ];
    for (const [change, field] of faults)
      expect(await setUp(token, change)).toMatchObject({ __typename: 'ValidationError', path: ['input', field] });
    expect(await world.stranger.refusal(SET_UP, { input: { token, ...person, name: ' ' } })).toBe('BAD_USER_INPUT');
    expect(await world.owner.query('SELECT id FROM app_user')).toEqual([]);
    expect((await setUp(token)).__typename).toBe('CompleteSetupPayload');
  });

  it('lets one of several at once win, and writes nothing for the others', async () => {
    const token = tokenOf(await offer());
    const answers = await Promise.all(
      [1, 2, 3, 4].map((index) => setUp(token, { email: `p${index}@northwind.example`, organizationSlug: `nw-${index}` })),
    );
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'CompleteSetupPayload',
      'NotAllowedError',
      'NotAllowedError',
      'NotAllowedError',
    ]);
    expect(await world.owner.query('SELECT id FROM app_user')).toHaveLength(1);
    expect(await world.owner.query('SELECT id FROM organization')).toHaveLength(1);
  });

  it('refuses a slug or an address that somebody took meanwhile', async () => {
    const token = tokenOf(await offer());
    await world.owner.query(`INSERT INTO organization VALUES (gen_random_uuid(), 'taken', 'Taken', true, now())`);
    await world.owner.query(`INSERT INTO app_user VALUES (gen_random_uuid(), 'ana@northwind.example', 'Ana', NULL, now(), now())`);
    expect(await setUp(token, { organizationSlug: 'taken', email: 'x@northwind.example' })).toMatchObject({
      __typename: 'ConflictError',
      path: ['input', 'organizationSlug'],
    });
    expect(await setUp(token)).toMatchObject({ __typename: 'ConflictError', path: ['input', 'email'] });
  });

  it('closes a link that was never used once there are people at a start', async () => {
    const token = tokenOf(await offer());
    await world.organization();
    expect(await offer()).toBe('');
    expect((await setUp(token)).__typename).toBe('NotAllowedError');
  });
});

describe('an administrator from the environment', () => {
  const environment = { TOUCHSTONE_ADMIN_EMAIL: 'Root@Example.org', TOUCHSTONE_ADMIN_PASSWORD: 'kelp tango 42 lanterns' };

  it('is made once, by one of several instances, and closes the setup link', async () => {
    const world = await World.open(environment);
    try {
      const token = new URL((await world.app.get(OfferSetup).execute(world.url)) ?? '').searchParams.get('token');
      const second = await world.secondServer(environment);
      const made = await Promise.all([world.app, second.app, world.app].map((app) => app.get(EnsureAdministrator).execute()));
      expect(made.map((result) => result.ok && result.value).sort()).toEqual([false, false, true]);
      expect(await world.app.get(EnsureAdministrator).execute()).toEqual({ ok: true, value: false });
      const signIn =
        'mutation { signIn(input: { email: "root@example.org", password: "kelp tango 42 lanterns" }) { ... on SignInPayload { token } } }';
      const client = new GraphqlClient(world.url, (await world.stranger.ask(signIn)).signIn.token);
      expect((await client.ask('{ viewer { member { roles } } }')).viewer.member.roles).toEqual(['ADMIN']);
      expect((await world.stranger.ask(SET_UP, { input: { token, ...person } })).completeSetup.__typename).toBe('NotAllowedError');
      await second.close();
    } finally {
      await world.close();
    }
  });

  it('is refused with a weak password, and not made in an installation with people', async () => {
    const world = await World.open({ ...environment, TOUCHSTONE_ADMIN_PASSWORD: 'password1234' });
    try {
      expect(await world.app.get(EnsureAdministrator).execute()).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
      await world.organization();
      expect(await world.app.get(EnsureAdministrator).execute()).toEqual({ ok: true, value: false });
    } finally {
      await world.close();
    }
  });

  it('is not made where the environment names none', async () => {
    const world = await World.open();
    try {
      expect(await world.app.get(EnsureAdministrator).execute()).toEqual({ ok: true, value: false });
      expect(await world.owner.query('SELECT id FROM app_user')).toEqual([]);
    } finally {
      await world.close();
    }
  });
});
