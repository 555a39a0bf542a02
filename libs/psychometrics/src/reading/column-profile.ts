import { isOneOf, type Role, roleOfHeader } from './column-role';
import { numberInCell } from './number-in-cell';
import { type Cell, textOf } from './sheet';

/** What a column looks like, by its header and its first entries. */
export interface ColumnProfile {
  /** From 0. */
  readonly column: number;
  /** Empty where the table has no headers. */
  readonly header: string;
  readonly role: Role | null;
  /** Its header is that of one of many raters or items. */
  readonly oneOf: 'RATER' | 'ITEM' | null;
  /** Of its entries, at least four fifths are numbers (the rest may be mistakes, to be told later). */
  readonly isNumeric: boolean;
  readonly entries: number;
  readonly distinct: number;
}

const MOSTLY = 0.8;

/** Profiles of all columns, from the first rows of the table; and whether the first of these is a header. */
export function profileColumns(rows: readonly (readonly Cell[])[]): { readonly profiles: ColumnProfile[]; readonly hasHeader: boolean } {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const head = Array.from({ length: width }, (_, column) => textOf(rows[0]?.[column]));
  const below = head.map((_, column) => contentOf(rows.slice(1), column));
  // A number above numbers is an entry, unless a neighbour is a header beyond doubt ("candidate", 1, 2, 3).
  const hasHeader =
    head.some((header) => roleOfHeader(header) !== null) ||
    !below.some(({ isNumeric }, column) => isNumeric && typeof numberInCell(head[column] ?? '') === 'number');
  const content = hasHeader ? below : head.map((_, column) => contentOf(rows, column));
  const profiles = content.map((seen, column) => {
    const header = hasHeader ? (head[column] ?? '') : '';
    const oneOf = isOneOf(header);
    return { column, header, oneOf, role: oneOf === null ? roleOfHeader(header) : null, ...seen };
  });
  return { profiles, hasHeader };
}

function contentOf(rows: readonly (readonly Cell[])[], column: number): Pick<ColumnProfile, 'isNumeric' | 'entries' | 'distinct'> {
  let [entries, numbers] = [0, 0];
  const distinct = new Set<string>();
  for (const row of rows) {
    const number = numberInCell(row[column]);
    if (number === 'NOT_RATED') continue;
    entries += 1;
    if (number !== null) numbers += 1;
    distinct.add(textOf(row[column]));
  }
  return { isNumeric: entries > 0 && numbers >= MOSTLY * entries, entries, distinct: distinct.size };
}
