/**
 * A refusal that a screen can act on. `type` is the name of the GraphQL type that carries it,
 * `code` is stable for programs, `message` says in one sentence what is allowed, and `path` names
 * the input field at fault (`['input', 'minutes']`), empty where no single field is.
 */
export interface DomainError {
  readonly type: string;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** The thing named by an id is unknown to this actor. The answer is the same for what does not exist and for what is another organization's. */
export interface NotFoundError extends DomainError {
  readonly type: 'NotFoundError';
  readonly code: 'NOT_FOUND';
}

/** The input is well shaped but breaks a rule. */
export interface ValidationError extends DomainError {
  readonly type: 'ValidationError';
  readonly code: 'VALIDATION';
}

/** The thing is in a state (or has a neighbour) that rules the change out: already published, name taken, last administrator. */
export interface ConflictError extends DomainError {
  readonly type: 'ConflictError';
  readonly code: 'CONFLICT';
}

/** Somebody changed the thing since it was read. `currentRevision` is what to read and merge with. */
export interface RevisionConflictError extends DomainError {
  readonly type: 'RevisionConflictError';
  readonly code: 'REVISION_CONFLICT';
  readonly currentRevision: number;
}

/** The actor may do such a thing in general, but not to this one (four eyes, somebody else's draft). */
export interface NotAllowedError extends DomainError {
  readonly type: 'NotAllowedError';
  readonly code: 'NOT_ALLOWED';
}

/** The idempotency key was used before with other input. */
export interface IdempotencyMismatchError extends DomainError {
  readonly type: 'IdempotencyMismatchError';
  readonly code: 'IDEMPOTENCY_MISMATCH';
}

export const notFound = (noun: string, path: readonly string[] = []): NotFoundError => ({
  type: 'NotFoundError',
  code: 'NOT_FOUND',
  message: `No such ${noun} here. Check the id, or list what there is.`,
  path,
});

export const invalid = (message: string, path: readonly string[] = []): ValidationError => ({
  type: 'ValidationError',
  code: 'VALIDATION',
  message,
  path,
});

export const conflict = (message: string, path: readonly string[] = []): ConflictError => ({
  type: 'ConflictError',
  code: 'CONFLICT',
  message,
  path,
});

export const notAllowed = (message: string, path: readonly string[] = []): NotAllowedError => ({
  type: 'NotAllowedError',
  code: 'NOT_ALLOWED',
  message,
  path,
});

export const revisionConflict = (currentRevision: number, noun: string): RevisionConflictError => ({
  type: 'RevisionConflictError',
  code: 'REVISION_CONFLICT',
  message: `This ${noun} was changed meanwhile (it is at revision ${currentRevision}). Read it again and apply your change to that.`,
  path: ['input', 'expectedRevision'],
  currentRevision,
});
