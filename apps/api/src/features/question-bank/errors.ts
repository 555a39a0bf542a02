import { type BankFault, pathText } from '@touchstone/bank-format';
import type {
  ConflictError,
  DomainError,
  IdempotencyMismatchError,
  NotAllowedError,
  NotFoundError,
  RevisionConflictError,
  ValidationError,
} from '@touchstone/kernel';

/** One thing to mend in a question document. */
export interface QuestionFault {
  readonly code: string;
  /** Where in the document: `rubric.criteria[2].weight`; empty = the whole. */
  readonly path: string;
  readonly message: string;
}

/** The document has faults; all of them are listed. */
export interface InvalidQuestionError extends DomainError {
  readonly type: 'InvalidQuestionError';
  readonly code: 'INVALID_QUESTION';
  readonly faults: readonly QuestionFault[];
}

export type CreateQuestionError = InvalidQuestionError | ConflictError | IdempotencyMismatchError;
export type CreateQuestionVersionError = NotFoundError | NotAllowedError | ConflictError | IdempotencyMismatchError;
export type SaveQuestionDraftError = NotFoundError | NotAllowedError | InvalidQuestionError | ConflictError | RevisionConflictError;
export type SubmitQuestionForReviewError =
  NotFoundError | NotAllowedError | InvalidQuestionError | ConflictError | RevisionConflictError | IdempotencyMismatchError;
export type WithdrawQuestionError = NotFoundError | NotAllowedError | ConflictError | RevisionConflictError;
export type ReviewQuestionError =
  NotFoundError | NotAllowedError | ValidationError | ConflictError | RevisionConflictError | IdempotencyMismatchError;
export type RetireQuestionError = NotFoundError | NotAllowedError | ConflictError | RevisionConflictError;

/** `path` of the error is the input field; the paths of the faults are inside of the document. */
export function invalidQuestion(faults: readonly BankFault[], path: readonly string[], what = 'The question has'): InvalidQuestionError {
  const listed = faults.map(({ code, path: place, message }) => ({ code, path: pathText(place), message }));
  const first = listed[0];
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  const message = `${what} ${faults.length === 1 ? 'a fault' : `${faults.length} faults`} to mend. ${where}${first?.message ?? ''}`;
  return { type: 'InvalidQuestionError', code: 'INVALID_QUESTION', message, path, faults: listed };
}
