import { allowedByScopes, can, type Permission } from '@touchstone/interviewing/access';
import type { Actor } from '@touchstone/platform/actor';

/** Does the actor have this permission, with this credential? For fields inside an answer; root fields say it with @Allow. */
export const holds = ({ roles, scopes }: Actor, permission: Permission): boolean =>
  can(roles, permission) && allowedByScopes(scopes, permission);
