import type { AssemblyState, BrokenWish, FamilyLikeness } from '@touchstone/interviewing/kits';

/** How many kits of which blueprint. */
export interface WantedKits {
  readonly blueprintId: string;
  readonly kits: number;
}

/** Which kits are wanted together, and what makes them parallel. */
export interface KitsOrder {
  readonly members: readonly WantedKits[];
  /** Questions that any two kits may have in common; 0 where no question stands in two of them. */
  readonly maxOverlap: number;
  readonly likeness: FamilyLikeness;
}

/** Choose by chance, from a seed, among kits that are nearly the best, so that the bank wears evenly. */
export interface VarietyWish {
  /** Share of the best that may be given up, from 0 to 1. */
  readonly share: number;
  readonly seed: number;
}

export interface AssemblyRequest extends KitsOrder {
  readonly timeLimitSeconds: number;
  /** Relative distance to the best at which kits are good enough. */
  readonly gap: number;
  readonly variety: VarietyWish | null;
}

/** How far the solver is. */
export interface AssemblyProgress {
  /** Points of the best known; null where nothing is found yet. */
  readonly objective: number | null;
  /** What nothing can beat; null where that is not known yet. */
  readonly bound: number | null;
  readonly gap: number | null;
  readonly seconds: number;
}

/** One way out: changes that help together, and by what share limits move. */
export interface RelaxationValue {
  readonly changes: readonly string[];
  readonly cost: number;
}

/** Why there are no kits. */
export interface AssemblyFailure {
  readonly code: 'INFEASIBLE_BLUEPRINT' | 'ASSEMBLY_TIME_LIMIT' | 'VALIDATION' | 'NOT_FOUND' | 'INTERRUPTED' | 'BROKEN';
  readonly message: string;
  /** Wishes and rules that cannot be had together; empty for other reasons. */
  readonly conflicts: readonly BrokenWish[];
  /** What would help, the cheapest first. */
  readonly relaxations: readonly RelaxationValue[];
}

/** An assembly as it is read. */
export interface AssemblyValue {
  readonly organizationId: string;
  readonly id: string;
  readonly name: string;
  readonly status: AssemblyState;
  readonly request: AssemblyRequest;
  readonly progress: AssemblyProgress | null;
  readonly failure: AssemblyFailure | null;
  readonly familyId: string | null;
  readonly requestedBy: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}
