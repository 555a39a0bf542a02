import type { DataSource } from 'typeorm';
import { APPLICATION_ROLE } from '../../../../migrations';

/** The database would lose or show what it must not; the server does not start on it. */
export class UnsafeDatabaseError extends Error {}

const OLDEST = 150000;

/** Global tables: they hold no row of any organization. Every other table must force row-level security. */
export const GLOBAL_TABLES = [
  'app_user',
  'organization',
  'schema_migration',
  'setup_token',
  'sign_in_attempt',
  'user_organization',
] as const;

/** Checks what cannot be trusted to configuration: version, durability, the role that serves requests, row-level security. */
export async function verifyServer(dataSource: DataSource, { testing = false } = {}): Promise<void> {
  const settings = await settingsOf(dataSource);
  if (Number(settings['server_version_num']) < OLDEST) {
    throw new UnsafeDatabaseError(`PostgreSQL ${settings['server_version']} is too old; use 15 or newer.`);
  }
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    if (settings[name] === 'off' && !testing) {
      throw new UnsafeDatabaseError(`PostgreSQL runs with ${name}=off and would lose submitted scorecards in a crash. Set ${name}=on.`);
    }
  }
  const [role] = await dataSource.query<{ unsafe: boolean }[]>(
    'SELECT (rolsuper OR rolbypassrls) AS unsafe FROM pg_roles WHERE rolname = $1',
    [APPLICATION_ROLE],
  );
  if (role === undefined || role.unsafe) {
    throw new UnsafeDatabaseError(
      `The role ${APPLICATION_ROLE} is missing or may bypass row-level security. Run the migrations, or ALTER ROLE ${APPLICATION_ROLE} NOSUPERUSER NOBYPASSRLS.`,
    );
  }
  const open = await dataSource.query<{ name: string }[]>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity) AND NOT c.relname = ANY($1)
     ORDER BY 1`,
    [[...GLOBAL_TABLES]],
  );
  if (open.length > 0) {
    throw new UnsafeDatabaseError(
      `Tables without forced row-level security: ${open.map(({ name }) => name).join(', ')}. Run the migrations again or ALTER TABLE … FORCE ROW LEVEL SECURITY.`,
    );
  }
}

async function settingsOf(dataSource: DataSource): Promise<Record<string, string>> {
  const rows = await dataSource.query<{ name: string; setting: string }[]>(
    `SELECT name, setting FROM pg_settings WHERE name IN ('server_version_num', 'server_version', 'fsync', 'full_page_writes', 'synchronous_commit')`,
  );
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}
