import type { Actor } from '../actor';

/**
 * Ids as clients see them: `Kit_` and 43 characters that carry organization and UUID, so that any node can be found
 * without asking every shard. Opaque to clients; an id of another organization is answered like one that never was.
 */
export function globalId(noun: string, organizationId: string, id: string): string {
  return `${noun}_${Buffer.from(hex(organizationId) + hex(id), 'hex').toString('base64url')}`;
}

/** What an id names, or null where it is not one of ours. */
export function readGlobalId(value: string): { readonly noun: string; readonly organizationId: string; readonly id: string } | null {
  const match = /^([A-Z][A-Za-z]{1,40})_([A-Za-z0-9_-]{43})$/.exec(value);
  if (match === null) return null;
  const [, noun, packed] = match as unknown as [string, string, string];
  const bytes = Buffer.from(packed, 'base64url');
  if (bytes.length !== 32 || bytes.toString('base64url') !== packed) return null;
  return { noun, organizationId: uuid(bytes.subarray(0, 16)), id: uuid(bytes.subarray(16)) };
}

/** The UUID behind an id of this noun in the actor's organization; null for everything else, so that foreign and unknown look alike. */
export function localId<Id extends string = string>(actor: Actor, noun: string, value: string): Id | null {
  const read = readGlobalId(value);
  if (read === null || read.noun !== noun || read.organizationId !== actor.organizationId) return null;
  return read.id as Id;
}

const hex = (id: string): string => id.replaceAll('-', '');

function uuid(bytes: Buffer): string {
  const digits = bytes.toString('hex');
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-');
}
