import { createHash, randomBytes } from 'node:crypto';

/** What a secret is for; the prefix makes leaked ones findable by scanners. */
export type TokenKind = 'session' | 'access' | 'invitation' | 'setup' | 'declaration' | 'export';

const prefixes: Readonly<Record<TokenKind, string>> = {
  session: 'tss_',
  access: 'tsp_',
  invitation: 'tsi_',
  setup: 'tsu_',
  declaration: 'tsd_',
  export: 'tse_',
};
const NIL = '0'.repeat(32);

/**
 * A fresh secret of 256 bits that says which organization to look in, so that it can be found behind row-level security.
 * Only `hash` is kept; `token` is shown once.
 */
export function newToken(kind: TokenKind, organizationId: string | null): { readonly token: string; readonly hash: string } {
  const organization = Buffer.from(organizationId === null ? NIL : organizationId.replaceAll('-', ''), 'hex');
  const token = prefixes[kind] + Buffer.concat([organization, randomBytes(32)]).toString('base64url');
  return { token, hash: hashOfToken(token) };
}

/** The organization and the hash of a token of this kind; null where it is no such token. */
export function readToken(kind: TokenKind, token: string): { readonly organizationId: string; readonly hash: string } | null {
  const prefix = prefixes[kind];
  if (!token.startsWith(prefix)) return null;
  const bytes = Buffer.from(token.slice(prefix.length), 'base64url');
  if (bytes.length !== 48 || prefix + bytes.toString('base64url') !== token) return null;
  const digits = bytes.subarray(0, 16).toString('hex');
  const organizationId = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-');
  return { organizationId, hash: hashOfToken(token) };
}

const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
