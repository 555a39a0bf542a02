import { sharedErrorTypes } from '@touchstone/platform/graphql';

const { NotFoundError, NotAllowedError, ValidationError, ConflictError, IdempotencyMismatchError, RevisionConflictError } =
  sharedErrorTypes;

/** The GraphQL types of the error groups of this room. */
export const stateErrors = { NotFoundError, NotAllowedError, ValidationError, ConflictError };
export const createErrors = { ...stateErrors, IdempotencyMismatchError };
export const changeErrors = { ...stateErrors, RevisionConflictError };
export const createCandidateErrors = { ValidationError, ConflictError, IdempotencyMismatchError };
export const updateCandidateErrors = { NotFoundError, ValidationError, ConflictError, RevisionConflictError };
export const eraseCandidateErrors = { NotFoundError };
