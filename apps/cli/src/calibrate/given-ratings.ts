import { err, ok, type Result } from '@touchstone/kernel';
import { CsvReader, type SheetRow } from '@touchstone/psychometrics';
import type { Material } from './material';
import { COLUMNS } from './rating-sheet';

/** All levels that one rater gave. `rater` is null where the file names none, since there is only one. */
export interface GivenRatings {
  readonly rater: string | null;
  readonly ratings: readonly GivenRating[];
}

/** One level that was given. */
export interface GivenRating {
  readonly answer: string;
  readonly criterion: string;
  readonly level: number;
}

const RATER = 'rater';

/**
 * The ratings of a filled sheet: CSV with the columns answer, criterion, level and, where several rate, rater, in any order. Refuses, naming
 * row and fix: unknown columns, answers and criteria, levels off the scale, what is rated twice, and what a rater left out.
 */
export function givenRatings(text: string, material: Material): Result<readonly GivenRatings[], readonly string[]> {
  const reader = new CsvReader();
  const [head, ...rows] = [...reader.push(text), ...reader.end()];
  const names = (head?.cells ?? []).map((cell) => textOf(cell).toLowerCase());
  const wrong = headFault(names);
  if (wrong !== null) return err([wrong]);
  const faults: string[] = [];
  const raters = new Map<string | null, Map<string, PlacedRating>>();
  for (const row of rows) {
    if (row.fault !== undefined) faults.push(row.fault.message);
    else if (row.cells.some((cell) => textOf(cell) !== '')) readRow(row, names, material, raters, faults);
  }
  if (raters.size === 0 && faults.length === 0) return err(['There are no ratings. Fill the sheet that --sheet writes.']);
  if (faults.length > 0) return err(faults);
  const left = [...raters].flatMap(([rater, given]) => missing(rater, given, material));
  if (left.length > 0) return err(left);
  return ok([...raters].map(([rater, given]) => ({ rater, ratings: [...given.values()].map(({ row: _row, ...rating }) => rating) })));
}

interface PlacedRating extends GivenRating {
  readonly row: number;
}

const textOf = (cell: SheetRow['cells'][number] | undefined): string => String(cell ?? '').trim();

const keyOf = (answer: string, criterion: string): string => `${answer} ${criterion}`;

function headFault(names: readonly string[]): string | null {
  const advice = `The first row is ${COLUMNS.join(',')}, and ${RATER} after them where several rate.`;
  const lost = COLUMNS.find((column) => !names.includes(column));
  if (lost !== undefined) return `There is no column "${lost}". ${advice}`;
  const stranger = names.find(
    (name, place) => (name !== RATER && !COLUMNS.some((column) => column === name)) || names.indexOf(name) !== place,
  );
  return stranger === undefined ? null : `The column "${stranger}" is one too many. ${advice}`;
}

function readRow(
  { row, cells }: SheetRow,
  names: readonly string[],
  { set, question }: Material,
  raters: Map<string | null, Map<string, PlacedRating>>,
  faults: string[],
): void {
  const cell = (column: string): string => textOf(cells[names.indexOf(column)]);
  const [answer, criterion, written] = [cell('answer'), cell('criterion'), cell('level')];
  const refuse = (what: string): void => void faults.push(`Row ${row}: ${what}`);
  if (cells.length > names.length) return refuse(`${cells.length} cells, and ${names.length} columns. Remove what is too much.`);
  const answers = set.answers.map(({ id }) => id).sort();
  if (!answers.includes(answer)) return refuse(`there is no answer "${answer}". The answers are ${answers.join(', ')}.`);
  const criteria = question.rubric.criteria;
  const anchors = criteria.find(({ id }) => id === criterion)?.anchors;
  if (anchors === undefined)
    return refuse(`there is no criterion "${criterion}". The criteria are ${criteria.map(({ id }) => id).join(', ')}.`);
  const levels = Object.keys(anchors);
  if (written === '') return refuse(`answer ${answer} has no level on ${criterion}. Fill it: ${levels.join(', ')}.`);
  if (!levels.includes(written)) return refuse(`"${written}" is no level of ${criterion}. Its levels are ${levels.join(', ')}.`);
  const rater = names.includes(RATER) ? cell(RATER) : null;
  if (rater === '') return refuse(`it names no rater. Fill the column "${RATER}", or leave it out where there is only one.`);
  const given = raters.get(rater) ?? new Map<string, PlacedRating>();
  const before = given.get(keyOf(answer, criterion));
  if (before !== undefined)
    return refuse(`it rates answer ${answer} on ${criterion}, as row ${before.row} does${byWhom(rater)}. Keep one of them.`);
  raters.set(rater, given.set(keyOf(answer, criterion), { answer, criterion, level: Number(written), row }));
}

const missing = (rater: string | null, given: ReadonlyMap<string, unknown>, { set, question }: Material): readonly string[] =>
  set.answers.flatMap(({ id: answer }) =>
    question.rubric.criteria
      .filter(({ id }) => !given.has(keyOf(answer, id)))
      .map(({ id }) => `Answer ${answer} is not rated on ${id}${byWhom(rater)}. Add a row ${answer},${id} with the level.`),
  );

const byWhom = (rater: string | null): string => (rater === null ? '' : ` by ${rater}`);
