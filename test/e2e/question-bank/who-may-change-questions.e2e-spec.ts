import { type Person, World } from '@touchstone/testing';
import { approve, type BankMutation, draft, mutationText, sampleDocument, send } from './bank-desk';

const HASH = 'a'.repeat(64);

describe('who may change what in the bank', () => {
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

  it('the draft of another: it is not there, for whom it is there it is not hers', async () => {
    const { questionId, version } = await draft(ana, 'secret-draft');
    const abe = await world.member(admin, ['AUTHOR']);
    const read = 'query($q: ID!, $v: ID!) { question(id: $q) { slug } questionVersion(id: $v) { slug } nodes(ids: [$q, $v]) { id } }';
    for (const person of [abe, rob, await world.member(admin, ['HIRING_MANAGER', 'INTERVIEWER', 'COORDINATOR', 'AUDITOR'])]) {
      expect(await person.client.ask(read, { q: questionId, v: version.id })).toEqual({
        question: null,
        questionVersion: null,
        nodes: [null, null],
      });
    }
    expect((await admin.client.ask(read, { q: questionId, v: version.id })).questionVersion).toEqual({ slug: 'secret-draft' });
    const save = { versionId: version.id, document: sampleDocument(), expectedRevision: 1 };
    expect(await send(abe, 'saveQuestionDraft', save)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await send(admin, 'saveQuestionDraft', save)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await send(admin, 'submitQuestionForReview', { versionId: version.id, expectedRevision: 1 })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await send(abe, 'createQuestionVersion', { questionId })).toMatchObject({ __typename: 'NotFoundError' });

    const { version: handed } = await send(ana, 'submitQuestionForReview', { versionId: version.id, expectedRevision: 1 });
    expect((await rob.client.ask(read, { q: questionId, v: version.id })).question).toEqual({ slug: 'secret-draft' });
    expect(await send(rob, 'withdrawQuestion', { versionId: version.id, expectedRevision: 2 })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect((await abe.client.ask(read, { q: questionId, v: version.id })).question).toBeNull();
    await approve(rob, handed);
    expect((await abe.client.ask(read, { q: questionId, v: version.id })).question).toEqual({ slug: 'secret-draft' });
    expect(await send(abe, 'createQuestionVersion', { questionId })).toMatchObject({
      __typename: 'NotAllowedError',
      path: ['input', 'questionId'],
    });
    expect(await send(abe, 'retireQuestion', { questionId, expectedRevision: 2 })).toMatchObject({
      __typename: 'NotAllowedError',
      path: ['input', 'questionId'],
    });
  });

  const inputs = (ids: { question: string; version: string }): Readonly<Record<Exclude<BankMutation, 'createQuestion'>, object>> => ({
    createQuestionVersion: { questionId: ids.question, idempotencyKey: 'k' },
    saveQuestionDraft: { versionId: ids.version, document: sampleDocument(), expectedRevision: 1 },
    submitQuestionForReview: { versionId: ids.version, expectedRevision: 1, idempotencyKey: 'k' },
    withdrawQuestion: { versionId: ids.version, expectedRevision: 1 },
    reviewQuestion: { versionId: ids.version, verdict: 'APPROVE', contentHash: HASH, expectedRevision: 1, idempotencyKey: 'k' },
    retireQuestion: { questionId: ids.question, expectedRevision: 1 },
    applyLintFix: { versionId: ids.version, expectedRevision: 1 },
    openQuestionThread: { versionId: ids.version, body: 'x', expectedRevision: 1, idempotencyKey: 'k' },
    addQuestionComment: { threadId: ids.version, body: 'x', idempotencyKey: 'k' },
    resolveQuestionThread: { threadId: ids.version, expectedRevision: 1 },
    reopenQuestionThread: { threadId: ids.version, expectedRevision: 1 },
  });

  it('every change by those without the permission, and by strangers', async () => {
    const { questionId, version } = await draft(ana, 'by-role');
    const all = {
      createQuestion: { slug: 'x', document: sampleDocument(), idempotencyKey: 'k' },
      ...inputs({ question: questionId, version: version.id }),
    };
    const outsiders = await Promise.all(
      (['COORDINATOR', 'HIRING_MANAGER', 'INTERVIEWER', 'AUDITOR'] as const).map((role) => world.member(admin, [role])),
    );
    for (const [name, input] of Object.entries(all)) {
      for (const person of outsiders)
        expect([name, await person.client.refusal(mutationText(name as BankMutation), { input })]).toEqual([name, 'FORBIDDEN']);
      expect(await world.stranger.refusal(mutationText(name as BankMutation), { input })).toBe('UNAUTHENTICATED');
    }
    expect(await ana.client.refusal(mutationText('reviewQuestion'), { input: all.reviewQuestion })).toBe('FORBIDDEN');
    expect(await ana.client.refusal('{ reviewInbox { edges { node { id } } } }')).toBe('FORBIDDEN');
    for (const query of [
      '{ questions { totalCount } }',
      '{ questionFacets { total } }',
      '{ reviewInbox { totalCount } }',
      '{ question(id: "x") { id } }',
      '{ questionVersion(id: "x") { id } }',
      '{ questionVersionDiff(from: "x", to: "x") { toHash } }',
      '{ lintQuestion(document: "x") { errors } }',
    ]) {
      expect(await world.stranger.refusal(query)).toBe('UNAUTHENTICATED');
    }
  });

  it('ids of another organization, of another noun, and nonsense, all in the same words', async () => {
    const elsewhere = await world.organization();
    const foreign = await draft(elsewhere, 'foreign');
    const { questionId, version } = await draft(ana, 'not-foreign');
    const double = await world.member(admin, ['ADMIN', 'REVIEWER', 'AUTHOR']);
    const answers = new Set<string>();
    for (const ids of [
      { question: foreign.questionId, version: foreign.version.id },
      { question: version.id, version: questionId },
      { question: 'Question_x', version: '\u00e9' },
      { question: '', version: '' },
    ]) {
      for (const [name, input] of Object.entries(inputs(ids))) {
        if (ids.question === '') {
          expect(await double.client.refusal(mutationText(name as BankMutation), { input })).toBe('BAD_USER_INPUT');
          continue;
        }
        const answer = (await double.client.ask(mutationText(name as BankMutation), { input }))[name];
        expect(answer).toMatchObject({ __typename: 'NotFoundError' });
        answers.add(`${name} ${answer.message} ${answer.path}`);
      }
      const read = await double.client.ask(
        'query($q: ID!, $v: ID!) { question(id: $q) { slug } questionVersion(id: $v) { slug } nodes(ids: [$q, $v]) { id } }',
        { q: foreign.questionId, v: foreign.version.id },
      );
      expect(read).toEqual({ question: null, questionVersion: null, nodes: [null, null] });
    }
    expect(answers.size).toBe(Object.keys(inputs({ question: '', version: '' })).length);
    expect(
      await world.owner.query('SELECT revision FROM question_version WHERE organization_id = $1 AND number = 1 AND status = $2', [
        elsewhere.organizationId,
        'DRAFT',
      ]),
    ).toEqual([{ revision: 1 }]);
  });
});
