import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CursorKey } from '@touchstone/kernel';

let key: Buffer = Buffer.alloc(32);

/** Set once at start from the application secret. */
export function signCursorsWith(secret: string): void {
  key = createHmac('sha256', secret).update('touchstone cursor v1').digest();
}

/** A cursor as clients see it: the sort key of a row, signed for one list of one organization. Opaque; good for years. */
export function writeCursor(list: string, values: CursorKey): string {
  const body = Buffer.from(JSON.stringify(values)).toString('base64url');
  return `${body}.${signatureOf(list, body)}`;
}

/** The sort key behind a cursor; null where it was not made here for this list. */
export function readCursor(list: string, cursor: string): CursorKey | null {
  const [body, signature, ...rest] = cursor.split('.');
  if (body === undefined || signature === undefined || rest.length > 0 || cursor.length > 2000) return null;
  const expected = Buffer.from(signatureOf(list, body));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as CursorKey;
}

const signatureOf = (list: string, body: string): string =>
  createHmac('sha256', key).update(`${list}\n${body}`).digest('base64url').slice(0, 16);
