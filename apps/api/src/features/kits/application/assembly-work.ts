import type { Clock } from '@touchstone/kernel';
import { kitInspector, simulateExposure, type Solver, wishCosts } from '@touchstone/kit-assembly';
import type { AssemblyAnswers, AssemblyTask } from './assembly-tasks';
import { patienceSeconds, solveOrder } from './solve-order';

/** For each wish whose cost is asked. */
const COST_SECONDS = 2;
/** For each kit of a simulated year. */
const DRAW_SECONDS = 10;

/** All that is worked out about kits while somebody waits: formulating, solving, counting again, explaining. Data in, data out. */
export function assemblyWork(solver: Solver, clock: Clock): (task: AssemblyTask) => Promise<AssemblyAnswers[AssemblyTask['kind']]> {
  return async (task) => {
    switch (task.kind) {
      case 'ASSEMBLE': {
        const limit = deadline(solver, clock, patienceSeconds(task.order.timeLimitSeconds));
        return solveOrder(task.order, { solver: limit.solver, clock, signal: new AbortController().signal, patience: limit.signal });
      }
      case 'WEIGH': {
        const { kit, blueprint, pool, seconds } = task;
        const limit = deadline(solver, clock, seconds);
        // Also those with room left: questions are whole, so a limit may hold a kit back before it is reached.
        const of = kitInspector(blueprint, pool)
          .slacks(kit)
          .map(({ wishId }) => wishId);
        const costs = await wishCosts(kit, blueprint, pool, limit.solver, { timeLimitSeconds: COST_SECONDS, signal: limit.signal, of });
        return limit.signal.aborted ? null : costs;
      }
      case 'SIMULATE': {
        const { family, pool, draws, window, share, seed, seconds } = task;
        const limit = deadline(solver, clock, seconds);
        const timeLimitSeconds = Math.min(seconds, DRAW_SECONDS);
        return simulateExposure(family, pool, limit.solver, { draws, window, share, seed, timeLimitSeconds, signal: limit.signal });
      }
    }
  };
}

/** Solving blocks its thread, so no timer would be heard: the clock is looked at before each program. */
function deadline(solver: Solver, clock: Clock, seconds: number): { readonly solver: Solver; readonly signal: AbortSignal } {
  const until = clock.now().getTime() + seconds * 1000;
  const late = new AbortController();
  return {
    signal: late.signal,
    solver: {
      solve: async (program, options) => {
        const left = (until - clock.now().getTime()) / 1000;
        if (left <= 0) late.abort();
        return solver.solve(program, { ...options, timeLimitSeconds: Math.min(options.timeLimitSeconds, Math.max(0.01, left)) });
      },
    },
  };
}
