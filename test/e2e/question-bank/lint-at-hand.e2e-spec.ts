import { type Person, World } from '@touchstone/testing';
import { approve, draft, type Finding, sampleDocument, sampleQuestion, send, submitted } from './bank-desk';

const LINT = 'errors warnings findings { rule severity message path pointer line column explanation fix { pointer from to } suggestion }';

describe('the linter at hand', () => {
  let world: World;
  let admin: Person;
  let ana: Person;
  let rob: Person;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization();
    ana = await world.member(admin, ['AUTHOR'], 'Ana');
    rob = await world.member(admin, ['REVIEWER'], 'Rob');
  });
  afterAll(() => world.close());

  const read = async (person: Person, id: string, fields: string) =>
    (await person.client.ask(`query($id: ID!) { questionVersion(id: $id) { ${fields} } }`, { id })).questionVersion;
  const lint = async (document: unknown, slug?: string) =>
    (
      await ana.client.ask(
        `query($document: QuestionDocumentInput!, $slug: String) { lintQuestion(document: $document, slug: $slug) { ${LINT} } }`,
        {
          document,
          slug,
        },
      )
    ).lintQuestion;
  const at = (findings: readonly Finding[], path: string) => findings.filter((finding) => finding.path === path);

  it('says of a version what is wrong, where in its text, why it matters, and what would mend it', async () => {
    const { version } = await draft(ana, 'linted', {
      minutes: { target: 16, preparation: 2.5, answer: 8.5, probes: 4 },
      biasCheck: undefined,
    });
    const { lint: report, text } = await read(ana, version.id, `text lint { ${LINT} }`);
    expect(report.errors).toBe(report.findings.filter(({ severity }: Finding) => severity === 'ERROR').length);
    expect(report.warnings).toBe(report.findings.length - report.errors);
    const [minutes] = at(report.findings, 'minutes.target');
    expect(minutes).toMatchObject({
      rule: 'L02',
      severity: 'ERROR',
      pointer: '/minutes/target',
      explanation: expect.stringMatching(/\w{4}/),
      fix: { pointer: '/minutes/target', from: null, to: '15' },
      suggestion: '15',
    });
    expect(text.split('\n')[minutes!.line - 1]).toContain('target: 16');
    expect(at(report.findings, 'biasCheck')).toMatchObject([{ rule: 'L19', fix: null, suggestion: null }]);
    expect((await lint(text)).findings).toEqual(report.findings);
  });

  it('has findings for every text, and keeps nothing', async () => {
    const versions = () =>
      world.owner.query('SELECT count(*)::int AS count FROM question_version WHERE organization_id = $1', [admin.organizationId]);
    const before = await versions();
    for (const text of [
      '',
      'title: [',
      '- 1',
      'a: &x 1\nb: *x',
      'title: \u0007',
      'kind: cases',
      '{"a":'.repeat(3_000),
      'x'.repeat(100_000),
    ]) {
      const report = await lint(text);
      expect(report.errors).toBeGreaterThan(0);
      for (const finding of report.findings) expect(finding).toMatchObject({ rule: 'L01', severity: 'ERROR' });
    }
    const { findings } = await lint('title: Rough\ncategory: spark-tuning\nkind: case\ndifficulty: 2\nminutes: {target: 7}\n');
    expect(at(findings, 'prompt').length).toBeGreaterThan(0);
    expect(await lint({ ...sampleDocument(), minutes: { target: 15, preparation: 2, answer: 8, probes: 4 } }, 'a-slug')).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ path: 'minutes.target', suggestion: '14' })]),
    });
    expect((await lint({ competencies: 'one' })).errors).toBeGreaterThan(0);
    const asked = 'query($document: QuestionDocumentInput!) { lintQuestion(document: $document) { errors } }';
    for (const document of [7, [], true, { prompt: 'x'.repeat(650_000) }, 'x'.repeat(650_000)])
      expect(await ana.client.refusal(asked, { document })).toBe('BAD_USER_INPUT');
    expect(await versions()).toEqual(before);
    for (const role of ['COORDINATOR', 'HIRING_MANAGER', 'INTERVIEWER', 'AUDITOR'] as const)
      expect(await (await world.member(admin, [role])).client.refusal('{ lintQuestion(document: "x") { errors } }')).toBe('FORBIDDEN');
  });

  it('mends in a draft what needs no thought, as one edit', async () => {
    const { version } = await draft(ana, 'mended', { minutes: { target: 16, preparation: 2.5, answer: 8.5, probes: 4 } });
    const fix = { versionId: version.id, rule: 'L02', path: 'minutes', expectedRevision: 1 };
    expect(await send(rob, 'applyLintFix', fix)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await send(admin, 'applyLintFix', fix)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await send(ana, 'applyLintFix', { ...fix, expectedRevision: 7 })).toMatchObject({ __typename: 'RevisionConflictError' });
    expect(await send(ana, 'applyLintFix', { ...fix, path: 'title' })).toMatchObject({
      __typename: 'ConflictError',
      path: ['input', 'rule'],
    });
    const mended = await send(ana, 'applyLintFix', fix);
    expect(mended).toMatchObject({ __typename: 'ApplyLintFixPayload', repairs: 1, version: { revision: 2 } });
    expect((await read(ana, version.id, 'timing { target }')).timing).toEqual({ target: 15 });
    expect(await send(ana, 'applyLintFix', { versionId: version.id, expectedRevision: 2 })).toMatchObject({ __typename: 'ConflictError' });
    const handed = (await send(ana, 'submitQuestionForReview', { versionId: version.id, expectedRevision: 2 })).version;
    expect(await send(ana, 'applyLintFix', { ...fix, expectedRevision: handed.revision })).toMatchObject({ __typename: 'ConflictError' });
  });

  it('keeps a version with errors from being approved, until each is mended or answered for', async () => {
    const { rubric } = sampleDocument();
    const version = await submitted(ana, 'blocked', { biasCheck: undefined, rubric: { ...rubric!, redFlags: ['Deletes the log.'] } });
    const blocked = await approve(rob, version);
    expect(blocked).toMatchObject({ __typename: 'ReviewBlockedError', blockingThreads: 0 });
    expect(blocked.findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['L19 biasCheck', 'L07 rubric.redFlags']);
    const review = (exceptions: readonly object[]) =>
      send(rob, 'reviewQuestion', {
        versionId: version.id,
        verdict: 'APPROVE',
        contentHash: version.contentHash,
        expectedRevision: version.revision,
        exceptions,
      });
    const answered = { rule: 'L07', path: 'rubric.redFlags', reason: 'There is but one.' };
    expect((await review([answered])).findings).toMatchObject([{ rule: 'L19' }]);
    for (const idle of [
      { rule: 'L07', path: 'rubric.criteria', reason: 'Elsewhere.' },
      { rule: 'L99', reason: 'No such rule.' },
      { rule: 'L01', reason: 'Nothing answers this.' },
    ])
      expect(await review([answered, idle])).toMatchObject({ __typename: 'ValidationError', path: ['input', 'exceptions', '1'] });
    expect((await review([answered, { rule: 'L19', reason: 'Checked by the works council.' }])).status).toBe('APPROVED');
    const { reviews } = await read(ana, version.id, 'reviews { verdict exceptions { rule path reason } }');
    expect(reviews).toEqual([
      { verdict: 'APPROVE', exceptions: [answered, { rule: 'L19', path: '', reason: 'Checked by the works council.' }] },
    ]);
  });

  it('has nothing against the sample but what the sample leaves out', async () => {
    const { id: _id, ...document } = sampleQuestion;
    const { findings } = await lint(document, 'sample');
    expect(new Set(findings.filter(({ severity }: Finding) => severity === 'ERROR').map(({ rule }: Finding) => rule))).toEqual(
      new Set(['L03', 'L04', 'L07']),
    );
  });
});
