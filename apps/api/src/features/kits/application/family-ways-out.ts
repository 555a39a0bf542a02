import type { FamilyBlueprint, FamilyMember, PoolQuestion, Solver } from '@touchstone/kit-assembly';
import { formulateFamily, kitsOf } from '@touchstone/kit-assembly';
import type { RelaxationValue } from '../persistence/assembly-value';

interface WayOut extends RelaxationValue {
  /** The member that gives way; null where it is not one alone. */
  readonly at: number | null;
  readonly family: FamilyBlueprint;
}

/**
 * Which rule between the kits of this infeasible family would have to give way, the cheapest first? Each is tried alone, by solving: one kit less of a
 * blueprint or of each, kits that need not be alike, questions that may stand in several kits. `cost` is the share that is given up. Empty where nothing helps in the time.
 */
export async function familyWaysOut(
  family: FamilyBlueprint,
  pool: readonly PoolQuestion[],
  solver: Solver,
  limits: { readonly timeLimitSeconds: number; readonly signal: AbortSignal },
): Promise<readonly RelaxationValue[]> {
  const helping: RelaxationValue[] = [];
  for (const { changes, cost, family: looser } of waysOut(family)) {
    const { program } = formulateFamily(looser, pool, { purpose: 'feasibility' });
    const { status } = await solver.solve(program, { ...limits, gap: 1 });
    if (status === 'optimal' || status === 'feasible') helping.push({ changes, cost });
  }
  return helping.sort((a, b) => a.cost - b.cost);
}

function waysOut(family: FamilyBlueprint): WayOut[] {
  const total = kitsOf(family).length;
  const changed = (index: number, change: (member: FamilyMember) => FamilyMember): FamilyBlueprint => ({
    ...family,
    members: family.members.map((member, at) => (at === index ? change(member) : member)),
  });
  const fewer = family.members.flatMap(({ name, kits }, index): WayOut[] =>
    kits < 2
      ? []
      : [
          {
            at: index,
            changes: [`Ask for ${kits - 1} instead of ${kits} kits of '${name}'`],
            cost: 1 / kits,
            family: changed(index, (member) => ({ ...member, kits: kits - 1 })),
          },
        ],
  );
  const unlike = family.members.flatMap(({ name, alike }, index): WayOut[] =>
    alike === undefined
      ? []
      : [
          {
            at: index,
            changes: [`Give up: the kits of '${name}' are alike`],
            cost: 1,
            family: changed(index, ({ alike: _, ...member }) => member),
          },
        ],
  );
  const { maxOverlap: _, ...open } = family;
  const shared: WayOut = {
    at: null,
    changes: [`Give up: what the ${total} kits may have in common is limited`],
    cost: 1,
    family: { ...open, maxUse: total },
  };
  return [...fewer, ...together(fewer), ...unlike, ...together(unlike), ...(total > 1 ? [shared] : [])];
}

/** What may be too much for each member alone helps only where all of them give way. */
function together(ways: readonly WayOut[]): WayOut[] {
  const [first] = ways;
  if (first === undefined || ways.length < 2) return [];
  const members = first.family.members.map((member, index) => {
    const own = ways.find(({ at }) => at === index);
    return own?.family.members[index] ?? member;
  });
  return [
    {
      at: null,
      changes: ways.flatMap(({ changes }) => changes),
      cost: ways.reduce((sum, { cost }) => sum + cost, 0),
      family: { ...first.family, members },
    },
  ];
}
