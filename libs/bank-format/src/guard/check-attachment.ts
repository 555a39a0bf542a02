import { DOOR_LIMITS } from './door-limits';
import { imageType } from './file-kind';

/** A file that came with a question and may be kept. `name` is safe to use as a file name. */
export interface CheckedAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const TEXT_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  csv: 'text/csv',
  log: 'text/plain',
  sql: 'text/plain',
  json: 'application/json',
};

/**
 * The file as it may be kept, or in one word why not. Images are believed by their bytes, not by their names; SVG can run
 * scripts: it is kept to be downloaded and never shown; plain text must be UTF-8.
 */
export function checkAttachment(name: string, bytes: Uint8Array): CheckedAttachment | 'empty' | 'large' | 'type' {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > DOOR_LIMITS.attachment) return 'large';
  const image = imageType(bytes);
  const file = safeName(name);
  if (/\.svg$/i.test(file)) return isDrawing(bytes) ? { name: file, mediaType: SVG, bytes } : 'type';
  if (image !== null) return { name: withExtension(file, image.slice('image/'.length)), mediaType: image, bytes };
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const textType = Object.hasOwn(TEXT_TYPES, extension) ? TEXT_TYPES[extension] : undefined;
  if (textType === undefined || !isPlainText(bytes)) return 'type';
  return { name: file, mediaType: textType, bytes };
}

/** The last part of a name, in characters that no system takes for anything else. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(-100);
  return plain.replace(/^[^A-Za-z0-9]+/, '') || 'file';
}

const withExtension = (name: string, type: string): string => {
  const right = type === 'jpeg' ? /\.jpe?g$/i : new RegExp(`\\.${type}$`, 'i');
  return right.test(name) ? name : `${name.replace(/\.[A-Za-z0-9]{1,5}$/, '')}.${type}`;
};

/** Can be kept, must not be shown in a page. */
export const SVG = 'image/svg+xml';

const isDrawing = (bytes: Uint8Array): boolean =>
  isPlainText(bytes) && /^\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(new TextDecoder().decode(bytes));

function isPlainText(bytes: Uint8Array): boolean {
  try {
    return !/[\u0000-\u0008\u000e-\u001f]/.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

/** The bytes of a base64 text with blanks and line ends; null where it is none. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const packed = text.replace(/\s+/g, '');
  if (packed.length % 4 === 1 || !/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) return null;
  return Uint8Array.from(Buffer.from(packed, 'base64'));
}
