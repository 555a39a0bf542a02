import type { PackedProgram } from './packed-program';

/** The copies of a program taken together, and the way back. */
export interface SummedProgram {
  readonly program: PackedProgram;
  /** For each column of the whole program the column that stands for it. */
  readonly standIn: Int32Array;
}

/**
 * One program for all copies at once: each column counts in how many of them it is chosen. Any answer of the whole program,
 * summed over its copies, is an answer of this one and worth the same; so no answer of the whole is worth more than the best
 * of this, which has a fraction of the columns and no symmetry. Rows that treat copies differently are left out, which can only
 * raise that bound.
 *
 * Source: the idea of aggregating identical subproblems, F. Margot, Symmetry in integer linear programming, in: 50 Years of
 * Integer Programming (Springer 2010), and the shadow tests of van der Linden (2005), chapter 6.
 */
export function sumCopies(whole: PackedProgram): SummedProgram {
  const columns = whole.cost.length;
  /** How many copies a column stands for; 0 where another stands for it. */
  const times = new Float64Array(columns).fill(1);
  const first = Int32Array.from({ length: columns }, (_, column) => column);
  const group = new Int32Array(columns).fill(-1);
  const rowGroup = new Int32Array(whole.rowLower.length).fill(-1);
  const isLaterRow = new Uint8Array(whole.rowLower.length);
  whole.copies.forEach((copies, number) => {
    copies.columns.forEach((list, copy) =>
      list.forEach((column, position) => {
        group[column] = number;
        first[column] = copies.columns[0]![position]!;
        times[column] = copy === 0 ? copies.columns.length : 0;
      }),
    );
    copies.rows.forEach((list, copy) =>
      list.forEach((row) => {
        rowGroup[row] = number;
        if (copy > 0) isLaterRow[row] = 1;
      }),
    );
  });

  const kept: number[] = [];
  const place = new Int32Array(columns).fill(-1);
  for (let column = 0; column < columns; column += 1) if (times[column]! > 0) place[column] = kept.push(column) - 1;
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  const starts: number[] = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < rowGroup.length; row += 1) {
    if (isLaterRow[row] === 1 || (rowGroup[row] === -1 && !treatsCopiesAlike(whole, row, group, first))) continue;
    const own = rowGroup[row]!;
    const scale = own === -1 ? 1 : whole.copies[own]!.columns.length;
    for (let at = whole.starts[row]!; at < whole.starts[row + 1]!; at += 1) {
      const column = whole.indices[at]!;
      if (place[column] === -1) continue;
      indices.push(place[column]!);
      // What the copies share counts in the row of each of them.
      values.push(whole.values[at]! * (group[column] === own ? 1 : scale));
    }
    starts.push(indices.length);
    rowLower.push(whole.rowLower[row]! * scale);
    rowUpper.push(whole.rowUpper[row]! * scale);
  }
  const taken = Int32Array.from(kept);
  return {
    program: {
      cost: Float64Array.from(taken, (column) => whole.cost[column]!),
      lower: Float64Array.from(taken, (column) => whole.lower[column]! * times[column]!),
      upper: Float64Array.from(taken, (column) => whole.upper[column]! * times[column]!),
      integer: Uint8Array.from(taken, (column) => whole.integer[column]!),
      rowLower: Float64Array.from(rowLower),
      rowUpper: Float64Array.from(rowUpper),
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
      copies: [],
    },
    standIn: Int32Array.from(first, (column) => place[column]!),
  };
}

/** Whether a row between copies has, for each place, the same coefficient in every copy. */
function treatsCopiesAlike(whole: PackedProgram, row: number, group: Int32Array, first: Int32Array): boolean {
  const seen = new Map<number, { readonly coefficient: number; count: number }>();
  for (let at = whole.starts[row]!; at < whole.starts[row + 1]!; at += 1) {
    const column = whole.indices[at]!;
    if (group[column] === -1) continue;
    const known = seen.get(first[column]!);
    if (known === undefined) seen.set(first[column]!, { coefficient: whole.values[at]!, count: 1 });
    else if (known.coefficient !== whole.values[at]) return false;
    else known.count += 1;
  }
  for (const [column, { count }] of seen) if (count !== whole.copies[group[column]!]!.columns.length) return false;
  return true;
}
