import { resultUnion, sharedErrorTypes } from '@touchstone/platform/graphql';
import type { AddQuestionCommentError, OpenQuestionThreadError, SettleQuestionThreadError } from '../errors';
import {
  AddQuestionCommentPayload,
  OpenQuestionThreadPayload,
  ReopenQuestionThreadPayload,
  ResolveQuestionThreadPayload,
} from './question-thread.types';

const { ConflictError, IdempotencyMismatchError, NotAllowedError, NotFoundError, RevisionConflictError, ValidationError } =
  sharedErrorTypes;

/* The answers of mutations of threads. */
export const OpenQuestionThreadResult = resultUnion<OpenQuestionThreadPayload, OpenQuestionThreadError>(
  'OpenQuestionThreadResult',
  OpenQuestionThreadPayload,
  { NotFoundError, ValidationError, ConflictError, RevisionConflictError, IdempotencyMismatchError },
);
export const AddQuestionCommentResult = resultUnion<AddQuestionCommentPayload, AddQuestionCommentError>(
  'AddQuestionCommentResult',
  AddQuestionCommentPayload,
  { NotFoundError, ConflictError, IdempotencyMismatchError },
);
export const ResolveQuestionThreadResult = resultUnion<ResolveQuestionThreadPayload, SettleQuestionThreadError>(
  'ResolveQuestionThreadResult',
  ResolveQuestionThreadPayload,
  { NotFoundError, NotAllowedError, ConflictError, RevisionConflictError },
);
export const ReopenQuestionThreadResult = resultUnion<ReopenQuestionThreadPayload, SettleQuestionThreadError>(
  'ReopenQuestionThreadResult',
  ReopenQuestionThreadPayload,
  { NotFoundError, NotAllowedError, ConflictError, RevisionConflictError },
);
