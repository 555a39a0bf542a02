import { Housekeeping } from '@touchstone/platform/jobs/housekeeping';
import { World } from '@touchstone/testing';

describe('housekeeping', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const count = async (table: string): Promise<number> => ((await world.owner.query(`SELECT count(*)::int AS n FROM ${table}`)) as { n: number }[])[0]!.n;

  it('forgets answers after two days and sessions a month after their end, and nothing before', async () => {
    const admin = await world.organization();
    await admin.client.ask('mutation ($input: CreateCandidateInput!) { createCandidate(input: $input) { __typename } }', { input: { name: 'Cleo', idempotencyKey: 'one' } });
    await world.app.get(Housekeeping).run();
    expect([await count('idempotency_record'), await count('session')]).toEqual([1, 1]);

    world.clock.advance({ days: 3 });
    await world.app.get(Housekeeping).run();
    expect([await count('idempotency_record'), await count('session')]).toEqual([0, 1]);

    world.clock.advance({ days: 40 });
    await world.app.get(Housekeeping).run();
    expect(await count('session')).toBe(0);
    expect(await count('candidate')).toBe(1);
  });
});
