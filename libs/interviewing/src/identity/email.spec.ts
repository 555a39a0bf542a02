import * as fc from 'fast-check';
import { normalizeEmail } from './email';

const local64 = 'a'.repeat(64);
const domain = (length: number): string => `${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(length - 122)}`;

describe('the normal form of an e-mail address', () => {
  it.each([
    ['  Ana.Silva@Example.ORG ', 'ana.silva@example.org'],
    ['ana+jobs@example.org', 'ana+jobs@example.org'],
    ["o'neil@mail.example.co.uk", "o'neil@mail.example.co.uk"],
    ['a@xn--mnchen-3ya.de', 'a@xn--mnchen-3ya.de'],
    [`${local64}@${domain(189 - 4)}.org`, `${local64}@${domain(189 - 4)}.org`],
  ])('%s is %s', (text, email) => {
    expect(normalizeEmail(text)).toEqual({ ok: true, value: email });
  });

  it.each([
    '',
    'ana',
    '@example.org',
    'ana@',
    'ana@localhost',
    'ana@@example.org',
    'ana b@example.org',
    'ana@example..org',
    '.ana@example.org',
    'ana.@example.org',
    'a..b@example.org',
    'ana@-example.org',
    'ana@example-.org',
    'ana@127.0.0.1',
    'ana@[127.0.0.1]',
    '"ana"@example.org',
    'ana@example.org\nBcc: bo@example.org',
    'аna@example.org', // a Cyrillic a
    'ana@ex\u0000ample.org',
    `a${local64}@example.org`,
    `${local64}@${domain(190 - 4)}.org`, // 255 characters
  ])('%j is none', (text) => {
    expect(normalizeEmail(text)).toMatchObject({ ok: false, error: { code: 'VALIDATION', path: ['input', 'email'] } });
  });

  it('is its own normal form, and never longer than 254', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const first = normalizeEmail(text);
        if (!first.ok) return;
        expect(normalizeEmail(first.value)).toEqual(first);
        expect(normalizeEmail(text.toUpperCase())).toEqual(first);
        expect(first.value.length).toBeLessThanOrEqual(254);
      }),
    );
  });
});
