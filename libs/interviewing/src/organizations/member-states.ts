import { type ConflictError, type Result, conflict, err, ok } from '@touchstone/kernel';
import { type Transitions, transitionIn, type Words } from '../lifecycle';

export const MEMBER_STATES = ['ACTIVE', 'SUSPENDED', 'REMOVED'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

/** `REJOIN`: she accepts a new invitation. Whoever was removed comes back by no other way. */
export const MEMBER_ACTIONS = ['SUSPEND', 'REINSTATE', 'REMOVE', 'REJOIN'] as const;
export type MemberAction = (typeof MEMBER_ACTIONS)[number];

const table: Transitions<MemberState, MemberAction> = {
  SUSPEND: { from: ['ACTIVE'], to: 'SUSPENDED', said: 'suspended' },
  REINSTATE: { from: ['SUSPENDED'], to: 'ACTIVE', said: 'reinstated' },
  REMOVE: { from: ['ACTIVE', 'SUSPENDED'], to: 'REMOVED', said: 'removed' },
  REJOIN: { from: ['REMOVED'], to: 'ACTIVE', said: 'taken in again' },
};

const words: Words<MemberState> = { noun: 'member', states: { ACTIVE: 'active', SUSPENDED: 'suspended', REMOVED: 'removed' } };

/** The state of a member after `action`; a `ConflictError` says from which states it is possible. */
export const transitionMember = (from: MemberState, action: MemberAction): Result<MemberState, ConflictError> =>
  transitionIn(words, table, from, action);

const towards: Readonly<Record<MemberState, MemberAction>> = { ACTIVE: 'REINSTATE', SUSPENDED: 'SUSPEND', REMOVED: 'REMOVE' };

/**
 * May an administrator change a member who is `from` to one who is `to`, or leave her as she is? Whoever was removed is not
 * changed any more: she comes back by an invitation that she accepts herself, so that nobody is made a member without knowing.
 */
export function checkMemberState(from: MemberState, to: MemberState): Result<MemberState, ConflictError> {
  if (from === 'REMOVED') return err(conflict('This member was removed. She comes back by a new invitation.', ['input', 'memberId']));
  return from === to ? ok(to) : transitionMember(from, towards[to]);
}
