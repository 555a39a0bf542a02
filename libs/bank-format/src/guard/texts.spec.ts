import { refusalCode } from '../../test/refusal-code';
import { bytesOfBase64, checkAttachment, safeName } from './check-attachment';
import { cleanText } from './clean-text';
import { decodeText } from './decode-text';
import { fileKind, imageType } from './file-kind';
import { Notices } from './notices';

const bytes = (...codes: readonly number[]): Uint8Array => Uint8Array.from(codes);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decodeText', () => {
  const read = (input: Uint8Array, fallback?: string): string => decodeText(input, { notices: new Notices(), fallback }).text;

  it.each([
    ['UTF-8', utf8('Größe'), 'Größe'],
    ['a mark of UTF-8', bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['a mark of UTF-16, low byte first', bytes(0xff, 0xfe, 0x61, 0), 'a'],
    ['a mark of UTF-16, high byte first', bytes(0xfe, 0xff, 0, 0x61), 'a'],
    [
      'an XML declaration',
      bytes(...utf8('<?xml version="1.0" encoding="ISO-8859-1"?><a>'), 0xe9),
      '<?xml version="1.0" encoding="ISO-8859-1"?><a>é',
    ],
    ['windows-1251 by declaration', bytes(...utf8('<?xml encoding="windows-1251"?>'), 0xcf), '<?xml encoding="windows-1251"?>П'],
  ])('reads %s', (_, input, text) => {
    expect(read(input)).toBe(text);
  });

  it('reads the letters of windows-1252 that ISO 8859-1 has not, and says that it guessed', () => {
    const notices = new Notices();
    expect(decodeText(bytes(0x80, 0x97, 0xfc), { notices, fallback: 'windows-1252' })).toEqual({
      text: '€—ü',
      encoding: 'windows-1252',
      guessed: true,
    });
    expect(notices.notes.map(({ code }) => code)).toEqual(['ENCODING_GUESSED']);
  });

  it.each([
    ['a byte that is none, without a guess', bytes(0x61, 0xe9)],
    ['a declaration that lies', bytes(...utf8('<?xml encoding="utf-8"?>'), 0xe9)],
    ['an encoding that nobody knows', utf8('<?xml encoding="ebcdic-cp-us"?>')],
  ])('refuses %s', async (_, input) => {
    expect(await refusalCode(() => read(input))).toBe('ENCODING_INVALID');
  });
});

describe('cleanText', () => {
  it.each([
    ['a\r\nb\rc', 'a\nb\nc', 'nothing'],
    ['a\u0000b\u0007c\u0085d\u007f', 'abcd', 'controls'],
    ['abc\u202edcba\u202c', 'abcdcba', 'direction marks'],
    ['e\u0301', 'é', 'nothing'],
    ['\ufeffa', 'a', 'nothing'],
    ['a\ud800b', 'ab', 'nothing'],
    ['😀\tb', '😀\tb', 'nothing'],
  ])('%j becomes %j', (raw, text, removed) => {
    expect(cleanText(raw)).toEqual({ text, removed });
  });
});

describe('attachments', () => {
  const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1);

  it('knows files by their bytes', () => {
    expect([
      fileKind(png),
      fileKind(bytes(0x50, 0x4b, 3, 4)),
      fileKind(bytes(0x1f, 0x8b)),
      fileKind(utf8('text')),
      fileKind(bytes()),
    ]).toEqual(['png', 'zip', 'gzip', 'text', 'empty']);
    expect(imageType(utf8('<svg/>'))).toBeNull();
  });

  it('gives an image the ending that its bytes have, and a name without a way out', () => {
    expect(checkAttachment('../../plan.exe', png)).toMatchObject({ name: 'plan.png', mediaType: 'image/png' });
    expect([safeName('..\\..\\a b?.png'), safeName('///'), safeName('.htaccess'), safeName('Ü ber.txt')]).toEqual([
      'a-b-.png',
      'file',
      'htaccess',
      'U-ber.txt',
    ]);
  });

  it.each([
    ['page.html', utf8('<b>'), 'type'],
    ['a.png', utf8('no image'), 'type'],
    ['a.svg', utf8('<html><svg/>'), 'type'],
    ['a.txt', bytes(0xff), 'type'],
    ['a.txt', bytes(), 'empty'],
    ['a.png', new Uint8Array(5_000_001), 'large'],
  ])('does not keep %s', (name, content, why) => {
    expect(checkAttachment(name, content)).toBe(why);
  });

  it('reads base64 with line ends, and nothing else', () => {
    expect([...(bytesOfBase64('YW\nJj ') ?? [])]).toEqual([0x61, 0x62, 0x63]);
    expect([bytesOfBase64('a*b='), bytesOfBase64('abcde')]).toEqual([null, null]);
  });
});
