import { randomUUID } from 'node:crypto';
import { World } from '@touchstone/testing';
import { LONG_DAY, YEAR } from './dates';
import { change, refusal, turnedAway } from './requests';
import { Stage } from './stage';

const LOOP =
  'loop { id state sealPolicy sealOpenedAt openingTitle interviews { id roundIndex roundName status startsAt endsAt timeZone localStartsAt revision seats { kind submitted removed member { name } } } }';
const INTERVIEW = 'interview { id status statusReason revision startsAt localStartsAt localEndsAt }';

describe('a loop', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('is made with the application, under the seal policy of the organization, and planned whole', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, bo, cy } = stage.people;
    await world.owner.query(`UPDATE organization_setting SET seal_policy = 'OWN_SUBMITTED' WHERE organization_id = $1`, [
      stage.admin.organizationId,
    ]);
    const { loopId, candidateId, openingId } = await stage.loop();
    expect(await refusal(coordinator, 'createApplication', { candidateId, openingId, idempotencyKey: randomUUID() })).toBe(
      'CONFLICT input.candidateId',
    );
    const rounds = [
      stage.round(1, [[bo, 'LEAD']]),
      stage.round(0, [
        [ana, 'LEAD'],
        [cy, 'SHADOW'],
        [bo, 'OBSERVER'],
      ]),
    ];
    const input = { loopId, rounds, idempotencyKey: randomUUID() };
    const { loop } = await change(coordinator, 'planLoop', input, LOOP);
    expect(loop).toMatchObject({
      state: 'PLANNED',
      sealPolicy: 'OWN_SUBMITTED',
      sealOpenedAt: null,
      openingTitle: 'Big Data Technical Lead',
    });
    expect(loop.interviews.map((one: any) => [one.roundIndex, one.roundName, one.status, one.revision, one.localStartsAt])).toEqual([
      [0, 'Spark', 'SCHEDULED', 1, `${YEAR}-12-01T10:00:00+01:00`],
      [1, 'Leading', 'SCHEDULED', 1, `${YEAR}-12-02T10:00:00+01:00`],
    ]);
    expect(loop.interviews[0].seats).toEqual(
      [
        ['LEAD', 'Ana'],
        ['SHADOW', 'Cy'],
        ['OBSERVER', 'Bo'],
      ].map(([kind, name]) => ({ kind, submitted: false, removed: false, member: { name } })),
    );
    expect((await change(coordinator, 'planLoop', input, LOOP)).loop.interviews).toHaveLength(2);
    expect(await refusal(coordinator, 'planLoop', { ...input, rounds: [...rounds].reverse() })).toBe(
      'IDEMPOTENCY_MISMATCH input.idempotencyKey',
    );
    expect(await refusal(coordinator, 'planLoop', { ...input, idempotencyKey: randomUUID() })).toBe('CONFLICT input.loopId');
  });

  it('takes every round once, at times that exist, with people who may sit there', async () => {
    const stage = await Stage.in(world);
    const other = await Stage.in(world);
    const { coordinator, ana, bo, author, auditor } = stage.people;
    const { loopId } = await stage.loop();
    const second = stage.round(1, [[bo, 'LEAD']]);
    const plan = (...rounds: Record<string, unknown>[]): Promise<string> =>
      refusal(coordinator, 'planLoop', { loopId, rounds, idempotencyKey: randomUUID() });
    const first = (changes: Record<string, unknown>): Promise<string> => plan({ ...stage.round(0, [[ana, 'LEAD']]), ...changes }, second);
    expect(await plan(second)).toBe('VALIDATION input.rounds');
    expect(await plan(second, second)).toBe('VALIDATION input.rounds');
    expect(await first({ roundIndex: 2 })).toBe('VALIDATION input.rounds');
    expect(await first({ endsAt: `${YEAR}-12-01T09:00:00Z` })).toBe('VALIDATION input.rounds.0.endsAt');
    expect(await first({ endsAt: `${YEAR}-12-01T17:01:00Z` })).toBe('VALIDATION input.rounds.0.endsAt');
    expect(await first({ timeZone: 'Mars/Olympus' })).toBe('VALIDATION input.rounds.0.timeZone');
    const seats = (...wanted: [{ memberId: string }, string][]): Promise<string> =>
      first({ seats: wanted.map(([person, kind]) => ({ ...person, kind })) });
    const id = (person: Parameters<Stage['member']>[0]): { memberId: string } => ({ memberId: stage.member(person) });
    expect(await seats([id(ana), 'LEAD'], [id(ana), 'SHADOW'])).toBe('CONFLICT input.rounds.0.seats.1.memberId');
    expect(await seats([id(ana), 'LEAD'], [id(bo), 'LEAD'])).toBe('CONFLICT input.rounds.0.seats.1.kind');
    expect(await seats([id(author), 'OBSERVER'])).toBe('VALIDATION input.rounds.0.seats.0.kind');
    expect(await seats([id(auditor), 'INTERVIEWER'])).toBe('VALIDATION input.rounds.0.seats.0.kind');
    expect(await seats([{ memberId: other.member(other.people.ana) }, 'LEAD'])).toBe('NOT_FOUND input.rounds.0.seats.0.memberId');
    expect(await turnedAway(coordinator, 'planLoop', { loopId, rounds: [{ ...second, seats: [] }], idempotencyKey: randomUUID() })).toBe(
      'BAD_USER_INPUT',
    );
    expect(
      await turnedAway(coordinator, 'planLoop', {
        loopId,
        rounds: [{ ...second, startsAt: '2026-02-30T09:00:00Z' }],
        idempotencyKey: randomUUID(),
      }),
    ).toBe('BAD_USER_INPUT');
    expect(
      await turnedAway(coordinator, 'planLoop', { loopId, rounds: [{ ...second, roundIndex: -1 }], idempotencyKey: randomUUID() }),
    ).toBe('BAD_USER_INPUT');
    expect(await seats([id(auditor), 'OBSERVER'], [id(ana), 'LEAD'])).toBe('ok');
    const [{ count }]: [{ count: number }] = await world.owner.query('SELECT count(*)::int FROM interview WHERE organization_id = $1', [
      stage.admin.organizationId,
    ]);
    expect(count).toBe(2);
  });

  it('is planned by those who coordinate and by the hiring manager of the opening', async () => {
    const stage = await Stage.in(world);
    const { manager, ana, bo, auditor } = stage.people;
    const rival = await world.member(stage.admin, ['HIRING_MANAGER']);
    const { loopId } = await stage.loop();
    const input = { loopId, rounds: [stage.round(0, [[rival, 'LEAD']]), stage.round(1, [[bo, 'LEAD']])], idempotencyKey: randomUUID() };
    for (const person of [ana, auditor]) expect(await turnedAway(person, 'planLoop', input)).toBe('FORBIDDEN');
    expect(await refusal(rival, 'planLoop', input)).toBe('NOT_FOUND input.loopId');
    expect(await refusal(await world.organization(), 'planLoop', input)).toBe('NOT_FOUND input.loopId');
    const { loop } = await change(manager, 'planLoop', input, LOOP);
    // With a seat she may read the loop, and still not plan it.
    const interviewId = loop.interviews[0].id;
    expect(await refusal(rival, 'cancelInterview', { interviewId, expectedRevision: 1, reason: 'not mine' })).toBe('NOT_ALLOWED');
    expect(
      await refusal(rival, 'assignSeat', { interviewId, memberId: stage.member(ana), kind: 'SHADOW', idempotencyKey: randomUUID() }),
    ).toBe('NOT_ALLOWED');
  });

  it('keeps wall time across the change of clocks when an interview is moved', async () => {
    const stage = await Stage.in(world);
    const { coordinator } = stage.people;
    const { first } = await stage.plannedLoop();
    const moved = {
      interviewId: first,
      expectedRevision: 1,
      startsAt: `${LONG_DAY}T01:30:00+01:00`,
      endsAt: `${LONG_DAY}T02:30:00+01:00`,
      timeZone: 'Europe/Berlin',
    };
    expect((await change(coordinator, 'rescheduleInterview', moved, INTERVIEW)).interview).toMatchObject({
      revision: 2,
      startsAt: `${LONG_DAY}T00:30:00.000Z`,
      localStartsAt: `${LONG_DAY}T02:30:00+02:00`,
      localEndsAt: `${LONG_DAY}T02:30:00+01:00`,
    });
    expect(await refusal(coordinator, 'rescheduleInterview', moved)).toBe('REVISION_CONFLICT input.expectedRevision');
    expect(await refusal(coordinator, 'rescheduleInterview', { ...moved, expectedRevision: 2, endsAt: moved.startsAt })).toBe(
      'VALIDATION input.endsAt',
    );
    expect(await refusal(coordinator, 'rescheduleInterview', { ...moved, interviewId: 'nonsense' })).toBe('NOT_FOUND input.interviewId');
  });

  it('lies where somebody may have meant it: no year 9999, no 1970', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, bo } = stage.people;
    for (const startsAt of ['9999-12-31T09:00:00Z', '1970-01-01T09:00:00Z']) {
      const { loopId } = await stage.loop();
      const rounds = [stage.round(0, [[ana, 'LEAD']]), stage.round(1, [[bo, 'LEAD']], startsAt)];
      expect(await refusal(coordinator, 'planLoop', { loopId, rounds, idempotencyKey: randomUUID() })).toBe(
        'VALIDATION input.rounds.1.startsAt',
      );
      const { first } = await stage.plannedLoop();
      const { timeZone, endsAt } = stage.round(0, [], startsAt);
      const moved = { interviewId: first, expectedRevision: 1, startsAt, endsAt, timeZone };
      expect(await refusal(coordinator, 'rescheduleInterview', moved)).toBe('VALIDATION input.startsAt');
    }
  });

  it('lets an interview be cancelled or missed, with a reason, and be held another time', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, bo } = stage.people;
    const { loopId, first, second } = await stage.plannedLoop();
    expect(await refusal(coordinator, 'cancelInterview', { interviewId: first, expectedRevision: 1, reason: ' no ' })).toBe(
      'VALIDATION input.reason',
    );
    const again = { ...stage.round(0, [[ana, 'LEAD']], `${YEAR}-12-05T09:00:00Z`), loopId, idempotencyKey: randomUUID() };
    expect(await refusal(coordinator, 'scheduleInterview', again)).toBe('CONFLICT input.roundIndex');
    const { interview } = await change(
      coordinator,
      'cancelInterview',
      { interviewId: first, expectedRevision: 1, reason: ' candidate is ill ' },
      INTERVIEW,
    );
    expect(interview).toMatchObject({ status: 'CANCELLED', statusReason: 'candidate is ill', revision: 2 });
    for (const verb of ['cancelInterview', 'markNoShow'])
      expect(await refusal(coordinator, verb, { interviewId: first, expectedRevision: 2, reason: 'again' })).toBe('CONFLICT input');
    expect(
      (await change(coordinator, 'markNoShow', { interviewId: second, expectedRevision: 1, reason: 'did not answer' }, INTERVIEW)).interview
        .status,
    ).toBe('NO_SHOW');
    const { interview: replacement } = await change(coordinator, 'scheduleInterview', again, INTERVIEW);
    expect(replacement).toMatchObject({ status: 'SCHEDULED', startsAt: `${YEAR}-12-05T09:00:00.000Z` });
    expect((await change(coordinator, 'scheduleInterview', again, INTERVIEW)).interview.id).toBe(replacement.id);
    expect(await refusal(coordinator, 'scheduleInterview', { ...again, idempotencyKey: randomUUID(), roundIndex: 7 })).toBe(
      'VALIDATION input.roundIndex',
    );
    const unplanned = await stage.loop();
    expect(await refusal(coordinator, 'scheduleInterview', { ...again, loopId: unplanned.loopId, idempotencyKey: randomUUID() })).toBe(
      'CONFLICT input.loopId',
    );
    // Whoever sat at the cancelled interview still reads the loop.
    expect((await bo.client.ask('query($id: ID!) { loop(id: $id) { state interviews { status } } }', { id: loopId })).loop).toEqual({
      state: 'PLANNED',
      interviews: [{ status: 'CANCELLED' }, { status: 'SCHEDULED' }, { status: 'NO_SHOW' }],
    });
  });
});
