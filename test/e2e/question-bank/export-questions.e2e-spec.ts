import { newId } from '@touchstone/platform/time/new-id';
import { type Person, World } from '@touchstone/testing';
import { GraphqlClient } from '../../../apps/cli/src/graphql-client';
import { approvedQuestions, draft, sampleQuestion } from './bank-desk';
import { applied, EXPORT, exported, itemsOf, planned, send } from './import-desk';

const FORMATS = [
  'YAML',
  'JSON',
  'ZIP',
  'CSV',
  'XLSX',
  'MARKDOWN',
  'QTI_3_0',
  'QTI_2_2',
  'MOODLE_XML',
  'GIFT',
  'CANVAS_RUBRIC_CSV',
  'CASE_JSON',
];
const SECRET = 'only scorers know of the broadcast hint';

describe('questions that go out as a file', () => {
  let world: World;
  let admin: Person;
  let ana: Person;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization();
    ana = await world.member(admin, ['AUTHOR'], 'Ana');
    await approvedQuestions(
      world,
      ana,
      [1, 2, 3].map((number) => ({ ...sampleQuestion, id: `sample-${number}`, title: `Sample ${number}`, modelAnswer: SECRET })),
    );
  });
  afterAll(() => world.close());

  const hashes = async (person: Person): Promise<Record<string, string>> =>
    Object.fromEntries(
      (
        await person.client.ask(
          '{ questions(first: 100, filter: { statuses: [DRAFT, APPROVED] }) { edges { node { slug version { contentHash } } } } }',
        )
      ).questions.edges.map(({ node }: any) => [node.slug, node.version.contentHash]),
    );

  it.each(['YAML', 'JSON', 'ZIP'])(
    'come into another organization with the same content by %s, and a second time as they are',
    async (format) => {
      const { bytes, payload, response } = await exported(ana, { format });
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(Number(response.headers.get('content-length'))).toBe(bytes.length);
      expect(payload).toMatchObject({ withoutRubric: 0, losses: [], byteCount: bytes.length });
      const other = await world.organization();
      const before = await hashes(other);
      const plan = await planned(world, other, payload.fileName, bytes);
      const ours = await hashes(ana);
      expect(plan['counts']).toMatchObject({ questions: payload.questions, conflicts: 0, refused: 0 });
      expect(plan['notes'].map(({ message }: { message: string }) => message)).toContainEqual(expect.stringContaining('more than drafts'));
      await applied(world, other, plan);
      expect(await hashes(other)).toEqual({ ...before, ...ours });
      const { questions } = await other.client.ask('{ questions(first: 100, filter: { statuses: [DRAFT] }) { edges { node { slug } } } }');
      expect(questions.edges).toHaveLength(3);
      const again = await planned(world, other, payload.fileName, bytes);
      expect(again['counts']).toMatchObject({ added: 0, changed: 0, unchanged: payload.questions });
      expect(itemsOf(again).every(({ document }) => document === null)).toBe(true);
    },
  );

  it.each(FORMATS)('are written as %s, with what it cannot carry', async (format) => {
    const { payload, bytes } = await exported(ana, { format, sidecar: false, filter: { text: 'Sample' } });
    expect(payload.questions).toBe(3);
    expect(bytes.length).toBe(payload.byteCount);
    if (['GIFT', 'CANVAS_RUBRIC_CSV', 'CSV', 'CASE_JSON'].includes(format)) expect(payload.losses.length).toBeGreaterThan(0);
  });

  it('bring everything back from inside a foreign format with our own file in it', async () => {
    const { bytes, payload } = await exported(ana, { format: 'MOODLE_XML', filter: { text: 'Sample' } });
    const other = await world.organization();
    await applied(world, other, await planned(world, other, payload.fileName, bytes));
    const [theirs, ours] = [await hashes(other), await hashes(ana)];
    for (const number of [1, 2, 3]) expect(theirs[`sample-${number}`]).toBe(ours[`sample-${number}`]);
  });

  it('are those that one names', async () => {
    const { questionId } = await draft(ana, 'own-draft', { modelAnswer: SECRET });
    const { payload, bytes } = await exported(ana, { format: 'YAML', questionIds: [questionId] });
    expect(payload.questions).toBe(1);
    expect(bytes.toString()).toContain('id: own-draft');
    const bea = await world.member(admin, ['AUTHOR'], 'Bea');
    expect(
      await send(bea, 'exportQuestions', { format: 'YAML', questionIds: [questionId], idempotencyKey: newId() }, EXPORT),
    ).toMatchObject({
      __typename: 'NotFoundError',
      path: ['input', 'questionIds'],
    });
    const { bytes: all } = await exported(bea, { format: 'YAML' });
    expect(all.toString()).not.toContain('own-draft');
    expect(await send(bea, 'exportQuestions', { format: 'YAML', filter: { tagsAny: [] }, idempotencyKey: newId() }, EXPORT)).toMatchObject({
      __typename: 'ValidationError',
    });
  });

  it('hold nothing for scorers for a token that may not read it, in any format', async () => {
    const { createAccessToken } = await ana.client.ask(
      'mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { ... on CreateAccessTokenPayload { token } } }',
      {
        input: {
          name: 'script',
          scopes: ['question.export'],
          expiresAt: new Date(world.clock.now().getTime() + 3_600_000).toISOString(),
        },
      },
    );
    const script = { ...ana, client: new GraphqlClient(world.url, createAccessToken.token) };
    for (const format of ['YAML', 'JSON', 'CSV', 'MARKDOWN', 'MOODLE_XML', 'GIFT', 'CASE_JSON']) {
      const { payload, bytes } = await exported(script, { format, filter: { text: 'Sample' } });
      expect(payload).toMatchObject({ questions: 3, withoutRubric: 3 });
      const text =
        bytes.toString() +
        [...bytes.toString().matchAll(/[A-Za-z0-9+/]{200,}={0,2}/g)].map(([found]) => Buffer.from(found, 'base64').toString());
      expect(text).not.toContain(SECRET);
      for (const { title } of sampleQuestion.rubric.criteria) expect(text).not.toContain(title);
      for (const { ask } of sampleQuestion.probes) expect(text).not.toContain(ask);
    }
  });

  it('are for those who may export, leave a trace, and a link opens nothing else', async () => {
    const interviewer = await world.member(admin, ['INTERVIEWER']);
    const text = 'mutation ($input: ExportQuestionsInput!) { exportQuestions(input: $input) { __typename } }';
    expect(await interviewer.client.refusal(text, { input: { format: 'YAML', idempotencyKey: newId() } })).toBe('FORBIDDEN');
    await send(ana, 'exportQuestions', { format: 'GIFT', idempotencyKey: newId() }, EXPORT);
    const lines = await world.owner.query(
      `SELECT detail FROM audit_event WHERE organization_id = $1 AND action = 'question.export' ORDER BY sequence DESC LIMIT 1`,
      [admin.organizationId],
    );
    expect(JSON.stringify(lines[0].detail)).toContain('gift');
    expect((await fetch(`${world.url}/exports/questions?token=tse_x`)).status).toBe(404);
    expect((await fetch(`${world.url}/exports/questions`)).status).toBe(404);
  });

  it('are the same file for the same key, with a link that opens it and the earlier one closed', async () => {
    const input = { format: 'GIFT', idempotencyKey: newId() };
    const files = async (): Promise<unknown> =>
      (await world.owner.query('SELECT count(*) FROM question_file WHERE organization_id = $1', [admin.organizationId]))[0].count;
    const first = await exported(ana, input);
    const before = await files();
    await draft(ana, 'written-in-between');
    const second = await exported(ana, input);
    expect(await files()).toBe(before);
    expect(second.bytes).toEqual(first.bytes);
    expect(second.payload).toEqual({ ...first.payload, link: expect.not.stringMatching(first.payload.link) });
    expect((await fetch(`${world.url}/exports/questions${new URL(first.payload.link).search}`)).status).toBe(404);
    expect(await send(ana, 'exportQuestions', { ...input, format: 'CSV' }, EXPORT)).toMatchObject({
      __typename: 'IdempotencyMismatchError',
    });
    world.clock.advance({ minutes: 16 });
    expect(await send(ana, 'exportQuestions', input, EXPORT)).toEqual({ ...first.payload, link: null });
  });
});
