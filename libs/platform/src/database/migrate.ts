import { DataSource } from 'typeorm';
import { APPLICATION_ROLE, migrations } from '../../../../migrations';

/** The database is at a schema that this release does not know: an older release must not write to it. */
export class NewerSchemaError extends Error {}

const LOCK = `SELECT pg_advisory_lock(hashtextextended('touchstone:migrations', 0))`;
const UNLOCK = `SELECT pg_advisory_unlock(hashtextextended('touchstone:migrations', 0))`;

/**
 * Brings the schema up to this release, as its owner. Instances that start together queue at an advisory lock;
 * each migration is its own transaction, so that a killed run is resumed by the next one.
 * @returns the names of the migrations that were run
 */
export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  const owner = await ownerDataSource(ownerUrl).initialize();
  const lock = owner.createQueryRunner();
  try {
    await lock.query(LOCK);
    await refuseNewerSchema(owner);
    await createApplicationRole(owner);
    const run = await owner.runMigrations({ transaction: 'each' });
    await owner.query(`GRANT SELECT ON schema_migration TO ${APPLICATION_ROLE}`);
    return run.map(({ name }) => name);
  } finally {
    await lock.query(UNLOCK).catch(() => undefined);
    await lock.release();
    await owner.destroy();
  }
}

/**
 * As the owner of the tables, on connections of our own. The time limit also keeps poolers out, which refuse it: behind one the lock of the migrations, which
 * belongs to a session, would stay with a connection that is somebody else's by then.
 */
export const ownerDataSource = (url: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'schema_migration',
    synchronize: false,
    poolSize: 3,
    applicationName: 'touchstone-owner',
    extra: { idle_in_transaction_session_timeout: 600_000 },
  });

/** Throws where the database has run a migration that this release does not have. */
export async function refuseNewerSchema(dataSource: DataSource): Promise<void> {
  const [table] = await dataSource.query<{ exists: boolean }[]>(`SELECT to_regclass('schema_migration') IS NOT NULL AS exists`);
  if (table?.exists !== true) return;
  const known = new Set(migrations.map(({ name }) => name));
  const applied = await dataSource.query<{ name: string }[]>('SELECT name FROM schema_migration ORDER BY id');
  const unknown = applied.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length > 0) {
    throw new NewerSchemaError(
      `The database was migrated by a newer Touchstone (${unknown.join(', ')}). Start that release, or restore a backup from before the upgrade.`,
    );
  }
}

async function createApplicationRole(owner: DataSource): Promise<void> {
  const [role] = await owner.query<unknown[]>('SELECT 1 FROM pg_roles WHERE rolname = $1', [APPLICATION_ROLE]);
  if (role === undefined) {
    // Roles belong to the whole cluster: another database's migration may have made it in this very moment.
    await owner.query(`CREATE ROLE ${APPLICATION_ROLE} NOLOGIN NOBYPASSRLS`).catch((error: { code?: string }) => {
      if (!['42710', '23505'].includes(error.code ?? '')) throw error;
    });
  }
  // An administrator may have granted it already to a login that may grant nothing.
  const [membership] = await owner.query<{ member: boolean }[]>(`SELECT pg_has_role(current_user, $1, 'MEMBER') AS member`, [
    APPLICATION_ROLE,
  ]);
  if (membership?.member === true) return;
  await owner.query(`GRANT ${APPLICATION_ROLE} TO CURRENT_USER`).catch((error: { code?: string }) => {
    if (!['0LP01', 'XX000', '23505'].includes(error.code ?? '')) throw error;
  });
}
