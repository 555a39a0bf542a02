import { globalId } from '@touchstone/platform/graphql';
import { type Person, World } from '@touchstone/testing';
import { QuestionRights } from '../../../apps/api/src/features/question-bank';
import { approveInSpite, sampleDocument, sampleQuestion, send, submitted } from './bank-desk';

/** The sample with a canary in every text that is for scorers. */
const canaries: string[] = [];
const canary = (place: string): string => {
  const word = `zqx${place.toLowerCase().replace(/[^a-z0-9]/g, '')}`;
  canaries.push(word);
  return word;
};
const secretDocument = sampleDocument({
  construct: canary('construct'),
  notMeasured: canary('notMeasured'),
  scriptNotes: canary('scriptNotes'),
  ifNoSuchCase: canary('ifNoSuchCase'),
  hintPolicy: canary('hintPolicy'),
  rolePlayKey: canary('rolePlayKey'),
  authenticityChecks: canary('authenticityChecks'),
  followUpKey: canary('followUpKey'),
  groundTruth: canary('groundTruth'),
  arithmeticCheck: canary('arithmeticCheck'),
  numbersKey: canary('numbersKey'),
  modelAnswer: canary('modelAnswer'),
  biasCheck: canary('biasCheck'),
  accessibility: canary('accessibility'),
  failureCards: [canary('failureCard')],
  references: [canary('reference')],
  reviewedFacts: [canary('reviewedFact')],
  evidenceOnRequest: [{ id: 'C', askLike: canary('askLike'), title: canary('evidenceTitle'), content: canary('evidence') }],
  probes: [{ id: 'p1', ask: canary('probe'), when: canary('probeWhen') }],
  hints: [{ id: 'h1', text: canary('hint'), caps: { c1: 3 } }],
  followUps: [{ levels: [1], ask: canary('followUp') }],
  plausibleWrongAnswers: [{ claim: canary('claim'), whyAttractive: canary('attractive'), whyWrong: canary('wrong') }],
  variants: {
    family: canary('family'),
    parallelRecipe: canary('recipe'),
    leakHalfLife: canary('halflife'),
    wordings: [{ id: 'w', prompt: canary('wording') }],
  },
  noteDown: [canary('noteDown')],
  scoringNotes: canary('scoringNotes'),
  plot: { cause: canary('cause'), industry: canary('industry') },
  relations: [canary('relation')],
  acceptAlso: [canary('acceptAlso')],
  response: { mode: 'single-choice', choices: [{ id: 'a', text: 'A retry', correct: true, feedback: canary('feedback') }] },
  translationOf: { ref: canary('translation'), version: 1 },
  external: [{ system: 'moodle', id: canary('external') }],
  extensions: { 'x-moodle': { tag: canary('extension') } },
  enemies: [canary('enemy')],
  rubric: {
    scale: 'standard',
    strongSignals: [canary('strong')],
    weakSignals: [canary('weak')],
    redFlags: [canary('redFlag')],
    criteria: sampleQuestion.rubric.criteria.map((criterion) => ({
      ...criterion,
      title: canary(`criterion ${criterion.id}`),
      anchors: Object.fromEntries([1, 2, 3, 4, 5].map((level) => [level, canary(`anchor ${criterion.id} ${level}`)])),
    })),
  },
});

/** Everything that can be asked of a version. */
const EVERYTHING = `id slug title prompt context advanceNotice exhibits { id title format content alt attachment { file } } tags scorerFields
  evidenceOnRequest { id askLike title format content } scriptNotes ifNoSuchCase probes { id ask when kind evidenceFor lookFor probes { id ask lookFor } } hintPolicy hints { id text when caps { criterionId level } } failureCards
  rolePlayKey authenticityChecks followUps { levels ask } followUpKey rubric { scale pass strongSignals weakSignals redFlags criteria { id title description competency weight mustReach anchors { level text } } }
  construct notMeasured groundTruth arithmeticCheck numbersKey modelAnswer plausibleWrongAnswers { claim whyAttractive whyWrong } variantFamily parallelRecipe leakHalfLife wordings { id style prompt } enemies
  references { title uri author version license accessed supports criteria derived } reviewedFacts { fact class criteria versions source checked how result condition } biasCheck accessibility document
  response { mode template choices { id text } } choiceKey { choiceId correct score feedback } noteDown scoringNotes plot { cause family culprit industry } relations acceptAlso translationOf { ref version }
  external { system id } extensions note text reviews { verdict comment exceptions { rule path reason } } openThreads { total blocking } lint { errors findings { message explanation suggestion } }
  threads { edges { node { place excerpt comments { edges { node { body } } } } } } changesSinceReview { changes { words before after } sideBySide { before after } }`;

describe('what is for scorers', () => {
  let world: World;
  let admin: Person;
  let version: { id: string; questionId: string };
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization();
    const ana = await world.member(admin, ['AUTHOR']);
    const inReview = await submitted(ana, 'canaries', secretDocument);
    const rob = await world.member(admin, ['REVIEWER']);
    const comment = canary('comment');
    const opened = await send(rob, 'openQuestionThread', {
      versionId: inReview.id,
      place: '/modelAnswer',
      body: canary('thread'),
      expectedRevision: inReview.revision,
    });
    await send(ana, 'addQuestionComment', { threadId: opened.thread.id, body: canary('reply') });
    // Words without a meaning break many rules; whoever approves answers for each.
    await approveInSpite(rob, inReview, { comment, reason: canary('exception') });
    version = inReview;
  });
  afterAll(() => world.close());

  /** All that a person gets on every path that leads to the version. */
  const reach = async (person: Person): Promise<string> => {
    const { id, questionId } = version;
    const answers = await Promise.all([
      person.client.send(`query($id: ID!) { questionVersion(id: $id) { ${EVERYTHING} question { version { ${EVERYTHING} } } } }`, { id }),
      person.client.send(`query($id: ID!) { question(id: $id) { version { ${EVERYTHING} } } }`, { id: questionId }),
      person.client.send(`query($id: ID!) { question(id: $id) { versions(first: 5) { edges { node { ${EVERYTHING} } } } } }`, {
        id: questionId,
      }),
      person.client.send(`query($id: ID!) { node(id: $id) { ... on QuestionVersion { ${EVERYTHING} } } }`, { id }),
      person.client.send(`query($ids: [ID!]!) { nodes(ids: $ids) { ... on Question { version { ${EVERYTHING} } } } }`, {
        ids: [questionId],
      }),
      person.client.send(`{ questions(first: 5, filter: { tagsAll: ["retries"] }) { edges { node { version { ${EVERYTHING} } } } } }`),
    ]);
    return JSON.stringify(answers.map(({ data, errors }) => ({ data, errors })));
  };

  it('stays with those who write, review or hire; others get prompt, context and exhibits', async () => {
    for (const role of ['INTERVIEWER', 'COORDINATOR', 'AUDITOR'] as const) {
      const text = await reach(await world.member(admin, [role]));
      expect(text.match(/What happened, and how do you know\?/g)?.length).toBeGreaterThanOrEqual(6);
      expect(text).toContain('df.write.mode');
      expect(canaries.filter((word) => text.includes(word))).toEqual([]);
      expect(text).not.toContain('"scorerFields":true');
    }
  });

  it('is there for the others, on every path (control)', async () => {
    for (const role of ['ADMIN', 'AUTHOR', 'REVIEWER', 'HIRING_MANAGER'] as const) {
      const text = await reach(await world.member(admin, [role]));
      expect(canaries.filter((word) => !text.includes(word))).toEqual([]);
      expect(text).not.toContain('"scorerFields":false');
    }
  });

  it('is never found by a search, whoever searches', async () => {
    const count = 'query($text: String!) { questionFacets(filter: { text: $text }) { total } }';
    expect((await admin.client.ask(count, { text: 'What happened' })).questionFacets.total).toBeGreaterThan(0);
    for (const text of canaries) expect([text, (await admin.client.ask(count, { text })).questionFacets.total]).toEqual([text, 0]);
  });

  it('is not reached by a token without the permission', async () => {
    const made = await admin.client.ask(
      `mutation { createAccessToken(input: { name: "reader", scopes: ["question.read", "viewer.read"], expiresAt: "${new Date(Date.now() + 86_400_000).toISOString()}" }) { ... on CreateAccessTokenPayload { token } } }`,
    );
    const text = await reach({
      ...admin,
      client: new (admin.client.constructor as new (url: string, token: string) => Person['client'])(
        world.url,
        made.createAccessToken.token,
      ),
    });
    expect(text).toContain('What happened, and how do you know?');
    expect(canaries.filter((word) => text.includes(word))).toEqual([]);
  });

  it('opens to whom a later room gives a seat, for that version and that member alone', async () => {
    const seated = await world.member(admin, ['INTERVIEWER']);
    const other = await world.member(admin, ['INTERVIEWER']);
    const [{ id }] = await world.owner.query(
      `SELECT v.id FROM question_version v JOIN question q ON q.organization_id = v.organization_id AND q.id = v.question_id WHERE q.organization_id = $1 AND q.slug = 'canaries'`,
      [admin.organizationId],
    );
    world.app
      .get(QuestionRights)
      .addSource(async (_tx, actor, ids) => new Set(actor.memberId === seated.memberId ? ids.filter((asked) => asked === id) : []));
    expect(await reach(seated)).toContain('"scorerFields":true');
    expect(await reach(other)).not.toContain('"scorerFields":true');
    const { questions } = await seated.client.ask(
      '{ questions(first: 100) { edges { node { slug version { scorerFields modelAnswer } } } } }',
    );
    expect(
      questions.edges
        .filter(({ node }: { node: { version: { scorerFields: boolean } } }) => node.version.scorerFields)
        .map(({ node }: { node: { slug: string } }) => node.slug),
    ).toEqual(['canaries']);
  });

  it('is asked for in a list only where it is read, and then on every way to it', async () => {
    const seated = await world.member(admin, ['INTERVIEWER']);
    const asked: string[][] = [];
    world.app.get(QuestionRights).addSource(async (_tx, actor, ids) => {
      if (actor.memberId !== seated.memberId) return new Set();
      asked.push([...ids]);
      return new Set(ids);
    });
    const open = 'id title kind tags prompt context exhibits { id } author { name }';
    await seated.client.ask(`{ questions(first: 100) { totalCount edges { node { slug version { ${open} } } } } }`);
    expect(asked).toEqual([]);
    const { questions } = await seated.client.ask(
      `{ questions(first: 100) { edges { ...edge } } }
       fragment edge on QuestionEdge { node { ... on Question { slug face: version { ...face } } } }
       fragment face on QuestionVersion { answer: modelAnswer }`,
    );
    const { node } = questions.edges.find((edge: { node: { slug: string } }) => edge.node.slug === 'canaries');
    expect(node.face.answer).toBe('zqxmodelanswer');
    expect(asked).toHaveLength(1);
  });

  it('does not cross organizations, even where both hold the same content', async () => {
    const elsewhere = await world.organization();
    const author = await world.member(elsewhere, ['AUTHOR']);
    const same = await submitted(author, 'canaries', secretDocument);
    await approveInSpite(elsewhere, same, { comment: '', reason: 'A test.' });
    const { questionVersion } = await admin.client.ask(`query($id: ID!) { questionVersion(id: $id) { title } }`, { id: same.id });
    expect(questionVersion).toBeNull();
    const forged = globalId('QuestionVersion', admin.organizationId, '019aa000-0000-7000-8000-000000000000');
    expect((await admin.client.ask('query($id: ID!) { questionVersion(id: $id) { title } }', { id: forged })).questionVersion).toBeNull();
  });

  it('comes with the shipped training questions: approved from the founding, once', async () => {
    const fresh = await world.organization();
    const list = async () =>
      (
        await fresh.client.ask(
          '{ questions(first: 100) { edges { node { slug owner { name } version { status usage number kind rubric { criteria { id } } } } } } }',
        )
      ).questions.edges.map(({ node }: { node: object }) => node);
    const shipped = await list();
    expect(shipped).toHaveLength(6);
    for (const node of shipped)
      expect(node).toMatchObject({ owner: { name: 'Ada Admin' }, version: { status: 'APPROVED', usage: 'TRAINING', number: 1 } });
  });
});
