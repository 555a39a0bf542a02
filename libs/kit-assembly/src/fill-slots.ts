import type { SlotWish } from './blueprint';
import { fitsSlot } from './fits-slot';
import type { PoolQuestion } from './pool-question';

/** For each slot the question that fills it, undefined where it stays empty. */
export type SlotFilling = readonly (PoolQuestion | undefined)[];

/** A question of a round, and the slot that it was put into; without one, the slot is found. */
export interface PlacedQuestion {
  readonly question: PoolQuestion;
  readonly slot?: number;
}

/**
 * Which question of a round fills which slot, so that as many slots as possible are filled? Who was put into a slot that fits keeps
 * it; the others are assigned by augmenting paths: a question takes a slot that another holds where the other can move on.
 *
 * Source: H. W. Kuhn, The Hungarian method for the assignment problem, Naval Res. Logist. Quart. 2 (1955), without weights.
 */
export function fillSlots(slots: readonly SlotWish[], placed: readonly PlacedQuestion[]): SlotFilling {
  const holder: (PoolQuestion | undefined)[] = slots.map(() => undefined);
  const kept = new Set<PoolQuestion>();
  for (const { question, slot } of placed) {
    const wish = slot === undefined ? undefined : slots[slot];
    if (slot === undefined || wish === undefined || holder[slot] !== undefined || !fitsSlot(wish, question)) continue;
    holder[slot] = question;
    kept.add(question);
  }
  const take = (question: PoolQuestion, seen: Set<number>): boolean =>
    slots.some((slot, index) => {
      const other = holder[index];
      if (seen.has(index) || !fitsSlot(slot, question) || (other !== undefined && kept.has(other))) return false;
      seen.add(index);
      if (other !== undefined && !take(other, seen)) return false;
      holder[index] = question;
      return true;
    });
  for (const { question } of placed) if (!kept.has(question)) take(question, new Set());
  return holder;
}
