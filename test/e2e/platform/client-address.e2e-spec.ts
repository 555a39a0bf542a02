import { createHash } from 'node:crypto';
import { World, type Person } from '@touchstone/testing';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const SIGN_IN = 'mutation { signIn(input: { email: "nobody@example.org", password: "not the password" }) { __typename } }';
const spoofed = '6.6.6.6, 198.51.100.4';

/** Signing in is counted by address: the counters tell which address the server has seen. */
describe.each([
  ['off', '127.0.0.1'],
  ['1', '198.51.100.4'],
  ['127.0.0.0/8', '198.51.100.4'],
  ['10.0.0.0/8', '127.0.0.1'],
])('with TRUST_PROXY=%s', (setting, address) => {
  let world: World;
  let person: Person;
  beforeAll(async () => {
    world = await World.open({ TRUST_PROXY: setting });
    person = await world.organization();
  });
  beforeEach(() => world.owner.query('DELETE FROM sign_in_attempt'));
  afterAll(() => world.close());

  const counted = async (of: string): Promise<number> => {
    const key = createHash('sha256').update(`address:${of}`).digest('hex');
    const [row] = await world.owner.query('SELECT failures FROM sign_in_attempt WHERE key = $1', [key]);
    return row?.failures ?? 0;
  };

  it(`takes a client for ${address} over HTTP`, async () => {
    await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': spoofed },
      body: JSON.stringify({ query: SIGN_IN }),
    });
    expect(await counted(address)).toBe(1);
    expect(await counted('6.6.6.6')).toBe(0);
  });

  it(`takes a client for ${address} over WebSocket`, async () => {
    class Forwarded extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers: { 'x-forwarded-for': spoofed } });
      }
    }
    const client = createClient({
      url: `${world.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: Forwarded,
      connectionParams: { authorization: `Bearer ${person.token}` },
    });
    await new Promise<void>((resolve, reject) =>
      client.subscribe({ query: SIGN_IN }, { next: () => undefined, error: reject, complete: () => resolve() }),
    );
    await client.dispose();
    expect(await counted(address)).toBe(1);
    expect(await counted('6.6.6.6')).toBe(0);
  });
});
