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
import type { LintFinding } from './application/question-linter';

/** One thing to mend in a question document. */
export interface QuestionFault {
  readonly code: string;
  /** Where in the document: `rubric.criteria[2].weight`; empty = the whole. */
  readonly path: string;
  readonly message: string;
  /** In the text, where the document was sent as one; both count from 1. */
  readonly line: number | null;
  readonly column: number | null;
}

/** The document has faults; all of them are listed. */
export interface InvalidQuestionError extends DomainError {
  readonly type: 'InvalidQuestionError';
  readonly code: 'INVALID_QUESTION';
  readonly faults: readonly QuestionFault[];
}

/** The version cannot be approved yet: threads block it, or the linter has errors that nobody answers. */
export interface ReviewBlockedError extends DomainError {
  readonly type: 'ReviewBlockedError';
  readonly code: 'REVIEW_BLOCKED';
  readonly blockingThreads: number;
  /** Errors without an answer. */
  readonly findings: readonly LintFinding[];
}

export type CreateQuestionError = InvalidQuestionError | ConflictError | IdempotencyMismatchError;
export type LoadShippedBankError = IdempotencyMismatchError;
export type CreateQuestionVersionError = NotFoundError | NotAllowedError | ConflictError | IdempotencyMismatchError;
export type SaveQuestionDraftError = NotFoundError | NotAllowedError | InvalidQuestionError | ConflictError | RevisionConflictError;
export type SubmitQuestionForReviewError =
  NotFoundError | NotAllowedError | InvalidQuestionError | ConflictError | RevisionConflictError | IdempotencyMismatchError;
export type WithdrawQuestionError = NotFoundError | NotAllowedError | ConflictError | RevisionConflictError;
export type ReviewQuestionError =
  NotFoundError | NotAllowedError | ValidationError | ConflictError | RevisionConflictError | IdempotencyMismatchError | ReviewBlockedError;
export type RetireQuestionError = NotFoundError | NotAllowedError | ConflictError | RevisionConflictError;
export type OpenQuestionThreadError = NotFoundError | ValidationError | ConflictError | RevisionConflictError | IdempotencyMismatchError;
export type AddQuestionCommentError = NotFoundError | ConflictError | IdempotencyMismatchError;
export type SettleQuestionThreadError = NotFoundError | NotAllowedError | ConflictError | RevisionConflictError;
export type ApplyLintFixError = SaveQuestionDraftError;

/** `path` of the error is the input field; the paths of the faults are inside of the document. */
export function invalidQuestion(faults: readonly BankFault[], path: readonly string[], what = 'The question has'): InvalidQuestionError {
  const listed = faults.map(({ code, path: place, message, line, column }) => ({
    code,
    path: pathText(place),
    message,
    line: line ?? null,
    column: column ?? null,
  }));
  const first = listed[0];
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  const message = `${what} ${faults.length === 1 ? 'a fault' : `${faults.length} faults`} to mend. ${where}${first?.message ?? ''}`;
  return { type: 'InvalidQuestionError', code: 'INVALID_QUESTION', message, path, faults: listed };
}

export function reviewBlocked(blockingThreads: number, findings: readonly LintFinding[], path: readonly string[]): ReviewBlockedError {
  const threads = blockingThreads === 0 ? [] : [blockingThreads === 1 ? 'a thread blocks it' : `${blockingThreads} threads block it`];
  const errors =
    findings.length === 0 ? [] : [findings.length === 1 ? 'the linter has an error' : `the linter has ${findings.length} errors`];
  const advice = [
    ...(blockingThreads === 0 ? [] : ['Resolve what blocks.']),
    ...(findings.length === 0 ? [] : ['Have the errors mended, or answer each with a reason.']),
  ];
  const message = `The version cannot be approved yet: ${[...threads, ...errors].join(', and ')}. ${advice.join(' ')}`;
  return { type: 'ReviewBlockedError', code: 'REVIEW_BLOCKED', message, path, blockingThreads, findings };
}

/** The file is larger than any that is read. */
export interface TooLargeError extends DomainError {
  readonly type: 'TooLargeError';
  readonly code: 'TOO_LARGE';
}

/** There is no room at this moment; nothing is wrong with what was asked. */
export interface BusyError extends DomainError {
  readonly type: 'BusyError';
  readonly code: 'BUSY';
}

export type KeepQuestionUploadError = ValidationError | ConflictError | TooLargeError | BusyError;
export type PlanQuestionImportError = NotFoundError | ValidationError | ConflictError | IdempotencyMismatchError;
export type ApplyQuestionImportError = NotFoundError | ValidationError | ConflictError | RevisionConflictError | IdempotencyMismatchError;
export type CancelQuestionImportError = NotFoundError | ConflictError | RevisionConflictError;
export type ExportQuestionsError = NotFoundError | ValidationError | ConflictError | IdempotencyMismatchError;
