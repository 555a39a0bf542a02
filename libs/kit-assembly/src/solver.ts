import type { LinearProgram } from './linear-program';

/**
 * Whoever can solve a mixed integer program. Kits know nothing else of solvers, so one can be replaced by another.
 * Everything the world can answer is a value; a rejected promise means that the solver itself is broken.
 */
export interface Solver {
  solve(program: LinearProgram, options: SolveOptions): Promise<Solution>;
}

export interface SolveOptions {
  /** Seconds of solving; always needed, because a hard program may take for ever. */
  readonly timeLimitSeconds: number;
  /** Relative distance to the proven bound at which to stop: 0 for the proven best, 0.01 for within 1 %. */
  readonly gap: number;
  /** Seed of whatever the solver does by chance; the same seed gives the same answer. Default 0. */
  readonly seed?: number;
  readonly signal?: AbortSignal;
  /** Told now and then while it works: the worth of the best known, null where there is none yet, and the bound. */
  readonly onProgress?: (objective: number | null, bound: number) => void;
}

export type Solution =
  /** Proven best, within the gap asked for. */
  | ({ readonly status: 'optimal' } & Incumbent)
  /** The time ran out; this is the best found, and nothing beats `bound`. */
  | ({ readonly status: 'feasible' } & Incumbent)
  /** Proven: no values satisfy all rows. */
  | { readonly status: 'infeasible' }
  /** The time ran out with neither an answer nor a proof. */
  | { readonly status: 'timeLimit' }
  /** The signal was aborted. */
  | { readonly status: 'cancelled' };

/** One value per column, in order; whole columns are exactly whole. `gap` is |bound - objective| / max(1, |objective|). */
export interface Incumbent {
  readonly values: readonly number[];
  readonly objective: number;
  readonly bound: number;
  readonly gap: number;
}

/** How far an objective may be from the best there is, relative to its size. */
export const relativeGap = (objective: number, bound: number): number => Math.abs(bound - objective) / Math.max(1, Math.abs(objective));

/** Whether there are values to look at. */
export const isSolved = (solution: Solution): solution is Extract<Solution, Incumbent> =>
  solution.status === 'optimal' || solution.status === 'feasible';
