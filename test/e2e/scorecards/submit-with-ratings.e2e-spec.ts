import { CRITERIA } from './loop-fixture';
import { describePanel } from './panel';
import { freshKey, type Rater, type RatingWords, SUBMIT } from './rater';

/** Ratings of both questions as they stand in the input of a submission. */
const ratingsOf = (mine: Rater, words: RatingWords, expectedRevision = 0) =>
  [0, 1].flatMap((question) =>
    CRITERIA.map((criterion) => ({ questionVersionId: mine.version(question), criterion, ...words, expectedRevision })),
  );

describePanel('submitting a scorecard with what is not saved yet', (panel) => {
  const submit = async (mine: Rater, input: Readonly<Record<string, unknown>>) =>
    (await mine.person.client.ask(SUBMIT, { input: { expectedRevision: 1, idempotencyKey: freshKey(), ...input } })).submitScorecard;

  it('saves ratings, recommendation and summary with the submission, over what was saved before', async () => {
    const mine = panel.rater(panel.lead, await panel.loop());
    const scorecardId = await mine.cardId();
    await mine.save(scorecardId, 0, 'c1', { level: 1, evidence: 'first thoughts' });
    const ratings = ratingsOf(mine, { level: 4, evidence: 'She said so.', probesUsed: ['p1', 'p2'] });
    ratings[0] = { ...(ratings[0] as (typeof ratings)[number]), expectedRevision: 1 };
    const submitted = await submit(mine, { scorecardId, ratings, recommendation: 'HIRE', summary: 'Sure of it.' });
    expect(submitted.scorecard).toMatchObject({ status: 'SUBMITTED', recommendation: 'HIRE', summary: 'Sure of it.', revision: 2 });
    expect(submitted.scorecard.ratings.map((rating: any) => [rating.level, rating.evidence, rating.revision, rating.probesUsed])).toEqual(
      submitted.scorecard.ratings.map((rating: any) => [
        4,
        'She said so.',
        rating.questionVersionId === mine.version(0) && rating.criterion === 'c1' ? 2 : 1,
        ['p1', 'p2'],
      ]),
    );
    expect(submitted.scorecard.ratings).toHaveLength(4);
  });

  it('leaves recommendation and summary as they are saved where it names none', async () => {
    const mine = panel.rater(panel.lead, await panel.loop());
    const scorecardId = await mine.cardId();
    await mine.summarize(scorecardId, 'NO_HIRE', 'Not yet.');
    const ratings = ratingsOf(mine, { level: 2, evidence: 'Guessed.' });
    expect((await submit(mine, { scorecardId, ratings, expectedRevision: 2 })).scorecard).toMatchObject({
      status: 'SUBMITTED',
      recommendation: 'NO_HIRE',
      summary: 'Not yet.',
    });
  });

  it('keeps nothing where one rating is refused: of no such question, criterion or level, twice the same, or changed elsewhere', async () => {
    const mine = panel.rater(panel.lead, await panel.loop());
    const scorecardId = await mine.cardId();
    await mine.save(scorecardId, 1, 'c2', { level: 5, evidence: 'said in another tab' });
    const good = ratingsOf(mine, { level: 3, evidence: 'Said.' });
    const withLast = (change: object) => [...good.slice(0, 3), { ...good[3], ...change }];
    const refused = [
      [{ questionVersionId: mine.id('QuestionVersion', mine.loop.id) }, 'NotFoundError', 'questionVersionId'],
      [{ criterion: 'c9' }, 'ValidationError', 'criterion'],
      [{ level: 9 }, 'ValidationError', 'level'],
      [{ criterion: 'c1' }, 'ValidationError', 'criterion'],
      [{}, 'RatingConflictError', 'expectedRevision'],
    ] as const;
    for (const [change, type, field] of refused) {
      expect(await submit(mine, { scorecardId, ratings: withLast(change), recommendation: 'HIRE' })).toMatchObject({
        __typename: type,
        path: ['input', 'ratings', '3', field],
      });
    }
    const after = await mine.open();
    expect(after.scorecard).toMatchObject({ status: 'DRAFT', recommendation: null, revision: 1 });
    expect(after.scorecard.ratings).toMatchObject([{ level: 5, evidence: 'said in another tab', revision: 1 }]);
  });

  it('names what is still missing, and answers a repeated request as the first one', async () => {
    const mine = panel.rater(panel.lead, await panel.loop());
    const scorecardId = await mine.cardId();
    const ratings = ratingsOf(mine, { level: 3, evidence: 'Said.' });
    expect(await submit(mine, { scorecardId, ratings: ratings.slice(1), recommendation: 'HIRE' })).toMatchObject({
      __typename: 'IncompleteScorecardError',
      missing: [{ questionVersionId: mine.version(0), criterion: 'c1', what: 'RATING' }],
    });
    const idempotencyKey = freshKey();
    const first = await submit(mine, { scorecardId, ratings, recommendation: 'HIRE', idempotencyKey });
    expect(first.scorecard.status).toBe('SUBMITTED');
    expect(await submit(mine, { scorecardId, ratings, recommendation: 'HIRE', idempotencyKey })).toEqual(first);
    expect(await submit(mine, { scorecardId, ratings: [], recommendation: 'HIRE', idempotencyKey })).toMatchObject({
      __typename: 'IdempotencyMismatchError',
    });
  });
});
