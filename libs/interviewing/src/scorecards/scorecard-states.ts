import type { ConflictError, Result } from '@touchstone/kernel';
import { type Transitions, transitionIn, type Words } from '../lifecycle';

export const SCORECARD_STATES = ['DRAFT', 'SUBMITTED'] as const;
export type ScorecardState = (typeof SCORECARD_STATES)[number];

export const SCORECARD_ACTIONS = ['RATE', 'SUBMIT'] as const;
export type ScorecardAction = (typeof SCORECARD_ACTIONS)[number];

/** The life of a scorecard. A submitted one never changes; a second thought is a second rating, beside it. */
export const scorecardTransitions: Transitions<ScorecardState, ScorecardAction> = {
  RATE: { from: ['DRAFT'], to: 'DRAFT', said: 'changed' },
  SUBMIT: { from: ['DRAFT'], to: 'SUBMITTED', said: 'submitted' },
};

const words: Words<ScorecardState> = { noun: 'scorecard', states: { DRAFT: 'a draft', SUBMITTED: 'submitted' } };

/** Where does `action` lead from `from`? A `ConflictError` where it is not possible. */
export const transitionScorecard = (from: ScorecardState, action: ScorecardAction): Result<ScorecardState, ConflictError> =>
  transitionIn(words, scorecardTransitions, from, action);
