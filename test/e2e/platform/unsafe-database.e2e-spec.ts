import { migrations } from '../../../migrations';
import { migrate } from '@touchstone/platform/database/migrate';
import { verifySchema } from '@touchstone/platform/database/verify-schema';
import { verifyServer } from '@touchstone/platform/database/verify-server';
import { World } from '@touchstone/testing';

describe('a database that would lose or show what it must not', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  it('is refused where it runs without fsync', async () => {
    const [setting] = await world.owner.query("SELECT setting FROM pg_settings WHERE name = 'fsync'");
    const verified = verifyServer(world.owner);
    if (setting.setting === 'off') await expect(verified).rejects.toThrow('fsync=off');
    else await expect(verified).resolves.toBeUndefined();
  });

  it('is refused where a table of organizations lacks forced row-level security', async () => {
    await world.owner.query('ALTER TABLE scorecard NO FORCE ROW LEVEL SECURITY');
    await expect(verifyServer(world.owner, { testing: true })).rejects.toThrow('scorecard');
  });

  it('is refused where it is newer than the release, by the server and by the migration', async () => {
    await world.owner.query(`INSERT INTO schema_migration ("timestamp", name) VALUES (1999999999999, 'FromTheFuture1999999999999')`);
    await expect(verifySchema(world.owner)).rejects.toThrow('FromTheFuture1999999999999');
    await expect(migrate(world.databaseUrl)).rejects.toThrow('newer Touchstone');
  });

  it('is refused where a migration is missing', async () => {
    await world.owner.query(`DELETE FROM schema_migration WHERE name LIKE 'Scorecards%'`);
    await expect(verifySchema(world.owner)).rejects.toThrow('lacks 1 migration');
  });

  it('is migrated once by instances that start together', async () => {
    await world.owner.query('DROP SCHEMA public CASCADE');
    await world.owner.query('CREATE SCHEMA public');
    const runs = await Promise.all([migrate(world.databaseUrl), migrate(world.databaseUrl), migrate(world.databaseUrl)]);
    expect(runs.map((names) => names.length).sort()).toEqual([0, 0, migrations.length]);
    await expect(verifySchema(world.owner)).resolves.toBeUndefined();
  });
});
