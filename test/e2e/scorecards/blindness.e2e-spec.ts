import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type Person, World } from '@touchstone/testing';
import { type BuiltLoop, LoopFixture } from './loop-fixture';
import { freshKey, OPEN_EARLY, Rater, SUBMIT } from './rater';

/** Everything of a loop that could hold words of a scorecard. */
const EVERYTHING = `query ($loop: ID!, $interview: ID!, $card: ID!) {
  loop(id: $loop) { seal { open } debrief { conclusions { summary recommendation } items { criteria { ratings { rating { level evidence judgement } } } } }
    decision { id } scores { __typename } interviews { scorecards { summary ratings { level evidence } } seats { submitted scorecard { summary ratings { evidence } } } } }
  scorecards(interviewId: $interview) { totalCount edges { node { summary recommendation ratings { level evidence } } } }
  ofLoop: scorecards(loopId: $loop) { edges { node { summary } } }
  scorecard(id: $card) { summary ratings { evidence } } node(id: $card) { ... on Scorecard { summary ratings { evidence } } } nodes(ids: [$card]) { ... on Scorecard { summary } } }`;
const ANSWER = `__typename ... on DomainError { code message path } ... on SubmitScorecardPayload { loop { debrief { items { criteria { ratings { rating { evidence } } } } } } scorecard { status interview { scorecards { ratings { evidence } } } } }`;

describe('nobody learns what another rated, by no detour', () => {
  let world: World;
  let admin: Person;
  let fixture: LoopFixture;
  let lead: Person;
  let second: Person;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.organization('Blind');
    fixture = await LoopFixture.in(world, admin);
    lead = await world.member(admin, ['INTERVIEWER'], 'Lea');
    second = await world.member(admin, ['INTERVIEWER'], 'Ben');
  }, 90_000);
  afterAll(() => world.close());

  const newLoop = (sealPolicy?: string) =>
    fixture.loop(
      [
        {
          questions: [0],
          seats: [
            [lead, 'LEAD'],
            [second, 'INTERVIEWER'],
          ],
        },
      ],
      { sealPolicy },
    );
  const rater = (person: Person, loop: BuiltLoop) => new Rater(person, fixture, loop);
  const canary = {
    questions: [0],
    level: 5,
    evidence: 'CANARY evidence',
    judgement: 'CANARY judgement',
    summary: 'CANARY summary',
    recommendation: 'STRONG_HIRE',
  };
  /** All that a person can read of the loop, as text. */
  const read = async (person: Person, loop: BuiltLoop, card: string): Promise<string> =>
    JSON.stringify(
      await person.client.send(EVERYTHING, { loop: rater(person, loop).loopId, interview: rater(person, loop).interviewId, card }),
    );
  const submitting = async (person: Person, scorecardId: string, expectedRevision: number, idempotencyKey = freshKey()) =>
    person.client.send<any>(`mutation ($input: SubmitScorecardInput!) { submitScorecard(input: $input) { ${ANSWER} } }`, {
      input: { scorecardId, expectedRevision, idempotencyKey },
    });

  it('B20: a key of another is a key like any other', async () => {
    const loop = await newLoop();
    const key = freshKey();
    const first = await rater(lead, loop).complete(canary);
    await rater(lead, loop).submit(first, 2, key);
    const own = await rater(second, loop).complete({ questions: [0] });
    // The very request of the lead, by the second; then her own with the same key.
    expect(await rater(second, loop).submit(first, 2, key)).toMatchObject({ __typename: 'NotFoundError' });
    const answer = await rater(second, loop).submit(own, 2, key);
    expect(answer).toMatchObject({ __typename: 'SubmitScorecardPayload', scorecard: { id: own } });
    expect(JSON.stringify(answer)).not.toContain('CANARY');
  });

  it('B21: nothing is kept from one who may for one who may not', async () => {
    const loop = await newLoop();
    const card = await rater(lead, loop).finish(canary);
    const readers = [lead, second, admin];
    const alone = await read(second, loop, card);
    for (let round = 0; round < 12; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 9 }, (_, index) => read(readers[index % 3] as Person, loop, card).then((text) => ({ index, text }))),
      );
      for (const { index, text } of answers)
        expect({ reader: index % 3, found: text.includes('CANARY') }).toEqual({ reader: index % 3, found: index % 3 === 0 });
    }
    const masked = (text: string): string => text.replace(/"headers":\{[^}]*\}/, '');
    expect(masked(await read(second, loop, card))).toBe(masked(alone));
  });

  it.each([
    ['a constraint that fails at COMMIT', `RAISE EXCEPTION 'no commit'`],
    ['a serialization failure at COMMIT', `RAISE EXCEPTION 'again' USING ERRCODE = '40001'`],
    ['a connection that is cut at COMMIT', `PERFORM pg_terminate_backend(pg_backend_pid())`],
  ])('B23: shows nothing after %s, and goes through when tried again', async (_, failure) => {
    const loop = await newLoop();
    const card = await rater(lead, loop).finish(canary);
    const own = await rater(second, loop).complete({ questions: [0] });
    await world.owner.query(
      `CREATE FUNCTION fail_at_commit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN ${failure}; RETURN NULL; END $$`,
    );
    await world.owner.query(
      `CREATE CONSTRAINT TRIGGER fail_at_commit AFTER UPDATE ON scorecard DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status = 'SUBMITTED') EXECUTE FUNCTION fail_at_commit()`,
    );
    const key = freshKey();
    try {
      const failed = await submitting(second, own, 2, key);
      expect(failed.data?.submitScorecard ?? null).toBeNull();
      expect(['INTERNAL', 'UNAVAILABLE']).toContain(failed.errors[0]?.extensions?.['code']);
      expect(JSON.stringify(failed.errors)).not.toContain('CANARY');
    } finally {
      await world.owner.query('DROP TRIGGER fail_at_commit ON scorecard');
      await world.owner.query('DROP FUNCTION fail_at_commit');
    }
    expect(await read(second, loop, card)).not.toContain('CANARY');
    const [row] = await world.owner.query(
      `SELECT seal_opened_at, (SELECT count(*)::int FROM panel_seat WHERE loop_id = $1 AND submitted_at IS NOT NULL) AS submitted FROM loop WHERE id = $1`,
      [loop.id],
    );
    expect(row).toEqual({ seal_opened_at: null, submitted: 1 });
    const again = await submitting(second, own, 2, key);
    expect(again.errors).toEqual([]);
    expect(JSON.stringify(again.data)).toContain('CANARY evidence');
  });

  it('B24: an incomplete submission and a look, in one request, show nothing', async () => {
    const loop = await newLoop();
    const card = await rater(lead, loop).finish(canary);
    const own = await rater(second, loop).cardId();
    const document = `mutation ($input: SubmitScorecardInput!, $again: SubmitScorecardInput!) { first: submitScorecard(input: $input) { ${ANSWER} } second: submitScorecard(input: $again) { ${ANSWER} } }`;
    const input = { scorecardId: own, expectedRevision: 1 };
    const answer = await second.client.send<any>(document, {
      input: { ...input, idempotencyKey: freshKey() },
      again: { ...input, idempotencyKey: freshKey() },
    });
    expect([answer.data.first.__typename, answer.data.second.__typename]).toEqual(['IncompleteScorecardError', 'IncompleteScorecardError']);
    expect(JSON.stringify(answer.data)).not.toContain('CANARY');
    expect(await read(second, loop, card)).not.toContain('CANARY');
  });

  it.each(['ALL_SUBMITTED', 'OWN_SUBMITTED'])('B25: no hollow card unlocks anything under %s', async (policy) => {
    const loop = await newLoop(policy);
    const card = await rater(lead, loop).finish(canary);
    const mine = rater(second, loop);
    const own = await mine.cardId();
    const locked = async (): Promise<void> => expect(await read(second, loop, card)).not.toContain('CANARY');
    await locked();
    expect(await mine.submit(own, 1)).toMatchObject({ missing: expect.arrayContaining([expect.objectContaining({ what: 'RATING' })]) });
    for (const criterion of ['c1', 'c2']) await mine.save(own, 0, criterion, { level: 3, evidence: ' \n\t' });
    await mine.summarize(own, 'HIRE');
    expect((await mine.submit(own)).missing.map(({ what }: any) => what)).toEqual(['EVIDENCE', 'EVIDENCE']);
    await mine.summarize(own, null, '', 2);
    expect((await mine.submit(own, 3)).missing.map(({ what }: any) => what)).toEqual(['EVIDENCE', 'EVIDENCE', 'RECOMMENDATION']);
    await locked();
    // A conflict of interest, a removed seat, a cancelled interview are no submission.
    for (const [change, back] of [
      [
        `UPDATE panel_seat SET removed_at = now() WHERE loop_id = $1 AND member_id = $2`,
        `UPDATE panel_seat SET removed_at = NULL WHERE loop_id = $1 AND member_id = $2`,
      ],
      [
        `UPDATE panel_seat SET kind = 'OBSERVER' WHERE loop_id = $1 AND member_id = $2`,
        `UPDATE panel_seat SET kind = 'INTERVIEWER' WHERE loop_id = $1 AND member_id = $2`,
      ],
      [
        `UPDATE interview SET status = 'CANCELLED' WHERE loop_id = $1 AND $2::uuid IS NOT NULL`,
        `UPDATE interview SET status = 'ENDED' WHERE loop_id = $1 AND $2::uuid IS NOT NULL`,
      ],
    ] as const) {
      await world.owner.query(change, [loop.id, second.memberId]);
      await locked();
      await world.owner.query(back, [loop.id, second.memberId]);
    }
    const [times] = await world.owner.query('SELECT created_at, submitted_at FROM scorecard WHERE loop_id = $1 AND member_id = $2', [
      loop.id,
      lead.memberId,
    ]);
    expect(times.submitted_at.getTime()).toBeGreaterThan(times.created_at.getTime());
  });

  it('B27: there is no way back from a submission', () => {
    const { schema } = world.app.get(GraphQLSchemaHost);
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(mutations.filter((name) => /scorecard|rating|rateAgain|seal|decision|summary/i.test(name)).sort()).toEqual([
      'openScorecard',
      'openSealEarly',
      'rateAgain',
      'recordDecision',
      'saveRating',
      'saveSummary',
      'submitScorecard',
    ]);
  });

  it.each(['ALL_SUBMITTED', 'OWN_SUBMITTED'])('B28: a change of hats opens nothing under %s', async (policy) => {
    const loop = await newLoop(policy);
    const card = await rater(lead, loop).finish(canary);
    const seatOfSecond = [loop.id, second.memberId];
    const locked = async (person: Person): Promise<void> => expect(await read(person, loop, card)).not.toContain('CANARY');
    for (const set of [
      `kind = 'OBSERVER'`,
      `kind = 'LEAD'`,
      `kind = 'SHADOW'`,
      `removed_at = now()`,
      `removed_at = NULL, kind = 'INTERVIEWER'`,
    ]) {
      await world.owner.query(`UPDATE panel_seat SET ${set} WHERE loop_id = $1 AND member_id = $2`, seatOfSecond);
      await locked(second);
    }
    // Promoted to everything there is; and a second account of the same person with a fresh seat.
    await world.owner.query(
      `UPDATE member SET roles = '{ADMIN,AUTHOR,REVIEWER,COORDINATOR,HIRING_MANAGER,INTERVIEWER,AUDITOR}' WHERE id = $1`,
      [second.memberId],
    );
    world.clock.advance({ minutes: 2 });
    await locked(second);
    await world.owner.query(`UPDATE panel_seat SET removed_at = now() WHERE loop_id = $1 AND member_id = $2`, seatOfSecond);
    await locked(second);
    await world.owner.query(`UPDATE member SET roles = '{INTERVIEWER}' WHERE id = $1`, [second.memberId]);
    world.clock.advance({ minutes: 2 });
    const twin = await world.member(admin, ['INTERVIEWER', 'ADMIN']);
    await fixture.insert('panel_seat', {
      interview_id: loop.interviews[0]?.id,
      loop_id: loop.id,
      member_id: twin.memberId,
      kind: 'INTERVIEWER',
      created_at: new Date(),
    });
    await locked(twin);
  });

  it('B29: a draft is its author’s alone, even when the seal is open', async () => {
    const loop = await newLoop();
    await rater(lead, loop).finish({ questions: [0] });
    const draft = await rater(second, loop).complete(canary);
    const locked = async (): Promise<void> => {
      for (const person of [lead, admin]) expect(await read(person, loop, draft)).not.toContain('CANARY');
      expect(await read(second, loop, draft)).toContain('CANARY');
    };
    await locked();
    await lead.client.ask(OPEN_EARLY, { input: { loopId: rater(lead, loop).loopId, reason: 'Ben is ill', idempotencyKey: freshKey() } });
    await locked();
    await rater(second, loop).submit(draft);
    expect(await read(lead, loop, draft)).toContain('CANARY');
  });

  it('a token reads no further than its scopes, by whatever way', async () => {
    const loop = await newLoop();
    const card = await rater(lead, loop).finish(canary);
    await rater(second, loop).finish({ questions: [0] });
    expect(await read(second, loop, card)).toContain('CANARY');
    const made = await second.client.ask(
      `mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { ... on CreateAccessTokenPayload { token } } }`,
      {
        input: {
          name: 'plan',
          scopes: ['loop.read', 'interview.read'],
          expiresAt: new Date(world.clock.now().getTime() + 86_400_000).toISOString(),
        },
      },
    );
    const narrow = new (second.client.constructor as new (url: string, token: string) => Person['client'])(
      world.url,
      made.createAccessToken.token,
    );
    const { data, errors } = await narrow.send<any>(
      `query ($loop: ID!) { loop(id: $loop) { debrief { openedAt } decision { id } scores { __typename } interviews { myScorecard { id } scorecards { id } seats { scorecard { id } } } } }`,
      { loop: rater(second, loop).loopId },
    );
    expect(errors).toEqual([]);
    expect(data.loop).toEqual({
      debrief: null,
      decision: null,
      scores: null,
      interviews: [{ myScorecard: null, scorecards: [], seats: [{ scorecard: null }, { scorecard: null }] }],
    });
    expect(await narrow.refusal(SUBMIT, { input: { scorecardId: card, expectedRevision: 1, idempotencyKey: freshKey() } })).toBe(
      'FORBIDDEN',
    );
  });
});
