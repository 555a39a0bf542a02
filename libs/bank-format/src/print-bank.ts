import { type BankFile, bankFileShape, defaultsOf } from './bank-file';
import { type PrintLayout, printYaml } from './print-yaml';
import { QUESTION_MEMBERS } from './question-document';

/** What each section of a question begins with: what it is, what the candidate gets, the script, the scoring, the upkeep. */
const SECTION_STARTS: readonly string[] = ['id', 'construct', 'advanceNotice', 'scriptNotes', 'rubric', 'scoringNotes', 'variants'];

const sections = SECTION_STARTS.map((start, index) => {
  const next = SECTION_STARTS[index + 1];
  return QUESTION_MEMBERS.slice(QUESTION_MEMBERS.indexOf(start), next === undefined ? undefined : QUESTION_MEMBERS.indexOf(next));
});

/** How members are set, and which of them are set apart. */
export const BANK_LAYOUT: PrintLayout = { verbatim: new Set(['extensions']), apart: new Set(['', 'questions']), sections };

/**
 * The one text of a bank file in YAML: printing what was read from it gives the same bytes again. Members stand in the order of
 * the schema; what reading would fill in is left out. `comment` is set above it, without the `#`.
 */
export const printBankFile = (file: BankFile, comment?: string): string => printYaml(slim(file), BANK_LAYOUT, comment);

/** The same as JSON, which is read by the same reader. */
export const printBankJson = (file: BankFile): string => `${JSON.stringify(slim(file), null, 2)}\n`;

const slim = (file: BankFile): unknown => bankFileShape(defaultsOf(file.bank)).slim(file);

/** The comment above a file, as `printBankFile` takes it; an editor finds the schema by it. `undefined` where there is none. */
export function leadingComment(text: string): string | undefined {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const comment = lines.slice(0, end === -1 ? undefined : end).map((line) => line.slice(1));
  return comment.length === 0 ? undefined : comment.join('\n');
}
