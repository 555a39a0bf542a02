import { type Person, World } from '@touchstone/testing';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const MEMBERS = 'query($n: Int) { members(first: $n) { edges { node { id } } } }';
const PROFILE = 'mutation($input: UpdateRoleProfileInput!) { updateRoleProfile(input: $input) { __typename } }';
const QUESTION = 'mutation($input: CreateQuestionInput!) { createQuestion(input: $input) { __typename } }';
const INVITE = 'mutation($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }';
const TOKEN = 'mutation($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { __typename } }';

const line = { competencyId: 'x', weight: 50, critical: false, source: 'the survey of 2025' };
const lines = (...weights: object[]) => ({ input: { roleProfileId: 'x', expectedRevision: 1, weights } });
const token = (expiresAt: unknown) => ({ input: { name: 'ci', scopes: ['*'], expiresAt } });
const question = (document: string) => `{ "input": { "slug": "numbers", "idempotencyKey": "k", "document": ${document} } }`;

/** Variables as their text: JavaScript would write no 1e400 and no -0. */
const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const cases: readonly [what: string, document: string, variables: unknown, path: string, message: string][] = [
  ['an infinite page', MEMBERS, '{ "n": 1e400 }', 'first', 'first must be a whole number from -2147483648 to 2147483647'],
  ['a page below all', MEMBERS, '{ "n": -1e400 }', 'first', 'first must be a whole number from -2147483648 to 2147483647'],
  ['a huge page', MEMBERS, '{ "n": 12345678901234567890 }', 'first', 'first must be a whole number from -2147483648 to 2147483647'],
  ['a page of minus nothing', MEMBERS, '{ "n": -0 }', 'first', 'first must be from 1 to 100'],
  ['a broken page', MEMBERS, { n: 1.5 }, 'first', 'first must be a whole number from -2147483648 to 2147483647'],
  ['no page at all', MEMBERS, { n: null }, 'first', 'first must not be null; leave it out to take what holds without it'],
  [
    'an infinite weight',
    PROFILE,
    text(lines(line, { ...line, weight: 7777 })).replace('7777', '1e400'),
    'input.weights.1.weight',
    'input.weights.1.weight must be a finite number, for example 2.5',
  ],
  [
    'a huge weight',
    PROFILE,
    lines(line, { ...line, weight: 1e300 }),
    'input.weights.1.weight',
    'input.weights.1.weight must be a finite number from 0 to 100',
  ],
  [
    'a weight in words',
    PROFILE,
    lines({ ...line, weight: 'a lot' }),
    'input.weights.0.weight',
    'input.weights.0.weight must be a finite number, for example 2.5',
  ],
  [
    'a revision below all',
    PROFILE,
    { input: { ...lines(line).input, expectedRevision: 0 } },
    'input.expectedRevision',
    'input.expectedRevision must be a whole number from 1 to 2147483647',
  ],
  ['no lines', PROFILE, lines(), 'input.weights', 'input.weights must have at least 1 entry'],
  [
    'a field that is left out',
    PROFILE,
    lines({ ...line, critical: undefined }),
    'input.weights.0.critical',
    'input.weights.0.critical is required',
  ],
  [
    'a field that is not there',
    PROFILE,
    lines({ ...line, colour: 'red' }),
    'input.weights.0.colour',
    'input.weights.0.colour is not a field of RoleProfileWeightInput',
  ],
  [
    'a number for an id',
    PROFILE,
    { input: { ...lines(line).input, roleProfileId: 1.5 } },
    'input.roleProfileId',
    'input.roleProfileId must be an id, as a text',
  ],
  ['a number for an object', PROFILE, { input: { ...lines().input, weights: 5 } }, 'input.weights', 'input.weights must be an object'],
  ['no input', PROFILE, {}, 'input', 'input is required'],
  [
    'a role that is none',
    INVITE,
    { input: { email: 'a@b.example', roles: ['AUTHOR', 'KING'], idempotencyKey: 'k' } },
    'input.roles.1',
    'input.roles.1 must be one of ADMIN, AUDITOR, AUTHOR, COORDINATOR, HIRING_MANAGER, INTERVIEWER, REVIEWER',
  ],
  [
    'an empty text',
    INVITE,
    { input: { email: '', roles: ['AUTHOR'], idempotencyKey: 'k' } },
    'input.email',
    'input.email must not be empty',
  ],
  [
    'a day that does not exist',
    TOKEN,
    token('2026-02-30T10:00:00Z'),
    'input.expiresAt',
    'input.expiresAt: The day 2026-02-30 does not exist: February 2026 has 28 days.',
  ],
  [
    'a time that does not exist',
    TOKEN,
    token('2026-02-28T24:00:00Z'),
    'input.expiresAt',
    'input.expiresAt: The time 24:00:00 does not exist: times go from 00:00:00 to 23:59:59.',
  ],
  [
    'an offset that does not exist',
    TOKEN,
    token('2026-02-28T12:00:00+15:00'),
    'input.expiresAt',
    'input.expiresAt: The offset +15:00 does not exist: offsets go from -14:00 to +14:00.',
  ],
  [
    'a year that is out of range',
    TOKEN,
    token('1066-10-14T09:00:00Z'),
    'input.expiresAt',
    'input.expiresAt: The day 1066-10-14 is out of range: years go from 1900 to 9999.',
  ],
  [
    'an instant in words',
    TOKEN,
    token('tomorrow'),
    'input.expiresAt',
    'input.expiresAt: Write an instant as RFC 3339 text with offset, for example 2026-11-24T09:30:00Z.',
  ],
  [
    'an infinite number in JSON',
    QUESTION,
    question('{ "minutes": { "target": 1e400 } }'),
    'input.document',
    'input.document: The JSON value has a number that is not finite. Numbers go up to 1.7976931348623157e308.',
  ],
  [
    'a number in JSON that would lose digits',
    QUESTION,
    question('{ "difficulty": 9007199254740993 }'),
    'input.document',
    'input.document: The JSON value has the whole number 9007199254740992; whole numbers are exact up to 9007199254740991. Write a longer one as a text.',
  ],
];

describe('what is wrong with an input', () => {
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization();
  });
  afterAll(() => world.close());

  interface Told {
    readonly message: string;
    readonly extensions: {
      readonly code: string;
      readonly path: string[];
      readonly faults: readonly { path: string[]; message: string }[];
    };
  }

  const send = async (query: string, variables: string, bearer: string | null = admin.token): Promise<readonly Told[]> => {
    const answer = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(bearer !== null && { authorization: `Bearer ${bearer}` }) },
      body: `{ "query": ${JSON.stringify(query)}, "variables": ${variables} }`,
    });
    return ((await answer.json()) as { errors?: Told[] }).errors ?? [];
  };

  it.each(cases)('is said in words, with its path: %s', async (_what, document, variables, path, message) => {
    const [told, ...more] = await send(document, text(variables));
    expect(more).toEqual([]);
    expect([told?.extensions.code, told?.message, told?.extensions.path.join('.')]).toEqual(['BAD_USER_INPUT', message, path]);
    expect(told?.extensions.faults).toEqual([{ path: told?.extensions.path, message }]);
  });

  it.each(cases.filter(([, , variables]) => typeof variables !== 'string'))('is said the same over WebSocket: %s', async (...row) => {
    const [, query, variables, path, message] = row;
    const client = createClient({
      url: `${world.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${admin.token}` },
    });
    const told = await new Promise<unknown[]>((resolve) => {
      let answers: unknown[] = [];
      client.subscribe(
        { query, variables: variables as Record<string, unknown> },
        {
          next: ({ errors }) => (answers = [...(errors ?? [])]),
          error: (errors) => resolve(errors as unknown[]),
          complete: () => resolve(answers),
        },
      );
    });
    await client.dispose();
    expect(told).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT', path: path.split('.') } }]);
  });

  it('is told all at once, but not without end', async () => {
    const [two] = await send(PROFILE, text(lines({ ...line, weight: 'x' }, { ...line, critical: 'y' })));
    expect(two?.extensions.faults.map(({ path }) => path.join('.'))).toEqual(['input.weights.0.weight', 'input.weights.1.critical']);
    const [many] = await send(PROFILE, text(lines(...Array.from({ length: 5_000 }, () => ({ ...line, weight: 'x' })))));
    expect(many?.extensions.faults).toHaveLength(100);
    expect(many?.message.length).toBeLessThanOrEqual(2_000);
  });

  it('names the argument and not the variable that it came in', async () => {
    const document =
      'mutation($mail: String!, $roles: [Role!]!) { inviteMember(input: { email: $mail, roles: $roles, idempotencyKey: "k" }) { __typename } }';
    const [told] = await send(document, '{ "mail": 5, "roles": ["AUTHOR", 7] }');
    expect(told?.extensions.faults.map(({ message }) => message.split(' ')[0])).toEqual(['input.email', 'input.roles.1']);
  });

  it('is said of an infinite number that is written out in the operation, too', async () => {
    const document = `mutation { updateRoleProfile(input: { roleProfileId: "x", expectedRevision: 1, weights: [{ competencyId: "x", weight: 1e400, critical: false }] }) { __typename } }`;
    const [told] = await send(document, '{}');
    expect(told?.message).toBe('input.weights.0.weight must be a finite number from 0 to 100');
  });

  it('takes -0 for 0', async () => {
    const document = 'query($min: Int) { questions(filter: { minutes: { min: $min } }) { totalCount } }';
    expect(await send(document, '{ "min": -0 }')).toEqual([]);
  });

  it('tells strangers no values of an enum where the schema is closed to them', async () => {
    const closed = await World.open({ OPEN_INTROSPECTION: 'off' });
    try {
      const variables = { input: { email: 'a@b.example', roles: ['KING'], idempotencyKey: 'k' } };
      const [told] = (await closed.stranger.send(INVITE, variables)).errors;
      expect(told?.message).toBe('input.roles.0 must be one of the values of Role');
    } finally {
      await closed.close();
    }
  });
});
