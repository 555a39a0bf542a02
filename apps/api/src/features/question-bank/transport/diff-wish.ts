import { mentions } from '@touchstone/platform/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { DiffWish } from '../application/content-diff';

/** What of a comparison is asked for, so that no texts are compared in vain. */
export const diffWish = (info: GraphQLResolveInfo): DiffWish => ({
  parts: mentions(info, new Set(['parts'])),
  lines: mentions(info, new Set(['lines'])),
  sideBySide: mentions(info, new Set(['sideBySide'])),
});
