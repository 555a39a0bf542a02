import { err, ok, type Result } from '@touchstone/kernel';
import {
  type NamedColumns,
  type RatingsRead,
  type RatingTable,
  readCsv,
  readJson,
  readSheet,
  type Scale,
  type SheetFault,
} from '@touchstone/psychometrics';
import { extname } from 'node:path';
import { fileFault, type FromFile } from './faults';
import { readWorkbook } from './read-workbook';
import { summariesNamed } from './summary-names';
import { textPieces } from './text-pieces';

export interface ReadOptions {
  readonly scale?: Scale | undefined;
  readonly columns?: NamedColumns | undefined;
  readonly sheet?: string | undefined;
  readonly onRead?: ((bytes: number) => void) | undefined;
}

/** Ratings as they were understood, and how: to be shown before anything computed from them. */
export interface RatingsFile {
  readonly table: RatingTable;
  readonly says: readonly string[];
  /** Cells left blank, or marked as not rated. */
  readonly notRated: number;
}

/** Reads ratings from JSON, from an Excel workbook, or from CSV, whichever the name of the file says; everything else is taken for CSV. */
export async function readRatings(path: string, options: ReadOptions): Promise<FromFile<RatingsFile>> {
  switch (extname(path).toLowerCase()) {
    case '.json':
      return understood(readJsonFile(path, options), options, [
        'JSON: a list of ratings, each with candidate, rater and score, and item where there are several questions.',
      ]);
    case '.xlsx':
    case '.xlsm': {
      const sheet = await readWorkbook(path, options.sheet);
      if (!sheet.ok) return sheet;
      const { rows, says } = sheet.value;
      return understood(readSheet(rows, { scale: options.scale, columns: options.columns }), options, says === null ? [] : [says]);
    }
    case '.xls':
      return err([fileFault('OLD_WORKBOOK', 'Workbooks of Excel 2003 and before (.xls) cannot be read. Save it as .xlsx, or as CSV.')]);
    default:
      return understood(readCsv(textPieces(path, options.onRead), { scale: options.scale, columns: options.columns }), options, []);
  }
}

/** Whether the name of the file says that it is an Excel workbook. */
export const isWorkbook = (path: string): boolean => ['.xlsx', '.xlsm', '.xls'].includes(extname(path).toLowerCase());

function readJsonFile(path: string, { scale, onRead }: ReadOptions): Result<RatingsRead, readonly SheetFault[]> {
  let document: unknown;
  try {
    document = JSON.parse([...textPieces(path, onRead)].join(''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err([{ row: 0, column: null, code: 'NO_RATINGS', message: `This is no JSON: ${error.message}.` }]);
  }
  return readJson(document, { scale });
}

function understood(
  read: Result<RatingsRead, readonly SheetFault[]>,
  options: ReadOptions,
  before: readonly string[],
): FromFile<RatingsFile> {
  if (!read.ok) return err(withScaleHint(read.error, options.scale));
  const { table, guess, notRated } = read.value;
  const says = [...before, ...(guess?.says ?? []), ...summariesNamed(table)];
  if (notRated > 0) says.push(`Not rated, and left out: ${notRated} ${notRated === 1 ? 'cell' : 'cells'}.`);
  if (table.scale !== null) {
    says.push(`Scale: ${table.scale.min} to ${table.scale.max}${options.scale === undefined ? ', as the file says' : ''}.`);
    return ok({ table, says, notRated });
  }
  const scale = scaleOf(table);
  if (scale === null)
    return ok({
      table,
      says: [...says, 'Scale: not known, and not told by the scores. State it with --scale, such as --scale 1-5.'],
      notRated,
    });
  says.push(
    `Scale: ${scale.min} to ${scale.max}, the lowest and the highest score given. If your form goes further, say so: --scale ${formOf(scale)}.`,
  );
  return ok({ table: { ...table, scale }, says, notRated });
}

/** Forms that are in use, the smallest first. */
const FORMS: readonly Scale[] = [
  [1, 5],
  [1, 7],
  [1, 10],
  [0, 5],
  [0, 10],
  [0, 100],
].map(([min = 0, max = 0]) => ({ min, max }));

/** The smallest usual form that goes further than these scores, else the scores themselves. */
function formOf({ min, max }: Scale): string {
  const form = FORMS.find((one) => one.min <= min && one.max >= max && (one.min < min || one.max > max));
  return form === undefined ? `${min}-${max}` : `${form.min}-${form.max}`;
}

/** Whoever stated a scale that some scores are beyond is told how to state another. */
function withScaleHint(faults: readonly SheetFault[], stated: Scale | undefined): readonly SheetFault[] {
  if (stated === undefined || !faults.some(({ code }) => code === 'OUT_OF_SCALE')) return faults;
  const hint = `--scale said ${stated.min} to ${stated.max}. If the form goes further, give its ends there, such as --scale ${formOf(stated)}.`;
  return faults.map((fault, index) => (index === faults.length - 1 ? { ...fault, message: `${fault.message} ${hint}` } : fault));
}

/** The most levels that a rating form has. */
const MOST_LEVELS = 11;

/** Where all scores are whole numbers close together, their ends; else the scale is not to be told. */
function scaleOf({ score }: RatingTable): Scale | null {
  const min = score.reduce((least, value) => Math.min(least, value), Infinity);
  const max = score.reduce((most, value) => Math.max(most, value), -Infinity);
  return min < max && max - min < MOST_LEVELS && score.every(Number.isInteger) ? { min, max } : null;
}
