import { oversees, type Role, type SealedLoop, sealAllows, type SealedSeat, SEAL_POLICIES } from '@touchstone/interviewing/access';
import { INTERVIEW_STATES, type InterviewState, SEAT_KINDS, type SeatKind } from '@touchstone/interviewing/interviews';
import type { Person, World } from '@touchstone/testing';
import fc from 'fast-check';
import { LoopFixture } from '../e2e/scorecards/loop-fixture';

interface Seat {
  readonly member: number;
  readonly kind: SeatKind;
  readonly removed: boolean;
  /** What became of the card: none, a draft, submitted, submitted after the seal opened early. */
  readonly card: 'NONE' | 'DRAFT' | 'SUBMITTED';
}
export interface Plan {
  readonly policy: (typeof SEAL_POLICIES)[number];
  readonly opened: 'CLOSED' | 'OPEN' | 'EARLY';
  readonly rounds: readonly { readonly status: InterviewState; readonly seats: readonly Seat[] }[];
  readonly secondRatings: boolean;
  readonly decided: boolean;
}

/** The people of the organization, by index; the last one sits nowhere. */
const PEOPLE: readonly (readonly Role[])[] = [
  ['INTERVIEWER'],
  ['INTERVIEWER'],
  ['ADMIN'],
  ['HIRING_MANAGER', 'INTERVIEWER'],
  ['COORDINATOR', 'INTERVIEWER'],
  ['AUDITOR'],
  ['AUTHOR'],
  ['REVIEWER', 'INTERVIEWER'],
  ['INTERVIEWER'],
];

const seat = fc.record({
  member: fc.nat({ max: PEOPLE.length - 2 }),
  kind: fc.constantFrom(...SEAT_KINDS),
  removed: fc.boolean(),
  card: fc.constantFrom<Seat['card']>('NONE', 'DRAFT', 'SUBMITTED', 'SUBMITTED'),
});
/** Any loop: panels of all kinds, seats taken away, interviews cancelled, cards in every state, the seal open or not. */
export const randomLoop: fc.Arbitrary<Plan> = fc.record({
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

/** An organization in which random loops are built, and what each of its people sees of them by SQL. */
export class SealHarness {
  readonly seen = { cards: 0, hidden: 0, opensByOwnPart: 0 };

  private constructor(
    readonly world: World,
    readonly fixture: LoopFixture,
    readonly people: readonly Person[],
    private readonly stranger: Person,
  ) {}

  static async in(world: World): Promise<SealHarness> {
    const admin = await world.organization('Sealed');
    const fixture = await LoopFixture.in(world, admin);
    const people: Person[] = [];
    for (const roles of PEOPLE) people.push(await world.member(admin, roles));
    return new SealHarness(world, fixture, people, await world.organization('Elsewhere'));
  }

  /** Throws where SQL shows a viewer anything else than the function allows. */
  async check(planned: Plan): Promise<void> {
    const { loop, cards, decisionBy } = await this.build(planned);
    for (const person of [...this.people, this.stranger, null]) {
      const viewer = { memberId: person?.memberId ?? '', oversees: person !== null && oversees(person.actor.roles) };
      const here = person !== null && person !== this.stranger;
      const allowed = here ? cards.filter((card) => sealAllows(viewer, card, loop)).map(({ id }) => id) : [];
      const visible = await this.look(
        person,
        loop.id,
        cards.map(({ id }) => id),
      );
      expect({ who: viewer, scorecards: visible.scorecards }).toEqual({ who: viewer, scorecards: allowed.sort() });
      expect(visible.ratings).toEqual(allowed.sort());
      const others = here && sealAllows(viewer, { memberId: 'somebody else', status: 'SUBMITTED' }, loop);
      expect(visible.secondRatings.filter((id) => !others || !cards.some(({ second }) => second === id))).toEqual([]);
      if (loop.sealOpenedAt !== null && others)
        expect(visible.secondRatings).toHaveLength(cards.filter(({ second }) => second !== null).length);
      expect(visible.decisions).toBeLessThanOrEqual(others && decisionBy !== null ? 1 : 0);
      this.seen.cards += allowed.length;
      this.seen.hidden += cards.length - allowed.length;
      if (loop.sealOpenedAt === null && others) this.seen.opensByOwnPart += 1;
    }
  }

  private async build({
    policy,
    opened,
    rounds,
    secondRatings,
    decided,
  }: Plan): Promise<{ loop: SealedLoop & { id: string }; cards: Card[]; decisionBy: string | null }> {
    const built = await this.fixture.loop(
      rounds.map(({ status, seats }) => ({ status, seats: seats.map(({ member, kind }) => [this.personOf(member), kind] as const) })),
      { sealPolicy: policy },
    );
    const sealOpenedAt = opened === 'CLOSED' ? null : this.world.clock.now();
    if (sealOpenedAt !== null) {
      await this.world.owner.query(
        `UPDATE loop SET seal_opened_at = $3, seal_opened_early_by = $4, seal_opened_early_reason = $5 WHERE organization_id = $1 AND id = $2`,
        [
          this.fixture.admin.organizationId,
          built.id,
          sealOpenedAt,
          opened === 'EARLY' ? this.fixture.admin.memberId : null,
          opened === 'EARLY' ? 'because' : null,
        ],
      );
    }
    const cards: Card[] = [];
    const seats: SealedSeat[] = [];
    for (const [index, round] of rounds.entries()) {
      for (const [place, seat] of round.seats.entries()) {
        const submitted = seat.card === 'SUBMITTED' && seat.kind !== 'OBSERVER';
        seats.push({
          memberId: this.personOf(seat.member).memberId,
          kind: seat.kind,
          submitted,
          removed: seat.removed,
          interviewStatus: round.status,
        });
        const seatId = built.interviews[index]?.seats[place] ?? '';
        await this.world.owner.query(`UPDATE panel_seat SET submitted_at = $3, removed_at = $4 WHERE organization_id = $1 AND id = $2`, [
          this.fixture.admin.organizationId,
          seatId,
          submitted ? this.world.clock.now() : null,
          seat.removed ? this.world.clock.now() : null,
        ]);
        if (seat.card !== 'NONE' && seat.kind !== 'OBSERVER')
          cards.push(await this.card(built.id, built.interviews[index]?.id ?? '', seatId, seat, secondRatings));
      }
    }
    const decisionBy = decided ? this.fixture.admin.memberId : null;
    if (decisionBy !== null) {
      await this.fixture.insert('decision', {
        loop_id: built.id,
        application_id: built.applicationId,
        computed: {},
        outcome: 'HIRE',
        decided_by: decisionBy,
        decided_at: this.world.clock.now(),
      });
    }
    return { loop: { id: built.id, sealOpenedAt, sealPolicy: policy, seats }, cards, decisionBy };
  }

  async card(loopId: string, interviewId: string, seatId: string, seat: Seat, withSecond: boolean): Promise<Card> {
    const memberId = this.personOf(seat.member).memberId;
    const status = seat.card as Card['status'];
    const id = await this.fixture.insert('scorecard', {
      loop_id: loopId,
      interview_id: interviewId,
      seat_id: seatId,
      member_id: memberId,
      status,
      recommendation: 'HIRE',
      summary: 'sealed',
      created_at: this.world.clock.now(),
      submitted_at: status === 'SUBMITTED' ? this.world.clock.now() : null,
    });
    await this.world.owner.query(
      `INSERT INTO rating (organization_id, scorecard_id, question_version_id, criterion, level, evidence, judgement, probes_used, rated_at) VALUES ($1, $2, $3, 'c1', 3, 'sealed', 'sealed', '{}', $4)`,
      [this.fixture.admin.organizationId, id, this.fixture.versions[0], this.world.clock.now()],
    );
    const second =
      withSecond && status === 'SUBMITTED'
        ? await this.fixture.insert('second_rating', {
            loop_id: loopId,
            scorecard_id: id,
            question_version_id: this.fixture.versions[0],
            criterion: 'c1',
            member_id: memberId,
            level: 4,
            reason: 'sealed',
            created_at: this.world.clock.now(),
          })
        : null;
    return { id, memberId, status, second };
  }

  private personOf(index: number): Person {
    return this.people[index] as Person;
  }

  /** What the role that serves requests sees of a loop, with the settings of a request of this person (null: of nobody). */
  private async look(
    person: Person | null,
    loopId: string,
    cardIds: readonly string[],
  ): Promise<{ scorecards: string[]; ratings: string[]; secondRatings: string[]; decisions: number }> {
    const runner = this.world.owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('SET LOCAL ROLE touchstone_app');
      await runner.query(`SET LOCAL app.organization_id = '${person?.organizationId ?? ''}'`);
      await runner.query(`SET LOCAL app.member_id = '${person?.memberId ?? ''}'`);
      await runner.query(`SET LOCAL app.oversees = '${person !== null && oversees(person.actor.roles) ? 'on' : 'off'}'`);
      const ids = async (sql: string, parameter: unknown = loopId): Promise<string[]> =>
        ((await runner.query(sql, [parameter])) as { id: string }[]).map(({ id }) => id).sort();
      return {
        scorecards: await ids('SELECT id FROM scorecard WHERE loop_id = $1'),
        // Asked by the ids of the cards and not through the table of cards, whose own policy would hide what this one must.
        ratings: await ids('SELECT scorecard_id AS id FROM rating WHERE scorecard_id = ANY ($1)', cardIds),
        secondRatings: await ids('SELECT id FROM second_rating WHERE loop_id = $1'),
        decisions: (await ids('SELECT id FROM decision WHERE loop_id = $1')).length,
      };
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }
}
