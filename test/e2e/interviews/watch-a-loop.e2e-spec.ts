import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '@touchstone/platform/database';
import { ok } from '@touchstone/kernel';
import { type Person, World } from '@touchstone/testing';
import { ACCESS_CHANGED } from '../../../apps/api/src/features/identity';
import { announceOnLoop, Loops, Seats } from '../../../apps/api/src/features/interviews';
import { change, seatIds } from './requests';
import { local, Stage } from './stage';
import { pause, until, Watcher } from './watcher';

/** Time enough for an event that must not come to have come. */
const SETTLE = 400;

describe('watching a loop', () => {
  let world: World;
  const watchers: Watcher[] = [];
  beforeAll(async () => {
    world = await World.open();
  });
  afterEach(async () => {
    for (const watcher of watchers.splice(0)) await watcher.close();
  });
  afterAll(() => world.close());

  async function watch(person: Person, loopId: string, url = world.url): Promise<Watcher> {
    const watcher = new Watcher(url, person.token, loopId);
    watchers.push(watcher);
    await pause(SETTLE);
    return watcher;
  }

  const start = (stage: Stage, interviewId: string): Promise<unknown> =>
    change(stage.people.ana, 'startInterview', { interviewId, expectedRevision: 1 }, 'interview { id }');

  /** What the scorecards room does when a scorecard is submitted, as far as this room is concerned. */
  const submit = (stage: Stage, person: Person, loopId: string, interviewId: string, seatId: string): Promise<unknown> =>
    world.app.get(UnitOfWork).write(person.actor, async (tx) => {
      await world.app.get(Loops).lock(tx, person.organizationId, local(loopId));
      await world.app.get(Seats).markSubmitted(tx, person.organizationId, local(seatId));
      announceOnLoop(tx, person.organizationId, {
        loopId: local(loopId),
        kind: 'SUBMITTED',
        interviewId: local(interviewId),
        seatId: local(seatId),
      });
      return ok(null);
    });

  it('tells facts as they happen, from any instance, and nothing of their content', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, bo, cy } = stage.people;
    const { loopId, first, second } = await stage.plannedLoop();
    const other = await stage.plannedLoop();
    const near = await watch(ana, loopId);
    const instance = await world.secondServer();
    try {
      const far = await watch(bo, loopId, instance.url);
      await start(stage, first);
      await change(ana, 'startInterview', { interviewId: other.first, expectedRevision: 1 }, 'interview { id }');
      const { seat } = await change(
        coordinator,
        'assignSeat',
        { interviewId: first, memberId: stage.member(cy), kind: 'SHADOW', idempotencyKey: randomUUID() },
        'seat { id }',
      );
      const seats = await seatIds(coordinator, first);
      for (const [person, name] of [
        [ana, 'Ana'],
        [bo, 'Bo'],
      ] as const)
        await submit(stage, person, loopId, first, seats.get(name) ?? '');
      await change(coordinator, 'cancelInterview', { interviewId: second, expectedRevision: 1, reason: 'enough' }, 'interview { id }');
      await change(coordinator, 'removeSeat', { seatId: seat.id, reason: 'not needed' }, 'seat { id }');
      await change(ana, 'endInterview', { interviewId: first, expectedRevision: 2 }, 'interview { id }');
      const expected = ['INTERVIEW_STATE', 'PANEL', 'SUBMITTED', 'SUBMITTED', 'INTERVIEW_STATE', 'PANEL', 'INTERVIEW_STATE', 'SEAL_OPENED'];
      for (const watcher of [near, far]) {
        await until(() => watcher.frames.length >= expected.length, 'all events came');
        expect(watcher.kinds()).toEqual(expected);
        expect(new Set(watcher.frames.map((frame) => frame.loopId))).toEqual(new Set([loopId]));
        expect(watcher.frames[2]).toEqual({
          kind: 'SUBMITTED',
          loopId,
          interviewId: first,
          seatId: seats.get('Ana'),
          at: expect.any(String),
        });
        expect(watcher.ended).toBeNull();
      }
      expect(far.frames).toEqual(near.frames);
    } finally {
      await Promise.all(watchers.splice(0).map((watcher) => watcher.close()));
      await instance.close();
    }
  });

  it('tells nothing of what was rolled back', async () => {
    const stage = await Stage.in(world);
    const { coordinator, ana, bo } = stage.people;
    const { loopId, first } = await stage.plannedLoop();
    const watcher = await watch(ana, loopId);
    await change(
      coordinator,
      'assignSeat',
      { interviewId: first, memberId: stage.member(bo), kind: 'SHADOW', idempotencyKey: randomUUID() },
      'seat { id }',
    );
    await start(stage, first);
    await until(() => watcher.frames.length > 0, 'the start was told');
    expect(watcher.kinds()).toEqual(['INTERVIEW_STATE']);
  });

  it('is refused in one and the same words to those who may not read the loop, here and elsewhere, and where there is none', async () => {
    const stage = await Stage.in(world);
    const { cy, author } = stage.people;
    const rival = await world.member(stage.admin, ['HIRING_MANAGER']);
    const { loopId, first } = await stage.plannedLoop();
    const stranger = await world.organization();
    const shut = [
      await watch(cy, loopId),
      await watch(rival, loopId),
      await watch(stranger, loopId),
      await watch(stage.admin, 'nonsense'),
      await watch(stage.admin, first),
    ];
    const forbidden = await watch(author, loopId);
    await start(stage, first);
    await pause(SETTLE);
    expect(shut.map(({ ended, frames }) => [ended, frames.length])).toEqual(Array(5).fill(['NOT_FOUND', 0]));
    const refusals = shut.map(({ refusals: [told, ...more] }) => [told?.message, told?.extensions?.['path'], more.length]);
    expect(refusals).toEqual(Array(5).fill(['No such loop here. Check the id, or list what there is.', ['loopId'], 0]));
    expect([forbidden.ended, forbidden.frames.length]).toEqual(['FORBIDDEN', 0]);
  });

  it('ends for a member who is removed, suspended, stripped of her roles or signed out, before the next event', async () => {
    const stage = await Stage.in(world);
    const { ana, bo, coordinator, auditor } = stage.people;
    const { loopId, first } = await stage.plannedLoop();
    const watching = [
      await watch(bo, loopId),
      await watch(coordinator, loopId),
      await watch(auditor, loopId),
      await watch(stage.admin, loopId),
    ];
    const staying = await watch(ana, loopId);
    const { organizationId } = stage.admin;
    await world.owner.query(`UPDATE member SET status = 'REMOVED' WHERE organization_id = $1 AND id = $2`, [organizationId, bo.memberId]);
    await world.owner.query(`UPDATE member SET status = 'SUSPENDED' WHERE organization_id = $1 AND id = $2`, [
      organizationId,
      coordinator.memberId,
    ]);
    await world.owner.query(`UPDATE member SET roles = '{AUTHOR}' WHERE organization_id = $1 AND id = $2`, [
      organizationId,
      auditor.memberId,
    ]);
    await world.owner.query('UPDATE session SET ended_at = now() WHERE organization_id = $1 AND member_id = $2', [
      organizationId,
      stage.admin.memberId,
    ]);
    await start(stage, first);
    await until(() => staying.frames.length === 1, 'the start was told');
    await until(() => watching.every(({ ended }) => ended === 'completed'), 'all streams are over');
    expect(watching.map(({ frames }) => frames.length)).toEqual([0, 0, 0, 0]);
    expect(staying.ended).toBeNull();
  });

  it('ends at once when access changes, without waiting for the next event', async () => {
    const stage = await Stage.in(world);
    const { ana, bo } = stage.people;
    const { loopId } = await stage.plannedLoop();
    const [gone, staying] = [await watch(bo, loopId), await watch(ana, loopId)];
    const { organizationId } = stage.admin;
    await world.owner.query(`UPDATE member SET roles = '{AUTHOR}' WHERE organization_id = $1 AND id = $2`, [organizationId, bo.memberId]);
    await world.app.get(UnitOfWork).write(stage.admin.actor, (tx) => {
      tx.announce({ topic: ACCESS_CHANGED, payload: { organizationId } });
      return Promise.resolve(ok(null));
    });
    await until(() => gone.ended === 'completed', 'the stream is over');
    await pause(SETTLE);
    expect([staying.ended, staying.frames.length, gone.frames.length]).toEqual([null, 0, 0]);
  });

  it('goes by the very credential, however many newer ones she has', async () => {
    const stage = await Stage.in(world);
    const { ana, bo } = stage.people;
    const { loopId, first } = await stage.plannedLoop();
    const made = await change(
      bo,
      'createAccessToken',
      { name: 'board', scopes: ['*'], expiresAt: new Date(world.clock.now().getTime() + 86_400_000).toISOString() },
      'token accessToken { id }',
    );
    for (const table of ['session', 'access_token'])
      await world.owner.query(
        `INSERT INTO ${table} SELECT newer.* FROM ${table} held CROSS JOIN generate_series(1, 101) AS number CROSS JOIN LATERAL
           jsonb_populate_record(held, jsonb_build_object('id', gen_random_uuid(), 'token_hash', held.token_hash || number, 'created_at', held.created_at + interval '1 second')) newer
         WHERE held.organization_id = $1 AND held.member_id = ANY($2::uuid[])`,
        [ana.organizationId, [ana.memberId, bo.memberId]],
      );
    const [bySession, byToken, staying] = [
      await watch(ana, loopId),
      await watch({ ...bo, token: made.token }, loopId),
      await watch(stage.admin, loopId),
    ];
    await start(stage, first);
    await until(() => [bySession, byToken, staying].every(({ frames }) => frames.length === 1), 'the start was told to all');

    await world.owner.query('UPDATE session SET ended_at = now() WHERE organization_id = $1 AND id = $2', [
      ana.organizationId,
      ana.actor.credentialId,
    ]);
    await world.owner.query('UPDATE access_token SET revoked_at = now() WHERE organization_id = $1 AND id = $2', [
      bo.organizationId,
      local(made.accessToken.id),
    ]);
    await change(bo, 'endInterview', { interviewId: first, expectedRevision: 2 }, 'interview { id }');
    await until(() => staying.frames.length === 2, 'the end was told');
    await until(() => [bySession, byToken].every(({ ended }) => ended === 'completed'), 'both streams are over');
    expect([bySession, byToken].map(({ frames }) => frames.length)).toEqual([1, 1]);
  });

  it('goes on for whoever ever held a seat', async () => {
    const stage = await Stage.in(world);
    const { coordinator, bo } = stage.people;
    const { loopId, first, second } = await stage.plannedLoop();
    await change(coordinator, 'cancelInterview', { interviewId: second, expectedRevision: 1, reason: 'enough' }, 'interview { id }');
    const watcher = await watch(bo, loopId);
    await change(coordinator, 'removeSeat', { seatId: (await seatIds(coordinator, first)).get('Bo') }, 'seat { id }');
    await start(stage, first);
    await until(() => watcher.frames.length === 2, 'both events came');
    expect(watcher.kinds()).toEqual(['PANEL', 'INTERVIEW_STATE']);
  });
});
