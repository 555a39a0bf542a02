import { compiledExecution } from '@touchstone/platform/graphql/compiled-execution';
import { World, type Person } from '@touchstone/testing';
import { buildSchema, type DocumentNode, getOperationAST, parse } from 'graphql';

/** Every document is sent three times: the first run is ordinary, the later ones are compiled, and the answers must be the same. */
describe('repeated documents', () => {
  let world: World;
  let admin: Person;
  let interviewer: Person;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization();
    interviewer = await world.member(admin, ['INTERVIEWER']);
  });
  afterAll(() => world.close());

  const masked = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replace(/"requestId":"[^"]+"/g, '"requestId":"…"'));

  it.each([
    ['plain fields', 'query A { viewer { email member { name roles } organization { name sealPolicy } } }', {}],
    [
      'skip and include',
      'query B($with: Boolean!) { viewer { email @include(if: $with) member { name @skip(if: $with) id } } }',
      { with: true },
    ],
    ['fragments and aliases', 'query C { me: viewer { ...m } } fragment m on Viewer { email __typename member { __typename id } }', {}],
    ['an interface', 'query D($id: ID!) { node(id: $id) { __typename id ... on Member { name status } } }', {}],
    ['nothing there', 'query E { node(id: "Member_unknown") { id } }', {}],
    ['a variable that does not fit', 'query F($id: ID!) { node(id: $id) { id } }', { id: { not: 'an id' } }],
    [
      'a filter with its text',
      'query J($t: String) { questions(first: 1, filter: { text: $t }) { edges { node { slug } } } }',
      { t: 'index' },
    ],
    ['a filter without its text', 'query K($t: String) { questions(first: 1, filter: { text: $t }) { edges { node { slug } } } }', {}],
    ['a page whose size is a default of the operation', 'query L($n: Int! = 2) { competencies(first: $n) { edges { node { id } } } }', {}],
    ['a refused field among others', 'query G { viewer { email } myAccessTokens { id } }', {}],
  ])('answer as the first time: %s', async (_what, document, given) => {
    const { viewer } = await admin.client.ask('{ viewer { member { id } } }');
    const variables = document.includes('$id') && !('id' in given) ? { id: viewer.member.id } : given;
    const first = await admin.client.send(document, variables);
    for (let times = 0; times < 2; times += 1) {
      const again = await admin.client.send(document, variables);
      expect(masked({ ...again, headers: null })).toEqual(masked({ ...first, headers: null }));
    }
  });

  it('asks for permission every time', async () => {
    const document = 'query H { mySessions { id } auditEvents(first: 1) { edges { cursor } } }';
    for (let times = 0; times < 3; times += 1) {
      const answer = await interviewer.client.send(document);
      expect(answer.errors.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([[['auditEvents'], 'FORBIDDEN']]);
    }
    expect(await world.stranger.refusal(document)).toBe('UNAUTHENTICATED');
  });

  it('keeps what two people see apart', async () => {
    const document = 'query I { viewer { email } }';
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const person = index % 2 === 0 ? admin : interviewer;
        return (await person.client.ask(document)).viewer.email === person.email;
      }),
    );
    expect(answers.every(Boolean)).toBe(true);
  });
});

/** Here the field that is left out has a default, so that an answer tells null and nothing apart. */
describe('what is compiled', () => {
  const schema = buildSchema('input Filter { text: String = "default" } type Query { list(filter: Filter, text: String): String }');
  schema.getQueryType()!.getFields()['list']!.resolve = (_source, given: unknown) => JSON.stringify(given);

  /** What the compiled document answers to the second request, or null where it goes the ordinary way. */
  const second = async (text: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const document: DocumentNode = parse(text);
    const request = {
      schema,
      document,
      operation: getOperationAST(document),
      operationName: null,
      queryHash: text,
      request: { variables },
      contextValue: {},
    };
    const listener = (await compiledExecution().requestDidStart!({} as never)) as { responseForOperation(of: unknown): Promise<unknown> };
    expect(await listener.responseForOperation(request)).toBeNull();
    return listener.responseForOperation(request);
  };

  it('goes the ordinary way where a variable stands in a literal', async () => {
    expect(await second('query($t: String) { list(filter: { text: $t }) }', {})).toBeNull();
    expect(await second('query($t: String) { ...f } fragment f on Query { list(filter: { text: $t }) }', { t: 'a' })).toBeNull();
  });

  it('compiles every other', async () => {
    const answers = (list: unknown): unknown =>
      expect.objectContaining({ body: { kind: 'single', singleResult: { data: { list: JSON.stringify(list) } } } });
    expect(await second('query($t: String) { list(text: $t, filter: { text: "b" }) }', { t: 'a' })).toEqual(
      answers({ filter: { text: 'b' }, text: 'a' }),
    );
    expect(await second('query($f: Filter) { list(filter: $f) }', { f: { text: 'c' } })).toEqual(answers({ filter: { text: 'c' } }));
  });
});
