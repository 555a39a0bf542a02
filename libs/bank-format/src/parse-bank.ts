import type { Result } from '@touchstone/kernel';
import type { BankFault } from './bank-fault';
import { type BankFile, bankFileShape, defaultsOf } from './bank-file';
import type { FaultLog } from './fault-log';
import { parseText } from './parse-text';
import { isRecord } from './value-readers';

/**
 * Reads a bank file, YAML 1.2 or JSON, with every question normalized and given the licence (else `LicenseRef-unknown`) and
 * language (else `en`) of its bank. Errors: all faults found, each with path, line and column; a file with one fault is
 * refused whole. Well-formed is not yet fit for use: see `publishFaults` and the linter.
 */
export const parseBankFile = (text: string): Result<BankFile, readonly BankFault[]> => parseText(text, readBankFile);

/** The same from values that were read elsewhere. `undefined` where the log has faults. */
export function readBankFile(value: unknown, log: FaultLog): BankFile | undefined {
  return bankFileShape(defaultsOf(writtenHeader(value))).read(value, [], log);
}

/** Licence and language as they stand in the header, right or wrong: where they are wrong, the file is refused anyway. */
function writtenHeader(value: unknown): { license?: string; language?: string } {
  const header = isRecord(value) ? value['bank'] : undefined;
  if (!isRecord(header)) return {};
  const textOf = (member: unknown): string | undefined => (typeof member === 'string' && member.trim() !== '' ? member.trim() : undefined);
  return { license: textOf(header['license']), language: textOf(header['language']) };
}
