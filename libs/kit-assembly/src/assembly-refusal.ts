import type { DomainError } from '@touchstone/kernel';

import type { BlueprintFault } from './blueprint-fault';
import type { Conflict } from './explain';

/** Why no kit was assembled. */
export type AssemblyRefusal = InvalidBlueprintError | NoSuchKitError | AssemblyTimeLimitError | AssemblyCancelledError;

/** The blueprint is wrong on its face; `faults` lists everything, `path` and `message` are those of the first. */
export interface InvalidBlueprintError extends DomainError {
  readonly type: 'InvalidBlueprintError';
  readonly code: 'INVALID_BLUEPRINT';
  readonly faults: readonly BlueprintFault[];
}

/** Proven: no kit from this pool satisfies all hard wishes. `conflict` is null where the time did not suffice to find out why. */
export interface NoSuchKitError extends DomainError {
  readonly type: 'NoSuchKitError';
  readonly code: 'NO_SUCH_KIT';
  readonly conflict: Conflict | null;
}

/** The time ran out before any kit was found, and it is not proven that there is none. */
export interface AssemblyTimeLimitError extends DomainError {
  readonly type: 'AssemblyTimeLimitError';
  readonly code: 'ASSEMBLY_TIME_LIMIT';
  readonly timeLimitSeconds: number;
}

/** Somebody called it off. */
export interface AssemblyCancelledError extends DomainError {
  readonly type: 'AssemblyCancelledError';
  readonly code: 'ASSEMBLY_CANCELLED';
}

export const invalidBlueprint = (faults: readonly BlueprintFault[]): InvalidBlueprintError => ({
  type: 'InvalidBlueprintError',
  code: 'INVALID_BLUEPRINT',
  message: faults[0]?.message ?? '',
  path: faults[0]?.path ?? [],
  faults,
});

export const noSuchKit = (conflict: Conflict | undefined): NoSuchKitError => ({
  type: 'NoSuchKitError',
  code: 'NO_SUCH_KIT',
  message: conflict?.sentence ?? 'No kit from this pool satisfies all hard wishes. Loosen some, or widen the pool.',
  path: [],
  conflict: conflict ?? null,
});

export const outOfTime = (timeLimitSeconds: number): AssemblyTimeLimitError => ({
  type: 'AssemblyTimeLimitError',
  code: 'ASSEMBLY_TIME_LIMIT',
  message: `No kit was found within ${timeLimitSeconds} seconds, and it is not proven that there is none. Allow more time, or narrow the pool.`,
  path: [],
  timeLimitSeconds,
});

export const cancelled: AssemblyCancelledError = {
  type: 'AssemblyCancelledError',
  code: 'ASSEMBLY_CANCELLED',
  message: 'The assembly was called off.',
  path: [],
};
