import type { Highs, Model } from 'highs';

import { onlyRows, type PackedProgram, rowSums } from './packed-program';
import { modelData } from './run-highs';

export interface Relaxation {
  readonly status: 'optimal' | 'infeasible' | 'unknown';
  readonly values: Float64Array;
  /** One price per row of the program; 0 for those that were never needed. */
  readonly prices: Float64Array;
}

const TOLERANCE = 1e-6;
const MOST_ROUNDS = 25;
const [DUAL, PRIMAL] = [1, 4];

/**
 * The linear relaxation of a program, which has few rows that matter and very many that keep single columns apart (enemies, a
 * question once). The latter are added only where the answer breaks them, until it breaks none: the answer is then that of all
 * rows. Where the rounds or the time run out before that, the prices still give a valid bound.
 */
export function relaxLazily(highs: Highs, program: PackedProgram, timeLimitSeconds: number): Relaxation {
  const rows = program.rowLower.length;
  const isKept = Uint8Array.from({ length: rows }, (_, row) => Number(!keepsApart(program, row)));
  const kept: number[] = [];
  isKept.forEach((keep, row) => keep === 1 && kept.push(row));
  const nothing = { values: new Float64Array(program.cost.length), prices: new Float64Array(rows) };

  return highs.withModel(modelData(highs, onlyRows(program, kept), false), (model: Model): Relaxation => {
    // With thousands of columns and tens of rows, primal simplex without presolve is several times faster than the default.
    model.options.set({ output_flag: false, time_limit: timeLimitSeconds, presolve: 'off', simplex_strategy: PRIMAL });
    const statuses = highs.constants.modelStatus;
    for (let round = 0; ; round += 1) {
      // Added rows leave the basis dual feasible, so from the second round on dual simplex goes on from where it stood.
      if (round === 1) model.options.set({ simplex_strategy: DUAL });
      const { modelStatus } = model.run();
      if (modelStatus === statuses.infeasible) return { status: 'infeasible', ...nothing };
      if (modelStatus !== statuses.optimal) return { status: 'unknown', ...nothing };
      const { colValue, rowDual } = model.getSolution();
      const sums = rowSums(program, colValue);
      const broken: number[] = [];
      for (let row = 0; row < rows; row += 1) {
        if (isKept[row] === 0 && (sums[row]! > program.rowUpper[row]! + TOLERANCE || sums[row]! < program.rowLower[row]! - TOLERANCE)) {
          broken.push(row);
        }
      }
      if (broken.length === 0 || round === MOST_ROUNDS || model.getRunTime() > timeLimitSeconds) {
        const prices = new Float64Array(rows);
        kept.forEach((row, index) => (prices[row] = rowDual[index]!));
        return { status: 'optimal', values: Float64Array.from(colValue), prices };
      }
      const added = onlyRows(program, broken);
      model.addRows({
        lower: added.rowLower,
        upper: added.rowUpper,
        matrix: {
          format: 'csr',
          numRows: broken.length,
          numCols: program.cost.length,
          starts: added.starts,
          indices: added.indices,
          values: added.values,
        },
      });
      for (const row of broken) {
        isKept[row] = 1;
        kept.push(row);
      }
    }
  });
}

/** Rows such as `a + b <= 1`: there are as many as there are pairs, and hardly one of them matters. */
function keepsApart({ rowLower, rowUpper, starts, values, lower, indices }: PackedProgram, row: number): boolean {
  if (rowUpper[row]! > 8 || rowLower[row]! > 0 || starts[row + 1]! - starts[row]! > 40) return false;
  for (let at = starts[row]!; at < starts[row + 1]!; at += 1) if (values[at] !== 1 || lower[indices[at]!]! < 0) return false;
  return true;
}
