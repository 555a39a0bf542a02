import { parentPort } from 'node:worker_threads';

import type { LinearProgram } from '../linear-program';
import type { Solution, SolveOptions } from '../solver';
import { highsSolver } from './highs';

/** What a worker is asked, one at a time. */
export interface HighsTask {
  readonly program: LinearProgram;
  readonly options: Omit<SolveOptions, 'signal'>;
}

/** What it answers: the solution, or what broke. */
export type HighsAnswer = { readonly solution: Solution } | { readonly failure: string };

/** The other end of `highsThread`: solves what it is sent, in a thread where blocking hurts nobody. */
if (parentPort !== null) {
  const port = parentPort;
  const solver = highsSolver();
  port.on('message', ({ program, options }: HighsTask) => {
    solver.solve(program, options).then(
      (solution) => port.postMessage({ solution } satisfies HighsAnswer),
      (cause: unknown) => port.postMessage({ failure: cause instanceof Error ? cause.message : String(cause) } satisfies HighsAnswer),
    );
  });
}
