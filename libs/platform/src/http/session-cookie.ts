import { cookieName } from './credentials';

/** The Set-Cookie header that keeps (or with null ends) a browser session. Script never sees it; other sites never send it. */
export function sessionCookie(token: string | null, baseUrl: string, hours: number): string {
  const secure = baseUrl.startsWith('https:');
  const age = token === null ? 0 : hours * 3600;
  return `${cookieName(secure)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`;
}
