import { newId } from '@touchstone/platform/time/new-id';
import { type Person, World } from '@touchstone/testing';
import { send as change } from './bank-desk';
import { applied, type Import, itemsOf, planned, read, send, upload, work } from './import-desk';

const CSV = `id,category,title,question,difficulty,minutes,answer
q1,spark-tuning,Skewed join,"One task of four hundred runs for an hour. How do you find out why, and what do you change first?",3,10,"Look at the key distribution."
q2,spark-tuning,Spilled shuffle,"The shuffle of a nightly job spills to disk on every executor. Which figures do you look at before you touch memory?",2,8,"Spill, partitions."
q3,nowhere,Strange place,"Which trade-offs decided the storage format of the last platform you were responsible for?",4,12,"Trade-offs."
`;

describe('questions that come in from a file', () => {
  let world: World;
  let admin: Person;
  let ana: Person;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    admin = await world.organization();
    ana = await world.member(admin, ['AUTHOR'], 'Ana');
  });
  afterAll(() => world.close());

  const questions = async (person: Person): Promise<any[]> =>
    (
      await person.client.ask(
        '{ questions(first: 100, filter: { statuses: [DRAFT, IN_REVIEW, APPROVED] }) { edges { node { id slug version { id number status license contentHash importedFrom { fileName system nameThere license importer { name } } } } } } }',
      )
    ).questions.edges.map(({ node }: { node: any }) => node);
  const imported = async (person: Person): Promise<any[]> =>
    (await questions(person)).filter(({ version }) => version.importedFrom !== null);

  it('are planned, shown, and come in as drafts of whoever imports; a second time nothing changes', async () => {
    const plan = await planned(world, ana, 'bank.csv', CSV);
    expect(plan).toMatchObject({
      state: 'PLANNED',
      fileName: 'bank.csv',
      importer: { name: 'Ana' },
      detected: { format: 'csv', columns: expect.arrayContaining([{ column: 3, head: 'question', use: 'prompt' }]) },
      counts: { questions: 3, added: 2, changed: 0, unchanged: 0, conflicts: 0, refused: 1, unknownLicense: 3 },
      report: null,
    });
    expect(plan['noticeCounts']).toContainEqual({ code: 'LICENSE_UNKNOWN', count: 1 });
    const [first, , third] = itemsOf(plan);
    expect(first).toMatchObject({
      number: 1,
      slug: 'q1',
      outcome: 'NEW',
      effect: 'NEW_QUESTION',
      license: 'LicenseRef-unknown',
      document: { id: 'q1', title: 'Skewed join', external: [{ system: 'csv:bank.csv', id: 'q1' }] },
      faults: expect.arrayContaining([expect.objectContaining({ path: 'license' })]),
    });
    expect(first.findings.length).toBeGreaterThan(0);
    expect(third).toMatchObject({ outcome: 'REFUSED', reason: expect.stringContaining('There is no category "nowhere" here.') });
    expect(await imported(ana)).toEqual([]);

    const done = await applied(world, ana, plan);
    expect(done).toMatchObject({
      state: 'APPLIED',
      report: { newQuestions: 2, newVersions: 0, draftsReplaced: 0, unchanged: 0, notChosen: 0, leftOut: 1 },
    });
    const there = await imported(ana);
    expect(there).toHaveLength(2);
    expect(there[0].version).toMatchObject({
      status: 'DRAFT',
      number: 1,
      license: 'LicenseRef-unknown',
      importedFrom: { fileName: 'bank.csv', system: 'csv:bank.csv', importer: { name: 'Ana' }, license: 'LicenseRef-unknown' },
    });
    const byNumber = new Map(there.map(({ slug, version }) => [slug, version.contentHash]));
    for (const item of itemsOf(plan).slice(0, 2)) expect(byNumber.get(item.slug)).toBe(item.contentHash);

    const again = await planned(world, ana, 'bank.csv', CSV);
    expect(again['counts']).toMatchObject({ added: 0, changed: 0, unchanged: 2, refused: 1 });
    const nothing = await applied(world, ana, again);
    expect(nothing['report']).toMatchObject({ newQuestions: 0, newVersions: 0, draftsReplaced: 0, unchanged: 2, leftOut: 1 });
    expect(await imported(ana)).toEqual(there);

    const lines = await world.owner.query(
      `SELECT action FROM audit_event WHERE organization_id = $1 AND action LIKE '%mport' ORDER BY sequence`,
      [admin.organizationId],
    );
    expect(lines.map(({ action }: { action: string }) => action)).toEqual([
      'question.planImport',
      'question.import',
      'question.planImport',
      'question.import',
    ]);
  });

  it('cannot be submitted for review before their licence is set: in the settings, or in the draft', async () => {
    const plan = await planned(world, ana, 'bank.csv', CSV);
    await applied(world, ana, plan, [1]);
    const [draft] = await imported(ana);
    const refused = await change(ana, 'submitQuestionForReview', { versionId: draft.version.id, expectedRevision: 1 });
    expect(refused).toMatchObject({
      __typename: 'InvalidQuestionError',
      faults: expect.arrayContaining([expect.objectContaining({ path: 'license' })]),
    });

    const licensed = await planned(world, ana, 'bank.csv', CSV, { license: 'CC-BY-4.0', category: 'data-governance' });
    expect(licensed['counts']).toMatchObject({ added: 2, changed: 1, refused: 0, unknownLicense: 0 });
    expect(itemsOf(licensed)[0]).toMatchObject({ outcome: 'CHANGED', effect: 'DRAFT_REPLACED' });
    expect(itemsOf(licensed)[2]).toMatchObject({ document: { category: 'data-governance' } });
    const done = await applied(world, ana, licensed);
    expect(done['report']).toMatchObject({ newQuestions: 2, draftsReplaced: 1 });
    const after = await imported(ana);
    expect(after.map(({ version }) => version.license)).toEqual(['CC-BY-4.0', 'CC-BY-4.0', 'CC-BY-4.0']);
    const later = await change(ana, 'submitQuestionForReview', { versionId: draft.version.id, expectedRevision: 2 });
    expect(later.faults.map(({ path }) => path)).not.toContain('license');
  });

  it('are written item by item as they are chosen; strays in the choice are refused', async () => {
    const plan = await planned(world, ana, 'bank.csv', CSV);
    const input = { importId: plan['id'], expectedRevision: plan['revision'], idempotencyKey: newId() };
    expect(await send(ana, 'applyQuestionImport', { ...input, items: [1, 3] })).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'items'],
      message: expect.stringContaining('Item 3'),
    });
    const done = await applied(world, ana, plan, [2]);
    expect(done['report']).toMatchObject({ newQuestions: 1, notChosen: 1, leftOut: 1 });
    expect((await imported(ana)).map(({ slug }) => slug)).toEqual(['q2']);
  });

  it('take the columns that one says, and say which they took', async () => {
    const odd = 'a,b,c\nx1,How would you explain eventual consistency to a product manager?,Explaining\n';
    const plan = await planned(world, ana, 'odd.csv', odd, {
      columns: [
        { field: 'id', column: '1' },
        { field: 'prompt', column: 'b' },
        { field: 'title', column: '3' },
      ],
      category: 'spark-tuning',
      difficulty: 2,
      minutes: 5,
    });
    expect(itemsOf(plan)[0]).toMatchObject({
      slug: 'x1',
      title: 'Explaining',
      document: {
        difficulty: 2,
        minutes: { target: 5 },
        category: 'spark-tuning',
        prompt: 'How would you explain eventual consistency to a product manager?',
      },
    });
    const missing = await planned(world, ana, 'odd.csv', odd, { columns: [{ field: 'prompt', column: 'zebra' }] });
    expect(missing).toMatchObject({ state: 'REFUSED', refusals: [{ code: 'COLUMN_NOT_FOUND' }] });
  });

  it('tell what is nearly the same, in the file and in the bank, with the share', async () => {
    await applied(world, ana, await planned(world, ana, 'bank.csv', CSV));
    const twin = `id,category,title,question
t1,spark-tuning,A twin,"One task of four hundred runs for an hour. How do you find out why, and what do you change last?"
t2,spark-tuning,A twin of a twin,"One task of four hundred runs for an hour. How do you find out why, and what do you change then?"
t3,spark-tuning,Alone,"Name the last incident in which a retry made matters worse, and tell what you did about it."
`;
    const plan = await planned(world, ana, 'twins.csv', twin);
    // 21 words give 17 runs of five; the last word differs, so 16 of 18 runs are common.
    const [one, two, three] = itemsOf(plan);
    expect(one.alike).toEqual([{ slug: 'q1', title: 'Skewed join', share: expect.closeTo(16 / 18, 6), where: 'BANK' }]);
    expect(two.alike).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ slug: 'q1', where: 'BANK' }),
        { slug: 't1', title: 'A twin', share: expect.closeTo(16 / 18, 6), where: 'FILE' },
      ]),
    );
    expect(three.alike).toEqual([]);
    expect(plan['counts']).toMatchObject({ alike: 2 });
  });

  it('stay out where another question has the slug, and where somebody works on it', async () => {
    await applied(world, ana, await planned(world, ana, 'bank.csv', CSV));
    const changed = CSV.replace('change first', 'change at once');
    const other = await planned(world, ana, 'other.csv', changed);
    expect(itemsOf(other)[0]).toMatchObject({ outcome: 'CONFLICT', reason: expect.stringContaining('belongs to another question') });
    const bea = await world.member(admin, ['AUTHOR'], 'Bea');
    // Ana's drafts do not exist for Bea; the slugs are taken all the same.
    const hers = await planned(world, bea, 'bank.csv', changed);
    expect(itemsOf(hers)[0]).toMatchObject({ outcome: 'CONFLICT', reason: expect.stringContaining('is taken'), alike: [] });
    expect(hers['counts']).toMatchObject({ conflicts: 2, refused: 1 });
  });

  it('are held against the bank once more when they are written', async () => {
    const plan = await planned(world, ana, 'bank.csv', CSV);
    const other = await planned(world, ana, 'bank.csv', CSV.replace('change first', 'change at once'));
    await applied(world, ana, plan);
    const done = await applied(world, ana, other);
    expect(done['report']).toMatchObject({ newQuestions: 0, unchanged: 1, leftOut: 2 });
    expect(itemsOf(done)[0]).toMatchObject({
      outcome: 'CONFLICT',
      result: 'LEFT_OUT',
      reason: expect.stringContaining('since the plan was made'),
    });
    expect(itemsOf(done)[1]).toMatchObject({ outcome: 'UNCHANGED', result: 'NOTHING' });
  });

  it('come in once, however often it is said, and whoever says it at the same time', async () => {
    const { body } = await upload(ana, 'bank.csv', CSV);
    const input = { uploadId: body.uploadId, idempotencyKey: newId() };
    const [one, two] = await Promise.all([send(ana, 'planQuestionImport', input), send(ana, 'planQuestionImport', input)]);
    expect(one.import.id).toBe(two.import.id);
    expect(await send(ana, 'planQuestionImport', { ...input, settings: { difficulty: 1 } })).toMatchObject({
      __typename: 'IdempotencyMismatchError',
    });
    await work(world, one.import.id);
    const plan = await read(ana, one.import.id);
    const apply = { importId: plan['id'], expectedRevision: plan['revision'] };
    const answers = await Promise.all(
      [newId(), newId()].map((idempotencyKey) => send(ana, 'applyQuestionImport', { ...apply, idempotencyKey })),
    );
    expect(answers.filter(({ __typename }) => __typename === 'ApplyQuestionImportPayload')).toHaveLength(1);
    expect(answers.filter(({ __typename }) => /ConflictError$/.test(__typename))).toHaveLength(1);
    await Promise.all([work(world, plan['id']), work(world, plan['id'])]);
    expect(await read(ana, plan['id'])).toMatchObject({ state: 'APPLIED', report: { newQuestions: 2 } });
    expect(await imported(ana)).toHaveLength(2);
  });

  it('are written by two imports at once as by one after the other', async () => {
    const plans = [await planned(world, ana, 'bank.csv', CSV), await planned(world, ana, 'bank.csv', CSV)];
    const done = await Promise.all(plans.map((plan) => applied(world, ana, plan)));
    const reports = done.map(({ report }) => (report as Import)['newQuestions']).sort();
    expect(reports).toEqual([0, 2]);
    expect(await imported(ana)).toHaveLength(2);
  });

  it('can be taken back while they are planned, while they wait and before they are written', async () => {
    const { body } = await upload(ana, 'bank.csv', CSV);
    const waiting = (await send(ana, 'planQuestionImport', { uploadId: body.uploadId, idempotencyKey: newId() })).import;
    const cancel = (one: Import) => send(ana, 'cancelQuestionImport', { importId: one['id'], expectedRevision: one['revision'] });
    expect(await cancel(waiting)).toMatchObject({ import: { state: 'CANCELLED' } });
    await work(world, waiting.id);
    expect(await read(ana, waiting.id)).toMatchObject({ state: 'CANCELLED', items: { edges: [] } });

    const plan = await planned(world, ana, 'bank.csv', CSV);
    const asked = await send(ana, 'applyQuestionImport', {
      importId: plan['id'],
      expectedRevision: plan['revision'],
      idempotencyKey: newId(),
    });
    expect(asked.import.state).toBe('APPLYING');
    expect(await cancel(plan)).toMatchObject({ __typename: 'RevisionConflictError' });
    expect(await cancel(asked.import)).toMatchObject({ import: { state: 'CANCELLED' } });
    await work(world, plan['id']);
    expect(await imported(ana)).toEqual([]);
    expect(await cancel(await read(ana, plan['id']))).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('was cancelled'),
    });
  });
});
