import { randomUUID } from 'node:crypto';
import { ROLES } from '@touchstone/interviewing/access';
import { type Person, World } from '@touchstone/testing';
import { Client } from 'pg';
import { DAY_AFTER, LONG_DAY, YEAR } from './dates';
import { change } from './requests';
import { local, Stage } from './stage';

const LOOPS =
  'query($openingId: ID, $candidateId: ID, $state: LoopState, $after: String) { loops(first: 2, after: $after, openingId: $openingId, candidateId: $candidateId, state: $state) { edges { node { id } } pageInfo { hasNextPage endCursor } } }';
const INTERVIEWS = `query($mine: Boolean, $from: DateTime, $until: DateTime, $day: String, $timeZone: String, $statuses: [InterviewStatus!], $first: Int, $after: String) {
  interviews(mine: $mine, from: $from, until: $until, day: $day, timeZone: $timeZone, statuses: $statuses, first: $first, after: $after) {
    edges { node { id startsAt } } pageInfo { hasNextPage endCursor } } }`;

describe('reading loops and interviews', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('is for who looks over them, who answers for the opening, and who ever held a seat: alone, in lists, and by id', async () => {
    const stage = await Stage.in(world);
    const { coordinator, manager, ana, bo, cy, auditor, author } = stage.people;
    const rival = await world.member(stage.admin, ['HIRING_MANAGER'], 'Rita');
    const { loopId, first, second, openingId, candidateId } = await stage.plannedLoop();
    const { interview } = await coordinator.client.ask('query($id: ID!) { interview(id: $id) { seats { id member { name } } } }', {
      id: first,
    });
    const anaSeat = interview.seats.find((seat: any) => seat.member.name === 'Ana').id;
    await change(coordinator, 'removeSeat', { seatId: anaSeat }, 'seat { id }');

    const ones =
      'query($loop: ID!, $first: ID!, $second: ID!, $seat: ID!) { loop(id: $loop) { id } a: interview(id: $first) { id } b: interview(id: $second) { id } nodes(ids: [$loop, $first, $second, $seat]) { id } loops { edges { node { id } } } interviews { edges { node { id } } } }';
    const reads = async (person: Person): Promise<boolean> => {
      const all = await person.client.ask(ones, { loop: loopId, first, second, seat: anaSeat });
      const seen = [all.loop, all.a, all.b, ...all.nodes].map((one) => one !== null);
      const lists = [all.loops.edges.length === 1, all.interviews.edges.length === 2];
      expect(new Set([...seen, ...lists]).size).toBe(1);
      return seen[0] as boolean;
    };
    expect([await reads(stage.admin), await reads(coordinator), await reads(manager), await reads(auditor), await reads(bo)]).toEqual(
      Array(5).fill(true),
    );
    expect(await reads(ana)).toBe(true);
    expect([await reads(rival), await reads(cy), await reads(await world.organization())]).toEqual([false, false, false]);
    expect(await author.client.refusal(ones, { loop: loopId, first, second, seat: anaSeat })).toBe('FORBIDDEN');

    const applications =
      'query($openingId: ID!) { applications(openingId: $openingId) { edges { node { id candidateName loop { id } candidate { id } opening { id } } } } }';
    for (const person of [stage.admin, coordinator, manager]) {
      expect((await person.client.ask(applications, { openingId })).applications.edges).toMatchObject([
        { node: { candidateName: 'Cara Candidate', loop: { id: loopId }, candidate: { id: candidateId }, opening: { id: openingId } } },
      ]);
    }
    expect((await auditor.client.ask(applications, { openingId })).applications.edges).toMatchObject([
      { node: { candidate: null, loop: { id: loopId } } },
    ]);
    expect((await rival.client.ask(applications, { openingId })).applications.edges).toEqual([]);
    expect(await ana.client.refusal(applications, { openingId })).toBe('FORBIDDEN');
    for (const id of ['', 'nonsense', 'Loop_x', first])
      expect((await coordinator.client.ask('query($id: ID!) { loop(id: $id) { id } }', { id })).loop).toBeNull();
  });

  it('shows in lists exactly what it shows one by one, for every mix of roles and seats', async () => {
    const stage = await Stage.in(world);
    const { ana, manager, cy } = stage.people;
    const readers: Person[] = [];
    for (const roles of [...ROLES.map((role) => [role]), ['HIRING_MANAGER', 'INTERVIEWER'], ['AUDITOR', 'HIRING_MANAGER']] as const)
      readers.push(await world.member(stage.admin, [...roles]));
    const loops: string[] = [];
    for (const [index, hiringManager] of [manager, ...readers.filter(({ actor }) => actor.roles.includes('HIRING_MANAGER'))].entries()) {
      const made = await stage.plannedLoop(await stage.madeOpening({ hiringManagerId: stage.member(hiringManager) }));
      loops.push(made.loopId);
      const sitting = readers.filter(
        (person, place) => place % 2 === index % 2 && person.actor.roles.some((role) => role !== 'AUTHOR' && role !== 'REVIEWER'),
      );
      for (const person of sitting)
        await change(
          stage.people.coordinator,
          'assignSeat',
          { interviewId: made.first, memberId: stage.member(person), kind: 'OBSERVER', idempotencyKey: randomUUID() },
          'seat { id }',
        );
    }
    let differing = 0;
    for (const person of [...readers, ana, manager, cy]) {
      const list = await person.client.send<any>('{ loops(first: 100) { edges { node { id } } } }');
      if (list.data?.loops === undefined) continue;
      const listed = new Set(list.data.loops.edges.map(({ node }: any) => node.id));
      for (const id of loops) {
        const { loop } = await person.client.ask('query($id: ID!) { loop(id: $id) { id } }', { id });
        if ((loop !== null) !== listed.has(id)) differing += 1;
      }
    }
    expect(differing).toBe(0);
  });

  it('narrows by opening, candidate and state, page by page', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, bo } = stage.people;
    const openingId = await stage.madeOpening();
    const made = [await stage.plannedLoop(openingId), await stage.plannedLoop(openingId), await stage.plannedLoop(openingId)] as const;
    const elsewhere = await stage.loop();
    const ids = async (variables: Record<string, unknown>): Promise<string[]> =>
      (await coordinator.client.ask(LOOPS, variables)).loops.edges.map(({ node }: any) => node.id);
    const { loops: page } = await coordinator.client.ask(LOOPS, { openingId });
    expect(page.edges.map(({ node }: any) => node.id)).toEqual([made[2].loopId, made[1].loopId]);
    expect(await ids({ openingId, after: page.pageInfo.endCursor })).toEqual([made[0].loopId]);
    expect(await coordinator.client.refusal(LOOPS, { after: page.pageInfo.endCursor })).toBe('BAD_USER_INPUT');
    expect(await coordinator.client.refusal(LOOPS, { openingId, after: 'garbage' })).toBe('BAD_USER_INPUT');
    expect(await ids({ candidateId: elsewhere.candidateId })).toEqual([elsewhere.loopId]);
    expect(await ids({ openingId: 'nonsense' })).toEqual([]);
    expect(await ids({ candidateId: openingId })).toEqual([]);

    const { first, second, loopId } = made[0];
    const states = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const state of ['PLANNED', 'RUNNING', 'AWAITING_SCORECARDS', 'OPEN', 'DECIDED'])
        if ((await ids({ openingId, candidateId: made[0].candidateId, state })).length === 1) found.push(state);
      const { loop } = await ana.client.ask('query($id: ID!) { loop(id: $id) { state } }', { id: loopId });
      expect(found).toEqual([loop.state]);
      return found;
    };
    expect(await states()).toEqual(['PLANNED']);
    await change(ana, 'startInterview', { interviewId: first, expectedRevision: 1 }, 'interview { id }');
    expect(await states()).toEqual(['RUNNING']);
    await change(ana, 'endInterview', { interviewId: first, expectedRevision: 2 }, 'interview { id }');
    await change(coordinator, 'cancelInterview', { interviewId: second, expectedRevision: 1, reason: 'enough' }, 'interview { id }');
    expect(await states()).toEqual(['AWAITING_SCORECARDS']);
    // A submission is not seen in the state; the open seal is.
    await stage.submitted(first, ana);
    expect(await states()).toEqual(['AWAITING_SCORECARDS']);
    await stage.submitted(first, bo);
    await world.owner.query('UPDATE loop SET decided_at = now() WHERE organization_id = $1 AND id = $2', [
      stage.admin.organizationId,
      local(loopId),
    ]);
    expect(await states()).toEqual(['AWAITING_SCORECARDS']);
    await world.owner.query('UPDATE loop SET seal_opened_at = now(), decided_at = NULL WHERE organization_id = $1 AND id = $2', [
      stage.admin.organizationId,
      local(loopId),
    ]);
    expect(await states()).toEqual(['OPEN']);
    await world.owner.query('UPDATE loop SET decided_at = now() WHERE organization_id = $1 AND id = $2', [
      stage.admin.organizationId,
      local(loopId),
    ]);
    expect(await states()).toEqual(['DECIDED']);
  });

  it('gives an interviewer her day, in her time zone, also when the clocks change', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, bo } = stage.people;
    const { loopId } = await stage.loop();
    // In Berlin the last Sunday of October has 25 hours: from 22:00Z to 23:00Z the day after.
    const rounds = [stage.round(0, [[ana, 'LEAD']], `${LONG_DAY}T22:15:00Z`), stage.round(1, [[bo, 'LEAD']], `${LONG_DAY}T23:15:00Z`)];
    const { loop } = await change(coordinator, 'planLoop', { loopId, rounds, idempotencyKey: randomUUID() }, 'loop { interviews { id } }');
    const [first, second] = loop.interviews.map(({ id }: { id: string }) => id);
    const ids = async (person: Person, variables: Record<string, unknown>): Promise<string[]> =>
      (await person.client.ask(INTERVIEWS, variables)).interviews.edges.map(({ node }: any) => node.id);
    const berlin = { timeZone: 'Europe/Berlin' };
    expect(await ids(ana, { day: LONG_DAY, ...berlin, mine: true })).toEqual([first]);
    expect(await ids(ana, { day: LONG_DAY, ...berlin })).toEqual([first]);
    // It runs until 00:15 of the day after, which is thus her day, too.
    expect(await ids(ana, { day: DAY_AFTER, ...berlin, mine: true })).toEqual([first]);
    expect(await ids(ana, { day: DAY_AFTER, ...berlin })).toEqual([first, second]);
    expect(await ids(bo, { mine: true })).toEqual([second]);
    expect(await ids(coordinator, { mine: true })).toEqual([]);
    expect(await ids(coordinator, { from: `${LONG_DAY}T23:15:00Z` })).toEqual([second]);
    expect(await ids(coordinator, { until: `${LONG_DAY}T23:15:00Z` })).toEqual([first]);
    await change(
      coordinator,
      'cancelInterview',
      { interviewId: first, expectedRevision: 1, reason: 'clock confusion' },
      'interview { id }',
    );
    expect(await ids(coordinator, { statuses: ['CANCELLED'] })).toEqual([first]);
    expect(await ids(coordinator, { statuses: [] })).toEqual([]);
    for (const wrong of [
      { day: '2026-02-30', ...berlin },
      { day: LONG_DAY },
      { day: LONG_DAY, timeZone: 'Mars/Olympus' },
      { day: LONG_DAY, ...berlin, from: `${LONG_DAY}T00:00:00Z` },
      { first: 101 },
    ]) {
      expect(await ana.client.refusal(INTERVIEWS, wrong)).toBe('BAD_USER_INPUT');
    }
  });

  it('pages through 60 interviews, many of them at one time, each once, for a constant number of statements', async () => {
    const stage = await Stage.in(world);
    const { ana, coordinator } = stage.people;
    const openingId = await stage.madeOpening();
    for (let index = 0; index < 30; index += 1) {
      const { loopId } = await stage.loop(openingId);
      const at = `${YEAR}-12-0${1 + (index % 3)}T09:00:00Z`;
      await change(
        coordinator,
        'planLoop',
        { loopId, rounds: [stage.round(0, [[ana, 'LEAD']], at), stage.round(1, [[ana, 'LEAD']], at)], idempotencyKey: randomUUID() },
        'loop { id }',
      );
    }
    const seen: { id: string; startsAt: string }[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { interviews }: any = await ana.client.ask(INTERVIEWS, { first: 7, after, mine: true });
      seen.push(...interviews.edges.map(({ node }: any) => node));
      after = interviews.pageInfo.endCursor;
      more = interviews.pageInfo.hasNextPage;
    }
    expect(seen).toHaveLength(60);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(60);
    expect(seen.map(({ startsAt }) => startsAt)).toEqual([...seen.map(({ startsAt }) => startsAt)].sort());

    const deep =
      'query($first: Int!) { interviews(first: $first) { edges { node { candidateName loop { state opening { title } } seats { member { name } } mySeat { kind } items { questionVersion { title } } deviations { kind } } } } }';
    const few = await statements(ana, deep, 3);
    expect(few).toBeGreaterThan(5);
    expect(few).toBeLessThan(25);
    expect(await statements(ana, deep, 60)).toBe(few);
  });

  /** How many statements one operation sends to the database. */
  async function statements(person: Person, query: string, first: number): Promise<number> {
    await person.client.ask(query, { first });
    const spy = jest.spyOn(Client.prototype, 'query');
    await person.client.ask(query, { first });
    const count = spy.mock.calls.length;
    spy.mockRestore();
    return count;
  }
});
