import type { Tone } from '@touchstone/psychometrics';
import type { Block, Report, Statement } from '../report/report';
import type { Paint } from './paint';
import { terminalTable } from './terminal-table';
import { wrap } from './wrap';

/** The report for a terminal of `width` columns: how the file was understood, what it says, then the figures. */
export function terminalReport(report: Report, width: number, paint: Paint): string {
  const indented = (text: string, by: number): string[] => wrap(text, width - by).map((line) => ' '.repeat(by) + line);
  const lines = [
    paint.strong(report.title),
    ...wrap(report.subtitle, width),
    '',
    paint.strong('How the file was understood'),
    ...report.understood.flatMap((line) => indented(line, 2)),
    ...report.sections.flatMap(({ title, lead, blocks }) => [
      '',
      '',
      paint.strong(title.toUpperCase()),
      ...wrap(lead, width).map((line) => paint.quiet(line)),
      ...blocks.flatMap((block) => linesOf(block, width, paint)),
    ]),
    '',
    '',
    ...report.closing.flatMap((line) => wrap(line, width)).map((line) => paint.quiet(line)),
  ];
  return `${lines.join('\n')}\n`;
}

function linesOf(block: Block, width: number, paint: Paint): string[] {
  switch (block.kind) {
    case 'text':
      return ['', ...wrap(block.text, width)];
    case 'statements':
      return block.statements.flatMap((statement) => ['', ...statementLines(statement, width, paint)]);
    case 'table':
      return ['', ...terminalTable(block, width, paint)];
    case 'plot':
      return [];
  }
}

/** A mark for each tone, so that no colour has to be seen. */
const MARKS: Readonly<Record<Tone, string>> = { GOOD: '✓', PLAIN: '·', CARE: '!', STOP: '✗' };

function statementLines({ tone, headline, says }: Statement, width: number, paint: Paint): string[] {
  const brush = { GOOD: paint.good, PLAIN: paint.quiet, CARE: paint.care, STOP: paint.stop }[tone];
  const [first = '', ...rest] = wrap(headline, width - 3);
  return [
    `${brush(MARKS[tone])}  ${paint.strong(first)}`,
    ...rest.map((line) => `   ${paint.strong(line)}`),
    ...wrap(says, width - 3).map((line) => `   ${line}`),
  ];
}
