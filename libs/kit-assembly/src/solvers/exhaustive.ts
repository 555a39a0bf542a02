import { objectiveOf, type LinearProgram } from '../linear-program';
import type { Solver } from '../solver';

/**
 * Solves a small program by trying the values of every column, as the measure for other solvers and for tiny pools.
 * Left out are only values with which a row cannot hold any more, and branches in which even the best values of all
 * columns to come do not beat the best answer known: no relaxation, no cuts, nothing to trust but counting. Every column
 * is an integer with finite bounds, otherwise it throws. Time grows with the product of the ranges, and no limit on it is kept: some
 * twenty binary columns are fine.
 */
export function exhaustiveSolver(): Solver {
  return {
    async solve(program, options) {
      if (options.signal?.aborted) return { status: 'cancelled' };
      const values = bestValues(program);
      if (values === undefined) return { status: 'infeasible' };
      const objective = objectiveOf(program, values);
      return { status: 'optimal', values, objective, bound: objective, gap: 0 };
    },
  };
}

/** A row with what each column, and all columns from an index on, can add to it at least and at most. */
interface Reach {
  readonly lower: number;
  readonly upper: number;
  readonly coefficients: readonly number[];
  readonly ownLeast: readonly number[];
  readonly ownMost: readonly number[];
  readonly least: readonly number[];
  readonly most: readonly number[];
}

interface Range {
  readonly low: number;
  readonly high: number;
}

function bestValues(program: LinearProgram): number[] | undefined {
  assertEnumerable(program);
  const { columns } = program;
  const gains = columns.map((column) => (program.sense === 'maximize' ? column.cost : -column.cost));
  const reaches = program.rows.map((row) => reachOf(program, row));

  const chosen: number[] = [];
  const sums = reaches.map(() => 0);
  let best: number[] | undefined;
  let bestGain = -Infinity;

  function visit(next: number, gain: number): void {
    if (
      !reaches.every(
        (row, index) => at(sums, index) + at(row.least, next) <= row.upper && at(sums, index) + at(row.most, next) >= row.lower,
      )
    )
      return;
    const ranges = columns.slice(next).map((_, offset) => possible(next + offset, next));
    if (ranges.some(({ low, high }) => low > high)) return;
    if (gain + ranges.reduce((sum, range, offset) => sum + most(at(gains, next + offset), range), 0) <= bestGain) return;
    const range = ranges[0];
    if (range === undefined) {
      best = [...chosen];
      bestGain = gain;
      return;
    }
    const each = at(gains, next);
    for (let step = 0; step <= range.high - range.low; step += 1) {
      const value = each > 0 ? range.high - step : range.low + step;
      chosen.push(value);
      reaches.forEach((row, index) => (sums[index] = at(sums, index) + at(row.coefficients, next) * value));
      visit(next + 1, gain + each * value);
      reaches.forEach((row, index) => (sums[index] = at(sums, index) - at(row.coefficients, next) * value));
      chosen.pop();
    }
  }

  /** The values of a column with which each row by itself can still hold, while the columns from `next` on are free. */
  function possible(column: number, next: number): Range {
    let low = Math.ceil(columns[column]?.lower ?? 0);
    let high = Math.floor(columns[column]?.upper ?? 0);
    reaches.forEach((row, index) => {
      const coefficient = at(row.coefficients, column);
      if (coefficient === 0) return;
      const room = row.upper - at(sums, index) - (at(row.least, next) - at(row.ownLeast, column));
      const need = row.lower - at(sums, index) - (at(row.most, next) - at(row.ownMost, column));
      low = Math.max(low, Math.ceil((coefficient > 0 ? need : room) / coefficient));
      high = Math.min(high, Math.floor((coefficient > 0 ? room : need) / coefficient));
    });
    return { low, high };
  }

  visit(0, 0);
  return best;
}

/** The largest gain a column can bring within its range. */
const most = (gain: number, { low, high }: Range): number => Math.max(gain * low, gain * high);

function assertEnumerable({ columns }: LinearProgram): void {
  for (const { name, integer, lower, upper } of columns) {
    if (!integer || !Number.isFinite(lower) || !Number.isFinite(upper)) {
      throw new TypeError(`column ${name} is not an integer within finite bounds, so it cannot be enumerated`);
    }
  }
}

function reachOf({ columns }: LinearProgram, { lower, upper, terms }: LinearProgram['rows'][number]): Reach {
  const coefficients = columns.map(() => 0);
  for (const { column, coefficient } of terms) coefficients[column] = coefficient;
  const ends = columns.map((column, index) => [at(coefficients, index) * column.lower, at(coefficients, index) * column.upper]);
  const ownLeast = ends.map((pair) => Math.min(...pair));
  const ownMost = ends.map((pair) => Math.max(...pair));
  return { lower, upper, coefficients, ownLeast, ownMost, least: suffixSums(ownLeast), most: suffixSums(ownMost) };
}

/** Entry i is the sum of the numbers from i on; one more entry, 0, stands after the last. */
function suffixSums(numbers: readonly number[]): number[] {
  const sums = [...numbers, 0];
  for (let index = numbers.length - 1; index >= 0; index -= 1) sums[index] = at(sums, index) + at(sums, index + 1);
  return sums;
}

const at = (numbers: readonly number[], index: number): number => numbers[index] ?? 0;
