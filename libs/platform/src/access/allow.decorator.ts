import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@touchstone/interviewing/access';

export const ACCESS = 'touchstone:access';

export type AccessRule = { readonly permission: Permission } | { readonly publicBecause: string };

/** This operation needs a permission. */
export const Allow = (permission: Permission): MethodDecorator => SetMetadata(ACCESS, { permission } satisfies AccessRule);

/** This operation is open to everybody, and this is why. */
export const Public = (because: string): MethodDecorator => SetMetadata(ACCESS, { publicBecause: because } satisfies AccessRule);
