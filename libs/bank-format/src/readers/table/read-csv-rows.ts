import { DOOR_LIMITS } from '../../guard/door-limits';
import { refuseFile, Refusal } from '../../guard/refusal';
import type { TableRow } from './table-row';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * The rows of a CSV text, of whatever delimiter, one by one; nothing of them is kept here. The only file that knows `csv-parse`. Rows may
 * be shorter or longer than others: whoever reads them says so. Refuses quotes that are never closed, and more rows than are read.
 */
export async function readCsvRows(text: string, take: (row: TableRow) => void): Promise<void> {
  const { parse, CsvError } = await import('csv-parse/sync');
  let rows = 0;
  let line = 1;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      trim: true,
      max_record_size: 2_000_000,
      on_record: (cells: string[], { lines }: { lines: number }) => {
        rows += 1;
        if (rows > DOOR_LIMITS.csvRows)
          refuseFile('TOO_MANY_ROWS', `The file has more than ${DOOR_LIMITS.csvRows} rows.`, 'Split it into several files.', { line });
        take({ number: line, cells: cells.slice(0, DOOR_LIMITS.columns).map(withoutGuard) });
        line = lines + 1;
        return null;
      },
    });
  } catch (problem) {
    if (problem instanceof Refusal) throw problem;
    if (!(problem instanceof CsvError)) throw problem;
    const at = typeof problem['lines'] === 'number' ? problem['lines'] : line;
    refuseFile(
      'CSV_NOT_WELL_FORMED',
      `The table is not well-formed: ${wordsOf(problem.code)}.`,
      'Look for a quotation mark that is never closed.',
      { line: at },
    );
  }
}

const WORDS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and never closed',
  CSV_MAX_RECORD_SIZE: 'one row is longer than any bank needs',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quotation mark',
};

const wordsOf = (code: string): string => (Object.hasOwn(WORDS, code) ? (WORDS[code] as string) : 'a row cannot be taken apart');

/** The delimiter that divides the first rows most evenly; quoted parts do not count. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 10);
  const score = (delimiter: string): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const first = counts[0] ?? 0;
    return first === 0
      ? counts.filter((count) => count > 0).length / 100
      : first + 10 * (counts.filter((count) => count === first).length / counts.length);
  };
  return [...DELIMITERS].sort((a, b) => score(b) - score(a))[0] ?? ',';
}

/** Takes off the apostrophe by which exports keep a spreadsheet from running a cell as a formula. */
export const withoutGuard = (cell: string): string => (/^''*[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
