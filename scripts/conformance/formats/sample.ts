import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

/** What a manifest expects of one file. Members that are absent are not compared. */
export interface Expectation {
  readonly outcome: string;
  readonly errorCode?: string;
  readonly warnings?: readonly string[];
  readonly titles?: readonly (string | null)[] | null;
  readonly list?: readonly ExpectedItem[];
  readonly counts?: Readonly<Record<string, number>>;
  readonly categories?: readonly string[];
  readonly categoryOf?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  readonly sourceIds?: readonly string[];
  readonly acceptItems?: readonly number[];
  readonly points?: readonly number[];
  readonly overall?: string;
  readonly [count: string]: unknown;
}

export interface ExpectedItem {
  readonly sourceId: string;
  readonly title: string;
  readonly kind: string;
  readonly rubric: boolean;
  readonly rubricViews?: readonly string[];
}

export interface Sample {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly expect: Expectation;
}

/** A sample that cannot be read, and why. */
export interface LostSample {
  readonly file: string;
  readonly fault: string;
}

/** Every file that the MANIFEST.json of a folder lists. A name that leads out of the folder is a fault, and so is a file that is missing. */
export function readSamples(folder: string): readonly (Sample | LostSample)[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'MANIFEST.json'), 'utf8')) as {
    readonly files?: readonly { readonly file?: string; readonly expect?: Expectation }[];
  };
  if (!Array.isArray(manifest.files)) throw new Error('MANIFEST.json has no list "files".');
  return manifest.files.map(({ file = '', expect }) => {
    const path = normalize(file);
    if (file === '' || path.startsWith('..') || path.startsWith('/')) return { file, fault: 'the name leads out of the folder' };
    if (expect === undefined || typeof expect.outcome !== 'string') return { file, fault: 'the manifest expects nothing of it' };
    try {
      return { file, bytes: readFileSync(join(folder, path)), expect };
    } catch {
      return { file, fault: 'the file is missing or cannot be read' };
    }
  });
}
