/** What the first bytes of a file say that it is; `text` is all that no signature claims. */
export type FileKind = 'zip' | 'gzip' | 'ole' | 'pdf' | 'png' | 'jpeg' | 'gif' | 'webp' | 'sqlite' | 'text' | 'empty';

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['gzip', [0x1f, 0x8b]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
];

/** The kind of a file by its first bytes; names are never asked. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const found = SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (found !== undefined) return found[0];
  const isRiff = bytes[0] === 0x52 && bytes[1] === 0x49 && bytes[2] === 0x46 && bytes[3] === 0x46;
  return isRiff && bytes[8] === 0x57 && bytes[9] === 0x45 && bytes[10] === 0x42 && bytes[11] === 0x50 ? 'webp' : 'text';
}

/** The media type of an image that may be shown, by its bytes; null for everything else, SVG among it. */
export function imageType(bytes: Uint8Array): string | null {
  const kind = fileKind(bytes);
  return kind === 'png' || kind === 'jpeg' || kind === 'gif' || kind === 'webp' ? `image/${kind}` : null;
}
