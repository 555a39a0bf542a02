import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Housekeeping } from '@touchstone/platform/jobs/housekeeping';
import { newId } from '@touchstone/platform/time/new-id';
import { type Person, World } from '@touchstone/testing';
import { GraphqlClient } from '../../../apps/cli/src/graphql-client';
import { startWorker } from '../../../apps/api/src/start-worker';
import { exported, planned, read, send, upload, work } from './import-desk';

const NASTY = join(__dirname, '../../../libs/bank-format/fixtures/nasty');
const CSV = 'id,category,title,question\nq1,spark-tuning,First,"How do you find out which task of a stage was slow, and why?"\n';

describe('the doors for files', () => {
  let world: World;
  let admin: Person;
  let ana: Person;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization();
    ana = await world.member(admin, ['AUTHOR'], 'Ana');
  });
  afterAll(() => world.close());

  const token = async (person: Person, scopes: readonly string[]): Promise<Person> => {
    const { createAccessToken } = await person.client.ask(
      'mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { ... on CreateAccessTokenPayload { token } } }',
      { input: { name: 'script', scopes, expiresAt: new Date(world.clock.now().getTime() + 3_600_000).toISOString() } },
    );
    return { ...person, token: createAccessToken.token, client: new GraphqlClient(world.url, createAccessToken.token) };
  };

  it('let in whoever may import, by token or by cookie from our own pages, and nobody else', async () => {
    expect(await upload(ana, 'bank.csv', CSV)).toMatchObject({
      status: 201,
      body: {
        uploadId: expect.stringMatching(/^QuestionUpload_/),
        name: 'bank.csv',
        byteCount: Buffer.byteLength(CSV),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    const { status, body } = await upload({ ...ana, token: 'tss_none-of-ours-at-all-0123456789' }, 'bank.csv', CSV);
    expect([status, body.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    const carla = await world.member(admin, ['COORDINATOR']);
    expect(await upload(carla, 'bank.csv', CSV)).toMatchObject({ status: 403, body: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } });
    expect((await upload(await token(ana, ['question.read']), 'bank.csv', CSV)).status).toBe(403);
    expect((await upload(await token(ana, ['question.import']), 'bank.csv', CSV)).status).toBe(201);

    const cookie = async (origin: string): Promise<number> => {
      const headers = { 'content-type': 'application/octet-stream', cookie: `touchstone=${ana.token}`, origin };
      return (await fetch(`${world.url}/uploads/questions?name=bank.csv`, { method: 'POST', headers, body: CSV })).status;
    };
    expect(await cookie(new URL(world.url).origin)).toBe(201);
    expect(await cookie('https://evil.example')).toBe(401);
  });

  it('say what is wrong with a file that cannot be kept', async () => {
    expect(await upload(ana, '', CSV)).toMatchObject({ status: 400, body: { errors: [{ message: expect.stringContaining('?name=') }] } });
    expect(await upload(ana, 'bank.csv', '')).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringContaining('empty') }] },
    });
    expect((await upload(ana, 'bank.csv', CSV, { 'content-type': 'application/json' })).status).toBeGreaterThanOrEqual(400);
    expect((await upload(ana, 'bank.csv', '{}', { 'content-type': 'application/json' })).status).toBe(415);
    const large = await upload(ana, 'bank.xml', Buffer.alloc(20_000_001, 'x'));
    expect(large).toMatchObject({
      status: 413,
      body: { errors: [{ message: 'The file is larger than 20 million bytes. Split it into several files.' }] },
    });
  });

  it('keep the same file of the same person once', async () => {
    const [one, two] = [await upload(ana, 'twice.csv', CSV), await upload(ana, 'twice.csv', CSV)];
    expect(two.body).toEqual(one.body);
  });

  it('open an upload to whoever made it, in her organization', async () => {
    const { body } = await upload(ana, 'bank.csv', CSV);
    const plan = (person: Person) => send(person, 'planQuestionImport', { uploadId: body.uploadId, idempotencyKey: newId() });
    const elsewhere = await world.organization('Elsewhere');
    const unknown = { __typename: 'NotFoundError', path: ['input', 'uploadId'] };
    expect(await plan(elsewhere)).toMatchObject(unknown);
    expect(await plan(await world.member(admin, ['AUTHOR']))).toMatchObject(unknown);
    const { import: mine } = await plan(ana);
    await work(world, mine.id);
    expect(await read(elsewhere, mine.id)).toBeNull();
    expect(await read(await world.member(admin, ['REVIEWER']), mine.id)).toBeNull();
    expect(await read(admin, mine.id)).toMatchObject({ state: 'PLANNED' });
    const { revision } = await read(ana, mine.id);
    const apply = { importId: mine.id, expectedRevision: revision, idempotencyKey: newId() };
    // ADMIN reads the plan; the drafts would be Ana's, so the decision is.
    for (const person of [admin, elsewhere])
      expect(await send(person, 'applyQuestionImport', apply)).toMatchObject({ __typename: 'NotFoundError' });
    const list = async (person: Person) =>
      (await person.client.ask('{ questionImports(first: 50) { edges { node { id } } } }')).questionImports.edges.map(
        ({ node }: { node: { id: string } }) => node.id,
      );
    expect(await list(ana)).toContain(mine.id);
    expect(await list(admin)).toContain(mine.id);
    expect(await list(elsewhere)).toEqual([]);
  });

  it.each([
    ['xml/billion_laughs_moodle.xml', 'XML_DTD_FORBIDDEN'],
    ['xml/xxe_file_moodle.xml', 'XML_DTD_FORBIDDEN'],
    ['xml/wrong_encoding_declared_utf8.xml', 'ENCODING_INVALID'],
    ['zip/bomb_10MB.zip', 'ARCHIVE_RATIO'],
    ['zip/zip_slip_dotdot.zip', 'ARCHIVE_UNSAFE_PATH'],
    ['yaml/alias_bomb.bank.yaml', 'YAML_ALIASES_FORBIDDEN'],
    ['json/proto_pollution.bank.json', 'SCHEMA_UNKNOWN_KEY'],
    ['xlsx/csv_renamed.xlsx', 'FILE_TYPE_MISMATCH'],
  ])('refuse %s with %s, and keep nothing of it', async (file, code) => {
    const from = Date.now();
    const plan = await planned(world, ana, file.split('/')[1]!, readFileSync(join(NASTY, file)));
    expect(Date.now() - from).toBeLessThan(2_000);
    expect(plan).toMatchObject({ state: 'REFUSED', counts: { questions: 0 }, items: { edges: [] } });
    const [refusal] = plan['refusals'];
    expect(refusal).toMatchObject({ code, message: expect.stringMatching(/\S/) });
    expect(JSON.stringify(plan['refusals'])).not.toMatch(/root:x|\/etc\/passwd|node_modules/);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    const answer = await send(ana, 'applyQuestionImport', {
      importId: plan['id'],
      expectedRevision: plan['revision'],
      idempotencyKey: newId(),
    });
    expect(answer).toMatchObject({ __typename: 'ConflictError', message: expect.stringContaining('cannot be read') });
  });

  it('let separable questions in beside one that is not to be read', async () => {
    const plan = await planned(world, ana, 'ragged_rows.csv', readFileSync(join(NASTY, 'csv/ragged_rows.csv')), {
      category: 'spark-tuning',
    });
    expect(plan).toMatchObject({ state: 'PLANNED', counts: { questions: 3, added: 3 } });
    expect(plan['warnings'].map(({ code }: { code: string }) => code)).toEqual(expect.arrayContaining(['ROW_EMPTY_TEXT']));
  });

  it('forget files and plans after a day', async () => {
    const plan = await planned(world, ana, 'bank.csv', CSV);
    const { body } = await upload(ana, 'late.csv', CSV);
    const { payload } = await exported(admin, { format: 'YAML' });
    for (const table of ['question_file', 'question_import'])
      await world.owner.query(`UPDATE ${table} SET expires_at = $2 WHERE organization_id = $1`, [admin.organizationId, world.clock.now()]);
    expect(await send(ana, 'planQuestionImport', { uploadId: body.uploadId, idempotencyKey: newId() })).toMatchObject({
      __typename: 'NotFoundError',
    });
    const late = { importId: plan['id'], expectedRevision: plan['revision'], idempotencyKey: newId() };
    expect(await send(ana, 'applyQuestionImport', late)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('is over'),
    });
    expect((await fetch(`${world.url}${new URL(payload.link).pathname}${new URL(payload.link).search}`)).status).toBe(404);
    await world.app.get(Housekeeping).run();
    expect(await read(ana, plan['id'])).toMatchObject({ state: 'EXPIRED', items: { edges: [] } });
    const [{ files, parts }] = await world.owner.query(
      `SELECT (SELECT count(*)::int FROM question_file WHERE organization_id = $1) AS files, (SELECT count(*)::int FROM question_file_part WHERE organization_id = $1) AS parts`,
      [admin.organizationId],
    );
    expect([files, parts]).toEqual([0, 0]);
  });

  it('are worked on by the jobs door by itself', async () => {
    const worker = await startWorker(world.app, world.databaseUrl);
    try {
      const until = async (id: string, state: string) => {
        const end = Date.now() + 20_000;
        let seen = await read(ana, id);
        while (seen['state'] !== state && Date.now() < end) {
          await new Promise((resolve) => setTimeout(resolve, 100));
          seen = await read(ana, id);
        }
        return seen;
      };
      const { body } = await upload(ana, 'jobs.csv', CSV);
      const asked = (await send(ana, 'planQuestionImport', { uploadId: body.uploadId, idempotencyKey: newId() })).import;
      expect(asked).toMatchObject({ state: 'PLANNING', progress: { step: 'WAITING', done: 0, total: null } });
      const plan = await until(asked.id, 'PLANNED');
      expect(plan).toMatchObject({ state: 'PLANNED', progress: { step: 'DONE', done: 1, total: 1 } });
      await send(ana, 'applyQuestionImport', { importId: plan['id'], expectedRevision: plan['revision'], idempotencyKey: newId() });
      expect(await until(asked.id, 'APPLIED')).toMatchObject({ state: 'APPLIED', report: { newQuestions: 1 } });
    } finally {
      await worker.stop();
    }
  });

  it('leave an import alone whose author may no longer import', async () => {
    const bea = await world.member(admin, ['AUTHOR'], 'Bea');
    const { body } = await upload(bea, 'bea.csv', CSV);
    const asked = (await send(bea, 'planQuestionImport', { uploadId: body.uploadId, idempotencyKey: newId() })).import;
    await world.owner.query(`UPDATE member SET roles = '{INTERVIEWER}' WHERE organization_id = $1 AND id = $2`, [
      admin.organizationId,
      bea.memberId,
    ]);
    await work(world, asked.id);
    expect(await read(admin, asked.id)).toMatchObject({ state: 'CANCELLED' });
  });
});
