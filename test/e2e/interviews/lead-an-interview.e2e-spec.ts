import { randomUUID } from 'node:crypto';
import { World } from '@touchstone/testing';
import { change, refusal, seatIds } from './requests';
import { Stage } from './stage';

describe('the lead of an interview', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('may be taken off before it starts; nobody starts it then, until another is assigned', async () => {
    const stage = await Stage.in(world);
    const { coordinator, bo, cy } = stage.people;
    const { first } = await stage.plannedLoop();
    const seats = await seatIds(coordinator, first);
    expect(await refusal(coordinator, 'removeSeat', { seatId: seats.get('Ana') })).toBe('ok');
    const start = { interviewId: first, expectedRevision: 1 };
    expect(await change(bo, 'startInterview', start, '__typename')).toMatchObject({
      __typename: 'ConflictError',
      code: 'CONFLICT',
      message: 'This interview has no lead. Assign a seat as lead to a member, then start it.',
      path: ['input'],
    });
    const seat = { interviewId: first, memberId: stage.member(cy), kind: 'LEAD', idempotencyKey: randomUUID() };
    expect(await refusal(coordinator, 'assignSeat', seat)).toBe('ok');
    expect((await change(bo, 'startInterview', start, 'interview { status }')).interview.status).toBe('IN_PROGRESS');
  });

  it('keeps the interview from starting while a conflict of interest keeps her from rating', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, bo } = stage.people;
    const { first, second, loopId } = await stage.plannedLoop();
    const declared = { loopId, reason: 'we were neighbours', idempotencyKey: randomUUID() };
    const { conflict } = await change(ana, 'declareConflict', declared, 'conflict { id }');
    for (const person of [ana, bo]) {
      expect(await change(person, 'startInterview', { interviewId: first, expectedRevision: 1 }, '__typename')).toMatchObject({
        code: 'CONFLICT',
        message: expect.stringMatching(/acknowledge it, or assign another lead/),
      });
    }
    // The conflict is Ana's; Bo leads the other round, and starts it.
    expect(await refusal(bo, 'startInterview', { interviewId: second, expectedRevision: 1 })).toBe('ok');
    expect(await refusal(coordinator, 'acknowledgeConflict', { conflictId: conflict.id })).toBe('ok');
    expect(await refusal(ana, 'startInterview', { interviewId: first, expectedRevision: 1 })).toBe('ok');
  });

  it('is there when an interview is planned', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, bo } = stage.people;
    const { loopId } = await stage.loop();
    const rounds = (kind: string): Record<string, unknown> => ({
      loopId,
      rounds: [stage.round(0, [[ana, 'LEAD']]), stage.round(1, [[bo, kind]])],
      idempotencyKey: randomUUID(),
    });
    for (const kind of ['INTERVIEWER', 'SHADOW', 'OBSERVER'])
      expect(await refusal(coordinator, 'planLoop', rounds(kind))).toBe('VALIDATION input.rounds.1.seats');
    const { loop } = await change(coordinator, 'planLoop', rounds('LEAD'), 'loop { interviews { id } }');
    expect(loop.interviews).toHaveLength(2);
    await change(
      coordinator,
      'cancelInterview',
      { interviewId: loop.interviews[1].id, expectedRevision: 1, reason: 'fell ill' },
      '__typename',
    );
    const again = (kind: string): Record<string, unknown> => ({ ...stage.round(1, [[bo, kind]]), loopId, idempotencyKey: randomUUID() });
    expect(await refusal(coordinator, 'scheduleInterview', again('INTERVIEWER'))).toBe('VALIDATION input.seats');
    expect(await refusal(coordinator, 'scheduleInterview', again('LEAD'))).toBe('ok');
  });
});
