import { randomUUID } from 'node:crypto';
import { World } from '@touchstone/testing';
import { change, refusal, seatIds, turnedAway } from './requests';
import { local, Stage } from './stage';

const SEAT = 'seat { id kind submitted removed removedReason member { name } }';
const CONFLICT = 'conflict { id reason acknowledgedAt withdrawnAt member { name } declaredBy { name } acknowledgedBy { name } }';
const LOOP =
  'query($id: ID!) { loop(id: $id) { state sealOpenedAt conflicts { member { name } } interviews { revision seats { kind submitted removed member { name } } } } }';

describe('a panel', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('takes a member once, and one lead', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, cy, auditor, author } = stage.people;
    const { first } = await stage.plannedLoop();
    const seat = (person: typeof ana, kind: string): Record<string, unknown> => ({
      interviewId: first,
      memberId: stage.member(person),
      kind,
      idempotencyKey: randomUUID(),
    });
    const input = seat(cy, 'SHADOW');
    const { seat: given } = await change(coordinator, 'assignSeat', input, SEAT);
    expect(given).toMatchObject({ kind: 'SHADOW', submitted: false, removed: false, member: { name: 'Cy' } });
    expect((await change(coordinator, 'assignSeat', input, SEAT)).seat.id).toBe(given.id);
    expect(await refusal(coordinator, 'assignSeat', { ...input, kind: 'OBSERVER' })).toBe('IDEMPOTENCY_MISMATCH input.idempotencyKey');
    expect(await refusal(coordinator, 'assignSeat', seat(cy, 'OBSERVER'))).toBe('CONFLICT input.memberId');
    expect(await refusal(coordinator, 'assignSeat', seat(stage.admin, 'LEAD'))).toBe('CONFLICT input.kind');
    expect(await refusal(coordinator, 'assignSeat', seat(author, 'OBSERVER'))).toBe('VALIDATION input.kind');
    expect(await refusal(coordinator, 'assignSeat', { ...seat(auditor, 'OBSERVER'), memberId: 'nonsense' })).toBe(
      'NOT_FOUND input.memberId',
    );
    expect(await refusal(await world.organization(), 'assignSeat', seat(auditor, 'OBSERVER'))).toBe('NOT_FOUND input.interviewId');
    for (const person of [ana, auditor]) expect(await turnedAway(person, 'assignSeat', seat(cy, 'SHADOW'))).toBe('FORBIDDEN');
    await world.owner.query(`UPDATE member SET status = 'SUSPENDED' WHERE organization_id = $1 AND id = $2`, [
      stage.admin.organizationId,
      auditor.memberId,
    ]);
    expect(await refusal(coordinator, 'assignSeat', seat(auditor, 'OBSERVER'))).toBe('NOT_FOUND input.memberId');
  });

  it('remembers every seat that was held: taken off, and given back as a seat that rates', async () => {
    const stage = await Stage.in(world);
    const { coordinator, bo } = stage.people;
    const { first, second, loopId } = await stage.plannedLoop();
    await change(coordinator, 'cancelInterview', { interviewId: second, expectedRevision: 1, reason: 'not needed' }, 'interview { id }');
    const seatId = (await seatIds(coordinator, first)).get('Bo');
    expect((await change(coordinator, 'removeSeat', { seatId }, SEAT)).seat).toMatchObject({ removed: true, removedReason: null });
    expect(await refusal(coordinator, 'removeSeat', { seatId })).toBe('CONFLICT input');
    const { loop } = await bo.client.ask(LOOP, { id: loopId });
    expect(loop.interviews[0].seats).toContainEqual({ kind: 'INTERVIEWER', submitted: false, removed: true, member: { name: 'Bo' } });
    const back = (kind: string): Promise<any> =>
      change(coordinator, 'assignSeat', { interviewId: first, memberId: stage.member(bo), kind, idempotencyKey: randomUUID() }, SEAT);
    expect(await back('OBSERVER')).toMatchObject({ code: 'CONFLICT', path: ['input', 'kind'] });
    expect((await back('SHADOW')).seat).toMatchObject({ id: seatId, kind: 'SHADOW', removed: false });
    expect(await refusal(await world.organization(), 'removeSeat', { seatId })).toBe('NOT_FOUND input.seatId');
    expect(await refusal(coordinator, 'removeSeat', { seatId: 'nonsense' })).toBe('NOT_FOUND input.seatId');
  });

  it('keeps a seat that has submitted, and releases one that owes a scorecard with a reason, which may open the seal', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, bo } = stage.people;
    const { first, second, loopId } = await stage.plannedLoop();
    await change(coordinator, 'cancelInterview', { interviewId: second, expectedRevision: 1, reason: 'not needed' }, 'interview { id }');
    await change(ana, 'startInterview', { interviewId: first, expectedRevision: 1 }, 'interview { id }');
    await stage.submitted(first, ana);
    const seats = await seatIds(coordinator, first);
    expect(await refusal(coordinator, 'removeSeat', { seatId: seats.get('Ana'), reason: 'she must go' })).toBe('CONFLICT input');
    expect(await refusal(coordinator, 'removeSeat', { seatId: seats.get('Bo') })).toBe('VALIDATION input.reason');
    await change(ana, 'endInterview', { interviewId: first, expectedRevision: 2 }, 'interview { id }');
    expect((await ana.client.ask(LOOP, { id: loopId })).loop).toMatchObject({ state: 'AWAITING_SCORECARDS', sealOpenedAt: null });
    // Whoever may not open the seal early may not open it by way of the last seat either; and what opens so is marked for good.
    expect(await refusal(coordinator, 'removeSeat', { seatId: seats.get('Bo'), reason: 'fell ill' })).toBe('NOT_ALLOWED');
    expect((await ana.client.ask(LOOP, { id: loopId })).loop).toMatchObject({ state: 'AWAITING_SCORECARDS', sealOpenedAt: null });
    expect((await change(stage.admin, 'removeSeat', { seatId: seats.get('Bo'), reason: ' fell ill ' }, SEAT)).seat).toMatchObject({
      removed: true,
      removedReason: 'fell ill',
    });
    const { loop } = await bo.client.ask(LOOP, { id: loopId });
    expect(loop.state).toBe('OPEN');
    expect(loop.sealOpenedAt).not.toBeNull();
    const [early] = await world.owner.query(
      'SELECT seal_opened_early_by AS by, seal_opened_early_reason AS reason FROM loop WHERE seal_opened_early_reason IS NOT NULL',
    );
    expect(early).toEqual({ by: stage.admin.memberId, reason: 'fell ill' });
    // Nobody comes in behind an open seal, neither to a seat nor with a further interview.
    const late = { interviewId: first, memberId: stage.member(bo), kind: 'INTERVIEWER', idempotencyKey: randomUUID() };
    expect(await refusal(coordinator, 'assignSeat', late)).toBe('CONFLICT input.interviewId');
    expect(
      await refusal(coordinator, 'scheduleInterview', { ...stage.round(1, [[bo, 'LEAD']]), loopId, idempotencyKey: randomUUID() }),
    ).toBe('CONFLICT input');
    const lines: { detail: string }[] = await world.owner.query(
      `SELECT detail FROM audit_event WHERE organization_id = $1 AND action = 'seat.remove'`,
      [stage.admin.organizationId],
    );
    expect(lines.map(({ detail }) => JSON.parse(detail))).toMatchObject([{ reasonGiven: true, sealOpened: true }]);
    expect(lines[0]?.detail).not.toContain('ill');
  });

  it('opens the seal when what it still waited for ends or is called off, and not before', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, bo } = stage.people;
    const ended = await stage.plannedLoop();
    await change(ana, 'startInterview', { interviewId: ended.first, expectedRevision: 1 }, 'interview { id }');
    for (const person of [ana, bo]) await stage.submitted(ended.first, person);
    await change(ana, 'endInterview', { interviewId: ended.first, expectedRevision: 2 }, 'interview { id }');
    expect((await ana.client.ask(LOOP, { id: ended.loopId })).loop).toMatchObject({ state: 'RUNNING', sealOpenedAt: null });
    await change(coordinator, 'markNoShow', { interviewId: ended.second, expectedRevision: 1, reason: 'did not come' }, 'interview { id }');
    expect((await ana.client.ask(LOOP, { id: ended.loopId })).loop.state).toBe('OPEN');
    const late = { interviewId: ended.first, memberId: stage.member(stage.people.cy), kind: 'SHADOW', idempotencyKey: randomUUID() };
    expect(await refusal(coordinator, 'assignSeat', late)).toBe('CONFLICT input.interviewId');
  });

  it('has no seat for a member with a conflict of interest until somebody else acknowledges it', async () => {
    const stage = await Stage.in(world);
    const { coordinator, manager, ana, bo, cy, auditor } = stage.people;
    const { first, loopId } = await stage.plannedLoop();
    const seat = { interviewId: first, memberId: stage.member(cy), kind: 'SHADOW', idempotencyKey: randomUUID() };
    const suggestion = { loopId, memberId: stage.member(cy), reason: ' former colleagues ', idempotencyKey: randomUUID() };
    expect(await refusal(ana, 'declareConflict', suggestion)).toBe('NOT_ALLOWED');
    expect(await refusal(cy, 'declareConflict', { ...suggestion, memberId: null })).toBe('NOT_FOUND input.loopId');
    expect(await turnedAway(auditor, 'declareConflict', suggestion)).toBe('FORBIDDEN');
    expect(await refusal(coordinator, 'declareConflict', { ...suggestion, reason: '' })).toBe('VALIDATION input.reason');
    expect(await refusal(coordinator, 'declareConflict', { ...suggestion, memberId: 'nonsense' })).toBe('NOT_FOUND input.memberId');
    const { conflict } = await change(coordinator, 'declareConflict', suggestion, CONFLICT);
    expect(conflict).toMatchObject({
      reason: 'former colleagues',
      acknowledgedAt: null,
      withdrawnAt: null,
      member: { name: 'Cy' },
      declaredBy: { name: 'Coco' },
    });
    expect((await change(coordinator, 'declareConflict', suggestion, CONFLICT)).conflict.id).toBe(conflict.id);
    expect(await refusal(coordinator, 'declareConflict', { ...suggestion, idempotencyKey: randomUUID() })).toBe('CONFLICT input.memberId');
    expect(await refusal(coordinator, 'assignSeat', seat)).toBe('CONFLICT input.memberId');

    const conflictId = conflict.id;
    for (const person of [ana, bo]) expect(await refusal(person, 'withdrawConflict', { conflictId })).toBe('NOT_FOUND input.conflictId');
    expect(await refusal(cy, 'withdrawConflict', { conflictId })).toBe('NOT_ALLOWED');
    expect(await turnedAway(cy, 'acknowledgeConflict', { conflictId })).toBe('FORBIDDEN');
    expect((await change(manager, 'acknowledgeConflict', { conflictId }, CONFLICT)).conflict).toMatchObject({
      acknowledgedBy: { name: 'Hanna' },
    });
    expect(await refusal(coordinator, 'acknowledgeConflict', { conflictId })).toBe('CONFLICT input.conflictId');
    expect(await refusal(coordinator, 'assignSeat', seat)).toBe('ok');
    expect((await change(coordinator, 'withdrawConflict', { conflictId }, CONFLICT)).conflict.withdrawnAt).not.toBeNull();
    expect(await refusal(coordinator, 'withdrawConflict', { conflictId })).toBe('CONFLICT input.conflictId');
    // Declared anew, it stands open again, whoever acknowledged the earlier one.
    const { conflict: own } = await change(
      cy,
      'declareConflict',
      { loopId, reason: 'she is my sister', idempotencyKey: randomUUID() },
      CONFLICT,
    );
    expect(own).toMatchObject({ id: conflictId, acknowledgedAt: null, withdrawnAt: null, declaredBy: { name: 'Cy' } });
    const seen = async (person: typeof ana): Promise<number> => (await person.client.ask(LOOP, { id: loopId })).loop.conflicts.length;
    expect([await seen(coordinator), await seen(manager), await seen(cy), await seen(ana), await seen(auditor)]).toEqual([1, 1, 1, 0, 0]);
    expect((await ana.client.ask('query($id: ID!) { node(id: $id) { id } }', { id: conflictId })).node).toBeNull();
    const stranger = await world.organization();
    for (const verb of ['withdrawConflict', 'acknowledgeConflict'])
      expect(await refusal(stranger, verb, { conflictId })).toBe('NOT_FOUND input.conflictId');
  });

  it('lets nobody acknowledge her own conflict, whatever her role', async () => {
    const stage = await Stage.in(world);
    const { coordinator } = stage.people;
    const { loopId } = await stage.plannedLoop();
    const { conflict } = await change(
      stage.admin,
      'declareConflict',
      { loopId, reason: 'my neighbour', idempotencyKey: randomUUID() },
      CONFLICT,
    );
    expect(await refusal(stage.admin, 'acknowledgeConflict', { conflictId: conflict.id })).toBe('NOT_ALLOWED');
    expect(await refusal(coordinator, 'acknowledgeConflict', { conflictId: conflict.id })).toBe('ok');
  });

  it('leaves interview and loop as they are when a seat submits', async () => {
    const stage = await Stage.in(world);
    const { ana } = stage.people;
    const { first, loopId } = await stage.plannedLoop();
    const rows = (): Promise<unknown> =>
      world.owner.query(
        'SELECT i.*, l.*, i.xmin, l.xmin FROM interview i JOIN loop l ON l.organization_id = i.organization_id AND l.id = i.loop_id WHERE i.organization_id = $1 AND l.id = $2 ORDER BY i.id',
        [stage.admin.organizationId, local(loopId)],
      );
    const before = await rows();
    await stage.submitted(first, ana);
    expect(await rows()).toEqual(before);
    expect(
      (await ana.client.ask(LOOP, { id: loopId })).loop.interviews[0].seats.map((seat: any) => [seat.member.name, seat.submitted]),
    ).toEqual([
      ['Ana', true],
      ['Bo', false],
    ]);
  });
});
