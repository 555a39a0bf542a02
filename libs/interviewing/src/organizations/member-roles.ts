import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';
import { type Role, ROLES } from '../access';

/** The roles of a member: at least one, each once, in the order of the list of roles. Without a role she could not even sign in. */
export function checkMemberRoles(
  roles: readonly Role[],
  path: readonly string[] = ['input', 'roles'],
): Result<readonly Role[], ValidationError> {
  const ordered = ROLES.filter((role) => roles.includes(role));
  return ordered.length > 0 ? ok(ordered) : err(invalid('Give at least one role. To keep a member out, suspend or remove her.', path));
}
