import type { KitItemValue, KitRoundValue } from '../persistence/kit-value';

/** The rounds with this item at another place, or null where the round would have a gap before it. Places are counted from 0, without the item itself. */
export function rearrangedRounds(
  rounds: readonly KitRoundValue[],
  item: KitItemValue,
  toRound: number,
  toPosition: number,
): KitRoundValue[] | null {
  const without = rounds.map((round) => ({ ...round, items: round.items.filter(({ questionId }) => questionId !== item.questionId) }));
  const target = without[toRound];
  if (target === undefined || toPosition < 0 || toPosition > target.items.length) return null;
  return without.map((round, index) => (index === toRound ? { ...round, items: round.items.toSpliced(toPosition, 0, item) } : round));
}
