import type { Actor } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';

/** The id in an optional input field: undefined where nothing was said, null where it is none of this organization. */
export const optionalId = (actor: Actor, noun: string, value: string | null | undefined): string | null | undefined =>
  value === undefined || value === null ? undefined : localId(actor, noun, value);
