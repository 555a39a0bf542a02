import type { Found, Reading } from '../../doors/reading';
import type { ColumnUse, IncomingQuestion } from '../../doors/incoming';
import { SIDECAR_SHEET } from '../../doors/rubric-sheet';
import type { ZipArchive } from '../../guard/zip-archive';
import { refuseFile } from '../../guard/refusal';
import { isOwnWorkbook, rubricsOfSheet, withRubrics } from './own-workbook';
import { guessColumns } from './guess-columns';
import { categoriesOf, refuseColumns } from './read-csv';
import { TableReader } from './read-table';
import { readWorkbook, type WorkbookSheet } from './read-workbook';

/** Questions in the rows of the sheets that are shown; hidden ones are named, and read where they are asked for. */
export async function readXlsx(archive: ZipArchive, reading: Reading): Promise<Found> {
  await reading.openHtml();
  const parse = await reading.markdown();
  const sheets = await readWorkbook(archive, (bytes) => reading.decode(bytes));
  const wanted = sheets.filter((sheet) => isWanted(sheet, reading));
  tellHidden(sheets, reading);
  const rubricSheet = wanted.find(isOwnWorkbook);
  const questions: IncomingQuestion[] = [];
  let columns: readonly ColumnUse[] = [];
  for (const sheet of wanted.filter((one) => one !== rubricSheet)) {
    const plan = guessColumns(sheet.rows, reading.options.columns);
    if (plan === null || !plan.columns.has('prompt')) continue;
    if (sheet.formulas.length > 0)
      reading.notices.warn(
        'XLSX_FORMULA_VALUE_USED',
        `${sheet.formulas.length} cells hold formulas (${sheet.formulas.slice(0, 5).join(', ')}); the values that were saved are used.`,
        '',
        { sheet: sheet.name },
      );
    const reader = new TableReader(plan, reading, parse, sheet.name);
    for (const row of sheet.rows) reader.take(row);
    questions.push(...reader.questions);
    columns = columns.length === 0 ? plan.uses : columns;
  }
  if (columns.length === 0) {
    const first = wanted.find(({ rows }) => rows.length > 0);
    if (first === undefined) return refuseFile('NOTHING_TO_IMPORT', 'No sheet that is shown holds anything.', 'Name a sheet, or show it.');
    return refuseColumns(first.rows);
  }
  const found = rubricSheet === undefined ? questions : withRubrics(questions, rubricsOfSheet(rubricSheet));
  return { questions: found, columns, categories: categoriesOf(found), sidecars: sidecarsOf(sheets) };
}

/** Our own files, each in the cells of one row. */
const sidecarsOf = (sheets: readonly WorkbookSheet[]): readonly string[] =>
  sheets
    .filter(({ name, state }) => name === SIDECAR_SHEET && state === 'very-hidden')
    .flatMap(({ rows }) => rows.map(({ cells }) => cells.join('')));

const isWanted = ({ name, state }: WorkbookSheet, { options }: Reading): boolean =>
  options.sheets === undefined ? state === 'shown' : options.sheets.includes(name);

function tellHidden(sheets: readonly WorkbookSheet[], reading: Reading): void {
  for (const sheet of sheets) {
    if (sheet.state === 'shown' || sheet.state === 'very-hidden' || isWanted(sheet, reading) || sheet.rows.length === 0) continue;
    reading.notices.warn('XLSX_HIDDEN_SHEET_SKIPPED', 'The sheet is hidden and was not read.', 'Name it among the sheets to read it.', {
      sheet: sheet.name,
    });
  }
}
