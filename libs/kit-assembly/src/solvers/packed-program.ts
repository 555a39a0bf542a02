import type { LinearProgram } from '../linear-program';

/**
 * A program as arrays: what solvers read and what travels between threads without being copied object by object. Always to be
 * maximized; the costs of a program to be minimized are negated. Rows are stored one after the other: the terms of row r are
 * those from `starts[r]` up to `starts[r + 1]`.
 */
export interface PackedProgram {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 where a column is whole. */
  readonly integer: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  readonly copies: readonly PackedCopies[];
}

/** Parts of a program that may change places: see `Copies` of the linear program. */
export interface PackedCopies {
  readonly columns: readonly Int32Array[];
  readonly rows: readonly Int32Array[];
}

export function packProgram({ sense, columns, rows, copies = [] }: LinearProgram): PackedProgram {
  const sign = sense === 'maximize' ? 1 : -1;
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => (starts[index + 1] = (starts[index] ?? 0) + row.terms.length));
  const entries = starts[rows.length] ?? 0;
  const indices = new Int32Array(entries);
  const values = new Float64Array(entries);
  let at = 0;
  for (const { terms } of rows) {
    for (const { column, coefficient } of terms) {
      indices[at] = column;
      values[at] = coefficient;
      at += 1;
    }
  }
  return {
    cost: Float64Array.from(columns, ({ cost }) => sign * cost + 0),
    lower: Float64Array.from(columns, ({ lower }) => lower),
    upper: Float64Array.from(columns, ({ upper }) => upper),
    integer: Uint8Array.from(columns, ({ integer }) => Number(integer)),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    starts,
    indices,
    values,
    copies: copies.map((group) => ({
      columns: group.columns.map((list) => Int32Array.from(list)),
      rows: group.rows.map((list) => Int32Array.from(list)),
    })),
  };
}

/** The program with some of its rows, in the order given; its copies are not known any more. */
export function onlyRows(program: PackedProgram, rows: readonly number[]): PackedProgram {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => (starts[index + 1] = starts[index]! + program.starts[row + 1]! - program.starts[row]!));
  const indices = new Int32Array(starts[rows.length]!);
  const values = new Float64Array(starts[rows.length]!);
  rows.forEach((row, index) => {
    indices.set(program.indices.subarray(program.starts[row]!, program.starts[row + 1]!), starts[index]);
    values.set(program.values.subarray(program.starts[row]!, program.starts[row + 1]!), starts[index]);
  });
  return {
    ...program,
    copies: [],
    rowLower: Float64Array.from(rows, (row) => program.rowLower[row]!),
    rowUpper: Float64Array.from(rows, (row) => program.rowUpper[row]!),
    starts,
    indices,
    values,
  };
}

/** The sum of each row for these values. */
export function rowSums({ starts, indices, values: coefficients, rowLower }: PackedProgram, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(rowLower.length);
  for (let row = 0; row < sums.length; row += 1) {
    let sum = 0;
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) sum += coefficients[at]! * values[indices[at]!]!;
    sums[row] = sum;
  }
  return sums;
}

/** What these values are worth, to be maximized. */
export function packedWorth({ cost }: PackedProgram, values: ArrayLike<number>): number {
  let sum = 0;
  for (let column = 0; column < cost.length; column += 1) if (cost[column] !== 0) sum += cost[column]! * values[column]!;
  return sum;
}

/** Whether every value of the objective is a whole number, so that a bound may be rounded down to one. */
export function hasWholeObjective({ cost, integer }: PackedProgram): boolean {
  return cost.every((price, column) => price === 0 || (integer[column] === 1 && Number.isSafeInteger(price)));
}
