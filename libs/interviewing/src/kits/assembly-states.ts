import type { ConflictError, Result } from '@touchstone/kernel';
import { type Transitions, transitionIn, type Words } from '../lifecycle';

export const ASSEMBLY_STATES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;
export type AssemblyState = (typeof ASSEMBLY_STATES)[number];

export const ASSEMBLY_ACTIONS = ['BEGIN', 'GIVE_BACK', 'FINISH', 'FAIL', 'CANCEL'] as const;
export type AssemblyAction = (typeof ASSEMBLY_ACTIONS)[number];

/** The life of an assembly. What has ended never changes again; who wants another result starts another. */
export const assemblyTransitions: Transitions<AssemblyState, AssemblyAction> = {
  BEGIN: { from: ['QUEUED'], to: 'RUNNING', said: 'begun' },
  GIVE_BACK: { from: ['RUNNING'], to: 'QUEUED', said: 'put back into the line' },
  FINISH: { from: ['RUNNING'], to: 'DONE', said: 'finished' },
  FAIL: { from: ['QUEUED', 'RUNNING'], to: 'FAILED', said: 'given up' },
  CANCEL: { from: ['QUEUED', 'RUNNING'], to: 'CANCELLED', said: 'cancelled' },
};

const words: Words<AssemblyState> = {
  noun: 'assembly',
  states: { QUEUED: 'in line', RUNNING: 'under way', DONE: 'done', FAILED: 'failed', CANCELLED: 'cancelled' },
};

/** Where does `action` lead from `from`? A `ConflictError` where it is not possible. */
export const transitionAssembly = (from: AssemblyState, action: AssemblyAction): Result<AssemblyState, ConflictError> =>
  transitionIn(words, assemblyTransitions, from, action);
