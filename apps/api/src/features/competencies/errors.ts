import type { NotFoundError, RevisionConflictError, ValidationError } from '@touchstone/kernel';

export type UpdateRoleProfileError = NotFoundError | RevisionConflictError | ValidationError;
