import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DOOR_LIMITS } from '@touchstone/bank-format';
import { whyNot } from '../analyze/usage';
import { WrongUsage } from '../analyze/input/faults';
import { STDIN } from '../bank/input/find-files';

/** A file of the command line as the library takes it. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The bytes of a file, or of the standard input. Files that are larger than anything that is read are not even opened. */
export function readBytes(path: string): NamedBytes {
  if (path === STDIN) return { name: 'stdin', bytes: read(0, '<stdin>') };
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) throw new WrongUsage(`There is no file ${path}.`);
  if (entry.isDirectory()) throw new WrongUsage(`${path} is a folder. Name a file in it.`);
  if (entry.size > DOOR_LIMITS.csvFile)
    throw new WrongUsage(`${path} is larger than ${DOOR_LIMITS.csvFile / 1e6} MB. Split it into several files.`);
  return { name: basename(path), bytes: read(path, path) };
}

function read(from: string | 0, name: string): Uint8Array {
  try {
    return readFileSync(from);
  } catch (error) {
    throw new WrongUsage(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

export function writeBytes(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    throw new WrongUsage(`${path} cannot be written. ${whyNot(error)}`);
  }
}

/** Whether bytes are a text that a terminal can show. */
export const isText = (mediaType: string): boolean => /^text\/|json|xml$|yaml/.test(mediaType) && !mediaType.includes('sheet');
