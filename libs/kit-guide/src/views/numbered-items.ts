import type { GuideItem, GuideKit, GuideRound } from '../guide';

/** A question with the number under which everybody in the loop speaks of it: 2.3 is the third of the second round. */
export interface NumberedItem extends GuideItem {
  readonly number: string;
}

export interface NumberedRound extends Omit<GuideRound, 'items'> {
  readonly position: number;
  readonly items: readonly NumberedItem[];
}

export const numberedRounds = (kit: GuideKit, only: number | null): readonly NumberedRound[] =>
  kit.rounds
    .map((round, index) => ({
      ...round,
      position: index + 1,
      items: round.items.map((item, place) => ({ ...item, number: `${index + 1}.${place + 1}` })),
    }))
    .filter(({ position }) => only === null || position === only);
