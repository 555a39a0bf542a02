import { randomUUID } from 'node:crypto';
import { World } from '@touchstone/testing';
import { change, refusal, seatIds, turnedAway } from './requests';
import { local, Stage } from './stage';

const INTERVIEW = 'interview { id status revision startedAt endedAt loop { state } }';
const ITEMS = `query($id: ID!) { interview(id: $id) { mySeat { kind } items { questionVersionId plannedMinutes skipped added questionVersion { title rubric { criteria { id } } } }
  deviations { kind reason recordedBy { name } } } }`;

describe('running an interview', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('is for those who lead it: start, end, each once', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, bo, cy, auditor } = stage.people;
    const { first, second } = await stage.plannedLoop();
    const start = { interviewId: first, expectedRevision: 1 };
    for (const person of [coordinator, auditor]) expect(await turnedAway(person, 'startInterview', start)).toBe('FORBIDDEN');
    expect(await refusal(cy, 'startInterview', start)).toBe('NOT_FOUND input.interviewId');
    expect(await refusal(stage.admin, 'startInterview', start)).toBe('NOT_ALLOWED');
    expect(await refusal(ana, 'startInterview', { ...start, interviewId: second })).toBe('NOT_ALLOWED');
    expect(await refusal(ana, 'endInterview', start)).toBe('CONFLICT input');
    const { interview } = await change(bo, 'startInterview', start, INTERVIEW);
    expect(interview).toMatchObject({ status: 'IN_PROGRESS', revision: 2, endedAt: null, loop: { state: 'RUNNING' } });
    expect(interview.startedAt).not.toBeNull();
    expect(await refusal(ana, 'startInterview', start)).toBe('REVISION_CONFLICT input.expectedRevision');
    expect(await refusal(coordinator, 'cancelInterview', { interviewId: first, expectedRevision: 2, reason: 'too late' })).toBe(
      'CONFLICT input',
    );
    expect((await change(ana, 'endInterview', { interviewId: first, expectedRevision: 2 }, INTERVIEW)).interview).toMatchObject({
      status: 'ENDED',
      revision: 3,
      loop: { state: 'RUNNING' },
    });
    await change(bo, 'startInterview', { interviewId: second, expectedRevision: 1 }, INTERVIEW);
    expect((await change(bo, 'endInterview', { interviewId: second, expectedRevision: 2 }, INTERVIEW)).interview.loop.state).toBe(
      'AWAITING_SCORECARDS',
    );
  });

  it('needs one lead, who rates herself: shadows and observers do not run it', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, bo, cy } = stage.people;
    const { first } = await stage.plannedLoop();
    await change(
      coordinator,
      'assignSeat',
      { interviewId: first, memberId: stage.member(cy), kind: 'SHADOW', idempotencyKey: randomUUID() },
      'seat { id }',
    );
    expect(await refusal(cy, 'startInterview', { interviewId: first, expectedRevision: 1 })).toBe('NOT_ALLOWED');
    const seats = await seatIds(coordinator, first);
    await change(coordinator, 'removeSeat', { seatId: seats.get('Ana') }, 'seat { id }');
    expect(await refusal(bo, 'startInterview', { interviewId: first, expectedRevision: 1 })).toBe('CONFLICT input');
    expect(await refusal(ana, 'startInterview', { interviewId: first, expectedRevision: 1 })).toBe('NOT_ALLOWED');
  });

  it('shows items and rubrics to those who sit there, from when they are seated, and not of other rounds', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, bo, cy, manager } = stage.people;
    const { first, second } = await stage.plannedLoop();
    const items = async (person: typeof ana, id: string): Promise<any> => (await person.client.ask(ITEMS, { id })).interview.items;
    const own = await items(ana, first);
    expect(own.map((item: any) => [item.questionVersion.title, item.plannedMinutes, item.skipped, item.added])).toEqual([
      ['Question 1', 15, false, false],
      ['Question 2', 15, false, false],
    ]);
    expect(own[0].questionVersion.rubric.criteria.length).toBeGreaterThan(0);
    expect(await items(ana, second)).toBeNull();
    expect((await ana.client.ask(ITEMS, { id: second })).interview).toMatchObject({ mySeat: null, deviations: null });
    expect((await items(coordinator, first))[0].questionVersion).toMatchObject({ title: 'Question 1', rubric: null });
    expect((await items(manager, first))[0].questionVersion.rubric).not.toBeNull();

    const rubric = async (person: typeof ana, versionId: string | undefined): Promise<unknown> => {
      const { node } = await person.client.ask(
        'query($id: ID!) { node(id: $id) { ... on QuestionVersion { rubric { criteria { id } } } } }',
        { id: versionId },
      );
      return node?.rubric ?? null;
    };
    expect(await rubric(ana, stage.versionIds[0])).not.toBeNull();
    expect(await rubric(ana, stage.versionIds[2])).toBeNull();
    expect(await rubric(bo, stage.versionIds[2])).not.toBeNull();
    expect(await rubric(cy, stage.versionIds[0])).toBeNull();
    await change(coordinator, 'removeSeat', { seatId: (await seatIds(coordinator, first)).get('Ana') }, 'seat { id }');
    expect(await items(ana, first)).toBeNull();
    expect(await rubric(ana, stage.versionIds[0])).toBeNull();
    await change(coordinator, 'cancelInterview', { interviewId: second, expectedRevision: 1, reason: 'called off' }, 'interview { id }');
    expect(await rubric(bo, stage.versionIds[2])).toBeNull();
  });

  it('records what was skipped, added and moved', async () => {
    const stage = await Stage.in(world);
    const { ana, bo, cy, coordinator } = stage.people;
    const { first, loopId } = await stage.plannedLoop();
    const [q1, q2, q3, q4, draft] = stage.versionIds;
    const deviate = (changes: Record<string, unknown>): Promise<string> =>
      refusal(ana, 'recordDeviation', {
        interviewId: first,
        kind: 'SKIPPED',
        questionVersionId: q1,
        reason: 'time ran out',
        idempotencyKey: randomUUID(),
        ...changes,
      });
    expect(await deviate({})).toBe('CONFLICT input.interviewId');
    await change(ana, 'startInterview', { interviewId: first, expectedRevision: 1 }, 'interview { id }');
    const before = await revisions(stage, first);
    const skipped = { interviewId: first, kind: 'SKIPPED', questionVersionId: q2, reason: ' time ran out ', idempotencyKey: randomUUID() };
    await change(ana, 'recordDeviation', skipped, 'interview { id }');
    await change(ana, 'recordDeviation', skipped, 'interview { id }');
    expect(await deviate({ questionVersionId: q2 })).toBe('CONFLICT input.questionVersionId');
    expect(await deviate({ questionVersionId: q3 })).toBe('VALIDATION input.questionVersionId');
    expect(await deviate({ kind: 'ADDED', questionVersionId: q1 })).toBe('CONFLICT input.questionVersionId');
    expect(await deviate({ kind: 'ADDED', questionVersionId: draft })).toBe('VALIDATION input.questionVersionId');
    expect(await deviate({ kind: 'ADDED', questionVersionId: 'nonsense' })).toBe('NOT_FOUND input.questionVersionId');
    expect(await deviate({ reason: '.' })).toBe('VALIDATION input.reason');
    expect(await deviate({ kind: 'ADDED', questionVersionId: q4, position: 0, reason: 'candidate asked about it' })).toBe('ok');
    expect(
      await refusal(bo, 'recordDeviation', {
        ...skipped,
        kind: 'REORDERED',
        questionVersionId: q1,
        position: 2,
        idempotencyKey: randomUUID(),
      }),
    ).toBe('ok');
    expect(await refusal(cy, 'recordDeviation', { ...skipped, idempotencyKey: randomUUID() })).toBe('NOT_FOUND input.interviewId');
    expect(await turnedAway(ana, 'recordDeviation', { ...skipped, position: -1, idempotencyKey: randomUUID() })).toBe('BAD_USER_INPUT');

    const { interview } = await bo.client.ask(ITEMS, { id: first });
    expect(interview.items.map((item: any) => [item.questionVersion.title, item.skipped, item.added, item.plannedMinutes])).toEqual([
      ['Question 4', false, true, 10],
      ['Question 2', true, false, 15],
      ['Question 1', false, false, 15],
    ]);
    expect(interview.items[0].questionVersion.rubric).not.toBeNull();
    expect(interview.deviations.map((one: any) => [one.kind, one.reason, one.recordedBy.name])).toEqual([
      ['SKIPPED', 'time ran out', 'Ana'],
      ['ADDED', 'candidate asked about it', 'Ana'],
      ['REORDERED', 'time ran out', 'Bo'],
    ]);
    expect((await coordinator.client.ask(ITEMS, { id: first })).interview.deviations).toHaveLength(3);
    await stage.submitted(first, bo);
    expect(await deviate({ kind: 'ADDED', questionVersionId: q3 })).toBe('CONFLICT input.interviewId');
    expect(await deviate({ questionVersionId: q1 })).toBe('ok');
    await world.owner.query('UPDATE loop SET seal_opened_at = now() WHERE organization_id = $1 AND id = $2', [
      stage.admin.organizationId,
      local(loopId),
    ]);
    expect(await deviate({ questionVersionId: q4 })).toBe('CONFLICT input.interviewId');
    expect(await revisions(stage, first)).toEqual(before);
  });

  const revisions = (stage: Stage, interviewId: string): Promise<unknown> =>
    world.owner.query('SELECT revision, status, started_at FROM interview WHERE organization_id = $1 AND id = $2', [
      stage.admin.organizationId,
      local(interviewId),
    ]);
});
