import type { RoundWish } from './blueprint';
import type { BlueprintFault } from './blueprint-fault';
import { isCount } from './bound-faults';
import { fitsSlot } from './fits-slot';
import type { PoolQuestion } from './pool-question';

/** What is wrong with the slots of a round? */
export function slotFaults(
  { name, slots, questions }: RoundWish,
  path: readonly string[],
  pool: readonly PoolQuestion[],
): BlueprintFault[] {
  if (slots === undefined) return [];
  const bad = (field: readonly string[], message: string): BlueprintFault => ({
    code: 'BAD_SLOT',
    path: [...path, 'slots', ...field],
    message,
  });
  const filled = slots.filter(({ soft }) => soft === undefined).length;
  const faults: BlueprintFault[] = [];
  if (slots.length === 0) faults.push(bad([], `Round '${name}' has an empty list of slots. Name its slots, or leave the list out.`));
  if (questions.soft === undefined && (questions.min > slots.length || questions.max < filled))
    faults.push(
      bad(
        [],
        `Round '${name}' has ${slots.length} slots but asks for ${questions.min} to ${questions.max} questions. Make the numbers agree.`,
      ),
    );
  slots.forEach((slot, index) => {
    const { label, soft, minutes = {} } = slot;
    if (label.trim() === '') faults.push(bad([String(index), 'label'], 'A slot needs a label.'));
    if (slots.findIndex((other) => other.label === label) < index)
      faults.push(bad([String(index), 'label'], `Two slots of round '${name}' are called '${label}'. Give each its own label.`));
    if ([minutes.min, minutes.max].some((limit) => limit !== undefined && !isCount(limit)))
      faults.push(bad([String(index), 'minutes'], `The minutes of slot '${label}' are whole numbers from 0.`));
    if (soft !== undefined && (!isCount(soft) || soft === 0))
      faults.push(
        bad([String(index), 'soft'], `Soft is a whole number of points from 1, not ${soft}. Leave it out for a slot that must be filled.`),
      );
    if (soft === undefined && !pool.some((question) => fitsSlot(slot, question)))
      faults.push({
        code: 'UNKNOWN_IN_POOL',
        path: [...path, 'slots', String(index)],
        message: `No question of the pool fits slot '${label}' of round '${name}'. Widen the slot or the pool, or let the slot stay empty at a price.`,
      });
  });
  return faults;
}
