import type { Highs, Model, ModelData } from 'highs';

import { hasWholeObjective, type PackedProgram, packedWorth } from './packed-program';

export interface RunOptions {
  readonly timeLimitSeconds: number;
  readonly gap: number;
  readonly seed: number;
  /** Columns from which on a program is taken apart before it is solved; 1000 unless given. */
  readonly large?: number;
  /** Values to begin with; they may break rows. */
  readonly start?: ArrayLike<number>;
  /** Told now and then while HiGHS works: the best known and the bound, in the unit of the objective. */
  readonly onProgress?: (objective: number | null, bound: number) => void;
}

/** Fewer columns than this HiGHS masters as they are. */
export const LARGE = 1000;

/** What HiGHS found: values of all columns, whole columns exactly whole, and a bound that no values beat. */
export type RunAnswer =
  | { readonly status: 'optimal' | 'feasible'; readonly values: Float64Array; readonly worth: number; readonly bound: number }
  | { readonly status: 'infeasible' }
  | { readonly status: 'timeLimit'; readonly bound: number };

/** Solves a program as it is, by branch and cut. */
export function runHighs(highs: Highs, program: PackedProgram, options: RunOptions): RunAnswer {
  if (program.cost.length === 0) return emptyAnswer(program);
  return highs.withModel(modelData(highs, program, true), (model: Model): RunAnswer => {
    model.options.set({
      output_flag: false,
      time_limit: Math.max(0.01, options.timeLimitSeconds),
      mip_rel_gap: options.gap,
      // Whole objectives differ by one at least: what is closer than that is the same.
      mip_abs_gap: hasWholeObjective(program) ? 0.999 : 1e-6,
      random_seed: options.seed,
    });
    if (options.start !== undefined) model.setSolution({ colValue: Float64Array.from(options.start) });
    const statuses = highs.constants.modelStatus;
    const { modelStatus } = model.run(watching(highs, options));
    switch (modelStatus) {
      case statuses.optimal:
        return { status: 'optimal', ...answerOf(model, program) };
      case statuses.infeasible:
        return { status: 'infeasible' };
      case statuses.timeLimit:
        return foundSomething(model)
          ? { status: 'feasible', ...answerOf(model, program) }
          : { status: 'timeLimit', bound: Number(model.info.get('mip_dual_bound')) };
      default:
        throw new Error(`HiGHS ended with model status ${modelStatus}`);
    }
  });
}

function watching(highs: Highs, { onProgress }: RunOptions): Parameters<Model['run']>[0] {
  if (onProgress === undefined) return undefined;
  return {
    [highs.constants.callbackType.mipLogging]: ({ data }: { data: { mip_primal_bound?: number; mip_dual_bound?: number } }) => {
      const { mip_primal_bound: objective = NaN, mip_dual_bound: bound = Infinity } = data;
      onProgress(Math.abs(objective) < 1e100 ? objective : null, bound);
      return undefined;
    },
  };
}

const FEASIBLE_POINT = 2;

const foundSomething = (model: Model): boolean => model.info.get('primal_solution_status') === FEASIBLE_POINT;

function answerOf(model: Model, program: PackedProgram): { values: Float64Array; worth: number; bound: number } {
  const values = Float64Array.from(model.getSolution().colValue, (value, column) =>
    program.integer[column] === 1 ? Math.round(value) + 0 : value,
  );
  const worth = packedWorth(program, values);
  const isMip = program.integer.some((whole) => whole === 1);
  return { values, worth, bound: isMip ? Number(model.info.get('mip_dual_bound')) : worth };
}

/** HiGHS calls a program without unknowns empty, whatever its rows say. */
function emptyAnswer({ rowLower, rowUpper }: PackedProgram): RunAnswer {
  const holds = rowLower.every((lower, row) => lower <= 0 && rowUpper[row]! >= 0);
  return holds ? { status: 'optimal', values: new Float64Array(0), worth: 0, bound: 0 } : { status: 'infeasible' };
}

export function modelData(highs: Highs, program: PackedProgram, whole: boolean): ModelData {
  const { integer, continuous } = highs.constants.variableType;
  return {
    numCols: program.cost.length,
    numRows: program.rowLower.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: program.cost,
    colLower: program.lower,
    colUpper: program.upper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    ...(whole ? { integrality: Int32Array.from(program.integer, (is) => (is === 1 ? integer : continuous)) } : {}),
    matrix: {
      format: 'csr',
      numRows: program.rowLower.length,
      numCols: program.cost.length,
      starts: program.starts,
      indices: program.indices,
      values: program.values,
    },
  };
}
