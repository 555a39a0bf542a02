import type { PackedProgram } from './packed-program';

/** A program on some of the columns of another, and the way back. */
export interface ProgramPart {
  readonly program: PackedProgram;
  /** The columns of the whole program, in the order of the part. */
  readonly columns: Int32Array;
  /** What the fixed columns are worth. */
  readonly fixedWorth: number;
  /** Whether the fixed columns alone already break a row that has no free column. */
  readonly broken: boolean;
}

const TOLERANCE = 1e-9;

/**
 * The program with all but some columns fixed. `free` is 1 for the columns that stay, `fixed` has the value of the others.
 * Rows that hold whatever the free columns do are left out.
 */
export function partOfProgram(whole: PackedProgram, free: Uint8Array, fixed: ArrayLike<number>): ProgramPart {
  const columns: number[] = [];
  const place = new Int32Array(whole.cost.length).fill(-1);
  let fixedWorth = 0;
  for (let column = 0; column < whole.cost.length; column += 1) {
    if (free[column] === 1) place[column] = columns.push(column) - 1;
    else fixedWorth += whole.cost[column]! * fixed[column]!;
  }
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  const starts: number[] = [0];
  const indices: number[] = [];
  const values: number[] = [];
  let broken = false;
  for (let row = 0; row < whole.rowLower.length; row += 1) {
    let fixedSum = 0;
    let least = 0;
    let most = 0;
    const from = indices.length;
    for (let at = whole.starts[row]!; at < whole.starts[row + 1]!; at += 1) {
      const column = whole.indices[at]!;
      const coefficient = whole.values[at]!;
      if (place[column] === -1) {
        fixedSum += coefficient * fixed[column]!;
        continue;
      }
      const [one, other] = [coefficient * whole.lower[column]!, coefficient * whole.upper[column]!];
      least += Math.min(one, other);
      most += Math.max(one, other);
      indices.push(place[column]!);
      values.push(coefficient);
    }
    const lower = whole.rowLower[row]! - fixedSum;
    const upper = whole.rowUpper[row]! - fixedSum;
    if (least >= lower - TOLERANCE && most <= upper + TOLERANCE) {
      indices.length = from;
      values.length = from;
      continue;
    }
    broken ||= indices.length === from;
    rowLower.push(lower);
    rowUpper.push(upper);
    starts.push(indices.length);
  }
  const taken = Int32Array.from(columns);
  return {
    program: {
      cost: Float64Array.from(taken, (column) => whole.cost[column]!),
      lower: Float64Array.from(taken, (column) => whole.lower[column]!),
      upper: Float64Array.from(taken, (column) => whole.upper[column]!),
      integer: Uint8Array.from(taken, (column) => whole.integer[column]!),
      rowLower: Float64Array.from(rowLower),
      rowUpper: Float64Array.from(rowUpper),
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
      copies: [],
    },
    columns: taken,
    fixedWorth,
    broken,
  };
}

/** The values of the whole program: those of the part, and the fixed ones. */
export function wholeValues({ columns }: ProgramPart, partial: ArrayLike<number>, fixed: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(fixed);
  columns.forEach((column, index) => (values[column] = partial[index]!));
  return values;
}
