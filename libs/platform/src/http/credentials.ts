import type { IncomingMessage } from 'node:http';

/** `__Host-` binds the cookie to this host over TLS; plain HTTP on loopback cannot carry that prefix. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-touchstone' : 'touchstone');

export interface Credential {
  readonly secret: string;
  readonly from: 'cookie' | 'header';
}

/** The credential of a request: a bearer token, else the browser's cookie. A cookie counts only from our own pages. */
export function credentialOf(message: IncomingMessage, baseUrl: string): Credential | null {
  // Whoever sends the header wants to be who it says, and nobody else.
  if (message.headers.authorization !== undefined) return bearerOf(message.headers.authorization);
  const secret = cookieOf(message.headers.cookie ?? '', cookieName(baseUrl.startsWith('https:')));
  if (secret === null || !fromOwnPage(message, baseUrl)) return null;
  return { secret, from: 'cookie' };
}

/** The token in the value of an authorization header; null where it has another form. */
export function bearerOf(authorization: unknown): Credential | null {
  const secret = typeof authorization === 'string' ? /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(authorization)?.[1] : undefined;
  return secret === undefined ? null : { secret, from: 'header' };
}

/** Browsers name the page that sends a request; a page of another origin must not act with our cookie. */
export function fromOwnPage(message: IncomingMessage, baseUrl: string): boolean {
  const { origin, host } = message.headers;
  if (origin === undefined) return true;
  return origin === new URL(baseUrl).origin || (host !== undefined && (origin === `http://${host}` || origin === `https://${host}`));
}

function cookieOf(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name && value !== undefined && /^[A-Za-z0-9_-]{20,200}$/.test(value)) return value;
  }
  return null;
}
