import type { AssemblyReport, BlueprintWishes, KitState } from '@touchstone/interviewing/kits';

/** One question of a round: the pinned version and the minutes planned for it. */
export interface KitItemValue {
  readonly questionId: string;
  readonly questionVersionId: string;
  readonly plannedMinutes: number;
}

/** One round in the order of asking. `minutes` is the time box for its questions. */
export interface KitRoundValue {
  readonly name: string;
  readonly minutes: number;
  readonly items: readonly KitItemValue[];
}

/** A kit as other rooms see it. */
export interface KitValue {
  readonly organizationId: string;
  readonly id: string;
  readonly name: string;
  readonly status: KitState;
  /** SHA-256 of what was published; null for a draft. */
  readonly contentHash: string | null;
  readonly roleProfileId: string;
  readonly blueprintId: string | null;
  readonly familyId: string;
  readonly revision: number;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly rounds: readonly KitRoundValue[];
  /** The wishes that it was assembled from, as they were then. */
  readonly wishes: BlueprintWishes;
  readonly report: AssemblyReport;
}
