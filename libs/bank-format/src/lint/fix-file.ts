import type { BankFile } from '../bank-file';
import { FaultLog } from '../fault-log';
import { readBankFile } from '../parse-bank';
import { leadingComment, printBankFile } from '../print-bank';
import { readYaml } from '../read-yaml';
import { isRecord } from '../value-readers';
import { applyFixes, changed } from './apply-fixes';
import { type LintedFile, lintFiles, type LintSettings, type NamedText } from './lint-files';

/** The text after every mechanical repair, in canonical form; `null` where the file cannot be read even so. */
export interface FixedFile {
  readonly text: string | null;
  /** Repairs that were made, the form of the file not counted. */
  readonly repairs: number;
}

/** Misspelt members may hide others. */
const MOST_ROUNDS = 5;

/**
 * Makes every repair that needs no thought: members that were misspelt, sums that were not added, words with one replacement, and the
 * canonical form. Comments inside the file are lost (see `hasInnerComments`); those above it stay. Does not touch questions whose
 * complaint an author has answered.
 */
export function fixFile({ name, text }: NamedText, settings: LintSettings = {}): FixedFile {
  const reading = readYaml(text);
  if (!reading.ok) return { text: null, repairs: 0 };
  const { bank, renamed } = withRenamedMembers(reading.value.value);
  if (bank === undefined) return { text: null, repairs: 0 };
  const readable = printBankFile(bank, leadingComment(text));
  const [file] = lintFiles([{ name, text: readable }], settings).files;
  if (file === undefined) return { text: readable, repairs: renamed };
  return { text: repairedText(file), repairs: renamed + file.fixes.length };
}

function withRenamedMembers(written: unknown): { readonly bank: BankFile | undefined; readonly renamed: number } {
  let value = written;
  let renamed = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const log = new FaultLog();
    const bank = readBankFile(value, log);
    if (bank !== undefined) return { bank, renamed };
    const misspelt = log.faults.flatMap(({ path, meant }) => (meant === undefined ? [] : [{ path, meant }]));
    if (misspelt.length === 0) break;
    for (const { path, meant } of misspelt) value = changed(value, path.slice(0, -1), (owner) => withMember(owner, path.at(-1), meant));
    renamed += misspelt.length;
  }
  return { bank: undefined, renamed };
}

/** A name that is taken stays as it is: which of the two is right takes thought. */
function withMember(owner: unknown, from: string | number | undefined, to: string): unknown {
  if (!isRecord(owner) || Object.hasOwn(owner, to)) return owner;
  return Object.fromEntries(Object.entries(owner).map(([name, member]) => [name === from ? to : name, member]));
}

const repairedText = ({ bank, comment, fixes }: LintedFile): string =>
  printBankFile(
    applyFixes(
      bank,
      fixes.map(({ question, path, ...fix }) => ({ ...fix, path: ['questions', question, ...path] })),
    ) as BankFile,
    comment,
  );

/** Whether a text holds comments besides those above it; `fixFile` would lose them. */
export function hasInnerComments(text: string): boolean {
  const lines = text.split('\n');
  const top = lines.findIndex((line) => !line.startsWith('#'));
  let block = Number.POSITIVE_INFINITY; // indentation of the member whose literal block we are in
  return lines.slice(Math.max(0, top)).some((line) => {
    const indentation = line.search(/\S/);
    if (indentation === -1 || indentation > block) return false;
    block = /(?:^|[:\s-])[|>][+-]?\d?\s*$/.test(line) ? indentation : Number.POSITIVE_INFINITY;
    return /^\s*#/.test(line);
  });
}
