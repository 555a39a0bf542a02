import type { OwnReference } from './incoming';

const SLUG = '[a-z0-9][a-z0-9._-]{0,79}';
const REFERENCE = new RegExp(`^(${SLUG})/(${SLUG})@(\\d{1,6})$`);

/** `bank/id@version`, as exports write it into the field for identifiers; null for any other text. */
export function ownReference(text: string | null | undefined): OwnReference | null {
  const found = REFERENCE.exec((text ?? '').trim());
  return found === null ? null : { bank: found[1] as string, id: found[2] as string, version: Number(found[3]) };
}

/** The text of it; the version is that of the question's record, 1 where it has none. */
export const ownReferenceText = (bank: string, id: string, version = 1): string => `${bank}/${id}@${version}`;
