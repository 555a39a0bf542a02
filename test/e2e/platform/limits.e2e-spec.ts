import { World, type Person } from '@touchstone/testing';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

const nested = (levels: number): string => `{ __type(name: "Query") { ${'ofType { '.repeat(levels)} name ${'} '.repeat(levels)} } }`;
const page = '(first: 1000000) { edges { node { id name roles status revision } } }';

/** Twenty root fields; each entry of each costs seventeen points. */
const twenty = (field: string): string => Array.from({ length: 20 }, (_, index) => `a${index}: ${field}`).join(' ');
const members = twenty(`members(first: $n) { edges { node { ${'id '.repeat(15)} } } }`);
const nodes = `query($ids: [ID!]!) { ${twenty(`nodes(ids: $ids) { ${'id '.repeat(16)} }`)} }`;
const node = 'query($id: ID!) { node(id: $id) { id } }';
/** Under one root field, so that no other limit is met. */
const aliases = (count: number): string => Array.from({ length: count }, (_, index) => `a${index}: email`).join(' ');
const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `Member_${index}`);
const boxed = (levels: number): unknown => (levels === 0 ? 'x' : [boxed(levels - 1)]);
type Variables = Readonly<Record<string, unknown>>;

/** Documents that must be refused before they run, each with the code that says why. */
const refused: readonly [what: string, document: string, code: string, variables?: Variables][] = [
  ['too many characters', `{ viewer { email } } #${'x'.repeat(21_000)}`, 'LIMIT_EXCEEDED'],
  ['brackets nested too deep', `{ ${'a { '.repeat(70)} b ${'} '.repeat(70)} }`, 'LIMIT_EXCEEDED'],
  ['lists nested too deep', `{ nodes(ids: ${'['.repeat(80)}${']'.repeat(80)}) { id } }`, 'LIMIT_EXCEEDED'],
  ['too many tokens', `{ ${'viewer { email } '.repeat(600)} }`, 'GRAPHQL_PARSE_FAILED'],
  ['too many aliases', `{ viewer { ${aliases(31)} } }`, 'LIMIT_EXCEEDED'],
  ['aliases hidden in a fragment', `{ viewer { ...f } } fragment f on Viewer { ${aliases(31)} }`, 'LIMIT_EXCEEDED'],
  ['too many root fields', `{ ${'viewer { email } '.repeat(21)} }`, 'LIMIT_EXCEEDED'],
  ['too many directives', `{ viewer { ${'email @include(if: true) '.repeat(21)} } }`, 'LIMIT_EXCEEDED'],
  ['levels nested too deep', nested(20), 'LIMIT_EXCEEDED'],
  [
    'pages of a million',
    `{ members${page} ${['a', 'b', 'c', 'd', 'e', 'f'].map((alias) => `${alias}: members${page}`).join(' ')} }`,
    'LIMIT_EXCEEDED',
  ],
  ['pages whose size is a default of the operation', `query($n: Int! = 100) { ${members} }`, 'LIMIT_EXCEEDED', {}],
  ['pages whose size cannot be told', `query($n: Int!) { ${members} }`, 'LIMIT_EXCEEDED', {}],
  ['many things by their ids', nodes, 'LIMIT_EXCEEDED', { ids: ids(100) }],
  ['brackets that a comment before them closes', `#${')'.repeat(1000)}\n{ ${'a { '.repeat(70)} b ${'} '.repeat(70)} }`, 'LIMIT_EXCEEDED'],
  ['brackets that comments between them close', `{ ${'a { #}\n'.repeat(70)} b ${'} '.repeat(70)} }`, 'LIMIT_EXCEEDED'],
  ['brackets that strings between them close', `{ ${'a(b: "}") { '.repeat(70)} b ${'} '.repeat(70)} }`, 'LIMIT_EXCEEDED'],
  ['variables nested too deep', node, 'LIMIT_EXCEEDED', { id: boxed(70) }],
  ['variables that do not fit', node, 'BAD_USER_INPUT', { id: { not: 'an id' } }],
  ['variables that are missing', node, 'BAD_USER_INPUT', {}],
];

/** With all four in each row: jest would pass its `done` in the place of what a row leaves out. */
const everyRefused = refused.map(([what, document, code, variables = {}]) => [what, document, code, variables] as const);

/** Just as large to look at, and allowed. */
const allowed: readonly [what: string, document: string, variables: Variables][] = [
  ['small pages by a default of the operation', `query($n: Int! = 10) { ${members} }`, {}],
  ['pages of the default size of the field', `query($n: Int) { ${members} }`, {}],
  ['few things by their ids', nodes, { ids: ids(3) }],
  ['brackets in comments and strings', `{ node(id: "${'['.repeat(70)}") { id } } #${'{'.repeat(1000)}`, {}],
];

describe('limits on what may be asked', () => {
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization();
  });
  afterAll(() => world.close());

  it.each(everyRefused)('refuses over HTTP: %s', async (_what, document, code, variables) => {
    const answer = await admin.client.send(document, variables);
    expect(answer.status).toBe(400);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors[0]?.extensions).toMatchObject({ code, requestId: expect.any(String) });
    expect(answer.data).toBeNull();
  });

  it.each(everyRefused)('refuses over WebSocket: %s', async (_what, document, code, variables) => {
    const errors = await overWebSocket(world.url, admin.token, document, variables);
    expect(errors[0]?.extensions?.code).toBe(code);
  });

  it.each(allowed)('answers over HTTP and WebSocket: %s', async (_what, document, variables) => {
    expect((await admin.client.send(document, variables)).errors).toEqual([]);
    expect(await overWebSocket(world.url, admin.token, document, variables)).toEqual([]);
  });

  it('says what an operation may cost and how much is allowed, over both', async () => {
    // One point for the list, fifty entries under it: edges, node, and fifty times eight interviews with eight seats each.
    const dear = '{ loops(first: 50) { edges { node { interviews { seats { id kind submitted removed member { name } } } } } } }';
    const cost = 1 + 50 * (1 + 1 + 1 + 8 * (1 + 8 * 6));
    const said = `The operation may cost ${cost} points; 25000 are allowed.`;
    expect(cost).toBeLessThan(25_000);
    expect((await admin.client.send(dear)).errors).toEqual([]);
    const twice = dear.replace('first: 50', 'first: 100');
    const twiceSaid = said.replace(String(cost), String(1 + 2 * (cost - 1)));
    const [error] = (await admin.client.send(twice)).errors;
    expect(error?.message).toContain(twiceSaid);
    expect(error?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', cost: 1 + 2 * (cost - 1), limit: 25_000 });
    const [overSocket] = await overWebSocket(world.url, admin.token, twice);
    expect(overSocket?.message).toContain(twiceSaid);
  });

  it('stops counting where fragments within fragments would make it endless', async () => {
    const bombs = Array.from({ length: 30 }, (_, level) => `fragment f${level} on Viewer { ...f${level + 1} ...f${level + 1} }`).join(' ');
    const [error] = (await admin.client.send(`{ viewer { ...f0 } } ${bombs} fragment f30 on Viewer { email }`)).errors;
    expect(error?.message).toMatch(/may cost more than \d+ points; 25000 are allowed/);
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
    expect(await post(JSON.stringify({ query: '{ __typename }', padding: 'x'.repeat(1_100_000) }))).toEqual({
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
    });
    expect(await post('[{"query":"{ __typename }"}]')).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
    expect(await post('{"query":')).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
  });

  it('closes a socket whose message is too large with the code of the protocol, and prints nothing', async () => {
    const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const socket = new WebSocket(`${world.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.send(JSON.stringify({ type: 'connection_init', payload: { padding: 'x'.repeat(300_000) } }));
    expect(await closed).toBe(1009);
    expect(printed.mock.calls).toEqual([]);
    printed.mockRestore();
  });

  it.each(['/graphql', '/%67raphql'])('looks at what comes to %s by POST and by GET', async (path) => {
    const deep = `{ ${'a { '.repeat(70)} b ${'} '.repeat(70)} }`;
    const variables = JSON.stringify({ id: boxed(70) });
    const code = async (address: string, request: RequestInit): Promise<unknown> => {
      const response = await fetch(`${world.url}${address}`, request);
      return ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;
    };
    const post = (body: string): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const get = { headers: { 'apollo-require-preflight': 'yes' } };
    expect(await code(path, post(JSON.stringify({ query: deep })))).toBe('LIMIT_EXCEEDED');
    expect(await code(path, post(JSON.stringify({ query: node, variables: { id: boxed(70) } })))).toBe('LIMIT_EXCEEDED');
    expect(await code(`${path}?query=${encodeURIComponent(deep)}`, get)).toBe('LIMIT_EXCEEDED');
    expect(await code(`${path}?query=%23%ZZ%0A${encodeURIComponent(deep)}`, get)).toBe('LIMIT_EXCEEDED');
    expect(await code(`${path}?query=${encodeURIComponent(node)}&variables=${encodeURIComponent(variables)}`, get)).toBe('LIMIT_EXCEEDED');
    expect(await code(`${path}?query=${encodeURIComponent(node)}&variables=%7B`, get)).toBe('BAD_USER_INPUT');
  });

  it('carries fifty operations on one connection at once, and forgets those that were refused', async () => {
    const client = connect(world.url, { authorization: `Bearer ${admin.token}` });
    try {
      for (let times = 0; times < 60; times += 1)
        expect((await run(client, '{ nothing }'))[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(await run(client, '{ viewer { email } }')).toEqual([]);
      const answers = await Promise.all(Array.from({ length: 90 }, () => run(client, '{ viewer { email member { name } } }')));
      const codes = answers.map(([error]) => error?.extensions?.code);
      expect(new Set(codes)).toEqual(new Set([undefined, 'LIMIT_EXCEEDED']));
      expect(codes.filter((code) => code === undefined).length).toBeGreaterThanOrEqual(50);
      expect(await run(client, '{ viewer { email } }')).toEqual([]);
    } finally {
      await client.dispose();
    }
  });

  it('suggests nothing that the schema holds', async () => {
    const answer = await admin.client.send('{ viewr { email } }');
    expect(answer.errors[0]?.message).not.toMatch(/did you mean/i);
    expect((await overWebSocket(world.url, admin.token, '{ viewr { email } }'))[0]?.message).not.toMatch(/did you mean/i);
  });

  it('refuses mutations over GET and forms that browsers send without asking', async () => {
    const get = await fetch(`${world.url}/graphql?query=${encodeURIComponent('mutation { signOut { __typename } }')}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect(get.status).toBe(405);
    const form = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
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

  it('takes whoever names a credential over WebSocket for nobody else, whatever the cookie says', async () => {
    const cookie = `touchstone=${admin.token}`;
    const ask = async (parameters: Record<string, unknown>): Promise<readonly WireError[]> => {
      const client = connect(world.url, parameters, cookie);
      return run(client, '{ viewer { email } }').finally(() => void client.dispose());
    };
    expect(await ask({})).toEqual([]);
    for (const authorization of ['Bearer', 'Bearer no token at all', `Basic ${admin.token}`, '', null, { bearer: admin.token }]) {
      await expect(ask({ authorization })).rejects.toMatchObject({ code: 4403 });
      await expect(ask({ Authorization: authorization })).rejects.toMatchObject({ code: 4403 });
    }
  });
});

type WireError = { readonly message: string; readonly extensions?: { readonly code?: string } };

/** One connection, opened with the first operation and kept for a moment after the last. */
function connect(url: string, connectionParams: Record<string, unknown>, cookie?: string): Client {
  class Socket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, cookie === undefined ? {} : { headers: { cookie } });
    }
  }
  return createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    lazyCloseTimeout: 250,
    connectionParams,
  });
}

/** Runs one operation and gives its errors; rejects with the close event where the connection is refused. */
const run = (client: Client, query: string, variables?: Variables): Promise<readonly WireError[]> =>
  new Promise((resolve, reject) => {
    let errors: readonly WireError[] = [];
    client.subscribe(
      { query, variables },
      {
        next: (result) => (errors = (result.errors ?? []) as readonly WireError[]),
        error: (error) => (Array.isArray(error) ? resolve(error as WireError[]) : reject(error as Error)),
        complete: () => resolve(errors),
      },
    );
  });

/** One operation on a connection of its own. */
async function overWebSocket(url: string, token: string | null, query: string, variables?: Variables): Promise<readonly WireError[]> {
  const client = connect(url, token === null ? {} : { authorization: `Bearer ${token}` });
  try {
    return await run(client, query, variables);
  } finally {
    await client.dispose();
  }
}
