import type { Notices } from '../../guard/notices';
import { descendantsOf, elementsOf, type XmlElement } from '../../guard/xml-element';
import type { ZipArchive } from '../../guard/zip-archive';
import { qtiDescendants } from './qti-names';

/** An item of a package: its file, and the entry of the manifest that speaks of it, where there is one. */
export interface ListedItem {
  readonly file: string;
  readonly resource: XmlElement | undefined;
}

/**
 * The items of a package in the order of the manifest, keyed by file, because identifiers repeat. Where the manifest lists only tests, the
 * items that the tests refer to.
 */
export async function listedItems(
  manifest: XmlElement,
  root: string,
  archive: ZipArchive,
  open: (name: string) => Promise<XmlElement>,
  notices: Notices,
): Promise<{ readonly items: readonly ListedItem[]; readonly tests: readonly string[] }> {
  const resources = descendantsOf(manifest, ({ name }) => name === 'resource');
  const fileOf = (resource: XmlElement): string =>
    joined(`${root}imsmanifest.xml`, resource.attributes.get('href') ?? elementsOf(resource, 'file')[0]?.attributes.get('href') ?? '');
  const typed = (wanted: RegExp): readonly XmlElement[] => resources.filter(({ attributes }) => wanted.test(attributes.get('type') ?? ''));
  const items = new Map<string, ListedItem>();
  for (const resource of typed(/^imsqti_(item_)?xmlv?(2p\d|3p0)$|^imsqti_item_xml/)) {
    const file = fileOf(resource);
    if (archive.has(file) && !items.has(file)) items.set(file, { file, resource });
  }
  tellRepeated(resources, notices);
  const tests = typed(/^imsqti_(test|assessment)_xml/)
    .map(fileOf)
    .filter((file) => archive.has(file));
  const referred = new Set<string>();
  for (const test of tests) {
    for (const ref of qtiDescendants(await open(test), 'assessmentItemRef')) referred.add(joined(test, ref.attributes.get('href') ?? ''));
  }
  const missing = [...referred].filter((file) => archive.has(file) && !items.has(file));
  if (missing.length > 0)
    notices.warn('ITEMS_NOT_IN_MANIFEST', `${missing.length} items are not listed in the manifest; a test refers to them.`, '', {
      file: missing[0] as string,
    });
  for (const file of missing) items.set(file, { file, resource: undefined });
  return { items: [...items.values()], tests };
}

function tellRepeated(resources: readonly XmlElement[], notices: Notices): void {
  const seen = new Set<string>();
  for (const { attributes, line } of resources) {
    const id = attributes.get('identifier') ?? '';
    if (seen.has(id))
      notices.warn(
        'DUPLICATE_SOURCE_ID',
        `The manifest has the identifier "${id.slice(0, 80)}" twice; both are read, by their files.`,
        '',
        { file: 'imsmanifest.xml', line },
      );
    seen.add(id);
  }
}

/** The name of a file that is addressed from another one; never outside of the archive. */
export function joined(from: string, address: string): string {
  const plain = decoded(address.replace(/[?#].*$/, ''));
  const parts = plain.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of plain.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
