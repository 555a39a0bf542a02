import type { ConflictError, Result } from '@touchstone/kernel';
import { type Transitions, transitionIn, type Words } from '../lifecycle';

export const QUESTION_VERSION_STATES = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'RETIRED'] as const;
export type QuestionVersionState = (typeof QUESTION_VERSION_STATES)[number];

export const QUESTION_VERSION_ACTIONS = ['EDIT', 'SUBMIT', 'WITHDRAW', 'REQUEST_CHANGES', 'APPROVE', 'RETIRE'] as const;
export type QuestionVersionAction = (typeof QUESTION_VERSION_ACTIONS)[number];

/** The life of a question version. Content changes only as a draft: what was approved is approved for good, an edit makes a new version. */
export const questionVersionTransitions: Transitions<QuestionVersionState, QuestionVersionAction> = {
  EDIT: { from: ['DRAFT'], to: 'DRAFT', said: 'changed' },
  SUBMIT: { from: ['DRAFT'], to: 'IN_REVIEW', said: 'submitted for review' },
  WITHDRAW: { from: ['IN_REVIEW'], to: 'DRAFT', said: 'withdrawn' },
  REQUEST_CHANGES: { from: ['IN_REVIEW'], to: 'DRAFT', said: 'sent back' },
  APPROVE: { from: ['IN_REVIEW'], to: 'APPROVED', said: 'approved' },
  RETIRE: { from: ['APPROVED'], to: 'RETIRED', said: 'retired' },
};

/** How people say it. */
export const questionVersionWords: Words<QuestionVersionState> = {
  noun: 'question version',
  states: { DRAFT: 'a draft', IN_REVIEW: 'in review', APPROVED: 'approved', RETIRED: 'retired' },
};

/** Where does `action` lead from `from`? A `ConflictError` where it is not possible. */
export const transitionQuestionVersion = (
  from: QuestionVersionState,
  action: QuestionVersionAction,
): Result<QuestionVersionState, ConflictError> => transitionIn(questionVersionWords, questionVersionTransitions, from, action);
