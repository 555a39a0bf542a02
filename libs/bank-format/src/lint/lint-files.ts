import { type FaultPath, pathText } from '../bank-fault';
import type { BankFile, BankQuestion } from '../bank-file';
import { FaultLog } from '../fault-log';
import { readBankFile } from '../parse-bank';
import { leadingComment, printBankFile } from '../print-bank';
import { readYaml, type TextPosition, type YamlReading } from '../read-yaml';
import { type Finding, type PlannedFix, WHOLE_BANK } from './finding';
import type { BankComplaint, Surroundings } from './rule';
import { BANK_RULES, FILE_RULES, QUESTION_RULES, type RuleInWords } from './rules';

/** A bank file by the name that complaints give it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What may be known besides the files; see `Surroundings`. */
export type LintSettings = Partial<Omit<Surroundings, 'levelsOf'>> & {
  /** Called after each file and at the end, for a progress line. */
  readonly onProgress?: (done: number, of: number) => void;
};

/** What came out: every finding in the order of the files, the files that could be read, and the repairs by file. */
export interface LintReport {
  readonly findings: readonly Finding[];
  readonly files: readonly LintedFile[];
  /** Questions that were looked at. */
  readonly questions: number;
}

export interface LintedFile {
  readonly name: string;
  readonly bank: BankFile;
  readonly comment: string | undefined;
  readonly fixes: readonly PlannedFix[];
}

interface Placed {
  readonly file: LintedFile & { readonly fixes: PlannedFix[] };
  readonly index: number;
  readonly question: BankQuestion;
  readonly locate: YamlReading['locate'];
}

const STANDARD_LEVELS = [1, 2, 3, 4, 5];
const TOP: TextPosition = { line: 1, column: 1 };

/**
 * Reads bank files and holds them against every rule. Pure: texts in, findings out. A file that cannot be read gives its faults as
 * `L01` and takes no part in the rest. Exceptions of authors mark findings as excepted; those that answer nothing are findings themselves.
 */
export function lintFiles(
  texts: readonly NamedText[],
  { known, today, texts: knownTexts = [], onProgress }: LintSettings = {},
): LintReport {
  const findings: Finding[] = [];
  const placed: Placed[] = [];
  const files: LintedFile[] = [];
  texts.forEach(({ name, text }, done) => {
    onProgress?.(done, texts.length);
    const reading = readYaml(text);
    const log = new FaultLog();
    const bank = reading.ok ? readBankFile(reading.value.value, log) : undefined;
    if (!reading.ok || bank === undefined) {
      const faults = reading.ok ? log.faults.map((fault) => ({ ...fault, ...reading.value.locate(fault.path) })) : reading.error;
      for (const { message, path, line = 1, column = 1, meant } of faults) {
        const fixable = meant !== undefined;
        findings.push({ rule: 'L01', severity: 'ERROR', file: name, line, column, at: pathText(path), message, fixable });
      }
      return;
    }
    const comment = leadingComment(text);
    const file = { name, bank, comment, fixes: [] };
    files.push(file);
    if (!text.trimStart().startsWith('{') && printBankFile(bank, comment) !== text.replace(/^\ufeff/, ''))
      findings.push(finding(FILE_RULES.canonical, file.name, TOP, { message: 'The file is not in canonical form.', fixable: true }));
    bank.questions.forEach((question, index) => placed.push({ file, index, question, locate: reading.value.locate }));
  });
  const surroundingsOf = ({ file }: Placed): Surroundings => ({ known, today, texts: knownTexts, levelsOf: levelsIn(file.bank, known) });
  for (const place of placed)
    for (const rule of QUESTION_RULES)
      for (const complaint of rule.check(place.question, surroundingsOf(place))) findings.push(complained(rule, place, complaint));
  const questions = placed.map(({ question }) => question);
  for (const rule of BANK_RULES) {
    for (const complaint of rule.checkBank(questions, { known, today, texts: knownTexts, levelsOf: () => STANDARD_LEVELS })) {
      const place = complaint.question === undefined ? undefined : placed[complaint.question];
      if (place !== undefined) findings.push(complained(rule, place, complaint));
      else findings.push(finding(rule, WHOLE_BANK, TOP, { message: complaint.message, fixable: false }));
    }
  }
  onProgress?.(texts.length, texts.length);
  const order = new Map(texts.map(({ name }, index) => [name, index]));
  const answered = excepted(findings, placed).sort(
    (a, b) =>
      (order.get(a.file) ?? texts.length) - (order.get(b.file) ?? texts.length) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.rule < b.rule ? -1 : 1),
  );
  return { findings: answered, files, questions: questions.length };
}

/** The levels of a scale by its slug: one of the file, or the standard one as the framework has it. */
export const levelsIn =
  (bank: Pick<BankFile, 'scales'>, known: Surroundings['known']) =>
  (slug: string): readonly number[] | undefined =>
    bank.scales?.find(({ id }) => id === slug)?.levels.map(({ value }) => value) ??
    (slug === 'standard' ? (known?.levels ?? STANDARD_LEVELS) : undefined);

function finding(rule: RuleInWords, file: string, { line, column }: TextPosition, more: { message: string; fixable: boolean }): Finding {
  return { rule: rule.id, severity: rule.severity, file, line, column, at: '', ...more };
}

function complained(
  rule: RuleInWords,
  { file, index, question, locate }: Placed,
  { path, message, severity, fix }: BankComplaint,
): Finding {
  const answered = question.record?.exceptions?.some(
    ({ rule: id, at }) => id === rule.id && (at === undefined || isWithin(pathText(path), at)),
  );
  if (fix !== undefined && answered !== true) file.fixes.push({ ...fix, question: index });
  return {
    rule: rule.id,
    severity: severity ?? rule.severity,
    file: file.name,
    ...locate(['questions', index, ...path]),
    question: question.id,
    at: pathText(path),
    message,
    fixable: fix !== undefined,
  };
}

/** Rules whose complaints no reason answers: what cannot be read, and exceptions that answer nothing. */
const UNANSWERABLE: ReadonlySet<string> = new Set(['X01', 'F01']);

function excepted(findings: readonly Finding[], placed: readonly Placed[]): Finding[] {
  const owners = new Map(placed.map((place) => [`${place.file.name}\n${place.question.id}`, place]));
  const used = new Set<object>();
  const answered = findings.map((each): Finding => {
    const owner = owners.get(`${each.file}\n${each.question ?? ''}`);
    const exception = owner?.question.record?.exceptions?.find(
      ({ rule, at }) => rule === each.rule && !UNANSWERABLE.has(rule) && (at === undefined || isWithin(each.at, at)),
    );
    if (exception === undefined) return each;
    used.add(exception);
    return { ...each, excepted: exception.reason };
  });
  const leftOver = placed.flatMap(({ file, index, question, locate }) =>
    (question.record?.exceptions ?? []).flatMap((exception, place): Finding[] => {
      if (used.has(exception)) return [];
      const path: FaultPath = ['record', 'exceptions', place];
      const message = `Nothing complains under ${exception.rule} here. Remove the exception.`;
      const { line, column } = locate(['questions', index, ...path]);
      return [
        {
          ...finding(FILE_RULES.exception, file.name, { line, column }, { message, fixable: false }),
          question: question.id,
          at: pathText(path),
        },
      ];
    }),
  );
  return [...answered, ...leftOver];
}

/** Does an exception for `whole` answer a complaint at `place`? */
export const isWithin = (place: string, whole: string): boolean =>
  place === whole || place.startsWith(`${whole}.`) || place.startsWith(`${whole}[`);
