/** What a cell of a table holds; null, and a text of blanks alone, is nothing. */
export type Cell = string | number | null;

/** One row of a table, whatever it was read from: a line of a CSV file, a row of a spreadsheet. */
export interface SheetRow {
  /** Where a person finds it: the line of the file on which it starts, or the row number of the spreadsheet; the first is 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
  /** What kept the row from being read whole. */
  readonly fault?: SheetFault | undefined;
}

export type SheetFaultCode =
  | 'NO_RATINGS'
  | 'NO_COLUMN'
  | 'TWO_COLUMNS'
  | 'UNCLOSED_QUOTE'
  | 'TEXT_AFTER_QUOTE'
  | 'EXTRA_CELLS'
  | 'NOT_A_RATING'
  | 'MISSING_NAME'
  | 'UNKNOWN_RATER'
  | 'NOT_A_NUMBER'
  | 'OUT_OF_SCALE'
  | 'DUPLICATE';

/** What is wrong with one cell or row, or with the table as a whole (row 0). */
export interface SheetFault {
  readonly row: number;
  /** As spreadsheets name it: A, B, ..., Z, AA; null where the whole row is meant. */
  readonly column: string | null;
  readonly code: SheetFaultCode;
  /** Where, what is wrong and what is allowed, for a person. */
  readonly message: string;
}

/** A, B, ..., Z, AA, AB, ... for 0, 1, ... */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The text of a cell without the blanks around it. */
export const textOf = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell).trim());
