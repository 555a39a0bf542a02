import { err, ok } from '@touchstone/kernel';
import type { Cell, SheetRow } from '@touchstone/psychometrics';
import { readFile } from 'node:fs/promises';
import readExcelFile, { type CellValue, type Sheet } from 'read-excel-file/node';
import { fileFault, type FromFile } from './faults';

export interface WorkbookSheet {
  readonly rows: readonly SheetRow[];
  /** Which sheet it is, where the workbook has several. */
  readonly says: string | null;
}

/** The rows of one sheet of an Excel workbook: the one that is named, else the first that holds anything. */
export async function readWorkbook(path: string, wanted?: string): Promise<FromFile<WorkbookSheet>> {
  const bytes = await readFile(path);
  let sheets: readonly Sheet[];
  try {
    sheets = await readExcelFile(bytes);
  } catch {
    return err([fileFault('NO_WORKBOOK', 'This is no Excel workbook that can be read. Save it anew as .xlsx, or as CSV.')]);
  }
  const names = sheets.map(({ sheet }) => `“${sheet}”`).join(', ');
  const chosen =
    wanted === undefined ? (sheets.find(({ data }) => data.length > 0) ?? sheets[0]) : sheets.find(({ sheet }) => sheet === wanted);
  if (chosen === undefined) return err([fileFault('NO_SHEET', `There is no sheet “${wanted ?? ''}”. The sheets are ${names}.`)]);
  const says = sheets.length > 1 ? `Sheet: “${chosen.sheet}” of ${names}.` : null;
  return ok({ rows: chosen.data.map((cells, index) => ({ row: index + 1, cells: cells.map(cellOf) })), says });
}

function cellOf(value: CellValue | Date | null): Cell {
  if (typeof value === 'string' || typeof value === 'number' || value === null) return value;
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
