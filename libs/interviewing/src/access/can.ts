import { type Permission, permissions } from './permissions';
import type { Role } from './roles';

/**
 * May a member with these roles do such a thing at all? The role's half of the answer: where the rule has a `scope`, the application
 * goes on to check the thing itself. No roles, no rights.
 */
export const can = (roles: readonly Role[], permission: Permission): boolean =>
  roles.some((role) => permissions[permission].roles.includes(role));
