import { createHash } from 'node:crypto';
import { canonicalJson } from '@touchstone/kernel';
import { type Person, World } from '@touchstone/testing';
import { approve, draft, sampleDocument, send, submitted, VERSION } from './bank-desk';

/** A connection with these nodes. */
const edges = (...nodes: readonly object[]) => ({ edges: nodes.map((node) => ({ node })) });

const read = async (person: Person, id: string, fields = VERSION) =>
  (await person.client.ask(`query($id: ID!) { questionVersion(id: $id) { ${fields} } }`, { id })).questionVersion;

describe('the life of a question', () => {
  let world: World;
  let admin: Person;
  let ana: Person;
  let rob: Person;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    admin = await world.organization();
    ana = await world.member(admin, ['AUTHOR'], 'Ana');
    rob = await world.member(admin, ['REVIEWER'], 'Rob');
  });
  afterAll(() => world.close());

  it('leads from a rough draft over review to an approved version that says what its hash says', async () => {
    const rough = await send(ana, 'createQuestion', {
      slug: 'two-runs',
      document: { title: 'Rough', category: 'spark-tuning', kind: 'case', difficulty: 2, minutes: { target: 10 } },
    });
    expect(rough).toMatchObject({
      __typename: 'CreateQuestionPayload',
      question: { slug: 'two-runs', categorySlug: 'spark-tuning', version: { number: 1, status: 'DRAFT', revision: 1 } },
    });
    const { version } = rough.question;

    const early = await send(ana, 'submitQuestionForReview', { versionId: version.id, expectedRevision: 1 });
    expect(early).toMatchObject({ __typename: 'InvalidQuestionError', path: ['input', 'versionId'] });
    expect(early.faults.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['prompt', 'probes', 'competencies', 'rubric.criteria']),
    );

    const saved = await send(ana, 'saveQuestionDraft', { versionId: version.id, document: sampleDocument(), expectedRevision: 1 });
    expect(saved.version).toMatchObject({ revision: 2, title: 'The job that ran twice', status: 'DRAFT' });
    expect(saved.version.contentHash).not.toBe(version.contentHash);

    const handed = await send(ana, 'submitQuestionForReview', { versionId: version.id, expectedRevision: 2 });
    expect(handed.version).toMatchObject({ status: 'IN_REVIEW', revision: 3 });
    const { reviewInbox } = await rob.client.ask(
      '{ reviewInbox { edges { node { id title scorerFields modelAnswer author { name } } } } }',
    );
    expect(reviewInbox.edges).toEqual([
      {
        node: {
          id: version.id,
          title: 'The job that ran twice',
          scorerFields: true,
          modelAnswer: expect.any(String),
          author: { name: 'Ana' },
        },
      },
    ]);

    expect(await approve(rob, handed.version)).toMatchObject({
      __typename: 'ReviewQuestionPayload',
      status: 'APPROVED',
      version: { status: 'APPROVED' },
    });
    const approved = await read(
      ana,
      version.id,
      'status approvedAt contentHash document reviews { verdict comment reviewer { name } } rubric { criteria { id title weight competency anchors { level text } } strongSignals }',
    );
    expect(approved).toMatchObject({
      status: 'APPROVED',
      approvedAt: expect.any(String),
      reviews: [{ verdict: 'APPROVE', reviewer: { name: 'Rob' } }],
    });
    expect(createHash('sha256').update(canonicalJson(approved.document)).digest('hex')).toBe(approved.contentHash);
    expect(approved.rubric.criteria[0]).toMatchObject({ id: 'c1', weight: 0.5, competency: 'st-diagnose-evidence' });
    expect(approved.rubric.criteria[0].anchors.map(({ level }: { level: number }) => level)).toEqual([1, 2, 3, 4, 5]);

    const lines = await world.owner.query(
      `SELECT action, member_id FROM audit_event WHERE organization_id = $1 AND action LIKE 'question.%' ORDER BY sequence`,
      [admin.organizationId],
    );
    expect(lines.map(({ action }: { action: string }) => action)).toEqual([
      'question.create',
      'question.edit',
      'question.submitForReview',
      'question.review',
    ]);
  });

  it('goes back to its author with a comment, and comes again', async () => {
    const version = await submitted(ana, 'back-and-forth');
    const reject = {
      versionId: version.id,
      verdict: 'REQUEST_CHANGES',
      contentHash: version.contentHash,
      expectedRevision: version.revision,
    };
    expect(await send(rob, 'reviewQuestion', { ...reject, comment: ' ' })).toMatchObject({
      __typename: 'ValidationError',
      path: ['input', 'comment'],
    });
    expect(await send(rob, 'reviewQuestion', { ...reject, comment: 'Anchor 2 is vague.' })).toMatchObject({
      status: 'DRAFT',
      version: null,
    });
    const back = await read(ana, version.id, `${VERSION} reviews { verdict comment contentHash }`);
    expect(back).toMatchObject({
      status: 'DRAFT',
      reviews: [{ verdict: 'REQUEST_CHANGES', comment: 'Anchor 2 is vague.', contentHash: version.contentHash }],
    });
    const again = await send(ana, 'submitQuestionForReview', { versionId: version.id, expectedRevision: back.revision });
    expect((await approve(rob, again.version)).status).toBe('APPROVED');
    expect((await read(ana, version.id, 'reviews { verdict }')).reviews.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      'APPROVE',
      'REQUEST_CHANGES',
    ]);
  });

  it('is withdrawn by its author, edited, and the reviewer who read the old content approves nothing', async () => {
    const version = await submitted(ana, 'withdrawn');
    const withdrawn = await send(ana, 'withdrawQuestion', { versionId: version.id, expectedRevision: version.revision });
    expect(withdrawn.version).toMatchObject({ status: 'DRAFT' });
    expect((await rob.client.ask('{ reviewInbox { edges { node { id } } } }')).reviewInbox.edges).toEqual([]);
    expect(await approve(rob, version)).toMatchObject({ __typename: 'NotFoundError' });
    const saved = await send(ana, 'saveQuestionDraft', {
      versionId: version.id,
      document: sampleDocument({ title: 'Changed' }),
      expectedRevision: withdrawn.version.revision,
    });
    const again = (await send(ana, 'submitQuestionForReview', { versionId: version.id, expectedRevision: saved.version.revision })).version;
    expect(await approve(rob, version)).toMatchObject({ __typename: 'RevisionConflictError', currentRevision: again.revision });
    expect(await approve(rob, { ...again, contentHash: version.contentHash })).toMatchObject({
      __typename: 'ConflictError',
      path: ['input', 'contentHash'],
    });
    expect((await approve(rob, again)).status).toBe('APPROVED');
  });

  it('changes only by a new version; the old one stays as it was', async () => {
    const version = await submitted(ana, 'versions');
    await approve(rob, version);
    const next = await send(ana, 'createQuestionVersion', { questionId: version.questionId });
    expect(next.question.version).toMatchObject({ number: 2, status: 'DRAFT', contentHash: version.contentHash });
    expect(await send(ana, 'createQuestionVersion', { questionId: version.questionId })).toMatchObject({
      __typename: 'ConflictError',
      path: ['input', 'questionId'],
    });
    const saved = await send(ana, 'saveQuestionDraft', {
      versionId: next.question.version.id,
      document: sampleDocument({ title: 'Second edition' }),
      expectedRevision: 1,
    });
    const faces = async (person: Person) =>
      (
        await person.client.ask(
          'query($id: ID!) { question(id: $id) { version { number title } versions { edges { node { number status } } } } }',
          {
            id: version.questionId,
          },
        )
      ).question;
    expect(await faces(ana)).toEqual({
      version: { number: 2, title: 'Second edition' },
      versions: edges({ number: 2, status: 'DRAFT' }, { number: 1, status: 'APPROVED' }),
    });
    expect(await faces(rob)).toEqual({
      version: { number: 1, title: 'The job that ran twice' },
      versions: edges({ number: 1, status: 'APPROVED' }),
    });

    const handed = await send(ana, 'submitQuestionForReview', { versionId: saved.version.id, expectedRevision: saved.version.revision });
    await approve(rob, handed.version);
    expect(await faces(rob)).toMatchObject({ version: { number: 2 }, versions: edges({ status: 'APPROVED' }, { status: 'APPROVED' }) });
    expect(await read(rob, version.id)).toMatchObject({
      title: 'The job that ran twice',
      contentHash: version.contentHash,
      status: 'APPROVED',
    });
  });

  it('is retired, kept, and brought back by a later version', async () => {
    const version = await submitted(ana, 'retired');
    await approve(rob, version);
    const { question } = await ana.client.ask('query($id: ID!) { question(id: $id) { revision } }', { id: version.questionId });
    expect(await send(ana, 'retireQuestion', { questionId: version.questionId, expectedRevision: question.revision - 1 })).toMatchObject({
      __typename: 'RevisionConflictError',
      currentRevision: question.revision,
    });
    const retired = await send(ana, 'retireQuestion', { questionId: version.questionId, expectedRevision: question.revision });
    expect(retired.question).toMatchObject({ retiredAt: expect.any(String), version: { status: 'RETIRED' } });
    expect(
      await send(ana, 'retireQuestion', { questionId: version.questionId, expectedRevision: retired.question.revision }),
    ).toMatchObject({ __typename: 'ConflictError' });
    expect(await read(rob, version.id)).toMatchObject({ status: 'RETIRED' });

    const next = (await send(rob, 'createQuestionVersion', { questionId: version.questionId })).question.version;
    const handed = (await send(rob, 'submitQuestionForReview', { versionId: next.id, expectedRevision: 1 })).version;
    expect((await approve(admin, handed)).status).toBe('APPROVED');
    expect(
      (
        await ana.client.ask('query($id: ID!) { question(id: $id) { retiredAt versions { edges { node { number status } } } } }', {
          id: version.questionId,
        })
      ).question,
    ).toEqual({
      retiredAt: null,
      versions: edges({ number: 2, status: 'APPROVED' }, { number: 1, status: 'RETIRED' }),
    });
  });

  it('needs four eyes: neither owner, nor author, nor anybody who wrote what it was copied from', async () => {
    const both = await world.member(admin, ['AUTHOR', 'REVIEWER'], 'Both');
    const own = await submitted(both, 'own-work');
    expect(await approve(both, own)).toMatchObject({ __typename: 'NotAllowedError', message: expect.stringContaining('Four eyes') });
    expect((await both.client.ask('{ reviewInbox { edges { node { id } } } }')).reviewInbox.edges).toEqual([]);
    await approve(rob, own);

    // Rob starts the next version of her question: she owns it, she wrote the text it was copied from.
    const next = (await send(rob, 'createQuestionVersion', { questionId: own.questionId })).question.version;
    const handed = (await send(rob, 'submitQuestionForReview', { versionId: next.id, expectedRevision: 1 })).version;
    expect(await approve(both, handed)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await approve(rob, handed)).toMatchObject({ __typename: 'NotAllowedError' });
    // And an administrator who once wrote on it may not either.
    await world.owner.query(
      'UPDATE question_version SET editor_ids = editor_ids || $3::uuid WHERE organization_id = $1 AND content_hash = $2 AND status = $4',
      [admin.organizationId, handed.contentHash, admin.memberId, 'IN_REVIEW'],
    );
    expect(await approve(admin, handed)).toMatchObject({ __typename: 'NotAllowedError' });
    const rita = await world.member(admin, ['REVIEWER'], 'Rita');
    expect((await approve(rita, handed)).status).toBe('APPROVED');
  });

  it('keeps four eyes and approved content in the database itself, whatever the application says', async () => {
    const version = await submitted(ana, 'frozen');
    const four = world.owner.query(
      `UPDATE question_version SET approved_by = author_id WHERE organization_id = $1 AND status = 'IN_REVIEW'`,
      [admin.organizationId],
    );
    await expect(four).rejects.toThrow('question_version_four_eyes_ck');
    await approve(rob, version);

    const asApplication = async (sql: string): Promise<number> => {
      const runner = world.owner.createQueryRunner();
      try {
        await runner.query('BEGIN');
        await runner.query(`SET LOCAL ROLE touchstone_app`);
        await runner.query(`SET LOCAL app.organization_id = '${admin.organizationId}'`);
        const { affected } = await runner.query(sql, [], true);
        return affected ?? 0;
      } finally {
        await runner.query('ROLLBACK');
        await runner.release();
      }
    };
    const approved = `status = 'APPROVED' AND title = 'The job that ran twice'`;
    expect(await asApplication(`SELECT 1 FROM question_version WHERE ${approved}`)).toBe(1);
    const fields = [`content_hash = content_hash`, `title = 'x'`, `status = 'DRAFT'`, `difficulty = 1`, `note = 'x'`];
    for (const change of [...fields, `approved_by = NULL`, `search = ''`, `competency_slugs = '{}'`]) {
      expect(await asApplication(`UPDATE question_version SET ${change} WHERE ${approved}`)).toBe(0);
    }
    for (const forbidden of [
      `UPDATE question_document SET document = '{}'`,
      'DELETE FROM question_document',
      'DELETE FROM question_version',
      `UPDATE question_review SET comment = 'x'`,
      'DELETE FROM question_review',
    ]) {
      await expect(asApplication(forbidden)).rejects.toThrow('permission denied');
    }
  });

  it('shows no content that is not what its hash says', async () => {
    const { version } = await draft(ana, 'tampered', { title: 'Never read before' });
    await world.owner.query(
      `UPDATE question_document SET document = replace(document, 'Never read before', 'Changed behind') WHERE organization_id = $1 AND content_hash = $2`,
      [admin.organizationId, version.contentHash],
    );
    const second = await world.secondServer();
    try {
      const response = await fetch(`${second.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${ana.token}` },
        body: JSON.stringify({ query: 'query($id: ID!) { questionVersion(id: $id) { title prompt } }', variables: { id: version.id } }),
      });
      const text = await response.text();
      expect(text).toContain('INTERNAL');
      expect(text).not.toContain('Changed behind');
    } finally {
      await second.close();
    }
  });
});
