import { randomUUID } from 'node:crypto';
import { Housekeeping } from '@touchstone/platform/jobs/housekeeping';
import { type Person, World } from '@touchstone/testing';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { TendAssemblies } from '../../../apps/api/src/features/kits';
import { AssemblyLog } from '../../../apps/api/src/features/kits/application/assembly-log';
import { startWorker } from '../../../apps/api/src/start-worker';
import { type AssemblyAnswer, cancelAssembly, readAssembly, startAssembly } from './family-requests';
import { easyOrder, hardOrder, local, type Order } from './orders';
import { deleteBlueprint } from './requests';

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(ready: () => Promise<boolean> | boolean, seconds = 15): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await ready())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await pause(50);
  }
}

describe('take time to assemble', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const easy = (): Promise<Order> => easyOrder(world);
  const hard = (): Promise<Order> => hardOrder(world);

  const begun = (admin: Person, id: string): Promise<void> => until(async () => (await readAssembly(admin, id)).status === 'RUNNING');

  it('waits in line, is worked on, and ends with its kits', async () => {
    const { admin, blueprintId, run } = await easy();
    const members = [{ blueprintId, kits: 3 }];
    const { __typename, assembly } = await startAssembly(admin, members, { name: 'Autumn', timeLimitSeconds: 60 });
    expect(__typename).toBe('StartAssemblyPayload');
    expect(assembly).toMatchObject({ name: 'Autumn', status: 'QUEUED', members, timeLimitSeconds: 60, maxOverlap: 0 });
    expect(assembly).toMatchObject({ progress: null, failure: null, startedAt: null, endedAt: null, kits: [], family: null });
    expect(local(assembly.requestedBy.id)).toBe(admin.memberId);
    expect(await run(assembly.id)).toBe(true);

    const done = await readAssembly(admin, assembly.id);
    expect(done).toMatchObject({ status: 'DONE', failure: null, startedAt: expect.any(String), endedAt: expect.any(String) });
    expect(done.kits.map(({ name }) => name)).toEqual(['Autumn 1', 'Autumn 2', 'Autumn 3']);
    expect(done.progress).toMatchObject({ gap: 0, objective: expect.any(Number) });
    expect(done.progress?.bound).toBe(done.progress?.objective);
    const { kitFamily } = await admin.client.ask('query ($id: ID!) { kitFamily(id: $id) { report { objective verified } } }', {
      id: done.family?.id,
    });
    expect(kitFamily.report).toEqual({ objective: done.progress?.objective, verified: true });
    expect(await run(assembly.id)).toBe(false);

    const { assembly: second } = await startAssembly(admin, members);
    const list = async (status: string | null): Promise<string[]> => {
      const { assemblies } = await admin.client.ask(
        'query ($status: AssemblyState) { assemblies(status: $status) { edges { node { id } } } }',
        { status },
      );
      return assemblies.edges.map(({ node }: { node: { id: string } }) => node.id);
    };
    expect(await list(null)).toEqual([second.id, assembly.id]);
    expect(await list('DONE')).toEqual([assembly.id]);
    const { auditEvents } = await admin.client.ask('{ auditEvents(first: 50) { edges { node { action } } } }');
    const actions = auditEvents.edges.map(({ node }: { node: { action: string } }) => node.action);
    expect(actions).toEqual(expect.arrayContaining(['assembly.start', 'kitFamily.assemble', 'kit.assemble']));
  });

  it('makes a single kit, too, which is in no family', async () => {
    const { admin, blueprintId, run } = await easy();
    const { assembly } = await startAssembly(admin, [{ blueprintId, kits: 1 }], { name: 'One' });
    await run(assembly.id);
    const done = await readAssembly(admin, assembly.id);
    expect(done).toMatchObject({ status: 'DONE', family: null, kits: [{ name: 'One' }] });
  });

  it('fails with the wishes and rules in the way, and with what would help', async () => {
    const { admin, blueprintId, run } = await easy();
    const { assembly } = await startAssembly(admin, [{ blueprintId, kits: 4 }]);
    await run(assembly.id);
    const { status, failure, kits } = await readAssembly(admin, assembly.id);
    expect([status, failure?.code, kits]).toEqual(['FAILED', 'INFEASIBLE_BLUEPRINT', []]);
    expect(failure?.conflicts.map(({ wish }) => wish)).toContain('use');
    expect(failure?.relaxations[0]).toMatchObject({ changes: [expect.stringContaining('Ask for 3 instead of 4 kits')], cost: 0.25 });
  });

  it('fails where its blueprint is gone, and says so', async () => {
    const { admin, blueprintId, run } = await easy();
    const { assembly } = await startAssembly(admin, [{ blueprintId, kits: 2 }]);
    await deleteBlueprint(admin, { blueprintId, expectedRevision: 1 });
    await run(assembly.id);
    expect(await readAssembly(admin, assembly.id)).toMatchObject({ status: 'FAILED', failure: { code: 'NOT_FOUND' } });
  });

  it('is called off in the middle of its work, from whichever instance, and keeps nothing', async () => {
    const { admin, members, run } = await hard();
    const { assembly } = await startAssembly(admin, members, { timeLimitSeconds: 300 });
    const running = run(assembly.id);
    await begun(admin, assembly.id);
    await pause(1_000);
    const second = await world.secondServer();
    try {
      const called = Date.now();
      const elsewhere = {
        ...admin,
        client: new (admin.client.constructor as new (url: string, token: string) => Person['client'])(second.url, admin.token),
      };
      const { __typename, assembly: cancelled } = await cancelAssembly(elsewhere, assembly.id);
      expect([__typename, cancelled.status]).toEqual(['CancelAssemblyPayload', 'CANCELLED']);
      await running;
      expect(Date.now() - called).toBeLessThan(5_000);
    } finally {
      await second.close();
    }
    expect(await readAssembly(admin, assembly.id)).toMatchObject({ status: 'CANCELLED', kits: [], endedAt: expect.any(String) });
    expect(await cancelAssembly(admin, assembly.id)).toMatchObject({
      __typename: 'ConflictError',
      path: ['input', 'assemblyId'],
      message: expect.stringContaining('cancelled'),
    });
    const { kits } = await admin.client.ask('{ kits { edges { node { id } } } }');
    expect(kits.edges).toEqual([]);
  });

  it('is called off while it waits; nobody begins it then', async () => {
    const { admin, blueprintId, run } = await easy();
    const { assembly } = await startAssembly(admin, [{ blueprintId, kits: 2 }]);
    expect((await cancelAssembly(admin, assembly.id)).assembly.status).toBe('CANCELLED');
    expect(await run(assembly.id)).toBe(false);
  });

  it('tells those who watch how it goes, until it has ended', async () => {
    const { admin, members, run } = await hard();
    const { assembly } = await startAssembly(admin, members, { timeLimitSeconds: 300 });
    const frames: AssemblyAnswer[] = [];
    let over = false;
    const client = createClient({
      url: `${world.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${admin.token}` },
      retryAttempts: 0,
    });
    client.subscribe<{ assemblyChanged: AssemblyAnswer }>(
      {
        query: 'subscription ($id: ID!) { assemblyChanged(assemblyId: $id) { id status progress { objective bound gap seconds } } }',
        variables: { id: assembly.id },
      },
      { next: ({ data }) => data && frames.push(data.assemblyChanged), error: () => undefined, complete: () => (over = true) },
    );
    await until(() => frames.length === 1);
    const running = run(assembly.id);
    await until(() => frames.some(({ progress }) => progress !== null));
    await cancelAssembly(admin, assembly.id);
    await until(() => over);
    await running;
    await client.dispose();
    expect(frames[0]).toMatchObject({ id: assembly.id, status: 'QUEUED', progress: null });
    expect(frames.map(({ status }) => status)).toContain('RUNNING');
    expect(frames.at(-1)?.status).toBe('CANCELLED');
    const seconds = frames.flatMap(({ progress }) => progress?.seconds ?? []);
    expect(Math.max(...seconds)).toBeGreaterThan(1);
  });

  it('goes back into the line where its process is told to stop, and ends with a reason where it dies', async () => {
    const { admin, members, run } = await hard();
    const { assembly } = await startAssembly(admin, members, { timeLimitSeconds: 300 });
    const stop = new AbortController();
    const running = run(assembly.id, stop.signal);
    await begun(admin, assembly.id);
    stop.abort();
    await running;
    expect(await readAssembly(admin, assembly.id)).toMatchObject({ status: 'QUEUED', startedAt: null });
    const tend = (): Promise<readonly string[]> => world.app.get(TendAssemblies).execute(admin.organizationId);
    expect(await tend()).toEqual([local(assembly.id)]);

    // Begun by a process of which nothing is heard again.
    await world.app.get(AssemblyLog).begin(admin.organizationId, local(assembly.id));
    expect(await tend()).toEqual([]);
    expect((await readAssembly(admin, assembly.id)).status).toBe('RUNNING');
    world.clock.advance({ minutes: 2 });
    await tend();
    expect(await readAssembly(admin, assembly.id)).toMatchObject({
      status: 'FAILED',
      failure: { code: 'INTERRUPTED', message: expect.stringContaining('Start the assembly again') },
    });
  });

  it('takes one of an organization at a time, and at most five into the line; others are not held up', async () => {
    const { admin, members, run } = await hard();
    const { assembly: first } = await startAssembly(admin, members, { timeLimitSeconds: 300 });
    const running = run(first.id);
    await begun(admin, first.id);
    const { assembly: second } = await startAssembly(admin, members);
    expect(await run(second.id)).toBe(false);
    expect((await readAssembly(admin, second.id)).status).toBe('QUEUED');
    for (let more = 0; more < 3; more += 1) expect((await startAssembly(admin, members)).__typename).toBe('StartAssemblyPayload');
    expect(await startAssembly(admin, members)).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('5 assemblies'),
    });

    const other = await easy();
    const { assembly: theirs } = await startAssembly(other.admin, [{ blueprintId: other.blueprintId, kits: 2 }]);
    expect(await other.run(theirs.id)).toBe(true);
    expect((await readAssembly(other.admin, theirs.id)).status).toBe('DONE');
    await cancelAssembly(admin, first.id);
    await running;
  });

  it('answers a replay with the same assembly', async () => {
    const { admin, blueprintId } = await easy();
    const members = [{ blueprintId, kits: 2 }];
    const idempotencyKey = randomUUID();
    const first = await startAssembly(admin, members, { idempotencyKey });
    expect((await startAssembly(admin, members, { idempotencyKey })).assembly.id).toBe(first.assembly.id);
    expect(await startAssembly(admin, members, { idempotencyKey, name: 'Another' })).toMatchObject({
      __typename: 'IdempotencyMismatchError',
      path: ['input', 'idempotencyKey'],
    });
  });

  it('is refused for unknown and foreign things, for bad numbers, and to those who do not compose kits', async () => {
    const { admin, blueprintId } = await easy();
    const other = await easy();
    const { assembly } = await startAssembly(admin, [{ blueprintId, kits: 1 }]);
    for (const id of [other.blueprintId, 'nonsense']) {
      expect(await startAssembly(admin, [{ blueprintId: id, kits: 1 }])).toMatchObject({
        __typename: 'NotFoundError',
        path: ['input', 'members', '0', 'blueprintId'],
      });
    }
    expect(await cancelAssembly(other.admin, assembly.id)).toMatchObject({ __typename: 'NotFoundError', path: ['input', 'assemblyId'] });
    expect(await readAssembly(other.admin, assembly.id)).toBeNull();
    const start = (more: object, person = admin): Promise<string | null> =>
      person.client.refusal('mutation ($input: StartAssemblyInput!) { startAssembly(input: $input) { __typename } }', {
        input: { name: 'x', members: [{ blueprintId, kits: 1 }], idempotencyKey: randomUUID(), ...more },
      });
    for (const bad of [
      { timeLimitSeconds: 0 },
      { timeLimitSeconds: 901 },
      { gap: -0.1 },
      { gap: 1 },
      { members: [{ blueprintId, kits: 0 }] },
    ])
      expect(await start(bad)).toBe('BAD_USER_INPUT');
    const interviewer = await world.member(admin, ['INTERVIEWER']);
    expect(await start({}, interviewer)).toBe('FORBIDDEN');
    const auditor = await world.member(admin, ['AUDITOR']);
    expect(
      await auditor.client.refusal('mutation ($input: CancelAssemblyInput!) { cancelAssembly(input: $input) { __typename } }', {
        input: { assemblyId: assembly.id },
      }),
    ).toBe('FORBIDDEN');
    expect((await readAssembly(auditor, assembly.id)).status).toBe('QUEUED');
  });

  it('comes from the jobs door by itself, one after the other, and is forgotten after 90 days', async () => {
    const { admin, blueprintId } = await easy();
    const second = await world.secondServer();
    const worker = await startWorker(second.app, world.databaseUrl);
    const members = [{ blueprintId, kits: 2 }];
    try {
      const started = await Promise.all([1, 2, 3].map(() => startAssembly(admin, members)));
      await until(async () => {
        const states = await Promise.all(started.map(async ({ assembly }) => (await readAssembly(admin, assembly.id)).status));
        return states.every((state) => state === 'DONE');
      });
    } finally {
      await worker.stop();
      await second.close();
    }
    const left = async (): Promise<number> =>
      (await world.owner.query('SELECT count(*)::int AS n FROM assembly WHERE organization_id = $1', [admin.organizationId]))[0].n;
    await world.app.get(Housekeeping).run();
    expect(await left()).toBe(3);
    world.clock.advance({ days: 91 });
    await world.app.get(Housekeeping).run();
    expect(await left()).toBe(0);
  });
});
