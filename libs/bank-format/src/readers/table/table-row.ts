/** One row as a file tells it; `number` is that of its first line, or of its row in a sheet, from 1. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The text of a cell; the empty text where the row is too short. */
export const cellAt = (row: TableRow, column: number | undefined): string => (column === undefined ? '' : (row.cells[column] ?? ''));

export const isBlankRow = (row: TableRow): boolean => row.cells.every((cell) => cell.trim() === '');
