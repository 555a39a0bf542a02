import { type ConflictError, type Result, conflict, err, ok } from '@touchstone/kernel';
import type { Role } from '../access';

/** A member as far as this rule looks. `active`: neither suspended nor removed nor merely invited. */
export interface Administrable {
  readonly memberId: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
}

/** What a member would be after the change. Removing or suspending her is `active: false`. */
export interface MembershipChange {
  readonly memberId: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
}

/**
 * Would the organization still have an active ADMIN after this change? A `ConflictError` if not. `members`: all of the organization, or at least
 * its administrators, read under a lock, since two administrators may step down at the same time.
 */
export function checkAdministratorRemains(members: readonly Administrable[], change: MembershipChange): Result<true, ConflictError> {
  const others = members.filter(({ memberId }) => memberId !== change.memberId);
  const remains = [...others, change].some(({ roles, active }) => active && roles.includes('ADMIN'));
  return remains
    ? ok(true)
    : err(conflict('An organization needs at least one active administrator. Make somebody else one first.', ['input']));
}
