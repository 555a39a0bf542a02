import { GraphqlClient, type Person, World } from '@touchstone/testing';
import type { RunningServer } from '../../../apps/api/src/create-server';
import { PASSWORD, withPassword } from './with-password';

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInPayload { token } ... on DomainError { code } } }`;
const END = `mutation ($id: ID!) { endSession(input: { sessionId: $id }) { __typename ... on EndSessionPayload { sessionId } ... on DomainError { code path } } }`;

/** One request as a browser sends it. */
const browse = (url: string, query: string, headers: Record<string, string>, variables: object = {}) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });

const whoIs = async (url: string, headers: Record<string, string>): Promise<string | null> => {
  const { data } = (await (await browse(url, '{ viewer { email } }', headers)).json()) as { data?: { viewer: { email: string } | null } };
  return data?.viewer?.email ?? null;
};

describe('sessions', () => {
  let world: World;
  let secure: RunningServer;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open();
    secure = await world.secondServer({ BASE_URL: 'https://touchstone.example' });
  });
  afterAll(async () => {
    await secure.close();
    await world.close();
  });
  beforeEach(async () => {
    admin = await withPassword(world, await world.organization());
  });

  const cookieFrom = async (url: string, origin: string): Promise<string> => {
    const answer = await browse(url, SIGN_IN, { origin }, { input: { email: admin.email, password: PASSWORD } });
    return answer.headers.get('set-cookie') ?? '';
  };

  it('are kept in a cookie that scripts and other sites cannot use', async () => {
    const plain = await cookieFrom(world.url, world.url);
    expect(plain).toMatch(/^touchstone=tss_[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
    const overTls = await cookieFrom(secure.url, 'https://touchstone.example');
    expect(overTls).toMatch(/^__Host-touchstone=tss_[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/);
  });

  it('count from our own pages only: a page of another origin is nobody', async () => {
    const cookie = (await cookieFrom(world.url, world.url)).split(';')[0] as string;
    expect(await whoIs(world.url, { cookie })).toBe(admin.email);
    expect(await whoIs(world.url, { cookie, origin: world.url })).toBe(admin.email);
    for (const origin of ['https://evil.example', 'null', `${world.url}.evil.example`, world.url.replace(/\d+$/, '1')]) {
      expect(await whoIs(world.url, { cookie, origin })).toBeNull();
    }
    const change = await browse(world.url, 'mutation { signOut { __typename } }', { cookie, origin: 'https://evil.example' });
    expect(JSON.stringify(await change.json())).toContain('UNAUTHENTICATED');
    expect(change.headers.get('set-cookie')).toBeNull();
    expect(await whoIs(world.url, { cookie })).toBe(admin.email);
  });

  it('do not run from a form of another page', async () => {
    const cookie = (await cookieFrom(world.url, world.url)).split(';')[0] as string;
    const body = JSON.stringify({ query: '{ viewer { email } }' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': type, cookie }, body });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(await answer.text()).not.toContain(admin.email);
    }
    const read = await fetch(`${world.url}/graphql?query=${encodeURIComponent('{ viewer { email } }')}`, { headers: { cookie } });
    expect(await read.text()).not.toContain(admin.email);
  });

  it('end with signing out, at once, on every instance, and the cookie with them', async () => {
    const cookie = (await cookieFrom(world.url, world.url)).split(';')[0] as string;
    const token = cookie.split('=')[1] as string;
    const elsewhere = new GraphqlClient(secure.url, token);
    expect((await elsewhere.ask('{ viewer { email } }')).viewer.email).toBe(admin.email);
    const out = await browse(world.url, 'mutation { signOut { __typename ... on EndSessionPayload { sessionId } } }', { cookie });
    expect(out.headers.get('set-cookie')).toMatch(/^touchstone=; .*Max-Age=0$/);
    expect(await out.json()).toMatchObject({ data: { signOut: { __typename: 'EndSessionPayload' } } });
    expect(await whoIs(world.url, { cookie })).toBeNull();
    await expect(within(2000, async () => (await elsewhere.refusal('{ viewer { email } }')) === 'UNAUTHENTICATED')).resolves.toBe(true);
  });

  it('end after twelve hours, to the second', async () => {
    const { client } = await world.member(admin, ['INTERVIEWER']);
    world.clock.advance({ hours: 11, minutes: 59 });
    expect(await client.refusal('{ viewer { email } }')).toBeNull();
    world.clock.advance({ minutes: 1 });
    expect(await client.refusal('{ viewer { email } }')).toBe('UNAUTHENTICATED');
  });

  it('are listed with the present one marked, and ended one by one', async () => {
    const { token } = (await world.stranger.ask(SIGN_IN, { input: { email: admin.email, password: PASSWORD } })).signIn;
    const second = new GraphqlClient(world.url, token);
    const { mySessions } = await second.ask('{ mySessions { id current userAgent } }');
    expect(mySessions.map(({ current }: { current: boolean }) => current).sort()).toEqual([false, true]);
    const first = mySessions.find(({ current }: { current: boolean }) => !current).id;
    expect((await second.ask('query ($id: ID!) { node(id: $id) { id __typename } }', { id: first })).node).toEqual({
      id: first,
      __typename: 'Session',
    });
    expect((await second.ask(END, { id: first })).endSession).toEqual({ __typename: 'EndSessionPayload', sessionId: first });
    expect(await admin.client.refusal('{ viewer { email } }')).toBe('UNAUTHENTICATED');
    expect((await second.ask(END, { id: first })).endSession).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'sessionId'] });
  });

  it('of others do not exist, in the organization and outside', async () => {
    const colleague = await world.member(admin, ['ADMIN']);
    const stranger = await world.organization('Elsewhere');
    for (const other of [colleague, stranger]) {
      const [{ id }] = (await other.client.ask('{ mySessions { id } }')).mySessions;
      expect((await admin.client.ask(END, { id })).endSession).toMatchObject({ __typename: 'NotFoundError' });
      expect((await admin.client.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
      expect(await other.client.refusal('{ viewer { email } }')).toBeNull();
    }
    for (const id of ['nonsense', 'Session_', `Session_${'A'.repeat(43)}`])
      expect((await admin.client.ask(END, { id })).endSession.code).toBe('NOT_FOUND');
    expect(await admin.client.refusal(END, { id: 'x'.repeat(101) })).toBe('BAD_USER_INPUT');
  });

  it('are nobody with a token that was changed by one character', async () => {
    const changed = admin.token.slice(0, -2) + (admin.token.endsWith('AA') ? 'BB' : 'AA');
    expect(await new GraphqlClient(world.url, changed).refusal('{ viewer { email } }')).toBe('UNAUTHENTICATED');
  });
});

/** Asks until the answer is yes, for as long as that. */
async function within(milliseconds: number, ask: () => Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20)))
    if (await ask()) return true;
  return false;
}
