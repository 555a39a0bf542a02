import type {
  ConflictError,
  IdempotencyMismatchError,
  NotAllowedError,
  NotFoundError,
  RevisionConflictError,
  ValidationError,
} from '@touchstone/kernel';
import type { SignInError } from '../identity';

export type SetupError = NotAllowedError | ValidationError | ConflictError;
export type CreateOrganizationError = ValidationError | ConflictError | IdempotencyMismatchError;
export type UpdateOrganizationError = ValidationError | RevisionConflictError;
export type SwitchOrganizationError = NotFoundError | NotAllowedError;
export type LeaveOrganizationError = ConflictError | RevisionConflictError;
export type UpdateMemberError = NotFoundError | ValidationError | ConflictError | RevisionConflictError;
export type InviteMemberError = ValidationError | ConflictError | NotAllowedError | IdempotencyMismatchError;
export type RevokeInvitationError = NotFoundError | ConflictError;
export type AcceptInvitationError = NotFoundError | ConflictError | NotAllowedError | ValidationError | SignInError;
