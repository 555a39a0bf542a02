import type { ConflictError, Result } from '@touchstone/kernel';
import { type Transitions, transitionIn, type Words } from '../lifecycle';

export const KIT_STATES = ['DRAFT', 'PUBLISHED'] as const;
export type KitState = (typeof KIT_STATES)[number];

export const KIT_ACTIONS = ['EDIT', 'PUBLISH'] as const;
export type KitAction = (typeof KIT_ACTIONS)[number];

/** The life of a kit. A published one is frozen; a change is a new kit. */
export const kitTransitions: Transitions<KitState, KitAction> = {
  EDIT: { from: ['DRAFT'], to: 'DRAFT', said: 'changed' },
  PUBLISH: { from: ['DRAFT'], to: 'PUBLISHED', said: 'published' },
};

const words: Words<KitState> = { noun: 'kit', states: { DRAFT: 'a draft', PUBLISHED: 'published' } };

/** Where does `action` lead from `from`? A `ConflictError` where it is not possible. */
export const transitionKit = (from: KitState, action: KitAction): Result<KitState, ConflictError> =>
  transitionIn(words, kitTransitions, from, action);
