import { type Conflict, type FamilyBlueprint, kitsOf, type PoolQuestion, relaxations, type Solver } from '@touchstone/kit-assembly';
import type { RelaxationValue } from '../persistence/assembly-value';
import { familyWaysOut } from './family-ways-out';

/** What would help against this conflict, the cheapest first: wishes of one kit, or, where kits get in each other's way, the rules between them. */
export async function waysOut(
  family: FamilyBlueprint,
  pool: readonly PoolQuestion[],
  conflict: Conflict | null,
  solver: Solver,
  limits: { readonly timeLimitSeconds: number; readonly signal: AbortSignal },
): Promise<readonly RelaxationValue[]> {
  if (conflict === null) return [];
  const kits = kitsOf(family);
  const inKit = conflict.wishes.map(({ id }) => Number(/^kit(\d+)\./.exec(id)?.[1] ?? '1'));
  const blueprint = kits[(inKit[0] ?? 1) - 1]?.blueprint;
  const ofOneKit = conflict.rules.length === 0 && new Set(inKit).size === 1 && blueprint !== undefined;
  if (!ofOneKit) return familyWaysOut(family, pool, solver, limits);
  const own = conflict.wishes.map((wish) => ({ ...wish, id: wish.id.replace(/^kit\d+\./, '') }));
  const helping = await relaxations(blueprint, pool, own, solver, limits);
  return helping.map(({ changes, cost }) => ({ changes: changes.map(({ words }) => words), cost }));
}
