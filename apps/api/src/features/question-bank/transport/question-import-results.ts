import { resultUnion, sharedErrorTypes } from '@touchstone/platform/graphql';
import type { ApplyQuestionImportError, CancelQuestionImportError, ExportQuestionsError, PlanQuestionImportError } from '../errors';
import { ExportQuestionsPayload } from './question-export.types';
import { ApplyQuestionImportPayload, CancelQuestionImportPayload, PlanQuestionImportPayload } from './question-import.types';

const { ConflictError, IdempotencyMismatchError, NotFoundError, RevisionConflictError, ValidationError } = sharedErrorTypes;

/* The answers of the mutations by which questions come in and go out. */
export const PlanQuestionImportResult = resultUnion<PlanQuestionImportPayload, PlanQuestionImportError>(
  'PlanQuestionImportResult',
  PlanQuestionImportPayload,
  { NotFoundError, ValidationError, ConflictError, IdempotencyMismatchError },
);
export const ApplyQuestionImportResult = resultUnion<ApplyQuestionImportPayload, ApplyQuestionImportError>(
  'ApplyQuestionImportResult',
  ApplyQuestionImportPayload,
  { NotFoundError, ValidationError, ConflictError, RevisionConflictError, IdempotencyMismatchError },
);
export const CancelQuestionImportResult = resultUnion<CancelQuestionImportPayload, CancelQuestionImportError>(
  'CancelQuestionImportResult',
  CancelQuestionImportPayload,
  { NotFoundError, ConflictError, RevisionConflictError },
);
export const ExportQuestionsResult = resultUnion<ExportQuestionsPayload, ExportQuestionsError>(
  'ExportQuestionsResult',
  ExportQuestionsPayload,
  {
    NotFoundError,
    ValidationError,
    ConflictError,
    IdempotencyMismatchError,
  },
);
