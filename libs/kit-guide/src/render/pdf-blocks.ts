import type { Block, Line } from '../sheet/sheet';
import type { Element, PdfPages } from './pdf-pages';
import { heightOf, LONGEST, write, writeSpans } from './pdf-text';
import { writeTable } from './pdf-table';

const INK = '#111111';
const QUIET = '#555555';
const RULE = '#999999';
const SIZES = { 1: 19, 2: 14, 3: 10.5 } as const;
const BODY = 9.5;

/** Writes blocks one under the other, each with its tag under `parent`. */
export const writeBlocks = (pages: PdfPages, parent: Element, blocks: readonly Block[]): void => {
  for (const block of blocks) writeBlock(pages, parent, block);
};

function writeBlock(pages: PdfPages, parent: Element, block: Block): void {
  switch (block.kind) {
    case 'heading': {
      const size = SIZES[block.level];
      pages.gap(block.level === 3 ? 8 : 12);
      // With a line or two of what it is the heading of.
      pages.need(size * 1.4 + 34);
      if (block.level < 3) pages.document.outline.addItem(block.text);
      return write(pages, parent, `H${block.level}`, [{ text: block.text, bold: true }], { size, colour: INK, after: 3 });
    }
    case 'prose':
      return write(pages, parent, 'P', block.line, { size: BODY, colour: INK, after: 4 });
    case 'facts':
      return write(pages, parent, 'P', block.line, { size: 8, colour: QUIET, after: 2 });
    case 'list':
      return writeList(pages, parent, block);
    case 'spoken':
    case 'aside':
      return writeBox(pages, parent, block);
    case 'verbatim':
      return writeVerbatim(pages, parent, block);
    case 'table':
      return writeTable(pages, parent, block, BODY - 1);
    case 'ruled':
      return writeRuled(pages, parent, block);
    case 'page':
      return pages.newPage();
  }
}

function writeList(pages: PdfPages, parent: Element, { marker, items }: Extract<Block, { kind: 'list' }>): void {
  const list = pages.document.struct('L');
  parent.add(list);
  items.forEach((item, index) => {
    const sign = marker === 'number' ? `${index + 1}.` : marker === 'box' ? '☐' : '•';
    const entry = pages.document.struct('LI');
    list.add(entry);
    pages.within(15, () => {
      pages.need(Math.min(heightOf(pages, item, BODY) + 3, pages.room));
      const { y } = pages;
      entry.add(
        pages.document.struct(
          'Lbl',
          {},
          () => void writeSpans(pages, [{ text: sign }], { size: BODY, colour: INK, x: pages.left - 14, width: 14 }),
        ),
      );
      pages.y = y;
      write(pages, entry, 'LBody', item, { size: BODY, colour: INK, after: 2.5 });
    });
    entry.end();
  });
  list.end();
  pages.gap(3);
}

/** Points that the contents of a box are moved in, and that its label takes. */
const INDENT = 11;
const LABEL = 14;

/** A bar at the left for as long as the box goes on, page after page. */
function writeBox(pages: PdfPages, parent: Element, { kind, label, blocks }: Extract<Block, { kind: 'spoken' | 'aside' }>): void {
  pages.gap(4);
  // The label never stands alone at the foot of a page.
  const [first] = blocks;
  pages.need(
    Math.max(48, first?.kind === 'prose' ? LABEL + Math.min(LONGEST, heightOf(pages, first.line, BODY, pages.width - INDENT)) : 0),
  );
  const section = pages.document.struct('Sect');
  parent.add(section);
  const bar = { from: pages.y, x: pages.left + 1.5 };
  const draw = (to: number): void =>
    pages.decorate((document) => {
      document
        .lineWidth(kind === 'spoken' ? 3 : 1)
        .strokeColor(kind === 'spoken' ? '#1f4fa3' : RULE)
        .moveTo(bar.x, bar.from)
        .lineTo(bar.x, to)
        .stroke();
    });
  const onNewPage = (): void => {
    bar.from = pages.document.page.margins.top;
  };
  // The page that ends is drawn to its foot before the next one begins.
  const leave = pages.beforeNewPage(() => draw(pages.bottom));
  pages.document.on('pageAdded', onNewPage);
  pages.within(INDENT, () => {
    write(pages, section, 'P', [{ text: label, bold: true }], { size: 8, colour: QUIET, after: 2 });
    writeBlocks(pages, section, blocks);
  });
  leave();
  pages.document.off('pageAdded', onNewPage);
  draw(pages.y - 1);
  section.end();
  pages.gap(5);
}

/** Where a line has columns: blanks side by side within it, a tab, a bar. */
const COLUMNS = /\S {2,}\S|\t|\|/;
const SMALLEST = { columns: 5.6, words: 7 } as const;
const LARGEST = 8;

/** In a type as small as its longest line with columns needs, so that columns stay columns; lines of words are rather broken than hard to read. */
function writeVerbatim(pages: PdfPages, parent: Element, { title, text }: Extract<Block, { kind: 'verbatim' }>): void {
  // A letter of the monospaced face is 0.602 of its size wide.
  const fitting = (line: string): number => (pages.width - 8) / (Math.max(1, line.length) * 0.603);
  const size = Math.min(
    LARGEST,
    ...text.split('\n').map((line) => Math.max(COLUMNS.test(line) ? SMALLEST.columns : SMALLEST.words, fitting(line))),
  );
  pages.gap(3);
  // Whole on one page where one page can hold it.
  const height = (text.split('\n').length + 2) * size * 1.32;
  if (height < pages.room) pages.need(height);
  if (title !== '') write(pages, parent, 'P', [{ text: title, bold: true }], { size: 8.5, colour: INK, after: 2 });
  for (const line of text.split('\n'))
    write(pages, parent, 'Code', [{ text: line === '' ? ' ' : line, code: true }], { size, colour: INK, after: 0.6 });
  pages.gap(5);
}

function writeRuled(pages: PdfPages, parent: Element, { label, lines }: Extract<Block, { kind: 'ruled' }>): void {
  pages.need(14 + lines * 19);
  const line: Line = [{ text: label, bold: true }];
  write(pages, parent, 'P', line, { size: 8, colour: QUIET, after: 0 });
  for (let count = 0; count < lines; count += 1) {
    pages.y += 18;
    const { y, left, width } = pages;
    pages.decorate(
      (document) =>
        void document
          .lineWidth(0.5)
          .strokeColor(RULE)
          .moveTo(left, y)
          .lineTo(left + width, y)
          .stroke(),
    );
  }
  pages.gap(7);
}
