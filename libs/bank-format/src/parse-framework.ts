import { ok, type Result } from '@touchstone/kernel';
import type { BankFault } from './bank-fault';
import { type Framework, frameworkFile } from './framework-shapes';
import { parseText } from './parse-text';

/**
 * Reads a framework file. Beyond form it holds: slugs unique; positions 1, 2, 3 …; every competency in a category of the
 * file; levels 1, 2, 3 … (three to seven); each role profile weighs competencies of the file that are in use, each at most
 * once, in steps of 0.5, to exactly 100. Errors: all faults with path, line and column.
 */
export function parseFramework(text: string): Result<Framework, readonly BankFault[]> {
  const read = parseText(text, (value, log) => frameworkFile.read(value, [], log));
  if (!read.ok) return read;
  const { format: _format, ...framework } = read.value;
  return ok(framework);
}
