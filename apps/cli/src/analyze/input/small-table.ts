import { err, ok } from '@touchstone/kernel';
import { CsvReader } from '@touchstone/psychometrics';
import { extname } from 'node:path';
import { type FileFault, fileFault, type FromFile } from './faults';
import { readWorkbook } from './read-workbook';
import { textPieces } from './text-pieces';

/** One line of a small file beside the ratings: its texts by the name of their column. */
export interface Line {
  readonly row: number;
  readonly texts: ReadonlyMap<string, string>;
}

/** The lines of a CSV file or workbook whose first row names the columns; `needed` must be among them. */
export async function readSmallTable(path: string, needed: readonly string[]): Promise<FromFile<readonly Line[]>> {
  const rows = await rowsOf(path);
  if (!rows.ok) return rows;
  const [head, ...body] = rows.value.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (head === undefined) return err([fileFault('EMPTY', `The file is empty. Its first row must name the columns: ${needed.join(', ')}.`)]);
  const columns = head.cells.map((cell) => cell.trim().toLowerCase());
  const absent = needed.filter((name) => !columns.includes(name));
  if (absent.length > 0) {
    return err([fileFault('NO_COLUMN', `The first row has no column “${absent.join('”, “')}”. It needs: ${needed.join(', ')}.`)]);
  }
  return ok(body.map(({ row, cells }) => ({ row, texts: new Map(columns.map((name, column) => [name, (cells[column] ?? '').trim()])) })));
}

interface TextRow {
  readonly row: number;
  readonly cells: readonly string[];
}

async function rowsOf(path: string): Promise<FromFile<readonly TextRow[]>> {
  if (['.xlsx', '.xlsm'].includes(extname(path).toLowerCase())) {
    const sheet = await readWorkbook(path);
    return sheet.ok ? ok(sheet.value.rows.map(({ row, cells }) => ({ row, cells: cells.map((cell) => String(cell ?? '')) }))) : sheet;
  }
  const reader = new CsvReader();
  const rows = [...textPieces(path)].flatMap((piece) => reader.push(piece));
  rows.push(...reader.end());
  const faults = rows.flatMap(({ fault }) => (fault === undefined ? [] : [fault]));
  return faults.length > 0 ? err(faults) : ok(rows.map(({ row, cells }) => ({ row, cells: cells.map((cell) => String(cell ?? '')) })));
}

/** A number of at least 0 in a line, or the fault that it is none. */
export function countIn({ row, texts }: Line, column: string, whole: boolean): number | FileFault {
  const text = texts.get(column) ?? '';
  const value = text === '' ? NaN : Number(text.replace(',', '.'));
  if (Number.isFinite(value) && value >= 0 && (!whole || Number.isSafeInteger(value))) return value;
  const wanted = whole ? 'a whole number of at least 0' : 'a number of at least 0';
  return { row, column, code: 'NOT_A_NUMBER', message: `Row ${row}, column “${column}”: “${text}” is not ${wanted}.` };
}
