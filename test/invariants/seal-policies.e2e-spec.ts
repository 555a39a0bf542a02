import { randomUUID } from 'node:crypto';
import { oversees, type Role, type SealedLoop, sealAllows, type SealedSeat, SEAL_POLICIES } from '@touchstone/interviewing/access';
import { INTERVIEW_STATES, type InterviewState, SEAT_KINDS, type SeatKind } from '@touchstone/interviewing/interviews';
import { type Person, World } from '@touchstone/testing';
import fc from 'fast-check';
import { LoopFixture } from '../e2e/scorecards/loop-fixture';

/**
 * The seal stands twice: as a pure function and as row-level security. Over random loops, what the application's role sees by SQL is held
 * against what the function allows, for every row and every viewer.
 */
const RUNS = 160;

interface Seat {
  readonly member: number;
  readonly kind: SeatKind;
  readonly removed: boolean;
  /** What became of the card: none, a draft, submitted, submitted after the seal opened early. */
  readonly card: 'NONE' | 'DRAFT' | 'SUBMITTED';
}
interface Plan {
  readonly policy: (typeof SEAL_POLICIES)[number];
  readonly opened: 'CLOSED' | 'OPEN' | 'EARLY';
  readonly rounds: readonly { readonly status: InterviewState; readonly seats: readonly Seat[] }[];
  readonly secondRatings: boolean;
  readonly decided: boolean;
}

/** The people of the organization, by index; the last one sits nowhere. */
const PEOPLE: readonly (readonly Role[])[] = [
  ['INTERVIEWER'], ['INTERVIEWER'], ['ADMIN'], ['HIRING_MANAGER', 'INTERVIEWER'], ['COORDINATOR', 'INTERVIEWER'], ['AUDITOR'], ['AUTHOR'], ['REVIEWER', 'INTERVIEWER'], ['INTERVIEWER'],
];

const seat = fc.record({
  member: fc.nat({ max: PEOPLE.length - 2 }),
  kind: fc.constantFrom(...SEAT_KINDS),
  removed: fc.boolean(),
  card: fc.constantFrom<Seat['card']>('NONE', 'DRAFT', 'SUBMITTED', 'SUBMITTED'),
});
const plan: fc.Arbitrary<Plan> = fc.record({
  policy: fc.constantFrom(...SEAL_POLICIES),
  opened: fc.constantFrom<Plan['opened']>('CLOSED', 'CLOSED', 'CLOSED', 'OPEN', 'EARLY'),
  rounds: fc.array(
    fc.record({
      status: fc.constantFrom(...INTERVIEW_STATES, 'ENDED' as const, 'ENDED' as const),
      seats: fc.uniqueArray(seat, { selector: ({ member }) => member, minLength: 1, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  secondRatings: fc.boolean(),
  decided: fc.boolean(),
});

interface Card {
  readonly id: string;
  readonly memberId: string;
  readonly status: 'DRAFT' | 'SUBMITTED';
  readonly second: string | null;
}

describe('the seal in SQL', () => {
  let world: World;
  let fixture: LoopFixture;
  let people: Person[];
  let stranger: Person;
  const seen = { cards: 0, hidden: 0, opensByOwnPart: 0 };

  beforeAll(async () => {
    world = await World.open();
    const admin = await world.organization('Sealed');
    fixture = await LoopFixture.in(world, admin);
    people = [];
    for (const roles of PEOPLE) people.push(await world.member(admin, roles));
    stranger = await world.organization('Elsewhere');
  }, 60_000);
  afterAll(() => world.close());

  it(
    'shows exactly the scorecards that the function allows, and never more of what hangs on them',
    async () => {
      await fc.assert(fc.asyncProperty(plan, check), { numRuns: RUNS, seed: 20261124 });
      // The property would hold of an empty database as well: make sure that there was something to see and something to hide.
      expect(seen.cards).toBeGreaterThan(1000);
      expect(seen.hidden).toBeGreaterThan(1000);
      expect(seen.opensByOwnPart).toBeGreaterThan(5);
    },
    300_000,
  );

  async function check(planned: Plan): Promise<void> {
    const { loop, cards, decisionBy } = await build(planned);
    for (const person of [...people, stranger, null]) {
      const viewer = { memberId: person?.memberId ?? '', oversees: person !== null && oversees(person.actor.roles) };
      const here = person !== null && person !== stranger;
      const allowed = here ? cards.filter((card) => sealAllows(viewer, card, loop)).map(({ id }) => id) : [];
      const visible = await look(person, loop.id);
      expect({ who: viewer, scorecards: visible.scorecards }).toEqual({ who: viewer, scorecards: allowed.sort() });
      expect(visible.ratings).toEqual(allowed.sort());
      const others = here && sealAllows(viewer, { memberId: 'somebody else', status: 'SUBMITTED' }, loop);
      expect(visible.secondRatings.filter((id) => !others || !cards.some(({ second }) => second === id))).toEqual([]);
      if (loop.sealOpenedAt !== null && others) expect(visible.secondRatings).toHaveLength(cards.filter(({ second }) => second !== null).length);
      expect(visible.decisions).toBeLessThanOrEqual(others && decisionBy !== null ? 1 : 0);
      seen.cards += allowed.length;
      seen.hidden += cards.length - allowed.length;
      if (loop.sealOpenedAt === null && others) seen.opensByOwnPart += 1;
    }
  }

  async function build({ policy, opened, rounds, secondRatings, decided }: Plan): Promise<{ loop: SealedLoop & { id: string }; cards: Card[]; decisionBy: string | null }> {
    const built = await fixture.loop(
      rounds.map(({ status, seats }) => ({ status, seats: seats.map(({ member, kind }) => [personOf(member), kind] as const) })),
      { sealPolicy: policy },
    );
    const sealOpenedAt = opened === 'CLOSED' ? null : world.clock.now();
    if (sealOpenedAt !== null) {
      await world.owner.query(`UPDATE loop SET seal_opened_at = $3, seal_opened_early_by = $4, seal_opened_early_reason = $5 WHERE organization_id = $1 AND id = $2`, [
        fixture.admin.organizationId, built.id, sealOpenedAt, opened === 'EARLY' ? fixture.admin.memberId : null, opened === 'EARLY' ? 'because' : null,
      ]);
    }
    const cards: Card[] = [];
    const seats: SealedSeat[] = [];
    for (const [index, round] of rounds.entries()) {
      for (const [place, seat] of round.seats.entries()) {
        const submitted = seat.card === 'SUBMITTED' && seat.kind !== 'OBSERVER';
        seats.push({ memberId: personOf(seat.member).memberId, kind: seat.kind, submitted, removed: seat.removed, interviewStatus: round.status });
        const seatId = built.interviews[index]?.seats[place] ?? '';
        await world.owner.query(`UPDATE panel_seat SET submitted_at = $3, removed_at = $4 WHERE organization_id = $1 AND id = $2`, [
          fixture.admin.organizationId, seatId, submitted ? world.clock.now() : null, seat.removed ? world.clock.now() : null,
        ]);
        if (seat.card !== 'NONE' && seat.kind !== 'OBSERVER') cards.push(await card(built.id, built.interviews[index]?.id ?? '', seatId, seat, secondRatings));
      }
    }
    const decisionBy = decided ? fixture.admin.memberId : null;
    if (decisionBy !== null) {
      await fixture.insert('decision', { loop_id: built.id, application_id: built.applicationId, computed: {}, outcome: 'HIRE', decided_by: decisionBy, decided_at: world.clock.now() });
    }
    return { loop: { id: built.id, sealOpenedAt, sealPolicy: policy, seats }, cards, decisionBy };
  }

  async function card(loopId: string, interviewId: string, seatId: string, seat: Seat, withSecond: boolean): Promise<Card> {
    const memberId = personOf(seat.member).memberId;
    const status = seat.card as Card['status'];
    const id = await fixture.insert('scorecard', {
      loop_id: loopId, interview_id: interviewId, seat_id: seatId, member_id: memberId, status, recommendation: 'HIRE', summary: 'sealed', created_at: world.clock.now(),
      submitted_at: status === 'SUBMITTED' ? world.clock.now() : null,
    });
    await world.owner.query(
      `INSERT INTO rating (organization_id, scorecard_id, question_version_id, criterion, level, evidence, judgement, probes_used, rated_at) VALUES ($1, $2, $3, 'c1', 3, 'sealed', 'sealed', '{}', $4)`,
      [fixture.admin.organizationId, id, fixture.versions[0], world.clock.now()],
    );
    const second =
      withSecond && status === 'SUBMITTED'
        ? await fixture.insert('second_rating', { loop_id: loopId, scorecard_id: id, question_version_id: fixture.versions[0], criterion: 'c1', member_id: memberId, level: 4, reason: 'sealed', created_at: world.clock.now() })
        : null;
    return { id, memberId, status, second };
  }

  const personOf = (index: number): Person => people[index] as Person;

  /** What the role that serves requests sees of a loop, with the settings of a request of this person (null: of nobody). */
  async function look(person: Person | null, loopId: string): Promise<{ scorecards: string[]; ratings: string[]; secondRatings: string[]; decisions: number }> {
    const runner = world.owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('SET LOCAL ROLE touchstone_app');
      await runner.query(`SET LOCAL app.organization_id = '${person?.organizationId ?? ''}'`);
      await runner.query(`SET LOCAL app.member_id = '${person?.memberId ?? ''}'`);
      await runner.query(`SET LOCAL app.oversees = '${person !== null && oversees(person.actor.roles) ? 'on' : 'off'}'`);
      const ids = async (sql: string): Promise<string[]> => ((await runner.query(sql, [loopId])) as { id: string }[]).map(({ id }) => id).sort();
      return {
        scorecards: await ids('SELECT id FROM scorecard WHERE loop_id = $1'),
        // Every row of the table, whatever the loop, then those of this one: a policy must not lean on how it is asked.
        ratings: await ids('SELECT scorecard_id AS id FROM rating WHERE scorecard_id IN (SELECT id FROM scorecard WHERE loop_id = $1)'),
        secondRatings: await ids('SELECT id FROM second_rating WHERE loop_id = $1'),
        decisions: (await ids('SELECT id FROM decision WHERE loop_id = $1')).length,
      };
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  it('lets nobody write what is not hers, or write it a second time', async () => {
    const [first, second] = people as [Person, Person];
    const built = await fixture.loop([{ seats: [[first, 'LEAD'], [second, 'INTERVIEWER']] }]);
    const interview = built.interviews[0] as { id: string; seats: string[] };
    const submitted = await card(built.id, interview.id, interview.seats[0] as string, { member: 0, kind: 'LEAD', removed: false, card: 'SUBMITTED' }, false);
    const organization = fixture.admin.organizationId;
    const values = (seatId: string, memberId: string, status: string): string =>
      `INSERT INTO scorecard (organization_id, id, loop_id, interview_id, seat_id, member_id, status, summary, created_at, submitted_at) VALUES ('${organization}', '${randomUUID()}', '${built.id}', '${interview.id}', '${seatId}', '${memberId}', '${status}', '', now(), ${status === 'DRAFT' ? 'NULL' : 'now()'})`;
    const [seatOfFirst, seatOfSecond] = interview.seats as [string, string];
    const denied = /row-level security|permission denied/;
    // On somebody else's seat, in somebody else's name, or already submitted.
    await expect(as(second, values(seatOfFirst, second.memberId, 'DRAFT'))).rejects.toThrow(denied);
    await expect(as(second, values(seatOfFirst, first.memberId, 'DRAFT'))).rejects.toThrow(denied);
    await expect(as(second, values(seatOfSecond, second.memberId, 'SUBMITTED'))).rejects.toThrow(denied);
    // A submitted card is out of reach of its own author, and so are its ratings; deleting is granted to nobody.
    expect(await as(first, `UPDATE scorecard SET summary = 'changed' WHERE id = '${submitted.id}' RETURNING id`)).toEqual([]);
    expect(await as(first, `UPDATE scorecard SET status = 'DRAFT', submitted_at = NULL WHERE id = '${submitted.id}' RETURNING id`)).toEqual([]);
    expect(await as(first, `UPDATE rating SET level = 1 WHERE scorecard_id = '${submitted.id}' RETURNING level`)).toEqual([]);
    await expect(
      as(first, `INSERT INTO rating (organization_id, scorecard_id, question_version_id, criterion, level, evidence, judgement, probes_used, rated_at) VALUES ('${organization}', '${submitted.id}', '${fixture.versions[0]}', 'c2', 3, '', '', '{}', now())`),
    ).rejects.toThrow(denied);
    await expect(as(first, `DELETE FROM rating WHERE scorecard_id = '${submitted.id}'`)).rejects.toThrow(denied);
    await expect(as(first, `DELETE FROM scorecard WHERE id = '${submitted.id}'`)).rejects.toThrow(denied);
    // A card cannot be moved to another person, seat or loop, not even as a draft.
    for (const column of ['member_id', 'seat_id', 'loop_id', 'interview_id', 'organization_id', 'id', 'created_at']) {
      await expect(as(first, `UPDATE scorecard SET ${column} = ${column} WHERE id = '${submitted.id}'`)).rejects.toThrow(denied);
    }
    // Second ratings and decisions wait for the opening.
    const secondRating = (memberId: string): string =>
      `INSERT INTO second_rating (organization_id, id, loop_id, scorecard_id, question_version_id, criterion, member_id, level, reason, created_at) VALUES ('${organization}', '${randomUUID()}', '${built.id}', '${submitted.id}', '${fixture.versions[0]}', 'c1', '${memberId}', 4, 'because', now())`;
    const decision = `INSERT INTO decision (organization_id, id, loop_id, application_id, computed, outcome, decided_by, decided_at) VALUES ('${organization}', '${randomUUID()}', '${built.id}', '${built.applicationId}', '{}', 'HIRE', '${first.memberId}', now())`;
    await expect(as(first, secondRating(first.memberId))).rejects.toThrow(denied);
    await expect(as(first, decision)).rejects.toThrow(denied);
    await world.owner.query(`UPDATE loop SET seal_opened_at = now() WHERE organization_id = $1 AND id = $2`, [organization, built.id]);
    await expect(as(second, secondRating(second.memberId))).rejects.toThrow(denied);
    await expect(as(second, secondRating(first.memberId))).rejects.toThrow(denied);
    await as(first, secondRating(first.memberId));
    await as(first, decision);
    for (const table of ['second_rating', 'decision']) {
      await expect(as(first, `DELETE FROM ${table} WHERE loop_id = '${built.id}'`)).rejects.toThrow(denied);
      await expect(as(first, `UPDATE ${table} SET loop_id = loop_id WHERE loop_id = '${built.id}'`)).rejects.toThrow(denied);
    }
  });

  async function as(person: Person, sql: string): Promise<unknown[]> {
    const runner = world.owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('SET LOCAL ROLE touchstone_app');
      await runner.query(`SET LOCAL app.organization_id = '${person.organizationId}'`);
      await runner.query(`SET LOCAL app.member_id = '${person.memberId}'`);
      await runner.query(`SET LOCAL app.oversees = '${oversees(person.actor.roles) ? 'on' : 'off'}'`);
      const answer = (await runner.query(sql, [], true)) as { records?: unknown[] };
      await runner.commitTransaction();
      return answer.records ?? [];
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
});
