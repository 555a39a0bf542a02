import { World, type Person } from '@touchstone/testing';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const nested = (levels: number): string => `{ __type(name: "Query") { ${'ofType { '.repeat(levels)} name ${'} '.repeat(levels)} } }`;
const page = '(first: 1000000) { edges { node { id name roles status revision } } }';

/** Documents that must be refused before they run, each with the code that says why. */
const refused: readonly (readonly [what: string, document: string, code: string])[] = [
  ['too many characters', `{ viewer { email } } #${'x'.repeat(21_000)}`, 'LIMIT_EXCEEDED'],
  ['brackets nested too deep', `{ ${'a { '.repeat(70)} b ${'} '.repeat(70)} }`, 'LIMIT_EXCEEDED'],
  ['lists nested too deep', `{ nodes(ids: ${'['.repeat(80)}${']'.repeat(80)}) { id } }`, 'LIMIT_EXCEEDED'],
  ['too many tokens', `{ ${'viewer { email } '.repeat(600)} }`, 'GRAPHQL_PARSE_FAILED'],
  ['too many aliases', `{ ${Array.from({ length: 31 }, (_, index) => `v${index}: viewer { email }`).join(' ')} }`, 'LIMIT_EXCEEDED'],
  ['aliases hidden in a fragment', `{ ...f } fragment f on Query { ${Array.from({ length: 31 }, (_, index) => `v${index}: viewer { email }`).join(' ')} }`, 'LIMIT_EXCEEDED'],
  ['too many root fields', `{ ${'viewer { email } '.repeat(21)} }`, 'LIMIT_EXCEEDED'],
  ['too many directives', `{ viewer { ${'email @include(if: true) '.repeat(21)} } }`, 'LIMIT_EXCEEDED'],
  ['levels nested too deep', nested(20), 'LIMIT_EXCEEDED'],
  ['pages of a million', `{ members${page} ${['a', 'b', 'c', 'd', 'e', 'f'].map((alias) => `${alias}: members${page}`).join(' ')} }`, 'LIMIT_EXCEEDED'],
];

describe('limits on what may be asked', () => {
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization();
  });
  afterAll(() => world.close());

  it.each(refused)('refuses over HTTP: %s', async (_what, document, code) => {
    const answer = await admin.client.send(document);
    expect(answer.errors[0]?.extensions?.['code']).toBe(code);
    expect(answer.data).toBeNull();
  });

  it.each(refused)('refuses over WebSocket: %s', async (_what, document, code) => {
    const errors = await overWebSocket(world.url, admin.token, document);
    expect(errors[0]?.extensions?.code).toBe(code);
  });

  it('answers the same over both while nothing is passed', async () => {
    expect(await overWebSocket(world.url, admin.token, '{ viewer { email } }')).toEqual([]);
    expect((await admin.client.ask('{ viewer { email } }')).viewer.email).toBe(admin.email);
  });

  it('refuses bodies over a megabyte, batches and broken JSON in the form of a GraphQL answer', async () => {
    const post = async (body: string): Promise<{ status: number; code: string }> => {
      const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      const answer = (await response.json()) as { errors: { extensions: { code: string } }[] };
      return { status: response.status, code: answer.errors[0]!.extensions.code };
    };
    expect(await post(JSON.stringify({ query: '{ __typename }', padding: 'x'.repeat(1_100_000) }))).toEqual({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    expect(await post('[{"query":"{ __typename }"}]')).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
    expect(await post('{"query":')).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
  });

  it('suggests nothing that the schema holds', async () => {
    const answer = await admin.client.send('{ viewr { email } }');
    expect(answer.errors[0]?.message).not.toMatch(/did you mean/i);
    expect((await overWebSocket(world.url, admin.token, '{ viewr { email } }'))[0]?.message).not.toMatch(/did you mean/i);
  });

  it('refuses mutations over GET and forms that browsers send without asking', async () => {
    const get = await fetch(`${world.url}/graphql?query=${encodeURIComponent('mutation { signOut { __typename } }')}`, { headers: { 'apollo-require-preflight': 'yes' } });
    expect(get.status).toBe(405);
    const form = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query: '{ __typename }' }) });
    expect(form.status).toBeGreaterThanOrEqual(400);
  });

  it('closes the schema to strangers where introspection is not open', async () => {
    const closed = await World.open({ OPEN_INTROSPECTION: 'off' });
    try {
      const person = await closed.organization();
      expect(await closed.stranger.refusal('{ __schema { queryType { name } } }')).toBe('UNAUTHENTICATED');
      expect(await closed.stranger.refusal('{ ...f } fragment f on Query { __type(name: "Query") { name } }')).toBe('UNAUTHENTICATED');
      expect(await person.client.refusal('{ __schema { queryType { name } } }')).toBeNull();
    } finally {
      await closed.close();
    }
  });

  it('lets nobody subscribe or ask over WebSocket without a credential, or from a foreign page', async () => {
    await expect(overWebSocket(world.url, null, '{ viewer { email } }')).rejects.toMatchObject({ code: 4403 });
    const socket = new WebSocket(`${world.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin: 'https://evil.example' });
    const refusal = await new Promise<string>((resolve) => socket.on('error', (error) => resolve(error.message)));
    expect(refusal).toContain('401');
  });
});

type WireError = { readonly message: string; readonly extensions?: { readonly code?: string } };

/** Runs one operation over graphql-ws and gives its errors; rejects with the close event where the connection is refused. */
async function overWebSocket(url: string, token: string | null, query: string): Promise<readonly WireError[]> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token !== null && { connectionParams: { authorization: `Bearer ${token}` } }),
  });
  try {
    return await new Promise((resolve, reject) => {
      let errors: readonly WireError[] = [];
      client.subscribe({ query }, {
        next: (result) => (errors = (result.errors ?? []) as readonly WireError[]),
        error: (error) => (Array.isArray(error) ? resolve(error as WireError[]) : reject(error as Error)),
        complete: () => resolve(errors),
      });
    });
  } finally {
    await client.dispose();
  }
}
