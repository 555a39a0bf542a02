import { newId } from '@touchstone/platform/time/new-id';
import { type Person, World } from '@touchstone/testing';
import { approve, type BankAnswer, mutationText, sampleDocument, send, submitted, type VersionAnswer, VERSION } from './bank-desk';

const THREADS = `threads(first: 50) { edges { node { id place excerpt blocking contentHash openedAt resolvedAt revision opener { name } resolver { name }
  comments(first: 50) { edges { node { body createdAt author { name } } } } } } }`;

describe('a review', () => {
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
  const open = (person: Person, version: VersionAnswer, more: object = {}): Promise<BankAnswer> =>
    send(person, 'openQuestionThread', { versionId: version.id, body: 'Too vague.', expectedRevision: version.revision, ...more });
  const review = (person: Person, version: VersionAnswer, more: object): Promise<BankAnswer> =>
    send(person, 'reviewQuestion', {
      versionId: version.id,
      contentHash: version.contentHash,
      expectedRevision: version.revision,
      ...more,
    });
  const requestChanges = (person: Person, version: VersionAnswer): Promise<BankAnswer> =>
    review(person, version, { verdict: 'REQUEST_CHANGES', comment: 'See the threads.' });

  it('is talked over at its places, sent back with what was said, and shows what changed when it comes again', async () => {
    const version = await submitted(ana, 'talked-over');
    const vague = await open(rob, version, { place: '/rubric/criteria/0/anchors/2', blocking: true });
    expect(vague).toMatchObject({ __typename: 'OpenQuestionThreadPayload', thread: { revision: 1, resolvedAt: null } });
    await open(rob, version, { place: '', body: 'Good on the whole.' });
    const { reviewInbox } = await rob.client.ask(
      '{ reviewInbox { edges { node { slug openThreads { total blocking } lint { errors warnings } changesSinceReview { toHash } } } } }',
    );
    expect(reviewInbox.edges).toEqual([
      {
        node: {
          slug: 'talked-over',
          openThreads: { total: 2, blocking: 1 },
          lint: { errors: 0, warnings: expect.any(Number) },
          changesSinceReview: null,
        },
      },
    ]);

    expect(await approve(rob, version)).toMatchObject({
      __typename: 'ReviewBlockedError',
      code: 'REVIEW_BLOCKED',
      path: ['input', 'versionId'],
      blockingThreads: 1,
      findings: [],
    });
    expect((await requestChanges(rob, version)).status).toBe('DRAFT');

    const back = await read(ana, version.id, `${VERSION} ${THREADS}`);
    expect(back.threads.edges[0].node).toMatchObject({
      place: '/rubric/criteria/0/anchors/2',
      excerpt: 'Suspects the code without a line of evidence.',
      blocking: true,
      contentHash: version.contentHash,
      opener: { name: 'Rob' },
      resolver: null,
      comments: { edges: [{ node: { body: 'Too vague.', author: { name: 'Rob' } } }] },
    });
    const { id: threadId } = vague.thread;
    expect((await send(ana, 'addQuestionComment', { threadId, body: 'Sharper now.' })).__typename).toBe('AddQuestionCommentPayload');
    // Nobody lifts the objection to her own text.
    expect(await send(ana, 'resolveQuestionThread', { threadId, expectedRevision: 1 })).toMatchObject({
      __typename: 'NotAllowedError',
      path: ['input', 'threadId'],
    });
    const { rubric } = sampleDocument();
    const [first, ...others] = rubric!.criteria;
    const sharper = { ...first!, anchors: { ...first!.anchors, '2': 'Suspects the code and names no line of it.' } };
    const document = sampleDocument({ rubric: { ...rubric!, criteria: [sharper, ...others] } });
    const saved = (await send(ana, 'saveQuestionDraft', { versionId: version.id, document, expectedRevision: back.revision })).version;
    const again = (
      await send(ana, 'submitQuestionForReview', { versionId: version.id, expectedRevision: saved.revision, note: 'Anchor 2 is sharper.' })
    ).version;

    const seen = await read(rob, version.id, `note changesSinceReview { fromHash toHash scoringTouched changes { words } } ${THREADS}`);
    expect(seen).toMatchObject({
      note: 'Anchor 2 is sharper.',
      changesSinceReview: {
        fromHash: version.contentHash,
        toHash: again.contentHash,
        scoringTouched: true,
        changes: [{ words: expect.stringContaining('anchor for level 2') }],
      },
    });
    expect(seen.threads.edges[0].node.comments.edges.map(({ node }: { node: { body: string } }) => node.body)).toEqual([
      'Too vague.',
      'Sharper now.',
    ]);
    expect(await approve(rob, again)).toMatchObject({ __typename: 'ReviewBlockedError', blockingThreads: 1 });
    const resolved = await send(rob, 'resolveQuestionThread', { threadId, expectedRevision: 1 });
    expect(resolved.thread).toMatchObject({ revision: 2, resolvedAt: expect.any(String) });
    expect((await approve(rob, again)).status).toBe('APPROVED');
    expect((await read(ana, version.id, THREADS)).threads.edges[0].node).toMatchObject({ resolver: { name: 'Rob' } });

    for (const [name, input] of [
      ['addQuestionComment', { body: 'Too late.' }],
      ['reopenQuestionThread', { expectedRevision: 2 }],
    ] as const)
      expect(await send(rob, name, { threadId, ...input })).toMatchObject({ __typename: 'ConflictError', path: ['input', 'threadId'] });
    const trail = await world.owner.query(
      `SELECT action FROM audit_event WHERE organization_id = $1 AND subject_type = 'QuestionThread' ORDER BY sequence`,
      [admin.organizationId],
    );
    expect(trail.map(({ action }: { action: string }) => action)).toEqual([
      'question.openThread',
      'question.openThread',
      'question.comment',
      'question.resolveThread',
    ]);
  });

  it('opens no thread on a draft, a withdrawn version or an approved one, and none at a place that is not there', async () => {
    const version = await submitted(ana, 'states-of-threads');
    for (const place of ['rubric', '/rubric/criteria/9', '/nowhere', '/title/0', '/~x', '/__proto__', '/rubric/criteria/-'])
      expect([place, await open(rob, version, { place })]).toMatchObject([
        place,
        { __typename: 'ValidationError', path: ['input', 'place'] },
      ]);
    expect((await open(rob, version, { place: '/scoringNotes' })).__typename).toBe('OpenQuestionThreadPayload');
    expect(await open(rob, { ...version, revision: version.revision - 1 })).toMatchObject({ __typename: 'RevisionConflictError' });
    const { thread } = await open(rob, version);
    const withdrawn = (await send(ana, 'withdrawQuestion', { versionId: version.id, expectedRevision: version.revision })).version;
    expect(await open(rob, withdrawn)).toMatchObject({ __typename: 'NotFoundError', path: ['input', 'versionId'] });
    expect(await open(ana, withdrawn)).toMatchObject({ __typename: 'ConflictError', path: ['input', 'versionId'] });
    expect(await send(rob, 'addQuestionComment', { threadId: thread.id, body: 'x' })).toMatchObject({ __typename: 'NotFoundError' });
    expect((await send(ana, 'addQuestionComment', { threadId: thread.id, body: 'Seen.' })).__typename).toBe('AddQuestionCommentPayload');
    expect((await send(ana, 'resolveQuestionThread', { threadId: thread.id, expectedRevision: 1 })).thread.revision).toBe(2);
    const again = (await send(ana, 'submitQuestionForReview', { versionId: version.id, expectedRevision: withdrawn.revision })).version;
    expect((await approve(rob, again)).status).toBe('APPROVED');
    expect(await open(rob, { ...again, revision: again.revision + 1 })).toMatchObject({ __typename: 'ConflictError' });
  });

  it('answers a replayed key as before, other input under it with an error, a stale revision with the present one', async () => {
    const version = await submitted(ana, 'replays');
    const idempotencyKey = newId();
    const first = await open(rob, version, { idempotencyKey, blocking: true });
    expect(await open(rob, version, { idempotencyKey, blocking: true })).toEqual(first);
    expect(await open(rob, version, { idempotencyKey, blocking: false })).toMatchObject({ __typename: 'IdempotencyMismatchError' });
    const { id: threadId } = first.thread;
    const comment = { threadId, body: 'Once.', idempotencyKey: newId() };
    await send(ana, 'addQuestionComment', comment);
    await send(ana, 'addQuestionComment', comment);
    expect(await send(ana, 'addQuestionComment', { ...comment, body: 'Twice.' })).toMatchObject({ __typename: 'IdempotencyMismatchError' });
    const { threads, openThreads } = await read(rob, version.id, `openThreads { total blocking } ${THREADS}`);
    expect(openThreads).toEqual({ total: 1, blocking: 1 });
    expect(threads.edges[0].node.comments.edges).toHaveLength(2);

    expect((await send(rob, 'resolveQuestionThread', { threadId, expectedRevision: 1 })).thread.revision).toBe(2);
    expect(await send(rob, 'resolveQuestionThread', { threadId, expectedRevision: 1 })).toMatchObject({
      __typename: 'RevisionConflictError',
      currentRevision: 2,
    });
    expect(await send(rob, 'resolveQuestionThread', { threadId, expectedRevision: 2 })).toMatchObject({ __typename: 'ConflictError' });
    expect((await send(rob, 'reopenQuestionThread', { threadId, expectedRevision: 2 })).thread).toMatchObject({
      resolvedAt: null,
      revision: 3,
    });
    const racing = await Promise.all([1, 2, 3].map(() => send(rob, 'resolveQuestionThread', { threadId, expectedRevision: 3 })));
    expect(racing.map(({ __typename }) => __typename).sort()).toEqual([
      'ResolveQuestionThreadPayload',
      'RevisionConflictError',
      'RevisionConflictError',
    ]);
  });

  it('is for those who see the version and may read its rubric; elsewhere there is no such thread', async () => {
    const version = await submitted(ana, 'who-reads');
    const { thread } = await open(rob, version, { body: 'Only for us.' });
    const node = async (person: Person) => (await person.client.ask('query($id: ID!) { node(id: $id) { id } }', { id: thread.id })).node;
    const others = await Promise.all(
      (['AUTHOR', 'COORDINATOR', 'HIRING_MANAGER', 'INTERVIEWER', 'AUDITOR'] as const).map((role) => world.member(admin, [role])),
    );
    for (const person of others) expect([await node(person), await read(person, version.id, 'id')]).toEqual([null, null]);
    const abe = others[0]!;
    for (const [name, input] of [
      ['addQuestionComment', { body: 'x' }],
      ['resolveQuestionThread', { expectedRevision: 1 }],
      ['reopenQuestionThread', { expectedRevision: 1 }],
    ] as const) {
      const unknown = await send(abe, name, { threadId: `${thread.id.slice(0, -2)}AA`, ...input });
      for (const person of [abe, await world.organization()])
        expect(await send(person, name, { threadId: thread.id, ...input })).toMatchObject({
          __typename: 'NotFoundError',
          message: unknown.message,
        });
    }
    for (const person of [ana, rob, admin]) expect(await node(person)).toEqual({ id: thread.id });

    await approve(rob, version);
    const said = `openThreads { total } lint { errors } text note changesSinceReview { toHash } ${THREADS}`;
    for (const role of ['COORDINATOR', 'INTERVIEWER', 'AUDITOR'] as const) {
      const person = await world.member(admin, [role]);
      expect(await node(person)).toBeNull();
      expect(await read(person, version.id, said)).toEqual({
        openThreads: null,
        lint: null,
        text: null,
        note: null,
        changesSinceReview: null,
        threads: null,
      });
    }
    expect((await read(others[2]!, version.id, said)).threads.edges).toHaveLength(1);
  });

  it('takes long texts whole, and refuses longer and blank ones by their name', async () => {
    const version = await submitted(ana, 'long-texts');
    const body = `\u{1F50D}${'wort '.repeat(1_999)}end.`;
    const { thread } = await open(rob, version, { body });
    const { threads } = await read(ana, version.id, THREADS);
    expect(threads.edges[0].node.comments.edges[0].node.body).toBe(body);
    const refused = async (name: 'openQuestionThread' | 'addQuestionComment', input: object) =>
      rob.client.refusal(mutationText(name), { input: { idempotencyKey: newId(), ...input } });
    for (const bad of ['x'.repeat(10_001), ' \n ', '', 'a\u0000b', '\ud800']) {
      expect(await refused('openQuestionThread', { versionId: version.id, expectedRevision: version.revision, body: bad })).toBe(
        'BAD_USER_INPUT',
      );
      expect(await refused('addQuestionComment', { threadId: thread.id, body: bad })).toBe('BAD_USER_INPUT');
    }
    expect(await refused('openQuestionThread', { versionId: version.id, expectedRevision: 0, body: 'x' })).toBe('BAD_USER_INPUT');
    expect(await refused('openQuestionThread', { versionId: version.id, expectedRevision: 2, body: 'x', place: '/'.repeat(501) })).toBe(
      'BAD_USER_INPUT',
    );
  });
});
