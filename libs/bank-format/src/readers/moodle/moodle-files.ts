import type { IncomingAttachment } from '../../doors/incoming';
import type { Reading } from '../../doors/reading';
import { bytesOfBase64, checkAttachment } from '../../guard/check-attachment';
import type { DoorPlace } from '../../guard/door-fault';
import { allText, elementsOf, type XmlElement } from '../../guard/xml-element';

/** The file in the notes for graders that holds the question in our own format. */
export const SIDECAR_FILE = 'interview-bank.json';

/** The text of a file of that name anywhere in the notes for graders; null without one. */
export function textOfFile(question: XmlElement, name: string): string | null {
  const file = elementsOf(question, 'graderinfo')
    .flatMap((part) => elementsOf(part, 'file'))
    .find(({ attributes }) => attributes.get('name') === name);
  const bytes = file === undefined ? null : bytesOfBase64(allText(file));
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const WHY = {
  empty: 'it is empty or no base64',
  large: 'it is larger than what is kept',
  type: 'only images (PNG, JPEG, GIF, WebP) and plain text are kept',
} as const;

/** The files beside a text that may be kept; the others are named with the reason. */
export function attachmentsOf(
  part: XmlElement,
  audience: IncomingAttachment['audience'],
  reading: Reading,
  place: DoorPlace,
): readonly IncomingAttachment[] {
  const old = part.name === 'image_base64' ? [{ name: 'image', content: allText(part) }] : [];
  const files = elementsOf(part, 'file').map((file) => ({ name: file.attributes.get('name') ?? 'file', content: allText(file) }));
  return [...files, ...old].flatMap(({ name, content }): IncomingAttachment[] => {
    if (name === SIDECAR_FILE) return [];
    const bytes = bytesOfBase64(content);
    const checked = bytes === null ? 'empty' : checkAttachment(name, bytes);
    if (typeof checked !== 'string') return [{ audience, address: encodeURI(name), ...checked }];
    reading.notices.warn(
      'ATTACHMENT_REFUSED',
      `The file "${name.slice(0, 60)}" was left out: ${WHY[checked]}.`,
      'Attach it in one of the kinds that are kept.',
      place,
    );
    return [];
  });
}
