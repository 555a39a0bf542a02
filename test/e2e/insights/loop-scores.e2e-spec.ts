import { type Person, World } from '@touchstone/testing';
import { type BuiltLoop, LoopFixture } from '../scorecards/loop-fixture';
import { freshKey, OPEN_EARLY, Rater } from '../scorecards/rater';

const ESTIMATE = 'value standardError interval { lower upper level } n raters method status';
const SCORES = `__typename ... on SealedScores { reason message submitted of } ... on LoopScores {
  overall { ${ESTIMATE} } ratedWeightShare unratedCompetencies competencies { competency weight estimate { ${ESTIMATE} } }
  items { title questionVersionId interview { roundName } estimate { ${ESTIMATE} } }
  disagreements { title criterion competency range toDiscuss deviation { value n status } levels { member { name } level } }
  apart { member { name } because overall { value n } competencies { competency estimate { value } } }
  recommendation { recommendation basis total ratedWeightShare unrated ruleHash mustHaves { competency value met } } }`;

describe('the scores of a loop', () => {
  let world: World;
  let admin: Person;
  let fixture: LoopFixture;
  let lead: Person;
  let second: Person;
  let shadow: Person;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization('Scores');
    fixture = await LoopFixture.in(world, admin);
    lead = await world.member(admin, ['INTERVIEWER'], 'Lea');
    second = await world.member(admin, ['INTERVIEWER'], 'Ivo');
    shadow = await world.member(admin, ['INTERVIEWER'], 'Sia');
  }, 90_000);
  afterAll(() => world.close());

  const rater = (person: Person, loop: BuiltLoop) => new Rater(person, fixture, loop);
  const scores = async (person: Person, loop: BuiltLoop): Promise<any> => {
    const { loopScores, loop: through } = await person.client.ask(
      `query ($id: ID!) { loopScores(loopId: $id) { ${SCORES} } loop(id: $id) { scores { ${SCORES} } } }`,
      { id: rater(person, loop).loopId },
    );
    expect(through?.scores ?? null).toEqual(loopScores);
    return loopScores;
  };
  /** Rates c1 and c2 of the first question with two levels, and submits. */
  const rate = async (person: Person, loop: BuiltLoop, first: number | null, other: number | null): Promise<void> => {
    const mine = rater(person, loop);
    const cardId = await mine.cardId();
    for (const [criterion, level] of [
      ['c1', first],
      ['c2', other],
    ] as const)
      await mine.save(cardId, 0, criterion, level === null ? { notObservedReason: 'no time' } : { level, evidence: 'said' });
    await mine.summarize(cardId, 'HIRE');
    expect(await mine.submit(cardId)).toMatchObject({ __typename: 'SubmitScorecardPayload' });
  };
  const newLoop = () =>
    fixture.loop([
      {
        questions: [0],
        seats: [
          [lead, 'LEAD'],
          [second, 'INTERVIEWER'],
          [shadow, 'SHADOW'],
        ],
      },
    ]);

  it('are one fixed answer for everybody until the seal opens, and nothing to those who may not read the loop', async () => {
    const loop = await newLoop();
    const sealed = {
      __typename: 'SealedScores',
      reason: 'NOT_ALL_SUBMITTED',
      message: 'Figures come when the seal of this loop opens.',
      of: 3,
    };
    const coordinator = await world.member(admin, ['COORDINATOR']);
    for (const submitted of [0, 1]) {
      for (const person of [lead, second, admin, coordinator]) expect(await scores(person, loop)).toEqual({ ...sealed, submitted });
      if (submitted === 0) await rate(lead, loop, 5, 5);
    }
    expect(await scores(await world.member(admin, ['INTERVIEWER']), loop)).toBeNull();
    expect(await scores(await world.organization('Elsewhere'), loop)).toBeNull();
    expect(
      await (
        await world.member(admin, ['AUTHOR'])
      ).client.refusal('query ($id: ID!) { loopScores(loopId: $id) { __typename } }', { id: rater(lead, loop).loopId }),
    ).toBe('FORBIDDEN');
    expect((await lead.client.ask('{ loopScores(loopId: "nonsense") { __typename } }')).loopScores).toBeNull();
  });

  it('are what one reckons by hand, exactly', async () => {
    const loop = await newLoop();
    await rate(lead, loop, 5, 2);
    await rate(second, loop, 3, 4);
    await rate(shadow, loop, 1, 1);
    const seen = await scores(second, loop);
    // c1 (diagnosing, 0.7 of the question, weight 60): mean 4; c2 (problem solving, weight 40): mean 3. Total (60 * 4 + 40 * 3) / 100.
    const [problem, diagnose] = seen.competencies;
    expect(diagnose).toMatchObject({
      competency: 'st-diagnose-evidence',
      weight: 60,
      estimate: { value: 4, standardError: 1, n: 2, raters: 2, status: 'OK' },
    });
    expect(problem).toMatchObject({
      competency: 'ec-problem-solving',
      weight: 40,
      estimate: { value: 3, standardError: 1, n: 2, raters: 2, status: 'OK' },
    });
    // Own totals: 0.6 * 5 + 0.4 * 2 = 3.8 and 0.6 * 3 + 0.4 * 4 = 3.4; standard error 0.2; t(0.975, 1) = 12.706…
    expect(seen.overall.value).toBeCloseTo(3.6, 12);
    expect(seen.overall.standardError).toBeCloseTo(0.2, 12);
    expect(seen.overall.interval.lower).toBeCloseTo(3.6 - 0.2 * 12.706204736432095, 9);
    expect(seen.overall.interval).toMatchObject({ level: 0.95 });
    expect(seen.overall).toMatchObject({ n: 4, raters: 2, status: 'OK', method: expect.stringContaining('WEIGHTED_MEAN') });
    expect(seen).toMatchObject({ ratedWeightShare: 1, unratedCompetencies: [] });
    expect(seen.items).toHaveLength(1);
    // The question: 0.7 * 5 + 0.3 * 2 = 4.1 and 0.7 * 3 + 0.3 * 4 = 3.3.
    expect(seen.items[0].estimate.value).toBeCloseTo(3.7, 12);
    expect(seen.items[0]).toMatchObject({ title: 'Question 1', interview: { roundName: 'Round 1' }, estimate: { n: 4, raters: 2 } });
    expect(seen.disagreements).toEqual([
      {
        title: 'Question 1',
        criterion: 'c1',
        competency: 'st-diagnose-evidence',
        range: 2,
        toDiscuss: true,
        deviation: { value: 1, n: 2, status: 'OK' },
        levels: expect.arrayContaining([
          { member: { name: 'Lea' }, level: 5 },
          { member: { name: 'Ivo' }, level: 3 },
        ]),
      },
      {
        title: 'Question 1',
        criterion: 'c2',
        competency: 'ec-problem-solving',
        range: 2,
        toDiscuss: true,
        deviation: { value: 1, n: 2, status: 'OK' },
        levels: expect.arrayContaining([
          { member: { name: 'Lea' }, level: 2 },
          { member: { name: 'Ivo' }, level: 4 },
        ]),
      },
    ]);
    expect(seen.apart).toEqual([
      {
        member: { name: 'Sia' },
        because: 'SHADOW',
        overall: { value: 1, n: 2 },
        competencies: [
          { competency: 'ec-problem-solving', estimate: { value: 1 } },
          { competency: 'st-diagnose-evidence', estimate: { value: 1 } },
        ],
      },
    ]);
    expect(seen.recommendation).toMatchObject({
      recommendation: 'HIRE',
      basis: 'CUT_OFF',
      ratedWeightShare: 1,
      unrated: [],
      ruleHash: 'rule-hash',
      mustHaves: [{ competency: 'st-diagnose-evidence', value: 4, met: true }],
    });
    expect(seen.recommendation.total).toBeCloseTo(3.6, 12);
  });

  it('impute nothing: what was not observed is missing, and the total says so', async () => {
    const loop = await newLoop();
    await rate(lead, loop, 4, null);
    await rate(second, loop, 4, null);
    await rate(shadow, loop, 4, 5);
    const seen = await scores(lead, loop);
    expect(seen).toMatchObject({
      overall: { value: 4, standardError: null, interval: null, status: 'CONSTANT', n: 2 },
      ratedWeightShare: 0.6,
      unratedCompetencies: ['ec-problem-solving'],
    });
    expect(seen.competencies[0].estimate).toMatchObject({ value: null, interval: null, n: 0, raters: 0, status: 'INSUFFICIENT_DATA' });
    expect(seen.disagreements).toHaveLength(1);
    expect(seen.recommendation).toMatchObject({ unrated: ['ec-problem-solving'], ratedWeightShare: 0.6, total: 4 });
  });

  it('leave out who submitted after an early opening, and show her apart', async () => {
    const loop = await newLoop();
    await rate(lead, loop, 5, 5);
    await lead.client.ask(OPEN_EARLY, { input: { loopId: rater(lead, loop).loopId, reason: 'Ivo is ill', idempotencyKey: freshKey() } });
    const before = await scores(lead, loop);
    expect(before).toMatchObject({ overall: { value: 5, raters: 1, status: 'OK', interval: null }, apart: [] });
    await rate(second, loop, 1, 1);
    const after = await scores(lead, loop);
    expect(after).toMatchObject({
      overall: before.overall,
      recommendation: before.recommendation,
      apart: [{ member: { name: 'Ivo' }, because: 'AFTER_OPENING', overall: { value: 1, n: 2 } }],
    });
  });
});
