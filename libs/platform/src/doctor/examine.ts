import type { Truth } from './truth';

export interface Finding {
  readonly says: string;
  /** What breaks it; empty where it holds. */
  readonly faults: readonly string[];
}

interface Queryable {
  query(sql: string): Promise<Record<string, unknown>[]>;
}

const MOST = 20;

/** Asks every truth of the database. The connection must see all organizations: the owner of an embedded server, or a superuser. */
export async function examine(database: Queryable, truths: readonly Truth[]): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { says, faults } of truths) {
    const rows = await database.query(`SELECT * FROM (${faults}) AS fault LIMIT ${MOST}`);
    findings.push({ says, faults: rows.map((row) => String(Object.values(row)[0])) });
  }
  return findings;
}
