import type { Entry, ZipFile } from 'yauzl';
import { DOOR_LIMITS } from './door-limits';
import { Refusal, refuseFile } from './refusal';

/** The files of an archive that has passed the guard. Names are kept as they are written; nothing is ever written to a disk. */
export interface ZipArchive {
  /** Files in the order of the archive, without folders. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The bytes of a file. Refuses the whole archive where they are not as many as was said. */
  read(name: string): Promise<Uint8Array>;
}

const { entries: MOST_ENTRIES, inflated: MOST_BYTES, ratio: RATIO, ratioFrom: RATIO_FROM, nameLength: LONGEST_NAME } = DOOR_LIMITS.archive;
const ENCRYPTED = 0x1;
const TYPE_MASK = 0o170000;
const SYMLINK = 0o120000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

/**
 * Opens an archive; the only file that knows `yauzl`. Looks at every name and every stated size before anything is inflated, and counts
 * what comes out while it inflates. An archive within the archive stays a file. Refuses the whole archive at the first thing
 * that no honest program writes.
 */
export async function openArchive(bytes: Uint8Array): Promise<ZipArchive> {
  const yauzl = await import('yauzl');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    yauzl.fromBuffer(
      buffer,
      { lazyEntries: true, strictFileNames: true, validateEntrySizes: true, autoClose: false },
      (problem, opened) => {
        if (problem !== null) reject(notAZip());
        else resolve(opened);
      },
    );
  });
  const listed = await listEntries(zip);
  let inflated = 0;
  return {
    names: [...listed.keys()],
    has: (name) => listed.has(name),
    read: async (name) => {
      const entry = listed.get(name);
      if (entry === undefined) throw new Error(`No entry ${name}: ask has() first.`);
      const content = await inflate(zip, entry);
      inflated += content.length;
      if (inflated > 3 * MOST_BYTES) tooLarge(); // the same entry may be asked for again, but not for ever
      return content;
    },
  };
}

const notAZip = (): Refusal =>
  new Refusal([
    {
      code: 'ARCHIVE_NOT_ZIP',
      message: 'The file is not a zip archive, or its end is missing.',
      fix: 'Make the package anew as a .zip, or upload it again.',
      place: {},
    },
  ]);

function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES)
    refuseFile(
      'ARCHIVE_TOO_MANY_ENTRIES',
      `The archive holds ${zip.entryCount} entries; at most ${MOST_ENTRIES} are read.`,
      'Split it into several archives.',
    );
  return new Promise((resolve, reject) => {
    const listed = new Map<string, Entry>();
    let sum = 0;
    zip.on('error', (problem: Error) => reject(refusalOf(problem)));
    zip.on('end', () => resolve(listed));
    zip.on('entry', (entry: Entry) => {
      try {
        mustBeHonest(entry);
        sum += entry.uncompressedSize;
        if (sum > MOST_BYTES) tooLarge();
        if (!entry.fileName.endsWith('/')) {
          if (listed.has(entry.fileName))
            refuseFile('ARCHIVE_DUPLICATE_ENTRY', 'Two entries of the archive have the same name.', 'Make the archive anew.', {
              file: shown(entry.fileName),
            });
          listed.set(entry.fileName, entry);
        }
        zip.readEntry();
      } catch (refusal) {
        reject(refusal instanceof Error ? refusal : new Error(String(refusal)));
      }
    });
    zip.readEntry();
  });
}

function mustBeHonest(entry: Entry): void {
  const file = shown(entry.fileName);
  const parts = entry.fileName.split('/');

  if (parts.includes('..') || /^[/\\]|^[A-Za-z]:|\\|[\u0000-\u001f]/.test(entry.fileName) || entry.fileName.length > LONGEST_NAME)
    refuseFile(
      'ARCHIVE_UNSAFE_PATH',
      'The archive holds a name that points outside of it.',
      'Make the archive anew with plain relative names.',
      { file },
    );
  const type = (entry.externalFileAttributes >>> 16) & TYPE_MASK;
  if (type === SYMLINK || (type !== 0 && type !== REGULAR && type !== FOLDER))
    refuseFile('ARCHIVE_UNSAFE_ENTRY', 'The archive holds a link or a device instead of a file.', 'Put the file itself into the archive.', {
      file,
    });
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0)
    refuseFile('ARCHIVE_UNSAFE_ENTRY', 'The archive is locked with a password.', 'Make it anew without one.', { file });
  if (entry.uncompressedSize > RATIO_FROM && entry.uncompressedSize > RATIO * Math.max(1, entry.compressedSize))
    refuseFile('ARCHIVE_RATIO', `An entry would grow to more than ${RATIO} times its size.`, 'Leave that file out.', { file });
}

function inflate(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const place = { file: shown(entry.fileName) };
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (problem, stream) => {
      if (problem !== null) {
        reject(refusalOf(problem, entry.fileName));
        return;
      }
      const chunks: Uint8Array[] = [];
      let size = 0;
      stream.on('data', (chunk: Uint8Array) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size <= entry.uncompressedSize) return;
        stream.destroy();
        reject(sizeMismatch(place.file));
      });
      stream.on('error', (failed: Error) => reject(refusalOf(failed, entry.fileName)));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}

const sizeMismatch = (file: string): Refusal =>
  new Refusal([
    {
      code: 'ARCHIVE_SIZE_MISMATCH',
      message: 'An entry is larger or smaller than the archive says.',
      fix: 'Make the archive anew.',
      place: { file },
    },
  ]);

/** What the package says in English, as one of our refusals. */
function refusalOf(problem: Error, name?: string): Refusal {
  if (problem instanceof Refusal) return problem;
  const place = name === undefined ? {} : { file: shown(name) };
  if (/relative path|absolute path|invalid characters in fileName/i.test(problem.message)) {
    const file = shown(problem.message.split(': ').slice(1).join(': '));
    return new Refusal([
      {
        code: 'ARCHIVE_UNSAFE_PATH',
        message: 'The archive holds a name that points outside of it.',
        fix: 'Make the archive anew with plain relative names.',
        place: { file },
      },
    ]);
  }
  if (/(too many|not enough) bytes|size mismatch/i.test(problem.message)) return sizeMismatch(place.file ?? '');
  return new Refusal([{ code: 'ARCHIVE_DAMAGED', message: 'The archive is damaged.', fix: 'Make it anew, or upload it again.', place }]);
}

const tooLarge = (): never =>
  refuseFile('ARCHIVE_TOO_LARGE', `The archive holds more than ${MOST_BYTES / 1_000_000} MB.`, 'Split it into several archives.');

/** A name as it may be shown: short, on one line, without control characters. */

const shown = (name: string): string => name.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '?').slice(0, 200);
