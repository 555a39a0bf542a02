import { BlockList, isIP } from 'node:net';
import { err, ok, type Result } from '@touchstone/kernel';

/**
 * Which proxies may say on whose behalf they ask: as many as stand between the internet and this server (0: none), or those at
 * known addresses. Nobody else's `X-Forwarded-For` counts.
 */
export type TrustedProxies = { readonly hops: number } | { readonly addresses: BlockList };

export const noProxy: TrustedProxies = { hops: 0 };

const MOST_HOPS = 10;
const ALLOWED =
  `use off, the number of proxies before this server (1 to ${MOST_HOPS}), ` +
  'or their addresses and networks, such as 10.0.0.0/8, 192.0.2.7 (separated by commas).';

/** Reads `off`, a number of hops, or a list of addresses and networks. `on` and `true` are refused: they would believe everybody. */
export function readTrustedProxies(text: string | null): Result<TrustedProxies, string> {
  if (text === null || text === 'off') return ok(noProxy);
  if (/^(on|true|yes|all|\*)$/i.test(text))
    return err(`is "${text}", which would believe whatever a client writes about itself; ${ALLOWED}`);
  if (/^\d+$/.test(text)) {
    const hops = Number(text);
    return hops <= MOST_HOPS ? ok({ hops }) : err(`is "${text}"; ${ALLOWED}`);
  }
  const addresses = new BlockList();
  for (const entry of text.split(',').map((part) => part.trim())) {
    const fault = addTo(addresses, entry);
    if (fault !== null) return err(`has the entry "${entry.slice(0, 60)}", ${fault}; ${ALLOWED}`);
  }
  return ok({ addresses });
}

/** Is the sender at this address, `hop` proxies away from this server, one of them? */
export const isTrusted = (trusted: TrustedProxies, address: string, hop: number): boolean =>
  'hops' in trusted ? hop < trusted.hops : isIP(address) !== 0 && trusted.addresses.check(address, familyOf(address));

function addTo(addresses: BlockList, entry: string): string | null {
  const [address, length, ...rest] = entry.split('/');
  if (address === undefined || isIP(address) === 0 || rest.length > 0) return 'which is no IP address and no network';
  const family = familyOf(address);
  if (length === undefined) {
    addresses.addAddress(address, family);
    return null;
  }
  const bits = /^\d{1,3}$/.test(length) ? Number(length) : NaN;
  if (bits === 0) return 'which is every address there is';
  if (!(bits <= (family === 'ipv4' ? 32 : 128))) return `whose length is not 1 to ${family === 'ipv4' ? 32 : 128}`;
  addresses.addSubnet(address, bits, family);
  return null;
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
