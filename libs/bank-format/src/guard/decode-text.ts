import type { Notices } from './notices';
import { refuseFile } from './refusal';
import type { DoorPlace } from './door-fault';

/** How a text was read, and whether that was said in the file or guessed. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly guessed: boolean;
}

/** Encodings that an XML declaration may name. */
const DECLARABLE = /^(utf-8|utf-16|utf-16le|utf-16be|us-ascii|iso-8859-\d{1,2}|windows-125\d)$/;

/**
 * The letters of a file: by byte order mark, else by XML declaration, else strict UTF-8, else, where `fallback` is given, that
 * encoding with a note. Never writes a replacement character. Refuses what does not decode.
 */
export function decodeText(
  bytes: Uint8Array,
  options: { readonly notices: Notices; readonly fallback?: string | undefined; readonly place?: DoorPlace },
): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return { text: strictly(bytes, marked, options.place), encoding: marked, guessed: false };
  const declared = declaredEncoding(bytes);
  if (declared !== null) return { text: strictly(bytes, declared, options.place), encoding: declared, guessed: false };
  const plain = attempt(bytes, 'utf-8');
  if (plain !== null) return { text: plain, encoding: 'utf-8', guessed: false };
  const guess = options.fallback === undefined ? null : attempt(bytes, options.fallback);
  if (guess === null || options.fallback === undefined)
    return { text: strictly(bytes, 'utf-8', options.place), encoding: 'utf-8', guessed: false };
  options.notices.note(
    'ENCODING_GUESSED',
    `The file is not in UTF-8 and was read as ${options.fallback}.`,
    'Look at the letters beyond the English ones, and name the encoding if they are wrong.',
    options.place,
  );
  return { text: guess, encoding: options.fallback, guessed: true };
}

/** The encoding that the first bytes say; null where they say none. */
export function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** The encoding that an XML declaration names; null without one. A declaration of UTF-16 without a mark is not believed: these bytes are ASCII. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const named = /^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1]?.toLowerCase();
  if (named === undefined || named.startsWith('utf-16')) return null;
  if (DECLARABLE.test(named)) return named;
  return refuseFile('ENCODING_INVALID', `The file says that it is in "${named}", which is not read.`, 'Save it as UTF-8.');
}

function strictly(bytes: Uint8Array, encoding: string, place: DoorPlace = {}): string {
  const text = attempt(bytes, encoding);
  if (text !== null) return text;
  const line = lineOfBadByte(bytes, encoding);
  return refuseFile(
    'ENCODING_INVALID',
    `The file says or seems to be in ${encoding}, but is not.`,
    'Save it as UTF-8, or name its encoding.',
    {
      ...place,
      ...(line !== null && { line }),
    },
  );
}

/** What windows-1252 has where ISO 8859-1 has control characters (0x80 to 0x9F); some decoders of Node take the one for the other. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function attempt(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!/^(windows-1252|iso-8859-1|us-ascii)$/.test(encoding)) return text;
    return text.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter);
  } catch {
    return null;
  }
}

/** The first line that does not decode; lines are told apart for encodings that keep ASCII. */
function lineOfBadByte(bytes: Uint8Array, encoding: string): number | null {
  if (encoding.startsWith('utf-16')) return null;
  let start = 0;
  for (let line = 1; start < bytes.length; line += 1) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found;
    if (attempt(bytes.subarray(start, end), encoding) === null) return line;
    start = end + 1;
  }
  return null;
}
