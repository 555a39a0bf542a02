import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { isTrusted, type TrustedProxies } from '../configuration/trusted-proxies';

/**
 * The address of whoever asks. Each trusted proxy appends to `X-Forwarded-For` from whom it got the request, so the header is
 * read from its end for as long as what was read so far is trusted; all before that anybody may have written. Both doors, HTTP and WebSocket, ask here.
 */
export function clientAddress(message: IncomingMessage, trusted: TrustedProxies): string {
  let address = plain(message.socket.remoteAddress ?? '');
  const forwarded = String(message.headers['x-forwarded-for'] ?? '').split(',');
  for (let hop = 0; isTrusted(trusted, address, hop); hop += 1) {
    const before = plain(forwarded.pop()?.trim() ?? '');
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}

/** Without a port, brackets, zone or the IPv6 form of an IPv4 address: one client is one text, however it was written down. */
function plain(address: string): string {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address)?.[1] ?? address;
  return bare
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .toLowerCase();
}
