import type { Found, Reading } from '../../doors/reading';
import { refuseFile } from '../../guard/refusal';
import { guessColumns, type TablePlan } from './guess-columns';
import { readCsvRows } from './read-csv-rows';
import { TableReader } from './read-table';
import type { TableRow } from './table-row';

const ROWS_TO_LOOK_AT = 12;

/** Questions in the rows of a CSV file. */
export async function readCsv(text: string, reading: Reading): Promise<Found> {
  await reading.openHtml();
  const parse = await reading.markdown();
  const first: TableRow[] = [];
  let plan: TablePlan | null = null;
  let reader: TableReader | null = null;
  const begin = (): void => {
    plan = guessColumns(first, reading.options.columns);
    if (plan === null || !plan.columns.has('prompt')) refuseColumns(first);
    reader = new TableReader(plan, reading, parse);
    for (const row of first) reader.take(row);
  };
  await readCsvRows(text, (row) => {
    if (reader !== null) {
      reader.take(row);
      return;
    }
    first.push(row);
    if (first.length === ROWS_TO_LOOK_AT) begin();
  });
  if (reader === null) begin();
  const { questions } = reader as unknown as TableReader;
  const { uses } = plan as unknown as TablePlan;
  return { questions, columns: uses, categories: categoriesOf(questions) };
}

export const categoriesOf = (questions: readonly { readonly categoryPath: readonly string[] }[]): readonly string[] => [
  ...new Set(questions.map(({ categoryPath }) => categoryPath.join('/')).filter((path) => path !== '')),
];

export function refuseColumns(first: readonly TableRow[]): never {
  const heads = first.find(({ cells }) => cells.some((cell) => cell.trim() !== ''))?.cells ?? [];
  return refuseFile(
    'COLUMN_NOT_FOUND',
    'No column is known to hold the questions.',
    `Name it as prompt=…; the columns are ${heads.map((head) => `"${head.slice(0, 60)}"`).join(', ')}.`,
  );
}
