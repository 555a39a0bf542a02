import type { Outgoing } from './outgoing';
import { placedQuestions } from './outgoing';
import { TABLE_CELLS } from './table-cells';

/** What a spreadsheet would run as a formula; an apostrophe before it keeps it a text, and is taken off when it is read again. */
const RUNS = /^'*[=+\-@\t\r]/;

/** A cell that no spreadsheet runs. */
export const guarded = (cell: string): string => (RUNS.test(cell) ? `'${cell}` : cell);

/** A question a row, with a byte order mark, by which Excel knows UTF-8. The only file that knows `csv-stringify`. */
export async function writeCsv(outgoing: Outgoing): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  const rows = placedQuestions(outgoing).map((placed) => TABLE_CELLS.map(([, cell]) => guarded(cell(placed))));
  return stringify([TABLE_CELLS.map(([name]) => name), ...rows], { bom: true, record_delimiter: '\r\n' });
}

/** Rows of any table, in the same manner but without the mark. */
export async function csvRows(rows: readonly (readonly string[])[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  return stringify(
    rows.map((row) => row.map(guarded)),
    { record_delimiter: '\r\n' },
  );
}
