import type { IncomingMessage } from 'node:http';
import { readTrustedProxies } from '../configuration/trusted-proxies';
import { clientAddress } from './client-address';

const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

function seen(setting: string | null, ...request: Parameters<typeof from>): string {
  const read = readTrustedProxies(setting);
  if (!read.ok) throw new Error(read.error);
  return clientAddress(from(...request), read.value);
}

describe('the address of a client', () => {
  it.each([null, 'off', '0'])('is that of the connection where no proxy is trusted (%s)', (setting) => {
    expect(seen(setting, '203.0.113.9', '1.1.1.1, 2.2.2.2')).toBe('203.0.113.9');
  });

  it('is what the given number of proxies say, and nothing that stands before it', () => {
    const header = '6.6.6.6, 198.51.100.4, 10.0.0.2';
    expect(seen('1', '10.0.0.1', header)).toBe('10.0.0.2');
    expect(seen('2', '10.0.0.1', header)).toBe('198.51.100.4');
    expect(seen('9', '10.0.0.1', header)).toBe('6.6.6.6');
    expect(seen('1', '10.0.0.1')).toBe('10.0.0.1');
  });

  it('is the last one that no trusted proxy has, where proxies are named', () => {
    const trusted = '10.0.0.0/8, 192.0.2.7, fd00::/8';
    expect(seen(trusted, '10.0.0.1', '6.6.6.6, 198.51.100.4, 192.0.2.7')).toBe('198.51.100.4');
    expect(seen(trusted, '::ffff:10.0.0.1', '198.51.100.4')).toBe('198.51.100.4');
    expect(seen(trusted, 'fd00::1', '2001:DB8::1')).toBe('2001:db8::1');
    // Whoever comes past the proxies is believed nothing.
    expect(seen(trusted, '203.0.113.9', '10.0.0.3, 198.51.100.4')).toBe('203.0.113.9');
    expect(seen(trusted, '192.0.2.8', '198.51.100.4')).toBe('192.0.2.8');
    expect(seen(trusted, '10.0.0.1', '10.0.0.3, 10.0.0.2')).toBe('10.0.0.3');
  });

  it('ends where the header stops being addresses', () => {
    expect(seen('3', '10.0.0.1', '1.1.1.1, unknown, 10.0.0.2')).toBe('10.0.0.2');
    expect(seen('1', '10.0.0.1', '')).toBe('10.0.0.1');
    expect(seen('1', '10.0.0.1', "' OR 1=1")).toBe('10.0.0.1');
  });

  it('is one text for one client, with or without port, brackets and the prefix of IPv4 in IPv6', () => {
    for (const written of ['198.51.100.4', '198.51.100.4:4711', '::ffff:198.51.100.4', '[::ffff:198.51.100.4]:80'])
      expect(seen('1', '10.0.0.1', written)).toBe('198.51.100.4');
    expect(seen('1', '10.0.0.1', '[2001:db8::1]:80')).toBe('2001:db8::1');
    expect(seen('off', 'fe80::1%eth0')).toBe('fe80::1');
  });
});

describe('which proxies are trusted', () => {
  it.each([
    ['on', 'believe whatever'],
    ['true', 'believe whatever'],
    ['*', 'believe whatever'],
    ['11', '1 to 10'],
    ['-1', 'no IP address'],
    ['1.5', 'no IP address'],
    ['proxy.internal', 'no IP address'],
    ['10.0.0.0/8,', 'no IP address'],
    ['10.0.0.0/33', 'not 1 to 32'],
    ['fd00::/129', 'not 1 to 128'],
    ['10.0.0.0/x', 'not 1 to 32'],
    ['10.0.0.0/8/8', 'no IP address'],
    ['0.0.0.0/0', 'every address'],
    ['::/0', 'every address'],
  ])('cannot be "%s", and says what can be', (setting, why) => {
    const read = readTrustedProxies(setting);
    expect(read.ok ? null : read.error).toContain(why);
    expect(read.ok ? null : read.error).toContain('use off, the number of proxies');
  });
});
