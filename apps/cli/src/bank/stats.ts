import { bankStats } from '@touchstone/bank-format';
import { WrongUsage } from '../analyze/input/faults';
import { fit, widthOf } from '../analyze/render/wrap';
import { complain, numbered, type Terminal, writeJson } from './terminal';
import { readQuestions } from './input/read-questions';
import { readTexts } from './input/read-texts';

/** What `touchstone bank stats` may be told. */
export interface StatsFlags {
  readonly json?: boolean;
}

const BAR = 24;
const LENGTHS = 'lengths';

/** What a bank looks like: kinds, difficulty, seniority, culprits, lengths. 1: a file cannot be read. */
export function stats(names: readonly string[], { json }: StatsFlags, terminal: Terminal): 0 | 1 {
  if (names.length === 0) throw new WrongUsage('Name the files, folders or patterns of the bank.');
  const { questions, complaints } = readQuestions(readTexts(names));
  complain(terminal, complaints);
  const figures = bankStats(questions);
  const { out, paint } = terminal;
  if (json === true) writeJson(terminal, figures);
  else {
    out(`${paint.strong(numbered(figures.questions, 'question'))}\n`);
    for (const { what, of, names: rows } of figures.counts) {
      const width = Math.max(...rows.map(({ name }) => widthOf(name)));
      out(`\n${paint.strong(what)}${of === figures.questions ? '' : paint.quiet(of > figures.questions ? `  (${of} in all)` : `  (${of} say it)`)}\n`);
      for (const { name, count } of rows)
        out(`  ${fit(name, width, 'left')}  ${String(count).padStart(4)}  ${paint.quiet(`${String(Math.round((100 * count) / of)).padStart(3)} %`)}  ${'█'.repeat(Math.max(1, Math.round((BAR * count) / of)))}\n`);
    }
    const width = Math.max(widthOf(LENGTHS), ...figures.spreads.map(({ what }) => widthOf(what)));
    out(`\n${paint.strong(fit(LENGTHS, width + 2, 'left'))}${paint.quiet('  least  median   most')}\n`);
    for (const { what, least, median, most } of figures.spreads)
      out(`  ${fit(what, width, 'left')}${[least, median, most].map((value) => String(value).padStart(8)).join('')}\n`);
    if (figures.lengthCue !== null)
      out(`\nLevel and length of anchors correlate by ${figures.lengthCue.toFixed(2)}; above 0.50 length tells the level.\n`);
  }
  return complaints.length > 0 ? 1 : 0;
}
