import { err, ok, type Clock, type Result } from '@touchstone/kernel';

import type {
  AssemblyCancelledError,
  AssemblyRefusal,
  AssemblyTimeLimitError,
  InvalidBlueprintError,
  NoSuchKitError,
} from './assembly-refusal';
import type { KitBlueprint, PoolQuestion } from './blueprint';
import type { BlueprintFault } from './blueprint-fault';
import { blueprintFaults } from './blueprint-faults';
import { byCodeUnit } from './by-code-unit';
import { explain, type Conflict } from './explain';
import { formulate } from './formulate';
import { kitInspector } from './inspector';
import { interpret } from './interpret';
import type { AssembledKit } from './kit';
import { defaultPriorities, type Priorities } from './priorities';
import type { KitScore } from './score';
import { relativeGap, type Solver } from './solver';
import type { WishSlack } from './wish-slack';

export interface AssembleOptions {
  /** For the kit itself; explaining why there is none takes its own time. Default 30. */
  readonly timeLimitSeconds?: number;
  /** Relative distance to the best at which a kit is good enough. Default 0, the proven best. */
  readonly gap?: number;
  readonly seed?: number;
  readonly signal?: AbortSignal;
  readonly priorities?: Priorities;
  /** Measures `kit.seconds`; without it they are null. */
  readonly clock?: Clock;
  /** For each of the tests that explain why there is no kit. Default 5. */
  readonly explainTimeLimitSeconds?: number;
}

/** A kit and its assembly report. */
export interface AssemblyOutcome {
  readonly kit: AssembledKit;
  /** `optimal`: proven within the gap asked for. `timeLimit`: the best found in time; `kit.bound` says how much better one could be. */
  readonly proof: 'optimal' | 'timeLimit';
  readonly score: KitScore;
  readonly slacks: readonly WishSlack[];
  /** Competencies with a weight that no question of the kit carries; `inPool` says whether any question of the pool does. */
  readonly uncovered: readonly { readonly slug: string; readonly weight: number; readonly inPool: boolean }[];
  readonly size: { readonly columns: number; readonly rows: number };
}

/**
 * Which kit from this pool satisfies the blueprint, and best so? The answer has been checked by counting, apart from
 * the solver, and carries its proof. Refusals are values: a blueprint that is wrong on its face (all faults at once),
 * no such kit (with the wishes that conflict), time limit, cancelled. Throws where the program itself is at fault: a
 * broken solver, an answer that fails the check, priorities that are no whole numbers.
 *
 * Source: W. J. van der Linden, Linear Models for Optimal Test Design (Springer 2005).
 */
export async function assembleKit(
  blueprint: KitBlueprint,
  pool: readonly PoolQuestion[],
  solver: Solver,
  options: AssembleOptions = {},
): Promise<Result<AssemblyOutcome, AssemblyRefusal>> {
  const { timeLimitSeconds = 30, gap = 0, seed = 0, signal, priorities = defaultPriorities, clock } = options;
  const faults = blueprintFaults(blueprint, pool);
  if (faults.length > 0) return err(invalidBlueprint(faults));

  const formulation = formulate(blueprint, pool, { priorities });
  const startedAt = clock?.now().getTime();
  const solution = await solver.solve(formulation.program, { timeLimitSeconds, gap, seed, signal });
  const seconds = clock === undefined || startedAt === undefined ? null : (clock.now().getTime() - startedAt) / 1000;

  switch (solution.status) {
    case 'cancelled':
      return err(cancelled);
    case 'timeLimit':
      return err(timeLimit(timeLimitSeconds));
    case 'infeasible': {
      const conflict = await explain(blueprint, pool, solver, { timeLimitSeconds: options.explainTimeLimitSeconds, signal });
      return err(signal?.aborted ? cancelled : noSuchKit(conflict));
    }
    case 'optimal':
    case 'feasible': {
      const kit = interpret(formulation, solution, blueprint, pool, seconds);
      const inspector = kitInspector(blueprint, pool, priorities);
      const score = inspector.score(kit);
      const violations = inspector.violations(kit);
      if (violations.length > 0) throw new Error(`the solver's kit fails the check: ${violations.map(({ words }) => words).join('; ')}`);
      if (solution.status === 'optimal' && gap === 0 && score.total !== kit.objective) {
        throw new Error(`the solver counts ${kit.objective} points where the check counts ${score.total}`);
      }
      return ok({
        kit: { ...kit, objective: score.total, gap: relativeGap(score.total, kit.bound) },
        proof: solution.status === 'optimal' ? 'optimal' : 'timeLimit',
        score,
        slacks: inspector.slacks(kit),
        uncovered: uncovered(blueprint, pool, kit),
        size: { columns: formulation.program.columns.length, rows: formulation.program.rows.length },
      });
    }
  }
}

function uncovered(blueprint: KitBlueprint, pool: readonly PoolQuestion[], kit: AssembledKit): AssemblyOutcome['uncovered'] {
  const chosen = new Set(kit.rounds.flatMap(({ items }) => items.map(({ questionId }) => questionId)));
  const inPool = new Set(pool.flatMap((question) => question.competencies));
  const inKit = new Set(pool.filter(({ id }) => chosen.has(id)).flatMap((question) => question.competencies));
  return Object.entries(blueprint.competencyWeights)
    .filter(([slug, weight]) => weight > 0 && !inKit.has(slug))
    .map(([slug, weight]) => ({ slug, weight, inPool: inPool.has(slug) }))
    .sort((a, b) => b.weight - a.weight || byCodeUnit(a.slug, b.slug));
}

const invalidBlueprint = (faults: readonly BlueprintFault[]): InvalidBlueprintError => ({
  type: 'InvalidBlueprintError',
  code: 'INVALID_BLUEPRINT',
  message: faults[0]?.message ?? '',
  path: faults[0]?.path ?? [],
  faults,
});

const noSuchKit = (conflict: Conflict | undefined): NoSuchKitError => ({
  type: 'NoSuchKitError',
  code: 'NO_SUCH_KIT',
  message: conflict?.sentence ?? 'No kit from this pool satisfies all hard wishes. Loosen some, or widen the pool.',
  path: [],
  conflict: conflict ?? null,
});

const timeLimit = (timeLimitSeconds: number): AssemblyTimeLimitError => ({
  type: 'AssemblyTimeLimitError',
  code: 'ASSEMBLY_TIME_LIMIT',
  message: `No kit was found within ${timeLimitSeconds} seconds, and it is not proven that there is none. Allow more time, or narrow the pool.`,
  path: [],
  timeLimitSeconds,
});

const cancelled: AssemblyCancelledError = {
  type: 'AssemblyCancelledError',
  code: 'ASSEMBLY_CANCELLED',
  message: 'The assembly was called off.',
  path: [],
};
