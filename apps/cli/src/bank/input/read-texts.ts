import { readFileSync, statSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import type { NamedText } from '@touchstone/bank-format';
import { WrongUsage } from '../../analyze/input/faults';
import { findFiles, STDIN } from './find-files';

/** How the standard input is called in complaints. */
const STDIN_NAME = '<stdin>';
const LARGEST = 16_000_000;

/**
 * The texts that the names on the command line mean; see `findFiles`. Files of a folder or pattern that say that they are something else,
 * such as a framework, are passed over. Throws WrongUsage where one cannot be read as UTF-8.
 */
export const readTexts = (names: readonly string[]): readonly NamedText[] =>
  findFiles(names).flatMap((path) => {
    const text = readText(path);
    return names.includes(path) || !OTHER_FORMAT.test(text.text.slice(0, HEAD)) ? [text] : [];
  });

/** Where a file says what it is. */
const HEAD = 2_000;
const OTHER_FORMAT = /^\s*"?format"?:\s*"?(?!interview-bank\/)[a-z-]+\/\d/m;

function readText(path: string): NamedText {
  const name = path === STDIN ? STDIN_NAME : path;
  if (path !== STDIN && statSync(path).size > LARGEST) throw new WrongUsage(`${name} is larger than ${LARGEST / 1e6} MB. Split it into one file per category.`);
  const bytes = bytesOf(path, name);
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new WrongUsage(`${name} is not UTF-8. Save it as UTF-8 and try again.`);
  }
}

function bytesOf(path: string, name: string): Uint8Array {
  try {
    return readFileSync(path === STDIN ? 0 : path);
  } catch (error) {
    throw new WrongUsage(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
