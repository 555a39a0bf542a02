import type { Clock } from '@touchstone/kernel';
import { err, type Result } from '@touchstone/kernel';
import {
  assembleFamily,
  type AssemblyRefusal,
  type FamilyBlueprint,
  type NoSuchKitError,
  type PoolQuestion,
  type SolvedFamily,
  type Solver,
  type Variety,
} from '@touchstone/kit-assembly';
import type { RelaxationValue } from '../persistence/assembly-value';
import { waysOut } from './ways-out';

/** What is to be solved. Questions go by their slugs; plain data, so that it can cross to a thread. */
export interface SolvableOrder {
  readonly family: FamilyBlueprint;
  readonly pool: readonly PoolQuestion[];
  readonly timeLimitSeconds: number;
  readonly gap?: number;
  readonly variety?: Variety | null;
}

/** There are no such kits; with what would help. */
export interface ExplainedRefusal extends NoSuchKitError {
  readonly relaxations: readonly RelaxationValue[];
}

export type OrderRefusal = Exclude<AssemblyRefusal, NoSuchKitError> | ExplainedRefusal;

export interface SolvingMeans {
  readonly solver: Solver;
  readonly clock: Clock;
  /** Aborts where nobody wants the answer any more. */
  readonly signal: AbortSignal;
  /** Aborts where solving and explaining have taken too long together; the refusal says what is known by then. */
  readonly patience: AbortSignal;
  readonly onProgress?: (objective: number | null, bound: number) => void;
}

/** For each of the tests that explain why there are no kits. */
const EXPLAIN_SECONDS = 2;

/** Solving and explaining together: an explanation takes some ten to fifty short tests. */
export const patienceSeconds = (timeLimitSeconds: number): number => 2 * timeLimitSeconds + 10;

/** The best kits; or why there are none, and what would help. */
export async function solveOrder(
  { family, pool, timeLimitSeconds, gap = 0, variety = null }: SolvableOrder,
  { solver, clock, signal, patience, onProgress }: SolvingMeans,
): Promise<Result<SolvedFamily, OrderRefusal>> {
  const stop = AbortSignal.any([signal, patience]);
  let provenInfeasible = false;
  const watched: Solver = {
    solve: async (program, options) => {
      const solution = await solver.solve(program, options);
      provenInfeasible ||= solution.status === 'infeasible';
      return solution;
    },
  };
  const explainSeconds = Math.min(EXPLAIN_SECONDS, timeLimitSeconds);
  const solved = await assembleFamily(family, pool, watched, {
    timeLimitSeconds,
    gap,
    explainTimeLimitSeconds: explainSeconds,
    signal: stop,
    clock,
    ...(variety && { variety }),
    ...(onProgress && { onProgress }),
  });
  if (solved.ok) return solved;
  const refusal = solved.error;
  // There are no such kits, only the time to say why ran out. A subset of wishes that fails proves it for all of them.
  if (refusal.type === 'AssemblyCancelledError' && provenInfeasible && !signal.aborted) return err({ ...unexplained, relaxations: [] });
  if (refusal.type !== 'NoSuchKitError') return err(refusal);
  const relaxations = await waysOut(family, pool, refusal.conflict, solver, { timeLimitSeconds: explainSeconds, signal: stop });
  return err({ ...refusal, relaxations });
}

const unexplained: NoSuchKitError = {
  type: 'NoSuchKitError',
  code: 'NO_SUCH_KIT',
  message:
    'No kit from this pool satisfies all hard wishes, and the time did not suffice to find out which of them conflict. Loosen some, or allow more time.',
  path: [],
  conflict: null,
};
