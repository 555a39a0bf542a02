import type { Block, Line } from '../sheet/sheet';
import type { Element, PdfPages } from './pdf-pages';
import { heightOf, writeSpans } from './pdf-text';

type Table = Extract<Block, { kind: 'table' }>;
const PADDING = 3;
const LOWEST = 16;

/** A table whose rows are not cut; its head stands again on every page. */
export function writeTable(pages: PdfPages, parent: Element, { columns, rows }: Table, size: number): void {
  const table = pages.document.struct('Table');
  parent.add(table);
  const widths = columns.map(({ share }) => share * pages.width);
  const head: readonly Line[] = columns.map(({ title }) => [{ text: title, bold: true }]);
  const writeRow = (cells: readonly Line[], tag: 'TH' | 'TD'): void => {
    const height = Math.max(
      LOWEST,
      ...cells.map((cell, index) => heightOf(pages, cell, size, (widths[index] ?? 0) - 2 * PADDING) + 2 * PADDING),
    );
    const first = pages.document.page;
    pages.need(height);
    if (pages.document.page !== first && tag === 'TD') writeRow(head, 'TH');
    const row = pages.document.struct('TR');
    table.add(row);
    const top = pages.y;
    let x = pages.left;
    cells.forEach((cell, index) => {
      const width = widths[index] ?? 0;
      const at = x;
      pages.y = top + PADDING;
      const element = pages.document.struct(tag, {}, () => {
        if (cell.length > 0) writeSpans(pages, cell, { size, colour: '#111111', x: at + PADDING, width: width - 2 * PADDING });
      });
      row.add(element);
      element.end();
      x += width;
    });
    row.end();
    pages.y = top + height;
    const { left, width } = pages;
    pages.decorate((document) => {
      document
        .lineWidth(tag === 'TH' ? 1 : 0.4)
        .strokeColor('#999999')
        .moveTo(left, top + height)
        .lineTo(left + width, top + height)
        .stroke();
    });
  };
  writeRow(head, 'TH');
  for (const cells of rows) writeRow(cells, 'TD');
  table.end();
  pages.gap(8);
}
