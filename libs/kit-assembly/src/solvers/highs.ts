import loadHighs, { type Highs, type Model, type ModelData } from 'highs';

import { objectiveOf, type LinearProgram } from '../linear-program';
import { relativeGap, type Solution, type SolveOptions, type Solver } from '../solver';

/**
 * HiGHS, compiled to WebAssembly, in the calling thread: `solve` blocks the event loop until it is done, so a server
 * uses `highsThread` instead; this one is for a worker, a command line and tests. An abort is seen before the solving
 * begins, not during it.
 *
 * Source: Q. Huangfu and J. A. J. Hall, Parallelizing the dual revised simplex method, Math. Prog. Comp. 10 (2018).
 */
export function highsSolver(): Solver {
  return {
    async solve(program, options) {
      loading ??= loadHighs();
      const highs = await loading;
      return options.signal?.aborted ? { status: 'cancelled' } : solveWith(highs, program, options);
    },
  };
}

let loading: Promise<Highs> | undefined;

function solveWith(highs: Highs, program: LinearProgram, options: SolveOptions): Solution {
  if (program.columns.length === 0) return emptyAnswer(program);
  return highs.withModel(modelData(highs, program), (model: Model): Solution => {
    model.options.set({
      output_flag: false,
      time_limit: options.timeLimitSeconds,
      mip_rel_gap: options.gap,
      mip_abs_gap: 1e-6,
      random_seed: options.seed ?? 0,
    });
    const { modelStatus } = model.run();
    const statuses = highs.constants.modelStatus;
    switch (modelStatus) {
      case statuses.optimal:
        return { status: 'optimal', ...incumbentOf(model, program) };
      case statuses.infeasible:
        return { status: 'infeasible' };
      case statuses.timeLimit:
        return foundSomething(model) ? { status: 'feasible', ...incumbentOf(model, program) } : { status: 'timeLimit' };
      default:
        throw new Error(`HiGHS ended with model status ${modelStatus}`);
    }
  });
}

const FEASIBLE_POINT = 2;

const foundSomething = (model: Model): boolean => model.info.get('primal_solution_status') === FEASIBLE_POINT;

function incumbentOf(model: Model, program: LinearProgram): { values: number[]; objective: number; bound: number; gap: number } {
  const values = Array.from(model.getSolution().colValue, (value, index) =>
    program.columns[index]?.integer ? Math.round(value) + 0 : value,
  );
  const objective = objectiveOf(program, values);
  const isMip = program.columns.some((column) => column.integer);
  const bound = isMip ? Number(model.info.get('mip_dual_bound')) : objective;
  return { values, objective, bound, gap: relativeGap(objective, bound) };
}

function modelData(highs: Highs, { sense, columns, rows }: LinearProgram): ModelData {
  const entries = rows.reduce((sum, row) => sum + row.terms.length, 0);
  const starts = new Int32Array(rows.length + 1);
  const indices = new Int32Array(entries);
  const values = new Float64Array(entries);
  let at = 0;
  rows.forEach((row, index) => {
    for (const { column, coefficient } of row.terms) {
      indices[at] = column;
      values[at] = coefficient;
      at += 1;
    }
    starts[index + 1] = at;
  });
  const { integer, continuous } = highs.constants.variableType;
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense[sense],
    colCost: Float64Array.from(columns, (column) => column.cost),
    colLower: Float64Array.from(columns, (column) => column.lower),
    colUpper: Float64Array.from(columns, (column) => column.upper),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    integrality: Int32Array.from(columns, (column) => (column.integer ? integer : continuous)),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns.length, starts, indices, values },
  };
}

/** HiGHS calls a program without unknowns empty, whatever its rows say. */
function emptyAnswer({ rows }: LinearProgram): Solution {
  const holds = rows.every((row) => row.lower <= 0 && row.upper >= 0);
  return holds ? { status: 'optimal', values: [], objective: 0, bound: 0, gap: 0 } : { status: 'infeasible' };
}
