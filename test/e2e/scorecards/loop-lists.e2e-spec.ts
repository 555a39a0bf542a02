import { type Person, World } from '@touchstone/testing';
import { Client } from 'pg';
import { globalId } from '@touchstone/platform/graphql';
import { type BuiltLoop, CRITERIA, LoopFixture } from './loop-fixture';
import { freshKey, OPEN_EARLY, Rater } from './rater';

const SEAL = 'seal { policy open openedAt submitted of early { reason by { name } } }';
const list = (fields: string): string => `query ($first: Int!) { loops(first: $first) { edges { node { id ${fields} } } } }`;
const CANCEL = '... on CancelInterviewPayload { interview { loop { seal { submitted of } } } } ... on DomainError { code message }';

describe('loops in a list', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => world.close());

  /** An organization with so many loops of two seats each, the cards of none submitted. */
  async function desk(loops: number) {
    const admin = await world.organization();
    const fixture = await LoopFixture.in(world, admin);
    const lead = await world.member(admin, ['INTERVIEWER'], 'Lea');
    const second = await world.member(admin, ['INTERVIEWER'], 'Ivo');
    const built: BuiltLoop[] = [];
    for (let index = 0; index < loops; index += 1)
      built.push(
        await fixture.loop([
          {
            questions: [0],
            seats: [
              [lead, 'LEAD'],
              [second, 'INTERVIEWER'],
            ],
          },
        ]),
      );
    const id = (noun: string, local: string): string => globalId(noun, admin.organizationId, local);
    return { admin, fixture, lead, second, built, id };
  }

  /** A card as it is stored once it was submitted: the same level on both criteria of the first question. */
  async function submitted(fixture: LoopFixture, loop: BuiltLoop, seat: number, { memberId }: Person, level: number): Promise<void> {
    const { id: interviewId, seats } = loop.interviews[0] as BuiltLoop['interviews'][number];
    const now = world.clock.now();
    const cardId = await fixture.insert('scorecard', {
      loop_id: loop.id,
      interview_id: interviewId,
      seat_id: seats[seat],
      member_id: memberId,
      status: 'SUBMITTED',
      recommendation: 'HIRE',
      summary: `of ${level}`,
      created_at: now,
      submitted_at: now,
    });
    for (const criterion of CRITERIA)
      await world.owner.query(
        `INSERT INTO rating (organization_id, scorecard_id, question_version_id, criterion, level, evidence, judgement, probes_used, rated_at)
         VALUES ($1, $2, $3, $4, $5, 'said so', '', '{}', $6)`,
        [fixture.admin.organizationId, cardId, fixture.versions[0], criterion, level, now],
      );
    await world.owner.query('UPDATE panel_seat SET submitted_at = $3 WHERE organization_id = $1 AND id = $2', [
      fixture.admin.organizationId,
      seats[seat],
      now,
    ]);
  }

  /** The statements that one operation sends to the database, in the order of their texts: which loader asks first differs from run to run. */
  async function statements(person: Person, query: string, first: number): Promise<string[]> {
    await person.client.ask(query, { first });
    const spy = jest.spyOn(Client.prototype, 'query');
    const { loops } = await person.client.ask(query, { first });
    const sent = spy.mock.calls.map(([given]: readonly unknown[]) =>
      typeof given === 'string' ? given : (given as { text: string }).text,
    );
    spy.mockRestore();
    expect(loops.edges).toHaveLength(first);
    return sent.sort();
  }

  it('cost as many statements for 12 as for 2: one for all seals, nothing more for figures and debriefs that are sealed', async () => {
    const { admin, built } = await desk(12);
    await world.owner.query(
      `UPDATE loop SET seal_opened_at = now(), seal_opened_early_by = $3, seal_opened_early_reason = 'ill' WHERE organization_id = $1 AND id <> ALL($2::uuid[])`,
      [admin.organizationId, built.slice(0, -1).map(({ id }) => id), admin.memberId],
    );
    const withoutSeal = await statements(admin, list('state'), 12);
    for (const [fields, more] of [
      // One for the seals, one for who opened early.
      [SEAL, 2],
      [`seal { open submitted of }`, 2],
    ] as const) {
      const few = await statements(admin, list(fields), 2);
      expect(few).toHaveLength(withoutSeal.length + more);
      expect(await statements(admin, list(fields), 12)).toEqual(few);
    }

    await world.owner.query(
      'UPDATE loop SET seal_opened_at = NULL, seal_opened_early_by = NULL, seal_opened_early_reason = NULL WHERE organization_id = $1',
      [admin.organizationId],
    );
    const sealed = list(`${SEAL} scores { __typename ... on SealedScores { submitted of } } debrief { openedAt conclusions { summary } }`);
    const few = await statements(admin, sealed, 2);
    expect(few).toHaveLength(withoutSeal.length + 1);
    expect(await statements(admin, sealed, 12)).toEqual(few);
    expect(few.some((sql) => sql.includes('FROM scorecard') || sql.includes('FROM "rating"'))).toBe(false);
  });

  it('cost as many statements for 50 open ones as for 5, with all their figures and debriefs, and each gets its own', async () => {
    const { admin, lead, second, fixture, built } = await desk(50);
    for (const [index, loop] of built.entries()) {
      await submitted(fixture, loop, 0, lead, (index % 5) + 1);
      await submitted(fixture, loop, 1, second, (index % 5) + 1);
    }
    await world.owner.query('UPDATE loop SET seal_opened_at = now() WHERE organization_id = $1', [admin.organizationId]);
    const open = list('scores { ... on LoopScores { overall { value n } } } debrief { conclusions { member { name } summary } }');
    const few = await statements(admin, open, 5);
    expect(await statements(admin, open, 50)).toEqual(few);
    // A list of loops costs three; then seals, interviews, seats, cards, deviations twice, ratings, second ratings, loops, rules, members.
    expect(few.length).toBeLessThanOrEqual(16);
    const { loops } = await admin.client.ask(open, { first: 50 });
    // The newest loop comes first.
    expect(loops.edges.map(({ node }: any) => node.scores.overall.value)).toEqual(built.map((_, index) => ((49 - index) % 5) + 1));
    for (const { node } of loops.edges) {
      const summary = `of ${node.scores.overall.value}`;
      expect(node).toMatchObject({
        scores: { overall: { n: 4 } },
        debrief: { conclusions: ['Lea', 'Ivo'].map((name) => ({ member: { name }, summary })) },
      });
    }
    const wide = list('scores { ... on LoopScores { overall { value } } } debrief { items { criteria { ratings { rating { level } } } } }');
    for (const { node } of (await admin.client.ask(wide, { first: 5 })).loops.edges) {
      const levels = node.debrief.items[0].criteria.flatMap(({ ratings }: any) => ratings.map(({ rating }: any) => rating.level));
      expect(levels).toEqual([1, 1, 1, 1].map(() => node.scores.overall.value));
    }
  }, 120_000);

  it('cost as many statements for 12 as for 2 with all their interviews and scorecards', async () => {
    const { admin, lead, second, fixture, built } = await desk(12);
    for (const loop of built) await submitted(fixture, loop, 0, lead, 3);
    await world.owner.query('UPDATE loop SET seal_opened_at = now() WHERE organization_id = $1', [admin.organizationId]);
    const cards = list(
      'interviews { myScorecard { status ratings { level } } scorecards { member { name } } seats { scorecard { status } } }',
    );
    for (const [person, own, all] of [
      [lead, { status: 'SUBMITTED', ratings: [{ level: 3 }, { level: 3 }] }, 1],
      [second, null, 1],
    ] as const) {
      const few = await statements(person, cards, 2);
      expect(await statements(person, cards, 12)).toEqual(few);
      for (const { node } of (await person.client.ask(cards, { first: 12 })).loops.edges)
        expect(node.interviews).toEqual([
          {
            myScorecard: own,
            scorecards: Array(all).fill({ member: { name: 'Lea' } }),
            seats: [{ scorecard: { status: 'SUBMITTED' } }, { scorecard: null }],
          },
        ]);
    }
  });

  it('tell the seal of each loop: rating seats that were not removed, of interviews that are held', async () => {
    const { admin, fixture, lead, second, built, id } = await desk(2);
    const [, early] = built as [BuiltLoop, BuiltLoop];
    const third = await world.member(admin, ['INTERVIEWER'], 'Tia');
    const crowded = await fixture.loop([
      {
        questions: [0],
        seats: [
          [lead, 'LEAD'],
          [second, 'SHADOW'],
          [admin, 'OBSERVER'],
          [third, 'INTERVIEWER'],
        ],
      },
      { questions: [0], seats: [[lead, 'LEAD']], status: 'CANCELLED' },
      { questions: [0], seats: [[second, 'LEAD']], status: 'NO_SHOW' },
    ]);
    const bare = await fixture.loop([{ questions: [0], seats: [] }]);
    await world.owner.query('UPDATE panel_seat SET removed_at = now(), removed_by = $3 WHERE organization_id = $1 AND id = $2', [
      admin.organizationId,
      crowded.interviews[0]?.seats[3],
      admin.memberId,
    ]);
    const done = new Rater(lead, fixture, early);
    await done.finish({ questions: [0] });
    await lead.client.ask(OPEN_EARLY, { input: { loopId: done.loopId, reason: 'Ivo is ill', idempotencyKey: freshKey() } });

    const { loops } = await admin.client.ask(list(SEAL), { first: 10 });
    const seals = new Map(loops.edges.map(({ node }: any) => [node.id, node.seal]));
    const closed = { policy: 'ALL_SUBMITTED', open: false, openedAt: null, early: null, submitted: 0 };
    expect([...built.slice(0, 1), crowded, bare].map((loop) => seals.get(id('Loop', loop.id)))).toEqual([
      { ...closed, of: 2 },
      { ...closed, of: 2 },
      { ...closed, of: 0 },
    ]);
    expect(seals.get(id('Loop', early.id))).toEqual({
      policy: 'ALL_SUBMITTED',
      open: true,
      openedAt: expect.any(String),
      submitted: 1,
      of: 2,
      early: { reason: 'Ivo is ill', by: { name: 'Lea' } },
    });
  });

  it('are read again after each change of one request', async () => {
    const { admin, fixture, lead, id } = await desk(0);
    const loop = await fixture.loop(
      [0, 1, 0].map((question) => ({ questions: [question as 0 | 1], seats: [[lead, 'LEAD'] as const], status: 'SCHEDULED' as const })),
    );
    const [first, second] = loop.interviews.map((interview) => id('Interview', interview.id));
    const answer = await admin.client.ask(
      `mutation ($first: CancelInterviewInput!, $second: CancelInterviewInput!) { first: cancelInterview(input: $first) { ${CANCEL} } second: cancelInterview(input: $second) { ${CANCEL} } }`,
      {
        first: { interviewId: first, expectedRevision: 1, reason: 'enough' },
        second: { interviewId: second, expectedRevision: 1, reason: 'enough' },
      },
    );
    expect(answer).toEqual({
      first: { interview: { loop: { seal: { submitted: 0, of: 2 } } } },
      second: { interview: { loop: { seal: { submitted: 0, of: 1 } } } },
    });
  });
});
