import { newId } from '@touchstone/platform/time/new-id';
import { type Person, World } from '@touchstone/testing';
import { approve, type BankMutation, draft, mutationText, sampleDocument, send, submitted } from './bank-desk';

const HASH = 'a'.repeat(64);

describe('what the bank refuses', () => {
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

  it('a document with faults, each with its place and how to mend it', async () => {
    const document = { ...sampleDocument(), title: '', kind: 'riddle', difficulty: 9, surprise: 1, minutes: { target: 0 } };
    const refused = await send(ana, 'createQuestion', { slug: 'faulty', document });
    expect(refused).toMatchObject({ __typename: 'InvalidQuestionError', code: 'INVALID_QUESTION', path: ['input', 'document'] });
    expect(refused.faults.map(({ path }: { path: string }) => path).sort()).toEqual([
      'difficulty',
      'kind',
      'minutes.target',
      'surprise',
      'title',
    ]);
    expect(refused.faults.every(({ message, code }: { message: string; code: string }) => message.length > 10 && code !== '')).toBe(true);
    const one = async (change: object, slug = 'faulty') =>
      (await send(ana, 'createQuestion', { slug, document: { ...sampleDocument(), ...change } })).faults.map(
        ({ path }: { path: string }) => path,
      );
    expect(await one({ category: 'no-such-category' })).toEqual(['category']);
    expect(await one({ id: 'another-slug' })).toEqual(['id']);
    expect(await one({}, 'Not A Slug')).toEqual(['id']);
    expect(await one({ prompt: 'a\u0000b' })).toEqual(['prompt']);
    expect(await one({ prompt: 'x'.repeat(20_001) })).toEqual(['prompt']);
    expect(await one({ prompt: '\ud800' })).toEqual(['prompt']);
    const traps = JSON.parse('{ "then": 1, "toJSON": 5, "toString": null, "hasOwnProperty": 1, "valueOf": {} }') as object;
    expect((await send(ana, 'createQuestion', { slug: 'trapped', document: { ...sampleDocument(), ...traps } })).__typename).toBe(
      'InvalidQuestionError',
    );
    // Keys that would reach prototypes are stopped at the door as JSON, and have no effect when written out in the operation.
    const input = JSON.parse('{ "slug": "proto", "idempotencyKey": "p", "document": { "__proto__": { "title": "Inherited" } } }') as object;
    expect(await ana.client.refusal(mutationText('createQuestion'), { input })).toBe('BAD_USER_INPUT');
    const literal = `mutation { createQuestion(input: { slug: "proto", idempotencyKey: "p", document: { __proto__: { title: "Inherited" }, category: "spark-tuning", kind: "case", difficulty: 2, minutes: { target: 5 } } }) { __typename } }`;
    expect((await ana.client.ask(literal)).createQuestion.__typename).toBe('InvalidQuestionError');
  });

  it('a document that is none', async () => {
    const refusal = (document: unknown) =>
      ana.client.refusal(mutationText('createQuestion'), { input: { slug: 'none', idempotencyKey: newId(), document } });
    const deep = (levels: number): object => (levels === 0 ? {} : { a: deep(levels - 1) });
    for (const document of [
      7,
      [],
      null,
      true,
      deep(20),
      { exhibits: Array.from({ length: 25_000 }, () => 1) },
      { prompt: 'x'.repeat(650_000) },
    ]) {
      expect(await refusal(document)).toMatch(/^(BAD_USER_INPUT|LIMIT_EXCEEDED|PAYLOAD_TOO_LARGE)$/);
    }
    expect(await send(ana, 'createQuestion', { slug: 'none', document: 'text' })).toMatchObject({ __typename: 'InvalidQuestionError' });
    const literal = `mutation { createQuestion(input: { slug: "written-out", idempotencyKey: "k", document: { title: "T", category: "spark-tuning", kind: "case", difficulty: 2, minutes: { target: 7.5 } } }) {
      ... on CreateQuestionPayload { question { version { minutes timing { target } } } } } }`;
    expect((await ana.client.ask(literal)).createQuestion.question.version).toEqual({ minutes: 8, timing: { target: 7.5 } });
  });

  it('a slug that is taken, in this organization only', async () => {
    await draft(ana, 'taken');
    expect(await send(rob, 'createQuestion', { slug: 'taken', document: sampleDocument() })).toMatchObject({
      __typename: 'ConflictError',
      path: ['input', 'slug'],
    });
    const elsewhere = await world.organization();
    expect((await send(elsewhere, 'createQuestion', { slug: 'taken', document: sampleDocument() })).__typename).toBe(
      'CreateQuestionPayload',
    );
    const racing = await Promise.all([1, 2, 3].map(() => send(ana, 'createQuestion', { slug: 'raced', document: sampleDocument() })));
    expect(racing.map(({ __typename }) => __typename).sort()).toEqual(['ConflictError', 'ConflictError', 'CreateQuestionPayload']);
  });

  it('the same key with other input; the same key with the same input is one change', async () => {
    const idempotencyKey = newId();
    const first = await send(ana, 'createQuestion', { slug: 'once', document: sampleDocument(), idempotencyKey });
    const replay = await send(ana, 'createQuestion', { slug: 'once', document: sampleDocument(), idempotencyKey });
    expect(replay).toEqual(first);
    expect(await send(ana, 'createQuestion', { slug: 'twice', document: sampleDocument(), idempotencyKey })).toMatchObject({
      __typename: 'IdempotencyMismatchError',
    });

    const { version } = first.question;
    const submit = { versionId: version.id, expectedRevision: version.revision, idempotencyKey: newId() };
    const submits = await Promise.all([send(ana, 'submitQuestionForReview', submit), send(ana, 'submitQuestionForReview', submit)]);
    expect(submits[0]).toEqual(submits[1]);
    expect(await send(ana, 'submitQuestionForReview', { ...submit, expectedRevision: 99 })).toMatchObject({
      __typename: 'IdempotencyMismatchError',
    });

    const inReview = submits[0].version;
    const review = {
      versionId: inReview.id,
      verdict: 'APPROVE',
      contentHash: inReview.contentHash,
      expectedRevision: inReview.revision,
      idempotencyKey: newId(),
    };
    expect(await send(rob, 'reviewQuestion', review)).toEqual(await send(rob, 'reviewQuestion', review));
    expect(await send(rob, 'reviewQuestion', { ...review, comment: 'other' })).toMatchObject({ __typename: 'IdempotencyMismatchError' });
    const [{ count }] = await world.owner.query(
      `SELECT count(*)::int FROM question_review r JOIN question_version v ON v.organization_id = r.organization_id AND v.id = r.version_id JOIN question q ON q.organization_id = v.organization_id AND q.id = v.question_id WHERE q.organization_id = $1 AND q.slug = 'once'`,
      [admin.organizationId],
    );
    expect(count).toBe(1);

    const next = { questionId: first.question.id, idempotencyKey: newId() };
    expect(await send(ana, 'createQuestionVersion', next)).toEqual(await send(ana, 'createQuestionVersion', next));
    const other = await submitted(ana, 'once-other');
    expect(await send(ana, 'createQuestionVersion', { ...next, questionId: other.questionId })).toMatchObject({
      __typename: 'IdempotencyMismatchError',
    });
  });

  it('a change to what has changed since, or stands in another state', async () => {
    const { version } = await draft(ana, 'states');
    const save = { versionId: version.id, document: sampleDocument({ title: 'New' }), expectedRevision: 1 };
    const saves = await Promise.all([send(ana, 'saveQuestionDraft', save), send(ana, 'saveQuestionDraft', save)]);
    expect(saves.map(({ __typename }) => __typename).sort()).toEqual(['RevisionConflictError', 'SaveQuestionDraftPayload']);
    expect(saves.find(({ __typename }) => __typename === 'RevisionConflictError')).toMatchObject({
      currentRevision: 2,
      path: ['input', 'expectedRevision'],
    });
    expect(await send(ana, 'submitQuestionForReview', { versionId: version.id, expectedRevision: 1 })).toMatchObject({
      __typename: 'RevisionConflictError',
    });
    expect(await send(ana, 'withdrawQuestion', { versionId: version.id, expectedRevision: 2 })).toMatchObject({
      __typename: 'ConflictError',
    });
    expect(await send(ana, 'saveQuestionDraft', { ...save, expectedRevision: 2, document: { title: 'x' } })).toMatchObject({
      __typename: 'InvalidQuestionError',
    });
    const { version: handed } = await send(ana, 'submitQuestionForReview', { versionId: version.id, expectedRevision: 2 });
    expect(await send(ana, 'saveQuestionDraft', { ...save, expectedRevision: 3 })).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('in review'),
    });
    expect(await send(ana, 'submitQuestionForReview', { versionId: version.id, expectedRevision: 3 })).toMatchObject({
      __typename: 'ConflictError',
    });
    expect(await send(ana, 'withdrawQuestion', { versionId: version.id, expectedRevision: 2 })).toMatchObject({
      __typename: 'RevisionConflictError',
    });
    expect(await send(ana, 'retireQuestion', { questionId: version.questionId, expectedRevision: 1 })).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('approved'),
    });
    await approve(rob, handed);
    expect(await approve(rob, { ...handed, revision: handed.revision + 1 })).toMatchObject({ __typename: 'ConflictError' });
    for (const name of ['saveQuestionDraft', 'submitQuestionForReview', 'withdrawQuestion'] as const) {
      expect(
        await send(ana, name, {
          versionId: version.id,
          expectedRevision: 4,
          ...(name === 'saveQuestionDraft' && { document: sampleDocument() }),
        }),
      ).toMatchObject({ __typename: 'ConflictError' });
    }
  });

  it('one reviewer after the other: only the first verdict counts', async () => {
    const version = await submitted(ana, 'two-reviewers');
    const rita = await world.member(admin, ['REVIEWER']);
    const verdicts = await Promise.all([approve(rob, version), approve(rita, version), approve(admin, version)]);
    expect(verdicts.map(({ __typename }) => __typename).sort()).toEqual(['ConflictError', 'ConflictError', 'ReviewQuestionPayload']);
  });

  it('malformed input, by name of the field', async () => {
    const { version } = await draft(ana, 'malformed');
    const cases: readonly [Person, BankMutation, object][] = [
      [ana, 'createQuestion', { slug: 'a\u0000', document: {}, idempotencyKey: 'k' }],
      [ana, 'createQuestion', { slug: 'x'.repeat(81), document: {}, idempotencyKey: 'k' }],
      [ana, 'createQuestion', { slug: 'x', document: {}, idempotencyKey: 'has space' }],
      [ana, 'createQuestion', { slug: 'x', document: {}, idempotencyKey: 'k', authorId: 'me' }],
      [ana, 'saveQuestionDraft', { versionId: version.id, document: {}, expectedRevision: 0 }],
      [ana, 'saveQuestionDraft', { versionId: version.id, document: {}, expectedRevision: 1.5 }],
      [ana, 'submitQuestionForReview', { versionId: 'x'.repeat(101), expectedRevision: 1, idempotencyKey: 'k' }],
      [rob, 'reviewQuestion', { versionId: version.id, verdict: 'MAYBE', contentHash: HASH, expectedRevision: 1, idempotencyKey: 'k' }],
      [
        rob,
        'reviewQuestion',
        { versionId: version.id, verdict: 'APPROVE', contentHash: 'short', expectedRevision: 1, idempotencyKey: 'k' },
      ],
      [
        rob,
        'reviewQuestion',
        {
          versionId: version.id,
          verdict: 'APPROVE',
          contentHash: HASH,
          comment: 'x'.repeat(10_001),
          expectedRevision: 1,
          idempotencyKey: 'k',
        },
      ],
    ];
    for (const [person, name, input] of cases)
      expect([name, await person.client.refusal(mutationText(name), { input })]).toEqual([
        name,
        expect.stringMatching(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/),
      ]);
  });
});
