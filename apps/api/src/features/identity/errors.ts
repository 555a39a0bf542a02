import type { DomainError, NotFoundError, ValidationError } from '@touchstone/kernel';

/** The same for an unknown address, a wrong password and a suspended member. */
export interface SignInRefusedError extends DomainError {
  readonly type: 'SignInRefusedError';
  readonly code: 'SIGN_IN_REFUSED';
}

export interface TooManyAttemptsError extends DomainError {
  readonly type: 'TooManyAttemptsError';
  readonly code: 'TOO_MANY_ATTEMPTS';
}

export type SignInError = SignInRefusedError | TooManyAttemptsError;
export type PasswordError = SignInRefusedError | TooManyAttemptsError | ValidationError;
export type AccessTokenError = ValidationError;
export type CredentialNotFound = NotFoundError;

export const signInRefused = (
  message = 'E-mail address and password do not go together here. Check both, or ask an administrator for a new invitation.',
): SignInRefusedError => ({
  type: 'SignInRefusedError',
  code: 'SIGN_IN_REFUSED',
  message,
  path: [],
});

export const tooManyAttempts = (): TooManyAttemptsError => ({
  type: 'TooManyAttemptsError',
  code: 'TOO_MANY_ATTEMPTS',
  message: 'Too many attempts. Wait 15 minutes and try again.',
  path: [],
});
