import { type BankFault, type FaultPath, pathText } from '../bank-fault';
import type { QuestionDocument } from '../question-document';
import { readQuestion } from '../question-text';
import type { TextPosition } from '../read-yaml';
import { levelsIn } from './lint-files';
import type { LintFix, Severity, Surroundings } from './rule';
import { QUESTION_RULES } from './rules';

/** A complaint about one question, at its place in the document and in the text of it. */
export interface QuestionFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: FaultPath;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** The repair that needs no thought; its path counts from the question. */
  readonly fix?: LintFix;
}

/** What is known besides the question; see `Surroundings`. */
export type QuestionSurroundings = Partial<Pick<Surroundings, 'known' | 'today' | 'texts'>>;

/**
 * One question held against every rule that looks at questions one by one, in the order of the text. `locate` gives the place of a member in
 * it; without one all is at the top.
 */
export function lintQuestion(
  question: QuestionDocument,
  { known, today, texts = [] }: QuestionSurroundings = {},
  locate: (path: FaultPath) => TextPosition = () => ({ line: 1, column: 1 }),
): readonly QuestionFinding[] {
  const surroundings: Surroundings = { known, today, texts, levelsOf: levelsIn({}, known) };
  return QUESTION_RULES.flatMap((rule) =>
    rule.check(question, surroundings).map(({ path, message, severity, fix }) => ({
      rule: rule.id,
      severity: severity ?? rule.severity,
      message,
      path,
      ...locate(path),
      ...(fix === undefined ? {} : { fix }),
    })),
  ).sort((a, b) => a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}

/** The same for a text that somebody is writing. One that cannot be read has its faults as findings of `L01`, and no others. */
export function lintQuestionText(text: string, id?: string, surroundings: QuestionSurroundings = {}): readonly QuestionFinding[] {
  const read = readQuestion(text, id);
  return read.ok ? lintQuestion(read.value.document, surroundings, read.value.locate) : read.error.map(unreadable);
}

/** What keeps a question from being read. Two faults may stand at one place, so they are kept in their order. */
const unreadable = ({ path, message, line = 1, column = 1 }: BankFault): QuestionFinding => ({
  rule: 'L01',
  severity: 'ERROR',
  message: path.length === 0 ? message : `${pathText(path)}: ${message}`,
  path,
  line,
  column,
});
