import type { BlueprintFault } from './blueprint-fault';
import { blueprintFaults } from './blueprint-faults';
import { type FamilyBlueprint, kitsOf } from './family';
import { isHundredths } from './hundredths';
import type { PoolQuestion } from './pool-question';

/** What is wrong with this family and pool on its face, all of it at once? */
export function familyFaults(family: FamilyBlueprint, pool: readonly PoolQuestion[]): readonly BlueprintFault[] {
  const bad = (path: readonly string[], message: string): BlueprintFault => ({ code: 'BAD_FAMILY', path, message });
  if (kitsOf(family).length === 0)
    return [bad(['members'], 'The family has no kit. Name at least one member, and ask for at least one kit of it.')];
  const ofMembers = family.members.flatMap((member, index) => {
    const path = ['members', String(index)];
    const faults = blueprintFaults(member.blueprint, pool).map((fault) =>
      fault.path[0] === 'pool' ? fault : { ...fault, path: [...path, 'blueprint', ...fault.path] },
    );
    if (!Number.isSafeInteger(member.kits) || member.kits < 1)
      faults.push(bad([...path, 'kits'], `The number of kits is a whole number from 1, not ${member.kits}.`));
    const { slotDifficultyApart, sameKindBySlot, difficultySumApart } = member.alike ?? {};
    for (const [name, apart] of Object.entries({ slotDifficultyApart, difficultySumApart })) {
      if (apart !== undefined && !(isHundredths(apart) && apart >= 0))
        faults.push(bad([...path, 'alike', name], `How far kits may differ is a number from 0 with at most two decimals, not ${apart}.`));
    }
    const needsSlots = slotDifficultyApart !== undefined || sameKindBySlot === true;
    if (needsSlots && member.blueprint.rounds.every(({ slots = [] }) => slots.length === 0))
      faults.push(
        bad([...path, 'alike'], `Kits of '${member.name}' can be alike slot by slot only where rounds have slots. Give them slots.`),
      );
    return faults;
  });
  // The pool is the same for all members: its faults are told once.
  const told = ofMembers.filter(
    (fault, index) => ofMembers.findIndex((other) => other.message === fault.message && other.path.join() === fault.path.join()) === index,
  );
  for (const [name, figure, least] of [
    ['maxUse', family.maxUse, 1],
    ['maxOverlap', family.maxOverlap, 0],
  ] as const) {
    if (figure !== undefined && !(Number.isSafeInteger(figure) && figure >= least))
      told.push(
        bad(
          [name],
          `${name === 'maxUse' ? 'The number of kits that one question may stand in' : 'The number of questions that two kits may share'} is a whole number from ${least}, not ${figure}.`,
        ),
      );
  }
  return told;
}
