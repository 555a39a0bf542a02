import type { DataSource } from 'typeorm';
import { migrations } from '../../../../migrations';
import { UnsafeDatabaseError } from './verify-server';
import { refuseNewerSchema } from './migrate';

/** The server starts on exactly the schema of its release: not on a newer one, and not on an older one that nobody migrated. */
export async function verifySchema(dataSource: DataSource): Promise<void> {
  await refuseNewerSchema(dataSource);
  const applied = await dataSource.query<{ name: string }[]>('SELECT name FROM schema_migration').catch(() => []);
  const names = new Set(applied.map(({ name }) => name));
  const missing = migrations.map(({ name }) => name).filter((name) => !names.has(name));
  if (missing.length > 0) {
    throw new UnsafeDatabaseError(
      `The database lacks ${missing.length} migration${missing.length === 1 ? '' : 's'} (${missing[0]} …). Run npm run db:migrate, or start with AUTO_MIGRATE=on.`,
    );
  }
}
