import type { ConflictError, Result } from '@touchstone/kernel';
import { type Transitions, transitionIn, type Words } from '../lifecycle';

export const OPENING_STATES = ['OPEN', 'CLOSED'] as const;
export type OpeningState = (typeof OPENING_STATES)[number];

export const OPENING_ACTIONS = ['CLOSE', 'REOPEN'] as const;
export type OpeningAction = (typeof OPENING_ACTIONS)[number];

/** The life of an opening. */
export const openingTransitions: Transitions<OpeningState, OpeningAction> = {
  CLOSE: { from: ['OPEN'], to: 'CLOSED', said: 'closed' },
  REOPEN: { from: ['CLOSED'], to: 'OPEN', said: 'opened again' },
};

const words: Words<OpeningState> = { noun: 'opening', states: { OPEN: 'open', CLOSED: 'closed' } };

/** Where does `action` lead from `from`? A `ConflictError` where it is not possible. */
export const transitionOpening = (from: OpeningState, action: OpeningAction): Result<OpeningState, ConflictError> =>
  transitionIn(words, openingTransitions, from, action);
