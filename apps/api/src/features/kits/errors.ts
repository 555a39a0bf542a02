import type { BrokenWish } from '@touchstone/interviewing/kits';
import type {
  ConflictError,
  DomainError,
  IdempotencyMismatchError,
  NotFoundError,
  RevisionConflictError,
  ValidationError,
} from '@touchstone/kernel';
import type { Conflict } from '@touchstone/kit-assembly';
import type { RelaxationValue } from './persistence/assembly-value';

/** Proven: no kits from the pool satisfy all hard wishes. `conflicts` are wishes, and rules between kits, that cannot be had together. */
export interface InfeasibleBlueprintError extends DomainError {
  readonly type: 'InfeasibleBlueprintError';
  readonly code: 'INFEASIBLE_BLUEPRINT';
  /** Empty where the time did not suffice to find out why. */
  readonly conflicts: readonly BrokenWish[];
  /** What would help, the cheapest first. */
  readonly relaxations: readonly RelaxationValue[];
}

/** The time ran out before any kit was found, and it is not proven that there is none. */
export interface AssemblyTimeLimitError extends DomainError {
  readonly type: 'AssemblyTimeLimitError';
  readonly code: 'ASSEMBLY_TIME_LIMIT';
  readonly timeLimitSeconds: number;
}

/** The kit breaks hard wishes, so that it cannot be published. */
export interface BrokenWishesError extends DomainError {
  readonly type: 'BrokenWishesError';
  readonly code: 'BROKEN_WISHES';
  readonly violations: readonly BrokenWish[];
}

export type WishesError = NotFoundError | ValidationError;
export type CreateBlueprintError = WishesError | ConflictError | IdempotencyMismatchError;
export type UpdateBlueprintError = WishesError | ConflictError | RevisionConflictError;
export type DeleteBlueprintError = NotFoundError | ConflictError | RevisionConflictError;
/** Why the solver's desk gave no kits. */
export type AssemblyDeskError = ValidationError | ConflictError | InfeasibleBlueprintError | AssemblyTimeLimitError;
export type AssembleKitsError = AssemblyDeskError | NotFoundError | IdempotencyMismatchError;
export type AssembleKitError = AssembleKitsError;
export type StartAssemblyError = NotFoundError | ValidationError | ConflictError | IdempotencyMismatchError;
export type CancelAssemblyError = NotFoundError | ConflictError;
/** Why a draft cannot be changed: it is not here, it is published, it was changed meanwhile. */
export type DraftError = NotFoundError | ConflictError | RevisionConflictError;
export type ChangeItemsError = DraftError | ValidationError;
export type PublishKitError = DraftError | BrokenWishesError | IdempotencyMismatchError;
export type CreateScoringRuleError = NotFoundError | ValidationError | IdempotencyMismatchError;

export const infeasibleBlueprint = (
  conflict: Conflict | null,
  message: string,
  relaxations: readonly RelaxationValue[],
  path: readonly string[],
): InfeasibleBlueprintError => ({
  type: 'InfeasibleBlueprintError',
  code: 'INFEASIBLE_BLUEPRINT',
  message,
  path,
  conflicts: [...(conflict?.wishes ?? []), ...(conflict?.rules ?? [])].map(({ id, label }) => ({ wish: id, message: label })),
  relaxations,
});

export const assemblyTimeLimit = (timeLimitSeconds: number): AssemblyTimeLimitError => ({
  type: 'AssemblyTimeLimitError',
  code: 'ASSEMBLY_TIME_LIMIT',
  message: `No kit was found within ${timeLimitSeconds} seconds, and it is not proven that there is none. Allow more time, or ask for less.`,
  path: ['input', 'timeLimitSeconds'],
  timeLimitSeconds,
});

export const brokenWishes = (violations: readonly BrokenWish[]): BrokenWishesError => ({
  type: 'BrokenWishesError',
  code: 'BROKEN_WISHES',
  message: `The kit breaks ${violations.length === 1 ? 'a hard wish' : `${violations.length} hard wishes`}: ${(violations[0]?.message ?? '').replace(/\.$/, '')}. Swap questions until none is broken, or assemble from a looser blueprint.`,
  path: ['input', 'kitId'],
  violations,
});
