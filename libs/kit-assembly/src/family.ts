import type { KitBlueprint } from './blueprint';

/**
 * Several kits at once: parallel forms for one role, so that a leak does not end an opening, or kits for two roles that one person
 * may apply for both of.
 */
export interface FamilyBlueprint {
  readonly members: readonly FamilyMember[];
  /** In how many of the kits one question may stand. Default 1: no question in two kits, whatever their role. */
  readonly maxUse?: number;
  /** Questions that any two kits may have in common; only of use where `maxUse` is above 1. */
  readonly maxOverlap?: number;
  /**
   * `sum`: the kits together are worth most. `maximin`: the least of them is worth most; with priorities that only take points
   * off, that is minimax of what is taken off.
   */
  readonly aim: 'sum' | 'maximin';
}

/** Kits that are to be alike. */
export interface FamilyMember {
  /** For the person who reads: `Lead Developer`. */
  readonly name: string;
  readonly blueprint: KitBlueprint;
  /** How many of them. */
  readonly kits: number;
  readonly alike?: Likeness;
}

/** How alike the kits of a member must be. */
export interface Likeness {
  /** Levels by which the questions in the same slot of two kits may differ; 0 is strictly parallel. Needs slots. */
  readonly slotDifficultyApart?: number;
  /** The questions in the same slot are of the same kind. Needs slots. */
  readonly sameKindBySlot?: boolean;
  /** Levels by which the sums of difficulty of two kits may differ. */
  readonly difficultySumApart?: number;
}

/** The kits of a family in order: those of the first member, then those of the next. */
export const kitsOf = ({
  members,
}: FamilyBlueprint): readonly { readonly member: number; readonly name: string; readonly blueprint: KitBlueprint }[] =>
  members.flatMap(({ name, blueprint, kits }, member) =>
    Array.from({ length: kits }, (_, index) => ({ member, name: kits === 1 ? name : `${name}, kit ${index + 1}`, blueprint })),
  );

/** How many of the kits may hold one question. */
export const mostUses = (family: FamilyBlueprint): number => family.maxUse ?? 1;
