import { type Person, World } from '@touchstone/testing';
import { approve, approveInSpite, sampleDocument, sampleQuestion, send, submitted, type VersionAnswer } from './bank-desk';

const DIFF = `fromHash toHash scoringTouched changes { path kind words before after scoring parts { kind text } lines { before after } } sideBySide { before after }`;

interface Change {
  readonly path: readonly string[];
  readonly kind: string;
  readonly words: string;
  readonly scoring: boolean;
  readonly parts: readonly { readonly kind: string; readonly text: string }[];
}

describe('the history of a question', () => {
  let world: World;
  let admin: Person;
  let ana: Person;
  let rob: Person;
  let first: VersionAnswer;
  let second: VersionAnswer;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization();
    ana = await world.member(admin, ['AUTHOR'], 'Ana');
    rob = await world.member(admin, ['REVIEWER'], 'Rob');
    first = await submitted(ana, 'grown');
    await approve(rob, first);
    const { version: draft } = (await send(ana, 'createQuestionVersion', { questionId: first.questionId })).question;
    const { rubric } = sampleDocument();
    const changed = sampleDocument({
      title: 'The job that ran thrice',
      prompt: 'What happened, and how can you know?',
      rubric: { ...rubric!, criteria: rubric!.criteria.map((each, at) => (at === 0 ? { ...each, title: 'Finds the culprit' } : each)) },
      modelAnswer: `${sampleQuestion.modelAnswer}\nAnd a third.`,
      tags: ['incident'],
      biasCheck: undefined,
    });
    const saved = (await send(ana, 'saveQuestionDraft', { versionId: draft.id, document: changed, expectedRevision: 1 })).version;
    second = (await send(ana, 'submitQuestionForReview', { versionId: saved.id, expectedRevision: 2, note: ' Sharper prompt. ' })).version;
  });
  afterAll(() => world.close());

  const compare = async (person: Person, from: string, to: string, fields = DIFF) =>
    (await person.client.ask(`query($f: ID!, $t: ID!) { questionVersionDiff(from: $f, to: $t) { ${fields} } }`, { f: from, t: to }))
      .questionVersionDiff;

  it('is told in words, word by word and side by side, and says that scores can move', async () => {
    const diff = await compare(rob, first.id, second.id);
    expect(diff).toMatchObject({ fromHash: first.contentHash, toHash: second.contentHash, scoringTouched: true });
    const by = new Map<string, Change>(diff.changes.map((change: Change) => [change.path.join('.'), change]));
    expect([...by.keys()]).toEqual(['title', 'tags', 'prompt', 'rubric.criteria.c1.title', 'modelAnswer', 'biasCheck']);
    expect(by.get('title')).toMatchObject({
      kind: 'CHANGED',
      words: 'Title: The job that ran twice → The job that ran thrice.',
      scoring: false,
      parts: [
        { kind: 'SAME', text: 'The job that ran ' },
        { kind: 'REMOVED', text: 'twice' },
        { kind: 'ADDED', text: 'thrice' },
      ],
    });
    expect(by.get('prompt')).toMatchObject({ scoring: true });
    expect(by.get('rubric.criteria.c1.title')).toMatchObject({ scoring: true, before: 'Finds the cause', after: 'Finds the culprit' });
    expect(by.get('biasCheck')).toMatchObject({ kind: 'REMOVED', after: null, words: 'Bias check: removed.' });
    expect(by.get('modelAnswer')).toMatchObject({
      lines: [
        { before: sampleQuestion.modelAnswer, after: sampleQuestion.modelAnswer },
        { before: null, after: 'And a third.' },
      ],
    });
    expect(diff.sideBySide).toContainEqual({ before: 'title: The job that ran twice', after: 'title: The job that ran thrice' });

    const back = await compare(rob, second.id, first.id, 'changes { path kind }');
    expect(back.changes.find(({ path }: Change) => path[0] === 'biasCheck')).toMatchObject({ kind: 'ADDED' });
    expect(await compare(rob, first.id, first.id)).toMatchObject({ changes: [], scoringTouched: false });
  });

  it('shows others only what is open, once they may know of both versions at all', async () => {
    const ida = await world.member(admin, ['INTERVIEWER']);
    expect(await compare(ida, first.id, second.id)).toBeNull();
    await approveInSpite(rob, second, { comment: '', reason: 'Known, and mended next.' });
    for (const role of ['INTERVIEWER', 'COORDINATOR', 'AUDITOR'] as const) {
      const diff = await compare(await world.member(admin, [role]), first.id, second.id);
      expect(diff.changes.map(({ path }: Change) => path.join('.'))).toEqual(['title', 'tags', 'prompt']);
      expect(diff).toMatchObject({ scoringTouched: null, sideBySide: null });
      expect(JSON.stringify(diff)).not.toContain('culprit');
    }
    for (const role of ['ADMIN', 'AUTHOR', 'REVIEWER', 'HIRING_MANAGER'] as const)
      expect((await compare(await world.member(admin, [role]), first.id, second.id)).changes).toHaveLength(6);
    const elsewhere = await world.organization();
    expect(await compare(elsewhere, first.id, second.id)).toBeNull();
    expect(await compare(rob, first.questionId, second.id)).toBeNull();
  });

  it('lists versions page by page, newest first, with who, when and why', async () => {
    const page = async (person: Person, args: string) =>
      (
        await person.client.ask(
          `query($id: ID!) { question(id: $id) { versions(${args}) { edges { node { number status note contentHash createdAt author { name } } } pageInfo { hasNextPage endCursor } } } }`,
          { id: first.questionId },
        )
      ).question.versions;
    const newest = await page(ana, 'first: 1');
    expect(newest).toMatchObject({
      edges: [{ node: { number: 2, note: 'Sharper prompt.', contentHash: second.contentHash, author: { name: 'Ana' } } }],
      pageInfo: { hasNextPage: true },
    });
    const rest = await page(ana, `first: 1, after: "${newest.pageInfo.endCursor}"`);
    expect(rest).toMatchObject({ edges: [{ node: { number: 1, note: null } }], pageInfo: { hasNextPage: false } });
    expect((await page(await world.member(admin, ['INTERVIEWER']), 'first: 5')).edges[0].node.note).toBeNull();
    const other = await submitted(ana, 'other-history');
    expect(
      await ana.client.refusal(
        `query($id: ID!) { question(id: $id) { versions(first: 1, after: "${newest.pageInfo.endCursor}") { edges { cursor } } } }`,
        {
          id: other.questionId,
        },
      ),
    ).toBe('BAD_USER_INPUT');
  });

  it('leaves out what somebody may not know of, without a gap in the page', async () => {
    const { version } = (await send(ana, 'createQuestionVersion', { questionId: first.questionId })).question;
    const numbers = async (person: Person) =>
      (
        await person.client.ask(
          'query($id: ID!) { question(id: $id) { versions(first: 2) { edges { node { number } } pageInfo { hasNextPage } } } }',
          {
            id: version.questionId,
          },
        )
      ).question.versions;
    expect(await numbers(ana)).toMatchObject({
      edges: [{ node: { number: 3 } }, { node: { number: 2 } }],
      pageInfo: { hasNextPage: true },
    });
    expect(await numbers(rob)).toMatchObject({
      edges: [{ node: { number: 2 } }, { node: { number: 1 } }],
      pageInfo: { hasNextPage: false },
    });
  });
});
