import type { LinearProgram } from '../linear-program';
import { objectiveOf } from '../linear-program';
import type { Solver } from '../solver';

/**
 * Solves a small program by trying every value of every column, as the measure for other solvers and for tiny pools.
 * A branch is left only where a row cannot hold any more, or where even the best values of the columns to come stay
 * below the best answer known: no relaxation, no cuts, nothing to trust but counting. Every column is an integer with
 * finite bounds, otherwise it throws. Time grows with the product of the ranges and no limit is kept: some twenty binary
 * columns are fine.
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

function bestValues(program: LinearProgram): number[] | undefined {
  const { columns, rows } = program;
  for (const column of columns) {
    if (!column.integer || !Number.isFinite(column.lower) || !Number.isFinite(column.upper)) {
      throw new TypeError(`column ${column.name} is not an integer within finite bounds, so it cannot be enumerated`);
    }
  }
  const gains = columns.map((column) => (program.sense === 'maximize' ? column.cost : -column.cost));
  const bestToCome = suffixSums(columns.map((column, index) => Math.max((gains[index] ?? 0) * column.lower, (gains[index] ?? 0) * column.upper)));
  const reach = rows.map((row) => ({
    ...row,
    coefficients: columns.map((_, index) => row.terms.find((term) => term.column === index)?.coefficient ?? 0),
  })).map((row) => ({
    ...row,
    leastToCome: suffixSums(columns.map((column, index) => Math.min((row.coefficients[index] ?? 0) * column.lower, (row.coefficients[index] ?? 0) * column.upper))),
    mostToCome: suffixSums(columns.map((column, index) => Math.max((row.coefficients[index] ?? 0) * column.lower, (row.coefficients[index] ?? 0) * column.upper))),
  }));

  const chosen: number[] = [];
  const activity = rows.map(() => 0);
  let best: number[] | undefined;
  let bestGain = -Infinity;

  function canStillHold(next: number): boolean {
    return reach.every((row, index) => {
      const sum = activity[index] ?? 0;
      return sum + (row.leastToCome[next] ?? 0) <= row.upper + 1e-9 && sum + (row.mostToCome[next] ?? 0) >= row.lower - 1e-9;
    });
  }

  function visit(next: number, gain: number): void {
    if (!canStillHold(next) || gain + (bestToCome[next] ?? 0) <= bestGain) return;
    const column = columns[next];
    if (column === undefined) {
      best = [...chosen];
      bestGain = gain;
      return;
    }
    const each = gains[next] ?? 0;
    const range = Array.from({ length: Math.floor(column.upper) - Math.ceil(column.lower) + 1 }, (_, step) => Math.ceil(column.lower) + step);
    for (const value of each > 0 ? range.reverse() : range) {
      chosen.push(value);
      reach.forEach((row, index) => (activity[index] = (activity[index] ?? 0) + (row.coefficients[next] ?? 0) * value));
      visit(next + 1, gain + each * value);
      reach.forEach((row, index) => (activity[index] = (activity[index] ?? 0) - (row.coefficients[next] ?? 0) * value));
      chosen.pop();
    }
  }
  visit(0, 0);
  return best;
}

/** Entry i is the sum of the numbers from i on; one more entry, 0, stands after the last. */
function suffixSums(numbers: readonly number[]): number[] {
  const sums = [...numbers, 0];
  for (let index = numbers.length - 1; index >= 0; index -= 1) sums[index] = (sums[index] ?? 0) + (sums[index + 1] ?? 0);
  return sums;
}
