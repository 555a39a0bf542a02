import type { Block, Line, Sheet } from '../sheet/sheet';

/** The sheet as CommonMark with tables, to be kept in a repository or pasted elsewhere. A page break is a thematic break. */
export const markdownOf = (sheet: Sheet): string =>
  `${[`<!-- ${escapeComment(sheet.foot)} -->`, ...sheet.blocks.map((block) => textOf(block))].join('\n\n')}\n`;

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escape(block.text)}`;
    case 'prose':
      return inline(block.line);
    case 'facts':
      return `*${inline(block.line.map((span) => ({ ...span, italic: false })))}*`;
    case 'list':
      return block.items.map((item, index) => `${markerOf(block.marker, index)} ${inline(item)}`).join('\n');
    case 'spoken':
    case 'aside':
      return quoted([`**${escape(block.label)}**`, ...block.blocks.map(textOf)].join('\n\n'));
    case 'verbatim':
      return [...(block.title === '' ? [] : [`**${escape(block.title)}**`]), fenced(block.text)].join('\n\n');
    case 'table':
      return [
        row(block.columns.map(({ title }) => escape(title))),
        row(block.columns.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map(inline))),
      ].join('\n');
    case 'ruled':
      return `**${escape(block.label)}:**${'\n\n&nbsp;'.repeat(block.lines)}`;
    case 'page':
      return '---';
  }
}

const markerOf = (marker: 'number' | 'bullet' | 'box', index: number): string =>
  marker === 'number' ? `${index + 1}.` : marker === 'box' ? '- [ ]' : '-';

const inline = (line: Line): string =>
  line
    .map(({ text, bold, italic, code }) => {
      if (code === true) return codeSpan(text);
      const marks = `${bold === true ? '**' : ''}${italic === true ? '*' : ''}`;
      // Marks must touch their words.
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
      return words === '' ? text : `${before}${marks}${escape(words)}${[...marks].reverse().join('')}${after}`;
    })
    .join('');

const escape = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replaceAll('\n', ' ');

const escapeComment = (text: string): string => text.replaceAll('--', '- -');

/** Fenced with more backticks than the text has in a row. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return longest === 0 ? `${mark}${text}${mark}` : `${mark} ${text} ${mark}`;
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
