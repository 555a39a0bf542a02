import { randomUUID } from 'node:crypto';
import { oversees } from '@touchstone/interviewing/access';
import { type Person, World } from '@touchstone/testing';
import fc from 'fast-check';
import { type LoopFixture } from '../e2e/scorecards/loop-fixture';
import { randomLoop, SealHarness } from './seal-harness';

/**
 * The seal stands twice: as a pure function and as row-level security. Over random loops, what the application's role sees by SQL is held
 * against what the function allows, for every row and every viewer.
 */
const RUNS = 160;

describe('the seal in SQL', () => {
  let world: World;
  let harness: SealHarness;
  let fixture: LoopFixture;
  let people: readonly Person[];

  beforeAll(async () => {
    world = await World.open();
    harness = await SealHarness.in(world);
    ({ fixture, people } = harness);
  }, 90_000);
  afterAll(() => world.close());

  it('shows exactly the scorecards that the function allows, and never more of what hangs on them', async () => {
    await fc.assert(
      fc.asyncProperty(randomLoop, (plan) => harness.check(plan)),
      { numRuns: RUNS, seed: 20261124 },
    );
    // The property would hold of an empty database as well: make sure that there was something to see and something to hide.
    expect(harness.seen.cards).toBeGreaterThan(1000);
    expect(harness.seen.hidden).toBeGreaterThan(1000);
    expect(harness.seen.opensByOwnPart).toBeGreaterThan(5);
  }, 300_000);

  it('lets nobody write what is not hers, or write it a second time', async () => {
    const [first, second] = people as [Person, Person];
    const built = await fixture.loop([
      {
        seats: [
          [first, 'LEAD'],
          [second, 'INTERVIEWER'],
        ],
      },
    ]);
    const interview = built.interviews[0] as { id: string; seats: string[] };
    const submitted = await harness.card(
      built.id,
      interview.id,
      interview.seats[0] as string,
      { member: 0, kind: 'LEAD', removed: false, card: 'SUBMITTED' },
      false,
    );
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
    expect(await as(first, `UPDATE scorecard SET status = 'DRAFT', submitted_at = NULL WHERE id = '${submitted.id}' RETURNING id`)).toEqual(
      [],
    );
    expect(await as(first, `UPDATE rating SET level = 1 WHERE scorecard_id = '${submitted.id}' RETURNING level`)).toEqual([]);
    await expect(
      as(
        first,
        `INSERT INTO rating (organization_id, scorecard_id, question_version_id, criterion, level, evidence, judgement, probes_used, rated_at) VALUES ('${organization}', '${submitted.id}', '${fixture.versions[0]}', 'c2', 3, '', '', '{}', now())`,
      ),
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
