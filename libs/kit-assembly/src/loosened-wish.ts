import type { KitInspector } from './inspector';
import type { KitLayout } from './kit';
import type { Wish } from './wish';

/** A wish, and the limit that would do. */
export interface LoosenedWish {
  readonly wishId: string;
  readonly label: string;
  readonly from: number;
  /** Null where the wish has to be given up as a whole. */
  readonly to: number | null;
  /** By what share of itself the limit moves; 1 where the wish is given up. */
  readonly share: number;
  /** What to change, in words: `Round 'Design': at most 80 minutes: make it 100`. */
  readonly words: string;
}

/** Which hard wishes does this kit miss, and which limits would it keep? */
export function loosenedIn(inspector: KitInspector, kit: KitLayout, hard: readonly Wish[]): readonly LoosenedWish[] {
  const slacks = new Map(inspector.slacks(kit).map((slack) => [slack.wishId, slack]));
  const missed = [...new Set(inspector.violations(kit).map(({ wishId }) => wishId))];
  return missed.flatMap((wishId): LoosenedWish[] => {
    const wish = hard.find(({ id }) => id === wishId);
    if (wish === undefined) return [];
    const { label, required, side } = wish;
    const achieved = slacks.get(wishId)?.achieved ?? null;
    const isBar = required === 0 || (required === 1 && side === 'min');
    const to = isBar || achieved === null ? null : roundedOutwards(achieved, side);
    const share = to === null ? 1 : Math.abs(to - required) / Math.max(1, Math.abs(required));
    return [{ wishId, label, from: required, to, share, words: to === null ? `Give up: ${label}` : `${label}: make it ${to}` }];
  });
}

/** To two decimals, to the side that keeps the figure within the limit. */
const roundedOutwards = (figure: number, side: 'min' | 'max'): number =>
  (side === 'min' ? Math.floor(figure * 100 + 1e-9) : Math.ceil(figure * 100 - 1e-9)) / 100;

export const cheaperFirst = (a: { readonly cost: number }, b: { readonly cost: number }): number => a.cost - b.cost;
