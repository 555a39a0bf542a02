import { ALL_RULES, type Finding, lintFiles, type LintReport, placeOf } from '@touchstone/bank-format';
import { wrap } from '../analyze/render/wrap';
import { WrongUsage } from '../analyze/input/faults';
import { type Terminal, numbered, writeJson } from './terminal';
import { fix } from './fix';
import { STDIN } from './input/find-files';
import { readTexts } from './input/read-texts';
import { lintSettings, type SurroundingsFlags } from './input/surroundings';

/** What `touchstone bank lint` may be told. */
export interface LintFlags extends SurroundingsFlags {
  readonly fix?: boolean;
  readonly dropComments?: boolean;
  readonly strict?: boolean;
  readonly rule?: readonly string[];
  readonly answered?: boolean;
  readonly rules?: boolean;
  readonly explain?: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** 0: no error is left, with `--strict` no warning without a reason either; 1: one is. */
export function lint(names: readonly string[], flags: LintFlags, terminal: Terminal, clock: () => Date): 0 | 1 {
  if (flags.rules === true || flags.explain !== undefined) return tellRules(flags, terminal);
  if (names.length === 0) throw new WrongUsage('Name files, folders or patterns to lint, or - for the standard input.');
  const rules = wantedRules(flags.rule);
  if (flags.fix === true && names.includes(STDIN)) throw new WrongUsage('The standard input cannot be mended in place. Use touchstone bank fix -.');
  if (flags.fix === true) fix(names, { ...flags, onlyLeft: true, json: false }, terminal, clock);
  const texts = readTexts(names);
  const report = lintFiles(texts, { ...lintSettings(flags, clock), onProgress: progressOn(terminal, flags) });
  const wanted = report.findings.filter(({ rule }) => rules === undefined || rules.has(rule));
  const open = wanted.filter(({ excepted }) => excepted === undefined);
  const errors = open.filter(({ severity }) => severity === 'ERROR').length;
  const failed = errors > 0 || (flags.strict === true && open.length > 0);
  if (flags.json === true) writeJson(terminal, { questions: report.questions, findings: wanted, errors, warnings: open.length - errors });
  else show(report, wanted, flags, terminal, texts.length);
  return failed ? 1 : 0;
}

function wantedRules(written: readonly string[] | undefined): ReadonlySet<string> | undefined {
  if (written === undefined) return undefined;
  const wanted = new Set(written.flatMap((names) => names.split(',')).map((id) => id.trim().toUpperCase()));
  const stranger = [...wanted].find((id) => !ALL_RULES.some((rule) => rule.id === id));
  if (stranger !== undefined) throw new WrongUsage(`There is no rule ${stranger}. touchstone bank lint --rules lists them.`);
  return wanted;
}

function show({ questions }: LintReport, findings: readonly Finding[], flags: LintFlags, terminal: Terminal, files: number): void {
  const { out, columns, paint } = terminal;
  const open = findings.filter(({ excepted }) => excepted === undefined);
  const answered = findings.length - open.length;
  for (const finding of flags.answered === true ? findings : open) {
    const word = finding.severity === 'ERROR' ? paint.stop('error') : paint.care('warning');
    out(`${paint.strong(placeOf(finding))} ${word} ${finding.rule}${finding.fixable ? paint.good(' (can be mended)') : ''}\n`);
    const subject = [finding.question, finding.at].filter(Boolean).join(' ');
    if (subject !== '') out(`  ${paint.quiet(subject)}\n`);
    for (const line of wrap(finding.message, columns - 2)) out(`  ${line}\n`);
    for (const line of finding.excepted === undefined ? [] : wrap(`Answered: ${finding.excepted}`, columns - 2)) out(`  ${paint.quiet(line)}\n`);
  }
  if (flags.quiet === true) return;
  const errors = open.filter(({ severity }) => severity === 'ERROR').length;
  const mendable = open.filter(({ fixable }) => fixable).length;
  const brush = errors > 0 ? paint.stop : open.length > 0 ? paint.care : paint.good;
  const parts = [
    `${numbered(errors, 'error')} and ${numbered(open.length - errors, 'warning')} in ${numbered(questions, 'question')} of ${numbered(files, 'file')}`,
    ...(answered > 0 ? [`${answered} answered by their authors`] : []),
    ...(mendable > 0 ? [`${mendable} can be mended with --fix`] : []),
  ];
  out(`${open.length > 0 ? '\n' : ''}${brush(parts.join('; '))}.\n`);
}

function progressOn(terminal: Terminal, { quiet, json }: LintFlags): (done: number, of: number) => void {
  if (quiet === true || json === true || !terminal.errorIsTerminal) return () => undefined;
  return (done, of) => terminal.error(done === of ? `\r${' '.repeat(40)}\r` : `\rReading ${done + 1} of ${of} …`);
}

function tellRules({ explain, json }: LintFlags, terminal: Terminal): 0 {
  const { out, columns, paint } = terminal;
  const rules = explain === undefined ? ALL_RULES : ALL_RULES.filter(({ id }) => id === explain.toUpperCase());
  if (rules.length === 0) throw new WrongUsage(`There is no rule ${explain ?? ''}. touchstone bank lint --rules lists them.`);
  if (json === true) writeJson(terminal, rules);
  else
    for (const { id, severity, asks, why } of rules) {
      out(`${paint.strong(id)} ${severity === 'ERROR' ? paint.stop('error  ') : paint.care('warning')} ${wrap(asks, columns - 12).join(`\n${' '.repeat(12)}`)}\n`);
      if (explain !== undefined) out(`${wrap(why, columns - 12).map((line) => `${' '.repeat(12)}${line}`).join('\n')}\n`);
    }
  return 0;
}
