import { randomUUID } from 'node:crypto';
import { World } from '@touchstone/testing';
import { change } from './requests';
import { local, Stage } from './stage';

const ROUNDS = 8;
const outcome = (answer: { __typename: string }): string => answer.__typename;

describe('two at once', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('seat the same member, or two leads: one of them does, the other is told', async () => {
    const stage = await Stage.in(world);
    const { coordinator, cy } = stage.people;
    const second = await world.member(stage.admin, ['COORDINATOR']);
    const another = await world.member(stage.admin, ['INTERVIEWER']);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { first } = await stage.plannedLoop();
      const seat = (kind: string, person = cy): Record<string, unknown> => ({
        interviewId: first,
        memberId: stage.member(person),
        kind,
        idempotencyKey: randomUUID(),
      });
      const same = await Promise.all([
        change(coordinator, 'assignSeat', seat('SHADOW'), 'seat { id }'),
        change(second, 'assignSeat', seat('OBSERVER'), 'seat { id }'),
      ]);
      expect(same.map(outcome).sort()).toEqual(['AssignSeatPayload', 'ConflictError']);
      await world.owner.query(
        `UPDATE panel_seat SET removed_at = now() WHERE organization_id = $1 AND interview_id = $2 AND kind = 'LEAD'`,
        [stage.admin.organizationId, local(first)],
      );
      const leads = await Promise.all([
        change(coordinator, 'assignSeat', seat('LEAD', another), 'seat { id }'),
        change(second, 'assignSeat', seat('LEAD', stage.admin), 'seat { id }'),
      ]);
      expect(leads.map(outcome).sort()).toEqual(['AssignSeatPayload', 'ConflictError']);
    }
  });

  it('start and cancel one interview: one order wins', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana } = stage.people;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { first } = await stage.plannedLoop();
      const step = { interviewId: first, expectedRevision: 1 };
      const both = await Promise.all([
        change(ana, 'startInterview', step, 'interview { status }'),
        change(coordinator, 'cancelInterview', { ...step, reason: 'candidate is ill' }, 'interview { status }'),
      ]);
      expect(both.map(outcome).filter((name) => name === 'RevisionConflictError')).toHaveLength(1);
      const won = both.find((answer) => answer.interview !== undefined).interview.status;
      const { interview } = await ana.client.ask('query($id: ID!) { interview(id: $id) { status revision } }', { id: first });
      expect(interview).toEqual({ status: won, revision: 2 });
    }
  });

  it('plan one loop: it has its rounds once', async () => {
    const stage = await Stage.in(world);
    const { coordinator, manager, ana, bo } = stage.people;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { loopId } = await stage.loop();
      const rounds = [stage.round(0, [[ana, 'LEAD']]), stage.round(1, [[bo, 'LEAD']])];
      const both = await Promise.all(
        [coordinator, manager].map((person) => change(person, 'planLoop', { loopId, rounds, idempotencyKey: randomUUID() }, 'loop { id }')),
      );
      expect(both.map(outcome).sort()).toEqual(['ConflictError', 'PlanLoopPayload']);
      expect(
        (await ana.client.ask('query($id: ID!) { loop(id: $id) { interviews { id } } }', { id: loopId })).loop.interviews,
      ).toHaveLength(2);
    }
  });

  it('enter one candidate, and enter her while the opening closes or her data is erased', async () => {
    const stage = await Stage.in(world);
    const { coordinator } = stage.people;
    for (let round = 0; round < ROUNDS; round += 1) {
      const openingId = await stage.madeOpening();
      const { candidate } = await change(
        coordinator,
        'createCandidate',
        { name: 'Cara', idempotencyKey: randomUUID() },
        'candidate { id }',
      );
      const enter = (): Promise<any> =>
        change(
          coordinator,
          'createApplication',
          { candidateId: candidate.id, openingId, idempotencyKey: randomUUID() },
          'application { id }',
        );
      const answers = await Promise.all([
        enter(),
        enter(),
        change(stage.admin, 'eraseCandidate', { candidateId: candidate.id }, 'candidate { name }'),
        change(coordinator, 'closeOpening', { openingId, expectedRevision: 1 }, 'opening { status }'),
      ]);
      expect(
        answers
          .slice(0, 2)
          .map(outcome)
          .filter((name) => name === 'CreateApplicationPayload').length,
      ).toBeLessThanOrEqual(1);
      expect(answers.slice(2).map(outcome)).toEqual(['EraseCandidatePayload', 'CloseOpeningPayload']);
      const [row]: { applications: number; loops: number }[] = await world.owner.query(
        `SELECT count(DISTINCT a.id)::int AS applications, count(DISTINCT l.id)::int AS loops FROM application a
         LEFT JOIN loop l ON l.organization_id = a.organization_id AND l.application_id = a.id WHERE a.organization_id = $1 AND a.candidate_id = $2`,
        [stage.admin.organizationId, local(candidate.id)],
      );
      expect(row?.applications).toBe(row?.loops);
      expect(await enter()).toMatchObject({ code: 'CONFLICT' });
    }
  });

  it('open the seal once, when the last seat is released while the interview ends', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana } = stage.people;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { first, second, loopId } = await stage.plannedLoop();
      await change(coordinator, 'cancelInterview', { interviewId: second, expectedRevision: 1, reason: 'enough' }, 'interview { id }');
      await change(ana, 'startInterview', { interviewId: first, expectedRevision: 1 }, 'interview { id }');
      await stage.submitted(first, ana);
      const { interview } = await ana.client.ask('query($id: ID!) { interview(id: $id) { seats { id member { name } } } }', { id: first });
      const seatId = interview.seats.find((seat: any) => seat.member.name === 'Bo').id;
      await Promise.all([
        change(ana, 'endInterview', { interviewId: first, expectedRevision: 2 }, 'interview { id }'),
        change(stage.admin, 'removeSeat', { seatId, reason: 'fell ill' }, 'seat { id }'),
      ]);
      expect((await ana.client.ask('query($id: ID!) { loop(id: $id) { state } }', { id: loopId })).loop.state).toBe('OPEN');
      const opened: unknown[] = await world.owner.query(
        `SELECT 1 FROM audit_event WHERE organization_id = $1 AND detail LIKE '%sealOpened%' AND subject_id IN ($2, $3)`,
        [stage.admin.organizationId, local(first), local(seatId)],
      );
      expect(opened).toHaveLength(1);
    }
  });
});
