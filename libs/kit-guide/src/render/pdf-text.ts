import type { Line, Span } from '../sheet/sheet';
import type { Element, Font, PdfPages } from './pdf-pages';

export interface Pen {
  readonly size: number;
  readonly colour: string;
  /** Where the text begins; the left edge of the page unless given. */
  readonly x?: number;
  readonly width?: number;
}

/** Points of a paragraph that is kept whole on one page. */
export const LONGEST = 500;

/** One paragraph under its tag, with the pen under it afterwards. */
export function write(pages: PdfPages, parent: Element, tag: string, line: Line, pen: Pen & { readonly after: number }): void {
  // Whole on one page: a page may be left only between two tags. What is longer than this is broken by the document.
  pages.need(Math.min(heightOf(pages, line, pen.size, pen.width), LONGEST));
  const element = pages.document.struct(tag, {}, () => writeSpans(pages, line, pen));
  parent.add(element);
  element.end();
  pages.y += pen.after;
}

/** Runs of different styles that flow as one paragraph. */
export function writeSpans(pages: PdfPages, line: Line, { size, colour, x = pages.left, width = pages.width }: Pen): void {
  const { document } = pages;
  const spans = line.filter(({ text }) => text !== '');
  document.fillColor(colour);
  const { y } = pages;
  spans.forEach((span, index) => {
    document.font(fontOf(span)).fontSize(span.code === true && spans.length > 1 ? size * 0.94 : size);
    const options = { width, continued: index < spans.length - 1, lineGap: size * 0.16 };
    if (index === 0) document.text(printable(span.text), x, y, options);
    else document.text(printable(span.text), options);
  });
}

/** Points that a paragraph takes in the width that there is. */
export function heightOf(pages: PdfPages, line: Line, size: number, width = pages.width): number {
  const text = line.map((span) => span.text).join('');
  // The wider face: what fits in bold fits in any mixture.
  return pages.document
    .font('bold')
    .fontSize(size)
    .heightOfString(printable(text === '' ? ' ' : text), { width, lineGap: size * 0.16 });
}

const fontOf = ({ bold, italic, code }: Span): Font =>
  code === true ? 'code' : bold === true ? (italic === true ? 'boldItalic' : 'bold') : italic === true ? 'italic' : 'text';

/** Tabs have no width of their own on paper, and control characters no shape. */
const printable = (text: string): string => text.replaceAll('\t', '    ').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
