import type { Block, Report } from '../report/report';

/** The report as Markdown: for a wiki, a pull request, a mail. */
export function markdownReport(report: Report): string {
  const parts = [
    `# ${clean(report.title)}`,
    clean(report.subtitle),
    `**How the file was understood.** ${report.understood.map(clean).join(' ')}`,
    ...report.sections.flatMap(({ title, lead, blocks }) => [
      `## ${clean(title)}`,
      ...(lead === '' ? [] : [`*${clean(lead)}*`]),
      ...blocks.flatMap(partsOf),
    ]),
    '---',
    ...report.closing.map(clean),
  ];
  return `${parts.join('\n\n')}\n`;
}

function partsOf(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [clean(block.text)];
    case 'statements':
      return [block.statements.map(({ headline, says }) => `- **${clean(headline)}.** ${clean(says)}`).join('\n')];
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.map(clean).join(' | ')} |`;
      const rule = `|${block.columns.map(({ align }) => (align === 'right' ? '---:' : '---')).join('|')}|`;
      const table = [row(block.columns.map(({ title }) => title)), rule, ...block.rows.map(row)].join('\n');
      return [`**${clean(block.caption)}**`, table, ...block.notes.map((note) => clean(typeof note === 'string' ? note : note.says))];
    }
    case 'plot':
      return [];
  }
}

/** Names from a file are text, not Markdown. */
const clean = (text: string): string => text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
