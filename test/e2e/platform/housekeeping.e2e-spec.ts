import { Logger } from '@nestjs/common';
import { Housekeeping } from '@touchstone/platform/jobs/housekeeping';
import { World } from '@touchstone/testing';

describe('housekeeping', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const count = async (table: string): Promise<number> =>
    ((await world.owner.query(`SELECT count(*)::int AS n FROM ${table}`)) as { n: number }[])[0]!.n;

  it('forgets answers after two days and sessions a month after their end, and nothing before', async () => {
    const admin = await world.organization();
    await admin.client.ask('mutation ($input: CreateCandidateInput!) { createCandidate(input: $input) { __typename } }', {
      input: { name: 'Cleo', idempotencyKey: 'one' },
    });
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

  it('goes on after an organization that fails, says so in the log, and fails at the end so that the queue tries again', async () => {
    const housekeeping = world.app.get(Housekeeping);
    const [broken, sound] = [await world.organization('Broken'), await world.organization('Sound')];
    // Swept in the order of ids: what fails comes first.
    expect(broken.organizationId < sound.organizationId).toBe(true);
    let failing: readonly (string | null)[] = [broken.organizationId];
    housekeeping.addSweep(async (tx, organizationId) => {
      if (failing.includes(organizationId)) await tx.query('SELECT 1 / 0');
    });
    let global = 0;
    housekeeping.addGlobalSweep(async (tx) => {
      if (failing.includes(null)) await tx.query('SELECT 1 / 0');
      global += 1;
    });
    const sessions = async (): Promise<number[]> => {
      const rows: { id: string }[] = await world.owner.query('SELECT organization_id AS id FROM session');
      return [broken, sound].map(({ organizationId }) => rows.filter(({ id }) => id === organizationId).length);
    };
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const organizations = await count('organization');
    world.clock.advance({ days: 60 });
    expect(await sessions()).toEqual([1, 1]);

    await expect(housekeeping.run()).rejects.toThrow(`failed in 1 of ${organizations} organizations;`);
    expect(await sessions()).toEqual([1, 0]);
    expect(global).toBe(1);
    expect(logged.mock.calls).toEqual([
      [{ organizationId: broken.organizationId, err: expect.objectContaining({ message: 'division by zero' }) }, 'housekeeping failed'],
    ]);

    failing = [broken.organizationId, sound.organizationId, null];
    await expect(housekeeping.run()).rejects.toThrow(
      `failed in 2 of ${organizations} organizations and in what belongs to no organization;`,
    );
    expect(logged).toHaveBeenCalledTimes(4);

    failing = [];
    await housekeeping.run();
    expect(await sessions()).toEqual([0, 0]);
    expect(logged).toHaveBeenCalledTimes(4);
    logged.mockRestore();
  });
});
