import loadHighs, { type Highs } from 'highs';

import type { SolveOptions, Solver } from '../solver';
import { packProgram, type PackedProgram } from './packed-program';
import type { RunAnswer } from './run-highs';
import { solutionOf } from './solution-of';
import { solveByCore } from './solve-by-core';
import { solveCopies } from './solve-copies';

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
      if (options.signal?.aborted) return { status: 'cancelled' };
      return solutionOf(program, await answerPacked(packProgram(program), options));
    },
  };
}

let loading: Promise<Highs> | undefined;

/** The packed program, solved in this thread. The time limit counts from the moment HiGHS is loaded. */
export async function answerPacked(program: PackedProgram, options: Omit<SolveOptions, 'signal'>): Promise<RunAnswer> {
  loading ??= loadHighs();
  const highs = await loading;
  const begun = performance.now();
  const secondsLeft = (): number => Math.max(0.01, options.timeLimitSeconds - (performance.now() - begun) / 1000);
  const { timeLimitSeconds, gap, seed = 0, onProgress } = options;
  const run = { timeLimitSeconds, gap, seed, ...(onProgress === undefined ? {} : { onProgress }) };
  return program.copies.length > 0 ? solveCopies(highs, program, run, secondsLeft) : solveByCore(highs, program, run, secondsLeft);
}
