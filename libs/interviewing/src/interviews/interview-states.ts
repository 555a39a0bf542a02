import type { ConflictError, Result } from '@touchstone/kernel';
import { type Transitions, transitionIn, type Words } from '../lifecycle';

export const INTERVIEW_STATES = ['SCHEDULED', 'IN_PROGRESS', 'ENDED', 'CANCELLED', 'NO_SHOW'] as const;
export type InterviewState = (typeof INTERVIEW_STATES)[number];

export const INTERVIEW_ACTIONS = ['RESCHEDULE', 'START', 'END', 'CANCEL', 'MARK_NO_SHOW'] as const;
export type InterviewAction = (typeof INTERVIEW_ACTIONS)[number];

/**
 * The life of an interview. One that has started can only end: cancelling it then would take its seats out of what the seal
 * waits for, and ratings with them. An interview that broke off ends early, with the items that were not asked recorded as skipped.
 */
export const interviewTransitions: Transitions<InterviewState, InterviewAction> = {
  RESCHEDULE: { from: ['SCHEDULED'], to: 'SCHEDULED', said: 'moved to another time' },
  START: { from: ['SCHEDULED'], to: 'IN_PROGRESS', said: 'started' },
  END: { from: ['IN_PROGRESS'], to: 'ENDED', said: 'ended' },
  CANCEL: { from: ['SCHEDULED'], to: 'CANCELLED', said: 'cancelled' },
  MARK_NO_SHOW: { from: ['SCHEDULED'], to: 'NO_SHOW', said: 'marked as a no-show' },
};

/** How people say it. */
export const interviewWords: Words<InterviewState> = {
  noun: 'interview',
  states: { SCHEDULED: 'scheduled', IN_PROGRESS: 'under way', ENDED: 'over', CANCELLED: 'cancelled', NO_SHOW: 'a no-show' },
};

/** Where does `action` lead from `from`? A `ConflictError` where it is not possible. */
export const transitionInterview = (from: InterviewState, action: InterviewAction): Result<InterviewState, ConflictError> =>
  transitionIn(interviewWords, interviewTransitions, from, action);

/** Did this interview take place, or may it still? Not where it was cancelled or the candidate did not come: nothing is owed for it. */
export const isHeld = (state: InterviewState): boolean => state !== 'CANCELLED' && state !== 'NO_SHOW';
