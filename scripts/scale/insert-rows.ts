import type { Transaction } from '@touchstone/platform/database';

/** Rows of one statement; larger ones gain nothing. */
const BATCH = 2_000;

/** Inserts rows given by their column names, a batch a statement. Dates are instants, arrays are arrays, objects are jsonb. */
export async function insertRows(tx: Transaction, table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ');
  for (let from = 0; from < rows.length; from += BATCH) {
    await tx.query(`INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`, [
      JSON.stringify(rows.slice(from, from + BATCH)),
    ]);
  }
}
