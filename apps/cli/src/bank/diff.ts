import { createHash } from 'node:crypto';
import { type BankQuestion, canonicalQuestion, changeInWords, compareQuestions, type QuestionChange } from '@touchstone/bank-format';
import { WrongUsage } from '../analyze/input/faults';
import { complain, type Terminal, numbered, writeJson } from './terminal';
import { readQuestions } from './input/read-questions';
import { STDIN } from './input/find-files';
import { readTexts } from './input/read-texts';
import { sideBySide } from './show/side-by-side';
import { inlineChange } from './show/inline-change';

/** What `touchstone bank diff` may be told. */
export interface DiffFlags {
  readonly question?: string;
  readonly words?: boolean;
  readonly sideBySide?: boolean;
  readonly json?: boolean;
}

interface Pair {
  readonly id: string;
  readonly before: BankQuestion | undefined;
  readonly after: BankQuestion | undefined;
  readonly changes: readonly QuestionChange[];
}

/** What differs between two versions of a file, question by question. 0: nothing; 1: something, or a file cannot be read. */
export function diff(oldName: string, newName: string, flags: DiffFlags, terminal: Terminal): 0 | 1 {
  if (oldName === STDIN && newName === STDIN) throw new WrongUsage('Only one of the two files can come from the standard input.');
  const [old, fresh] = [readQuestions(readTexts([oldName])), readQuestions(readTexts([newName]))];
  const complaints = [...old.complaints, ...fresh.complaints];
  if (complaints.length > 0) {
    complain(terminal, complaints);
    return 1;
  }
  const pairs = pairsOf(old.questions, fresh.questions, flags.question);
  if (flags.json === true) writeJson(terminal, { questions: pairs.map(inJson) });
  else show(pairs, flags, terminal);
  return pairs.length > 0 ? 1 : 0;
}

/** Questions that differ, were added or removed; two files of one question each are compared whatever their ids. */
function pairsOf(old: readonly BankQuestion[], fresh: readonly BankQuestion[], only: string | undefined): readonly Pair[] {
  const [one, other] = [old[0], fresh[0]];
  if (only === undefined && old.length === 1 && fresh.length === 1 && one !== undefined && other !== undefined) return pair(other.id, one, other);
  const ids = [...new Set([...old, ...fresh].map(({ id }) => id))].filter((id) => only === undefined || id === only);
  if (only !== undefined && ids.length === 0) throw new WrongUsage(`Neither file has a question ${only}.`);
  return ids.flatMap((id) =>
    pair(
      id,
      old.find((question) => question.id === id),
      fresh.find((question) => question.id === id),
    ),
  );
}

function pair(id: string, before: BankQuestion | undefined, after: BankQuestion | undefined): readonly Pair[] {
  const changes = before !== undefined && after !== undefined ? compareQuestions(before, after) : [];
  return before !== undefined && after !== undefined && changes.length === 0 ? [] : [{ id, before, after, changes }];
}

/** The name of a content: SHA-256 of its canonical JSON (RFC 8785), in hex. */
const hashOf = (question: BankQuestion): string => createHash('sha256').update(canonicalQuestion(question), 'utf8').digest('hex');

const inJson = ({ id, before, after, changes }: Pair): unknown => ({
  id,
  status: before === undefined ? 'ADDED' : after === undefined ? 'REMOVED' : 'CHANGED',
  hashes: { before: before === undefined ? null : hashOf(before), after: after === undefined ? null : hashOf(after) },
  scoring: changes.some(({ scoring }) => scoring),
  changes: changes.map((change) => ({ ...change, inWords: changeInWords(change, after ?? { rubric: (before as BankQuestion).rubric }) })),
});

function show(pairs: readonly Pair[], flags: DiffFlags, terminal: Terminal): void {
  const { out, paint } = terminal;
  if (pairs.length === 0) out(`${paint.good('No difference.')}\n`);
  for (const { id, before, after, changes } of pairs) {
    out(`${paint.strong(id)}${after === undefined ? '' : `  ${after.title}`}\n`);
    if (before === undefined || after === undefined) {
      out(`  ${before === undefined ? paint.good('new') : paint.stop('removed')}\n\n`);
      continue;
    }
    const scored = changes.filter(({ scoring }) => scoring).length;
    out(`  ${paint.quiet(`${hashOf(before).slice(0, 12)} → ${hashOf(after).slice(0, 12)}, ${numbered(changes.length, 'difference')}`)}\n`);
    if (scored > 0) out(`  ${paint.care(`${scored} of them touch what is asked or scored: scores of before and after are not comparable without a look.`)}\n`);
    for (const change of changes) {
      out(`\n  ${change.scoring ? paint.care('!') : ' '} ${changeInWords(change, after)}\n`);
      if (flags.words === true) continue;
      const lines = flags.sideBySide === true ? sideBySide(change, terminal) : inlineChange(change, terminal);
      for (const line of lines) out(`    ${line}\n`);
    }
    out('\n');
  }
}
