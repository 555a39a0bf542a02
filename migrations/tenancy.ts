import type { QueryRunner } from 'typeorm';

/** The database role that serves requests: owns nothing, bypasses nothing. */
export const APPLICATION_ROLE = 'touchstone_app';

export interface TenantTable {
  readonly name: string;
  /** Columns and constraints beside `organization_id`, `id` and the primary key, one SQL line each. */
  readonly lines: readonly string[];
  /** What the application role may do. Default: everything but TRUNCATE. */
  readonly grants?: readonly ('SELECT' | 'INSERT' | 'UPDATE' | 'DELETE')[];
  /** Replaces the single `id` in the primary key, for tables that are keyed by something else. */
  readonly key?: readonly string[];
  /** Policies beyond tenancy. Default: everything of the own organization. */
  readonly policies?: readonly string[];
}

/**
 * The one recipe of a tenant table: `organization_id` leads the primary key, row-level security is on and forced,
 * a restrictive policy ties every row to the organization of the transaction, and the application role gets named grants.
 * Statements go one by one, because a sharding coordinator refuses strings of several commands.
 */
export async function createTenantTable(runner: QueryRunner, table: TenantTable): Promise<void> {
  const key = table.key ?? ['id'];
  const idLine = key.includes('id') ? ['"id" uuid NOT NULL'] : [];
  const lines = [
    '"organization_id" uuid NOT NULL',
    ...idLine,
    ...table.lines,
    `CONSTRAINT "${table.name}_pk" PRIMARY KEY (${['organization_id', ...key].map((column) => `"${column}"`).join(', ')})`,
    `CONSTRAINT "${table.name}_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE CASCADE`,
  ];
  await runner.query(`CREATE TABLE "${table.name}" (\n  ${lines.join(',\n  ')}\n)`);
  await distribute(runner, table.name);
  await isolate(runner, table.name, table.policies ?? [`FOR ALL USING (true) WITH CHECK (true)`]);
  const grants = table.grants ?? ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
  await runner.query(`GRANT ${grants.join(', ')} ON "${table.name}" TO ${APPLICATION_ROLE}`);
}

async function isolate(runner: QueryRunner, name: string, policies: readonly string[]): Promise<void> {
  await runner.query(`ALTER TABLE "${name}" ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE "${name}" FORCE ROW LEVEL SECURITY`);
  await runner.query(
    `CREATE POLICY "${name}_tenancy" ON "${name}" AS RESTRICTIVE FOR ALL ` +
      `USING ("organization_id" = touchstone_organization_id()) ` +
      `WITH CHECK ("organization_id" = touchstone_organization_id())`,
  );
  for (const [index, policy] of policies.entries()) {
    await runner.query(`CREATE POLICY "${name}_rule_${index + 1}" ON "${name}" ${policy}`);
  }
}

/** A hook for a sharded PostgreSQL (Citus): spreads the table by organization. Does nothing unless `DB_ENGINE=citus`. */
async function distribute(runner: QueryRunner, name: string): Promise<void> {
  if (process.env['DB_ENGINE'] !== 'citus') return;
  await runner.query(`SELECT create_distributed_table('${name}', 'organization_id')`);
}

/** Adds a composite foreign key between two tenant tables; named `<table>_<name>_fk`. */
export async function addTenantKey(
  runner: QueryRunner,
  table: string,
  column: string,
  references: string,
  name: string = references,
): Promise<void> {
  await runner.query(
    `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_${name}_fk" ` +
      `FOREIGN KEY ("organization_id", "${column}") REFERENCES "${references}" ("organization_id", "id")`,
  );
}

/** Drops tables in the order given; for `down`. */
export async function dropTables(runner: QueryRunner, names: readonly string[]): Promise<void> {
  for (const name of names) await runner.query(`DROP TABLE IF EXISTS "${name}"`);
}
