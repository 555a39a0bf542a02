import type TurndownService from 'turndown';

/** What is used of a node of the page; the library's own types want a browser. */
interface PageNode {
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly innerHTML: string;
  readonly parentNode: PageNode | null;
  readonly lastElementChild: PageNode | null;
  readonly childNodes: Iterable<PageNode>;
  getAttribute(name: string): string | null;
  getElementsByTagName(name: string): Iterable<PageNode>;
}

const pageNode = (node: unknown): PageNode => node as PageNode;

/**
 * How HTML becomes Markdown here: short list marks, a line end for a line end, preformatted text as a fence, tables with pipes, and
 * no more backslashes than are needed to keep a mark from meaning something.
 */
export function markdownRules(converter: TurndownService): void {
  converter.escape = escapedText;
  converter.addRule('item', {
    filter: 'li',
    replacement: (content, item) => {
      const node = pageNode(item);
      const list = node.parentNode;
      const place = list === null ? 0 : itemsBefore(list, node);
      const start = Number(list?.getAttribute('start') ?? '1');
      const mark = list?.nodeName === 'OL' ? `${(Number.isSafeInteger(start) ? start : 1) + place}. ` : '- ';
      const text = content.replace(/^\n+|\s+$/g, '').replace(/\n{2,}(?=(\s*)(- |\d+\. ))/g, '\n');
      const isLast = list === null || node === list.lastElementChild;
      return `${mark}${text.replace(/\n(?!\n|$)/g, `\n${' '.repeat(mark.length)}`)}${isLast ? '' : '\n'}`;
    },
  });
  converter.addRule('preformatted', {
    filter: 'pre',
    replacement: (_content, node) => {
      const text = (pageNode(node).textContent ?? '').replace(/\n$/, '');
      const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
      const fence = '`'.repeat(longest + 1);
      return `\n\n${fence}\n${text}\n${fence}\n\n`;
    },
  });
  converter.addRule('address', {
    filter: (node) => node.nodeName === 'A' && node.textContent !== '' && node.textContent === node.getAttribute('href'),
    replacement: (_content, node) => pageNode(node).textContent ?? '',
  });
  // Cells and rows end with marks that no text holds; the table reads them, so that nothing is converted twice however tables nest.
  converter.addRule('cell', { filter: ['th', 'td'], replacement: (content) => `${cellText(content)}${END_OF_CELL}` });
  converter.addRule('row', { filter: 'tr', replacement: (content) => `${content}${END_OF_ROW}` });
  converter.addRule('table part', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content });
  converter.addRule('caption', { filter: 'caption', replacement: () => '' });
  converter.addRule('table', { filter: 'table', replacement: (content, node) => tableText(content, pageNode(node)) });
}

function itemsBefore(list: PageNode, item: PageNode): number {
  let count = 0;
  for (const child of Array.from(list.childNodes)) {
    if (child === item) return count;
    if (child.nodeName === 'LI') count += 1;
  }
  return count;
}

const END_OF_CELL = '\u0001';
const END_OF_ROW = '\u0002';

function tableText(content: string, table: PageNode): string {
  const rows = content
    .split(END_OF_ROW)
    .filter((row) => row.includes(END_OF_CELL))
    .map((row) =>
      row
        .split(END_OF_CELL)
        .slice(0, -1)
        .map((cell) => cell.trim()),
    );
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0) return `\n\n${content.trim()}\n\n`;
  const line = (cells: readonly string[]): string => `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const [head = [], ...body] = rows;
  const caption = Array.from(table.getElementsByTagName('caption'))[0]?.textContent?.trim() ?? '';
  const text = [line(head), `|${'---|'.repeat(width)}`, ...body.map(line)].join('\n');
  return `\n\n${caption === '' ? '' : `${escapedText(caption)}\n\n`}${text}\n\n`;
}

/** Several lines in one, apart by `<br>`, which tables of Markdown use. A list of one point is that point. */
export function cellText(markdown: string): string {
  const lines = markdown
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const points = lines.length === 1 ? lines.map((line) => line.replace(/^- /, '')) : lines;
  return points.join('<br>').replace(/(?<!\\)\|/g, '\\|');
}

/** The text with a backslash before every mark that could mean something where it stands: pairs of marks, and those that begin a line. */
export function escapedText(text: string): string {
  const paired = (mark: RegExp): boolean => (text.match(mark)?.length ?? 0) > 1;
  let escaped = text.replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\');
  if (paired(/`/g)) escaped = escaped.replace(/`/g, '\\`');
  if (paired(/\*(?=\S)|(?<=\S)\*/g)) escaped = escaped.replace(/\*(?=\S)|(?<=\S)\*/g, '\\*');
  if (paired(EMPHASIS_UNDERSCORE)) escaped = escaped.replace(EMPHASIS_UNDERSCORE, '\\_');
  return escaped
    .replace(/\[(?=[^\]]*\]\()/g, '\\[')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=#?[A-Za-z0-9]+;)/g, '\\&')
    .replace(/^(#{1,6}|[-+>])(?=\s)/g, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s)/g, '$1\\$2')
    .replace(/^(={2,}|-{3,}|~{3,})/g, '\\$1');
}

/** An underscore that is not inside a word. */
const EMPHASIS_UNDERSCORE = /(?<![\p{L}\p{N}_])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}_])/gu;
