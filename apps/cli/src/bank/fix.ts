import { writeFileSync } from 'node:fs';
import { fixFile, hasInnerComments, type NamedText } from '@touchstone/bank-format';
import { WrongUsage } from '../analyze/input/faults';
import { type Terminal, numbered, writeJson } from './terminal';
import { STDIN } from './input/find-files';
import { readTexts } from './input/read-texts';
import { lintSettings, type SurroundingsFlags } from './input/surroundings';

/** What `touchstone bank fix` may be told. */
export interface FixFlags extends SurroundingsFlags {
  readonly dryRun?: boolean;
  readonly dropComments?: boolean;
  readonly quiet?: boolean;
  /** Say only which files were left as they were. */
  readonly onlyLeft?: boolean;
  readonly json?: boolean;
}

/** What became of one file. */
interface Outcome {
  readonly file: string;
  readonly outcome: 'CHANGED' | 'UNCHANGED' | 'UNREADABLE' | 'HAS_COMMENTS';
  readonly repairs: number;
}

const SAYS: Readonly<Record<Outcome['outcome'], string>> = {
  CHANGED: 'mended',
  UNCHANGED: 'as it should be',
  UNREADABLE: 'cannot be read; touchstone bank lint says why',
  HAS_COMMENTS: 'holds comments that would be lost; --drop-comments lets them go',
};

const isLeft = ({ outcome }: Outcome): boolean => outcome === 'UNREADABLE' || outcome === 'HAS_COMMENTS';

/** Makes every repair that needs no thought, in place; from the standard input to the standard output. 1: a file was left as it was. */
export function fix(names: readonly string[], flags: FixFlags, terminal: Terminal, clock: () => Date): 0 | 1 {
  if (names.length === 0) throw new WrongUsage('Name files, folders or patterns to mend, or - for the standard input.');
  const settings = lintSettings(flags, clock);
  const fromStdin = names.includes(STDIN);
  if (fromStdin && names.length > 1) throw new WrongUsage('Give either - for the standard input, or files.');
  const outcomes = readTexts(names).map((source): Outcome => {
    if (flags.dropComments !== true && hasInnerComments(source.text)) return { file: source.name, outcome: 'HAS_COMMENTS', repairs: 0 };
    const { text, repairs } = fixFile(source, settings);
    if (text === null) return { file: source.name, outcome: 'UNREADABLE', repairs: 0 };
    if (fromStdin) terminal.out(text);
    else if (text !== source.text && flags.dryRun !== true) write(source, text);
    return { file: source.name, outcome: text === source.text ? 'UNCHANGED' : 'CHANGED', repairs };
  });
  if (flags.json === true && !fromStdin) writeJson(terminal, { files: outcomes });
  else if (flags.quiet !== true)
    for (const { file, outcome, repairs } of outcomes.filter((one) => flags.onlyLeft !== true || isLeft(one)))
      terminal.error(`${file}: ${SAYS[outcome]}${repairs > 0 ? `, ${numbered(repairs, 'repair')}` : ''}${flags.dryRun === true ? ' (not written)' : ''}\n`);
  return outcomes.some(isLeft) ? 1 : 0;
}

function write({ name }: NamedText, text: string): void {
  try {
    writeFileSync(name, text);
  } catch (error) {
    throw new WrongUsage(`${name} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
