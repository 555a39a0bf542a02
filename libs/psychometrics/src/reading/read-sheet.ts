import { err, ok, type Result } from '@touchstone/kernel';
import type { Rating, Scale } from '../ratings/rating';
import type { RatingTable } from '../ratings/rating-table';
import { tabulate } from '../ratings/tabulate';
import { type ColumnGuess, guessColumns, type NamedColumns, nameOfColumn } from './column-guess';
import type { Layout } from './layout';
import { numberInCell } from './number-in-cell';
import { PlacesOfRatings } from './places-of-ratings';
import { ratingCells } from './rating-cells';
import { type Cell, columnLetters, type SheetFault, type SheetFaultCode, type SheetRow, textOf } from './sheet';

export interface ReadSheetOptions {
  readonly scale?: Scale | undefined;
  readonly knownRaters?: readonly string[] | undefined;
  /** Columns that are named rather than guessed. */
  readonly columns?: NamedColumns | undefined;
  /** Whether commas separate the fields: then 1,234 is not taken for a decimal number. */
  readonly commaSeparates?: boolean | undefined;
}

export interface RatingsRead {
  readonly table: RatingTable;
  /** How the columns were understood; null where the file says it itself (JSON). */
  readonly guess: ColumnGuess | null;
  /** Cells left blank, or marked as not rated. */
  readonly notRated: number;
}

const MOST_FAULTS = 20;
/** Rows that are looked at before the columns are guessed. */
const SAMPLE = 200;

/**
 * Which ratings does this table hold, and how was it understood?
 *
 * Reads ratings from a table, be it a CSV file or a sheet of a workbook, in long or in wide form.
 *
 * The rows are taken one at a time, so that a large file need not be held. Which column is what is guessed from the headers and the first 200 rows, unless `columns` names them; the
 * guess is part of the answer and wants to be shown. Blank cells, `NA` and `NOT_OBSERVED` are not rated, and are counted. Everything else that is no number, a name that is missing, a
 * score beside the scale, a rating given twice, cells beyond the last column: the first 20 such faults are told, each with its row and column, and then nothing is read at all.
 *
 * Cost O(cells + ratings log ratings).
 *
 * Source: rules of our own, told with the answer (`guess`).
 */
export function readSheet(rows: Iterable<SheetRow>, options: ReadSheetOptions = {}): Result<RatingsRead, readonly SheetFault[]> {
  const iterator = rows[Symbol.iterator]();
  const sample: SheetRow[] = [];
  for (let next = iterator.next(); ; next = iterator.next()) {
    if (next.done === true) break;
    if (next.value.cells.some((cell) => textOf(cell) !== '') || next.value.fault !== undefined) sample.push(next.value);
    if (sample.length === SAMPLE) break;
  }
  if (sample.length === 0) return err([fault(0, null, 'NO_RATINGS', 'There are no rows.')]);
  if (sample[0]?.fault !== undefined) return err([sample[0].fault]);
  const guess = guessColumns(
    sample.map(({ cells }) => cells),
    options.columns,
  );
  if ('message' in guess) return err([fault(0, null, 'NO_COLUMN', guess.message)]);
  const twice = columnNamedTwice(guess.layout);
  if (twice !== null)
    return err([fault(sample[0]?.row ?? 1, null, 'TWO_COLUMNS', `Two columns are headed “${twice}”. Give each a name of its own.`)]);
  const reader = new SheetReader(guess, sample[0]?.cells ?? [], options.commaSeparates ?? false);
  const { scale, knownRaters } = options;
  const table = tabulate(reader.ratings(chained(guess.hasHeader ? sample.slice(1) : sample, iterator)), {
    scale,
    knownRaters,
    placeOf: (rating) => reader.places.told(rating),
  });
  if (reader.faults.length > 0) return err(reader.faults);
  if (table.ok) return ok({ table: table.value, guess, notRated: reader.notRated });
  return err(
    table.error.map(({ row, code, message }) =>
      row === 0 ? fault(0, null, code, 'There are no ratings: every score is blank.') : { ...reader.places.of(row), code, message },
    ),
  );
}

class SheetReader {
  readonly faults: SheetFault[] = [];
  readonly places = new PlacesOfRatings();
  notRated = 0;

  constructor(
    private readonly guess: ColumnGuess,
    private readonly head: readonly Cell[],
    private readonly commaSeparates: boolean,
  ) {}

  /** The ratings of the rows, until there are too many faults. */
  *ratings(rows: Iterable<SheetRow>): Generator<Rating> {
    for (const row of rows) {
      if (row.fault !== undefined) this.faults.push(row.fault);
      else yield* this.ofRow(row);
      if (this.faults.length >= MOST_FAULTS) return;
    }
  }

  private *ofRow({ row, cells }: SheetRow): Generator<Rating> {
    if (cells.every((cell) => textOf(cell) === '')) return;
    const extra = this.guess.hasHeader ? cells.findIndex((cell, column) => column >= this.head.length && textOf(cell) !== '') : -1;
    if (extra !== -1) {
      const message = `has ${cells.length} cells, the header ${this.head.length}. Put quotes around a text or a number that holds the separator`;
      this.tell(row, extra, 'EXTRA_CELLS', message);
      return;
    }
    for (const { candidate, rater, item, column } of ratingCells(this.guess.layout, cells)) {
      const score = numberInCell(cells[column], this.commaSeparates);
      if (score === 'NOT_RATED') {
        this.notRated += 1;
        continue;
      }
      if (score === null) {
        this.tell(
          row,
          column,
          'NOT_A_NUMBER',
          `“${textOf(cells[column])}” is not a number. Write the level as a number, and leave the cell blank where nothing was rated`,
        );
        continue;
      }
      const unnamed = candidate === '' ? 'candidate' : rater === '' ? 'rater' : item === '' ? 'item' : null;
      if (unnamed !== null) {
        this.tell(row, this.columnOf(unnamed), 'MISSING_NAME', `the ${unnamed} of the score ${score} is not named`);
        return;
      }
      this.places.add(row, column);
      yield { candidate, rater, item, score };
    }
  }

  private columnOf(part: 'candidate' | 'rater' | 'item'): number {
    const { layout } = this.guess;
    return (layout as { readonly [part: string]: unknown })[part] as number;
  }

  private tell(row: number, column: number, code: SheetFaultCode, what: string): void {
    if (this.faults.length >= MOST_FAULTS) return;
    const header = this.guess.hasHeader ? textOf(this.head[column]) : '';
    this.faults.push(fault(row, column, code, `Row ${row}, column ${nameOfColumn(header, column)}: ${what}.`));
  }
}

const fault = (row: number, column: number | null, code: SheetFaultCode, message: string): SheetFault => ({
  row,
  column: column === null ? null : columnLetters(column),
  code,
  message,
});

function* chained(first: readonly SheetRow[], then: Iterator<SheetRow>): Generator<SheetRow> {
  yield* first;
  for (let next = then.next(); next.done !== true; next = then.next()) yield next.value;
}

function columnNamedTwice(layout: Layout): string | null {
  const names = layout.form === 'LONG' ? [] : (layout.form === 'RATER_COLUMNS' ? layout.raters : layout.items).map(({ name }) => name);
  return names.find((name, index) => names.indexOf(name) !== index) ?? null;
}
