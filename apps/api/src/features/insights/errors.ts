import type { ConflictError, IdempotencyMismatchError, NotFoundError, RevisionConflictError, ValidationError } from '@touchstone/kernel';

export type RefreshInsightsError = NotFoundError | ValidationError | ConflictError | IdempotencyMismatchError;
export type CreateDeclarationLinkError = NotFoundError | ConflictError | IdempotencyMismatchError;
export type DeclareGroupsError = NotFoundError | ConflictError | ValidationError;
export type WithdrawDeclarationError = NotFoundError | ConflictError;
export type UpdateFairnessSettingsError = ValidationError | RevisionConflictError;
