import type { Type } from '@nestjs/common';
import { IdentityModule } from './features/identity';
import { OrganizationsModule } from './features/organizations';

/** The rooms, in the order in which they may know each other: each sees only those before it. */
export const rooms: readonly Type[] = [IdentityModule, OrganizationsModule];
