import type { KitBlueprint } from './blueprint';
import type { PoolQuestion } from './pool-question';
import { kitInspector, type Violation } from './inspector';
import type { KitLayout } from './kit';

/**
 * Which hard rules does this kit break? Empty for a valid kit. For kits from the solver, from a person's hand, or from
 * an old file alike: it counts questions and does not look at any program. Soft wishes that are missed are no
 * violations; ask `kitInspector(...).slacks(kit)` for those.
 */
export function verify(kit: KitLayout, blueprint: KitBlueprint, pool: readonly PoolQuestion[]): readonly Violation[] {
  return kitInspector(blueprint, pool).violations(kit);
}
