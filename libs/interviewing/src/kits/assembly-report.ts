/** OPTIMAL: no better kit exists in the pool. TIME_LIMIT: the best found in time. EDITED: a person has changed it since. */
export const ASSEMBLY_STATUSES = ['OPTIMAL', 'TIME_LIMIT', 'EDITED'] as const;
export type AssemblyStatus = (typeof ASSEMBLY_STATUSES)[number];

/** How one wish fares; figures in the unit of the wish: minutes, questions, levels of difficulty. */
export interface WishReport {
  readonly wishId: string;
  /** In words. */
  readonly wish: string;
  readonly side: 'min' | 'max';
  readonly soft: boolean;
  readonly required: number;
  /** Null for the mean of no questions. */
  readonly achieved: number | null;
  /** Room left before the limit; negative where it is missed. */
  readonly slack: number;
  readonly violated: boolean;
  /** Points lost. */
  readonly penalty: number;
}

/** A hard wish or rule that is broken, in words. */
export interface BrokenWish {
  readonly wish: string;
  readonly message: string;
}

/** How much of the role a kit covers. */
export interface CoverageReport {
  readonly competencySlug: string;
  /** Percent of the role profile. */
  readonly weight: number;
  /** How many questions of the kit carry it. */
  readonly questions: number;
  /** Does any question that could have been chosen carry it? */
  readonly inPool: boolean;
}

/** How good a kit is against its blueprint, and how one knows. Points compare within one blueprint only. */
export interface AssemblyReport {
  readonly status: AssemblyStatus;
  readonly solver: string;
  readonly objective: number;
  /** No kit of the pool as it was at assembly can have more points. */
  readonly bound: number;
  /** |bound - objective| / max(1, |objective|); 0 means proven best. */
  readonly gap: number;
  readonly seconds: number | null;
  readonly score: {
    readonly coverage: number;
    readonly quality: number;
    readonly exposure: number;
    readonly closeness: number;
    readonly softWishes: number;
  };
  readonly slack: readonly WishReport[];
  readonly violations: readonly BrokenWish[];
  readonly coverage: readonly CoverageReport[];
  readonly poolSize: number;
  /** How many of its questions were published with their answers. Above 0 the kit is for practice. */
  readonly trainingQuestions: number;
}
