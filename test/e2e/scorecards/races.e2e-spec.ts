import { GraphqlClient, type Person, World } from '@touchstone/testing';
import { LoopFixture } from './loop-fixture';
import { freshKey, Rater, SAVE_RATING, SUBMIT } from './rater';

describe('at the same time', () => {
  let world: World;
  let second: Awaited<ReturnType<World['secondServer']>>;
  let admin: Person;
  let fixture: LoopFixture;
  let lead: Person;
  let other: Person;
  beforeAll(async () => {
    world = await World.open();
    second = await world.secondServer();
    admin = await world.organization('Races');
    fixture = await LoopFixture.in(world, admin);
    lead = await world.member(admin, ['INTERVIEWER']);
    other = await world.member(admin, ['INTERVIEWER']);
  }, 90_000);
  afterAll(async () => {
    await second.close();
    await world.close();
  });

  const newLoop = () =>
    fixture.loop([
      {
        seats: [
          [lead, 'LEAD'],
          [other, 'INTERVIEWER'],
        ],
        questions: [0],
      },
    ]);
  const auditOf = async (loopId: string): Promise<number> => {
    const [row] = await world.owner.query(
      `SELECT count(*)::int AS lines FROM audit_event WHERE action = 'scorecard.submit' AND detail LIKE $1`,
      [`%${loopId}%`],
    );
    return row.lines;
  };
  const openings = async (loopId: string): Promise<number> => {
    const [row] = await world.owner.query(
      `SELECT count(*)::int AS lines FROM audit_event WHERE action = 'scorecard.submit' AND detail LIKE $1 AND detail LIKE '%"opensSeal":true%'`,
      [`%${loopId}%`],
    );
    return row.lines;
  };
  /** The same person through one server and the other. */
  const through = (person: Person, index: number): GraphqlClient =>
    new GraphqlClient(index % 2 === 0 ? world.url : second.url, person.token);

  it('eight submissions with one key, on two servers, are one submission with one answer', async () => {
    for (let round = 0; round < 5; round += 1) {
      const loop = await newLoop();
      const cardId = await new Rater(lead, fixture, loop).complete({ questions: [0] });
      const input = { scorecardId: cardId, expectedRevision: 2, idempotencyKey: freshKey() };
      const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => through(lead, index).ask(SUBMIT, { input })));
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0].submitScorecard.__typename).toBe('SubmitScorecardPayload');
      expect(await auditOf(loop.id)).toBe(1);
    }
  });

  it('eight submissions with eight keys are one submission and seven refusals', async () => {
    for (let round = 0; round < 5; round += 1) {
      const loop = await newLoop();
      const cardId = await new Rater(lead, fixture, loop).complete({ questions: [0] });
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          through(lead, index).ask(SUBMIT, { input: { scorecardId: cardId, expectedRevision: 2, idempotencyKey: freshKey() } }),
        ),
      );
      const types = answers.map(({ submitScorecard }) => submitScorecard.__typename).sort();
      expect(types).toEqual([...Array(7).fill('ConflictError'), 'SubmitScorecardPayload']);
      expect(await auditOf(loop.id)).toBe(1);
    }
  });

  it('the last two of a loop open its seal exactly once', async () => {
    for (let round = 0; round < 25; round += 1) {
      const loop = await newLoop();
      const raters = [new Rater(lead, fixture, loop), new Rater(other, fixture, loop)];
      const cards = await Promise.all(raters.map((rater) => rater.complete({ questions: [0] })));
      const answers = await Promise.all(
        [lead, other].map((person, index) =>
          through(person, index + round).ask(SUBMIT, {
            input: { scorecardId: cards[index], expectedRevision: 2, idempotencyKey: freshKey() },
          }),
        ),
      );
      expect(answers.map(({ submitScorecard }) => submitScorecard.__typename)).toEqual([
        'SubmitScorecardPayload',
        'SubmitScorecardPayload',
      ]);
      expect(answers.filter(({ submitScorecard }) => submitScorecard.loop.seal.open).length).toBeGreaterThanOrEqual(1);
      expect(await openings(loop.id)).toBe(1);
      const [row] = await world.owner.query('SELECT seal_opened_at, seal_opened_early_by FROM loop WHERE id = $1', [loop.id]);
      expect(row.seal_opened_at).not.toBeNull();
      expect(row.seal_opened_early_by).toBeNull();
    }
  }, 120_000);

  it('what is submitted stays as it was, whatever is being saved', async () => {
    let refusedSaves = 0;
    for (let round = 0; round < 100; round += 1) {
      const loop = await newLoop();
      const cardId = await new Rater(lead, fixture, loop).complete({ questions: [0], evidence: 'before' });
      const rater = new Rater(lead, fixture, loop);
      const save = (index: number): Promise<any> =>
        through(lead, index).ask(SAVE_RATING, {
          input: {
            scorecardId: cardId,
            questionVersionId: rater.version(0),
            criterion: index % 2 === 0 ? 'c1' : 'c2',
            level: 5,
            evidence: `after ${index}`,
            expectedRevision: 1,
          },
        });
      const submit = through(lead, round).ask(SUBMIT, { input: { scorecardId: cardId, expectedRevision: 2, idempotencyKey: freshKey() } });
      const saves = [0, 1, 2].map((index) => new Promise((resolve) => setTimeout(resolve, (round % 5) * 4)).then(() => save(index)));
      const [submitted, ...saved] = await Promise.all([submit, ...saves]);
      expect(submitted.submitScorecard.__typename).toBe('SubmitScorecardPayload');
      // The answer of the submission is what stands, now and for good; an acknowledged save is in it.
      const stored = await ratingsOf(cardId, rater);
      for (const { evidence, criterion } of submitted.submitScorecard.scorecard.ratings) expect(stored.get(criterion)).toBe(evidence);
      for (const [index, { saveRating }] of saved.entries()) {
        if (saveRating.__typename === 'SaveRatingPayload') expect([...stored.values()]).toContain(`after ${index}`);
        else refusedSaves += 1;
      }
      await save(3);
      expect(await ratingsOf(cardId, rater)).toEqual(stored);
    }
    expect(refusedSaves).toBeGreaterThan(0);
  }, 180_000);

  async function ratingsOf(cardId: string, rater: Rater): Promise<Map<string, string>> {
    const { scorecard } = await rater.person.client.ask('query ($id: ID!) { scorecard(id: $id) { ratings { criterion evidence } } }', {
      id: cardId,
    });
    return new Map(scorecard.ratings.map((rating: any) => [rating.criterion, rating.evidence]));
  }

  it('two tabs save one rating: one wins, the other is told, nothing is lost silently', async () => {
    for (let round = 0; round < 40; round += 1) {
      const rater = new Rater(lead, fixture, await newLoop());
      const cardId = await rater.cardId();
      const first = round % 2;
      if (first === 1) await rater.save(cardId, 0, 'c1', { evidence: 'zero' });
      const answers = await Promise.all(
        [0, 1].map((index) =>
          through(lead, index).ask(SAVE_RATING, {
            input: {
              scorecardId: cardId,
              questionVersionId: rater.version(0),
              criterion: 'c1',
              level: 3,
              evidence: `tab ${index}`,
              expectedRevision: first,
            },
          }),
        ),
      );
      const types = answers.map(({ saveRating }) => saveRating.__typename);
      expect([...types].sort()).toEqual(['RatingConflictError', 'SaveRatingPayload']);
      const winner = types.indexOf('SaveRatingPayload');
      expect(answers[1 - winner].saveRating).toMatchObject({
        stored: { evidence: `tab ${winner}` },
        attempted: { evidence: `tab ${1 - winner}` },
      });
    }
  }, 120_000);

  it('another server sees an opened seal at once, and nothing before', async () => {
    const loop = await newLoop();
    const cardId = await new Rater(lead, fixture, loop).finish({ questions: [0], evidence: 'CANARY' });
    const read = async (): Promise<any> =>
      (await through(other, 1).ask('query ($id: ID!) { scorecard(id: $id) { ratings { evidence } } }', { id: cardId })).scorecard;
    expect(await read()).toBeNull();
    await new Rater(other, fixture, loop).finish({ questions: [0] });
    expect((await read()).ratings[0].evidence).toBe('CANARY');
  });
});
