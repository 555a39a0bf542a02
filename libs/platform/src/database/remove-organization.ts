import type { QueryRunner } from 'typeorm';

/**
 * Deletes an organization with everything in it, as the owner of the tables, within the transaction of `runner`. Tables are
 * emptied children first; forced row-level security is lifted for the length of the transaction alone, because submitted
 * scorecards and the audit log let nobody delete.
 */
export async function removeOrganization(runner: QueryRunner, organizationId: string): Promise<void> {
  const tables = await tenantTables(runner);
  for (const table of tables) await runner.query(`ALTER TABLE "${table}" NO FORCE ROW LEVEL SECURITY`);
  for (const table of tables) await runner.query(`DELETE FROM "${table}" WHERE organization_id = $1`, [organizationId]);
  for (const table of tables) await runner.query(`ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY`);
  await runner.query(
    `DELETE FROM app_user u WHERE EXISTS (SELECT 1 FROM user_organization o WHERE o.user_id = u.id AND o.organization_id = $1)
       AND NOT EXISTS (SELECT 1 FROM user_organization o WHERE o.user_id = u.id AND o.organization_id <> $1)`,
    [organizationId],
  );
  await runner.query('DELETE FROM organization WHERE id = $1', [organizationId]);
}

/** Every table of organizations, those that refer to others before those that are referred to. */
async function tenantTables(runner: QueryRunner): Promise<readonly string[]> {
  const names = (await runner.query(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relforcerowsecurity ORDER BY 1`,
  )) as { name: string }[];
  const references = (await runner.query(
    `SELECT child.relname AS child, parent.relname AS parent FROM pg_constraint f
     JOIN pg_class child ON child.oid = f.conrelid JOIN pg_class parent ON parent.oid = f.confrelid WHERE f.contype = 'f' AND f.conrelid <> f.confrelid`,
  )) as { child: string; parent: string }[];
  const left = new Set(names.map(({ name }) => name));
  const ordered: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter((name) => !references.some(({ child, parent }) => parent === name && left.has(child)));
    if (free.length === 0) throw new Error('tables refer to one another in a circle');
    for (const name of free) left.delete(name);
    ordered.push(...free);
  }
  return ordered;
}
