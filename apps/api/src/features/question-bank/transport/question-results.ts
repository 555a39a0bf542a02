import { resultUnion, sharedErrorTypes } from '@touchstone/platform/graphql';
import type {
  ApplyLintFixError,
  CreateQuestionError,
  CreateQuestionVersionError,
  RetireQuestionError,
  ReviewQuestionError,
  SaveQuestionDraftError,
  SubmitQuestionForReviewError,
  WithdrawQuestionError,
} from '../errors';
import {
  CreateQuestionPayload,
  CreateQuestionVersionPayload,
  InvalidQuestionErrorType,
  RetireQuestionPayload,
  ReviewQuestionPayload,
  SaveQuestionDraftPayload,
  SubmitQuestionForReviewPayload,
  WithdrawQuestionPayload,
} from './question-draft.types';
import { ApplyLintFixPayload, ReviewBlockedErrorType } from './question-lint.types';

const { ConflictError, IdempotencyMismatchError, NotAllowedError, NotFoundError, RevisionConflictError, ValidationError } =
  sharedErrorTypes;
const InvalidQuestionError = InvalidQuestionErrorType;
const ReviewBlockedError = ReviewBlockedErrorType;

/* The answers of this room's mutations. */
export const CreateQuestionResult = resultUnion<CreateQuestionPayload, CreateQuestionError>('CreateQuestionResult', CreateQuestionPayload, {
  InvalidQuestionError,
  ConflictError,
  IdempotencyMismatchError,
});
export const CreateQuestionVersionResult = resultUnion<CreateQuestionVersionPayload, CreateQuestionVersionError>(
  'CreateQuestionVersionResult',
  CreateQuestionVersionPayload,
  {
    NotFoundError,
    NotAllowedError,
    ConflictError,
    IdempotencyMismatchError,
  },
);
export const SaveQuestionDraftResult = resultUnion<SaveQuestionDraftPayload, SaveQuestionDraftError>(
  'SaveQuestionDraftResult',
  SaveQuestionDraftPayload,
  {
    NotFoundError,
    NotAllowedError,
    InvalidQuestionError,
    ConflictError,
    RevisionConflictError,
  },
);
export const SubmitQuestionForReviewResult = resultUnion<SubmitQuestionForReviewPayload, SubmitQuestionForReviewError>(
  'SubmitQuestionForReviewResult',
  SubmitQuestionForReviewPayload,
  { NotFoundError, NotAllowedError, InvalidQuestionError, ConflictError, RevisionConflictError, IdempotencyMismatchError },
);
export const WithdrawQuestionResult = resultUnion<WithdrawQuestionPayload, WithdrawQuestionError>(
  'WithdrawQuestionResult',
  WithdrawQuestionPayload,
  {
    NotFoundError,
    NotAllowedError,
    ConflictError,
    RevisionConflictError,
  },
);
export const ReviewQuestionResult = resultUnion<ReviewQuestionPayload, ReviewQuestionError>('ReviewQuestionResult', ReviewQuestionPayload, {
  NotFoundError,
  NotAllowedError,
  ValidationError,
  ConflictError,
  RevisionConflictError,
  IdempotencyMismatchError,
  ReviewBlockedError,
});
export const ApplyLintFixResult = resultUnion<ApplyLintFixPayload, ApplyLintFixError>('ApplyLintFixResult', ApplyLintFixPayload, {
  NotFoundError,
  NotAllowedError,
  InvalidQuestionError,
  ConflictError,
  RevisionConflictError,
});
export const RetireQuestionResult = resultUnion<RetireQuestionPayload, RetireQuestionError>('RetireQuestionResult', RetireQuestionPayload, {
  NotFoundError,
  NotAllowedError,
  ConflictError,
  RevisionConflictError,
});
