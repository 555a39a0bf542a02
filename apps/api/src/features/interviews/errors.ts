import {
  conflict,
  type ConflictError,
  type IdempotencyMismatchError,
  type NotAllowedError,
  type NotFoundError,
  type RevisionConflictError,
  type ValidationError,
} from '@touchstone/kernel';

/** A new thing under an opening or loop: not there, not hers, ruled out, or asked for with a used key. */
export type CreateError = NotFoundError | NotAllowedError | ValidationError | ConflictError | IdempotencyMismatchError;

/** A change of a thing that carries a revision. */
export type ChangeError = NotFoundError | NotAllowedError | ValidationError | ConflictError | RevisionConflictError;

/** A change of a thing whose state alone says whether it is possible. */
export type StateError = NotFoundError | NotAllowedError | ValidationError | ConflictError;

export type CreateCandidateError = ValidationError | ConflictError | IdempotencyMismatchError;
export type UpdateCandidateError = NotFoundError | ValidationError | ConflictError | RevisionConflictError;
export type EraseCandidateError = NotFoundError;

export const emailTaken = (): ConflictError => conflict('A candidate with this e-mail address exists already.', ['input', 'email']);
