import { can } from './can';
import type { Permission } from './permissions';
import type { Role } from './roles';
import { type TokenScope, allowedByScopes } from './token-scopes';

/**
 * May this caller do such a thing, by her roles and by what her credential was limited to? The guard asks at the door of an operation; a field
 * that needs more than the thing it hangs on asks again, because one gets to it by many ways.
 */
export const permits = (
  caller: { readonly roles: readonly Role[]; readonly scopes: readonly TokenScope[] },
  permission: Permission,
): boolean => can(caller.roles, permission) && allowedByScopes(caller.scopes, permission);
