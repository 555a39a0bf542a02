import type { AssemblyStatus } from './assembly-report';

/** How alike the kits of one blueprint must be. Nothing said asks nothing. */
export interface FamilyLikeness {
  /** Levels by which the questions in the same slot of two kits may differ; 0 is strictly parallel. */
  readonly slotDifficultyApart?: number;
  /** The questions in the same slot are of the same kind. */
  readonly sameKindBySlot?: boolean;
  /** Levels by which the sums of difficulty of two kits may differ. */
  readonly difficultySumApart?: number;
}

/** Kits of one blueprint within a family. */
export interface FamilyMemberRules {
  readonly blueprintId: string;
  /** The name of the blueprint on that day. */
  readonly name: string;
  readonly kits: number;
}

/** What makes kits a family: whose they are, what they may share, how alike they are. */
export interface FamilyRules {
  readonly members: readonly FamilyMemberRules[];
  /** Questions that any two kits may have in common; 0 where no question stands in two of them. */
  readonly maxOverlap: number;
  readonly likeness: FamilyLikeness;
}

/** One slot across the kits of a blueprint, in the order of the kits. */
export interface SlotReport {
  readonly member: string;
  readonly round: string;
  readonly slot: string;
  readonly kinds: readonly string[];
  readonly difficulties: readonly number[];
}

/** What was proven of a family on the day of its assembly. */
export interface FamilyReport {
  readonly status: AssemblyStatus;
  readonly solver: string;
  /** Points of all kits together, and what no family of the pool can beat. */
  readonly objective: number;
  readonly bound: number;
  /** |bound - objective| / max(1, |objective|); 0 means proven best. */
  readonly gap: number;
  readonly seconds: number | null;
  /** Counted again from the questions, apart from the solver: every rule between the kits held. */
  readonly verified: boolean;
  readonly slots: readonly SlotReport[];
  /** Sum of the difficulties of each kit, in the order of the kits. */
  readonly difficultySums: readonly number[];
  /** The most questions that any two kits share. */
  readonly mostShared: number;
  readonly poolSize: number;
}
