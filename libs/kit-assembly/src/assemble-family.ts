import { err, ok, type Result } from '@touchstone/kernel';

import type { AssembleOptions } from './assemble-options';
import { type AssemblyRefusal, invalidBlueprint } from './assembly-refusal';
import { explainFamily } from './explain-family';
import type { FamilyBlueprint } from './family';
import { familyFaults } from './family-faults';
import type { PoolQuestion } from './pool-question';
import { refusalOf } from './refusal-of';
import { solveFamily, type SolvedFamily } from './solve-family';
import type { Solver } from './solver';

/**
 * Which kits satisfy this family, and best so? As `assembleKit` for one: checked by counting, with proof, refusals as values. Where
 * there are no such kits, the conflict names wishes of single kits and rules between them.
 *
 * Source: W. J. van der Linden, Linear Models for Optimal Test Design (Springer 2005), chapter 6.
 */
export async function assembleFamily(
  family: FamilyBlueprint,
  pool: readonly PoolQuestion[],
  solver: Solver,
  options: AssembleOptions = {},
): Promise<Result<SolvedFamily, AssemblyRefusal>> {
  const faults = familyFaults(family, pool);
  if (faults.length > 0) return err(invalidBlueprint(faults));
  const answer = await solveFamily(family, pool, solver, options);
  if (answer.status === 'solved') return ok(answer.family);
  return err(await refusalOf(answer.status, options, (limits) => explainFamily(family, pool, solver, limits)));
}
