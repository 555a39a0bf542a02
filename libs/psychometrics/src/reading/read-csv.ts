import type { Result } from '@touchstone/kernel';
import { CsvReader } from './csv-reader';
import type { Separator } from './guess-separator';
import { type RatingsRead, readSheet, type ReadSheetOptions } from './read-sheet';
import type { SheetFault, SheetRow } from './sheet';

export interface ReadCsvOptions extends Omit<ReadSheetOptions, 'commaSeparates'> {
  /** Guessed where it is not given. */
  readonly separator?: Separator | undefined;
}

/**
 * Which ratings does this CSV text hold?
 *
 * It comes in pieces of any size; see `CsvReader` for the text and `readSheet` for the table. Cost that of the two.
 *
 * Source: RFC 4180, doi:10.17487/RFC4180, and the rules of `readSheet`.
 */
export function readCsv(
  pieces: Iterable<string>,
  { separator, ...options }: ReadCsvOptions = {},
): Result<RatingsRead, readonly SheetFault[]> {
  const reader = new CsvReader(separator ?? null);
  function* rows(): Generator<SheetRow> {
    for (const piece of pieces) yield* reader.push(piece);
    yield* reader.end();
  }
  const all = rows();
  const first = all.next();
  function* again(): Generator<SheetRow> {
    if (first.done !== true) yield first.value;
    yield* all;
  }
  return readSheet(again(), { ...options, commaSeparates: reader.knownSeparator === ',' });
}
