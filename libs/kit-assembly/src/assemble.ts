import { err, ok, type Result } from '@touchstone/kernel';

import type { AssembleOptions } from './assemble-options';
import { type AssemblyRefusal, invalidBlueprint } from './assembly-refusal';
import type { KitBlueprint } from './blueprint';
import { blueprintFaults } from './blueprint-faults';
import { explain } from './explain';
import type { AssembledKit } from './kit';
import type { PoolQuestion } from './pool-question';
import { refusalOf } from './refusal-of';
import type { KitScore } from './score';
import { type FamilyKit, solveFamily } from './solve-family';
import type { Solver } from './solver';
import type { UncoveredCompetency } from './uncovered';
import type { WishSlack } from './wish-slack';

/** A kit and its assembly report. */
export interface AssemblyOutcome {
  readonly kit: AssembledKit;
  /** `optimal`: proven within the gap asked for. `timeLimit`: the best found in time; `kit.bound` says how much better one could be. */
  readonly proof: 'optimal' | 'timeLimit';
  readonly score: KitScore;
  readonly slacks: readonly WishSlack[];
  readonly uncovered: readonly UncoveredCompetency[];
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
  const faults = blueprintFaults(blueprint, pool);
  if (faults.length > 0) return err(invalidBlueprint(faults));
  const answer = await solveFamily({ members: [{ name: '', blueprint, kits: 1 }], aim: 'sum' }, pool, solver, options);
  if (answer.status !== 'solved') return err(await refusalOf(answer.status, options, (limits) => explain(blueprint, pool, solver, limits)));
  const { kits, objective, bound, gap, proof, seconds, size } = answer.family;
  const { rounds, score, slacks, uncovered } = kits[0] as FamilyKit;
  return ok({ kit: { rounds, objective, bound, gap, seconds }, proof, score, slacks, uncovered, size });
}
