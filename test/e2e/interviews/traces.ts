import type { World } from '@touchstone/testing';

/** Where the text stands anywhere in the database: tables, and what the planner keeps of their columns. */
export async function tracesOf(world: World, text: string): Promise<string[]> {
  const tables: { name: string }[] = await world.owner.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row]: { hits: number }[] = await world.owner.query(
      `SELECT count(*)::int AS hits FROM "${name}" t WHERE position($1 IN t::text) > 0`,
      [text],
    );
    if (row !== undefined && row.hits > 0) found.push(name);
  }
  const kept: { name: string }[] = await world.owner.query(
    `SELECT 'statistics of ' || tablename || '.' || attname AS name FROM pg_stats s
     WHERE schemaname = 'public' AND position($1 IN s::text) > 0 ORDER BY 1`,
    [text],
  );
  return [...found, ...kept.map(({ name }) => name)];
}
