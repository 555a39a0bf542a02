import { dirname, join } from 'node:path';
import type { Sheet } from '../sheet/sheet';

type Document = PDFKit.PDFDocument;
export type Element = PDFKit.PDFStructureElement;

export const FONTS = {
  text: 'DejaVuSansCondensed.ttf',
  bold: 'DejaVuSansCondensed-Bold.ttf',
  italic: 'DejaVuSansCondensed-Oblique.ttf',
  boldItalic: 'DejaVuSansCondensed-BoldOblique.ttf',
  code: 'DejaVuSansMono.ttf',
} as const;
export type Font = keyof typeof FONTS;

/** Points: A4 with room for a hole punch. */
const MARGIN = { top: 46, left: 50, right: 46, bottom: 56 };
const FOOT = 30;

/** The paper under the blocks: where the pen stands, how much room there is, and what every page has. */
export class PdfPages {
  private readonly chunks: Buffer[] = [];
  readonly root: Element;
  /** How far boxes have moved the left edge in. */
  private indents = 0;
  private readonly unfinished = new Set<() => void>();

  private constructor(
    readonly document: Document,
    private readonly foot: string,
  ) {
    document.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    for (const [name, file] of Object.entries(FONTS)) document.registerFont(name, join(fontFolder(), file));
    this.root = document.struct('Document');
    document.addStructure(this.root);
  }

  static async begin(sheet: Sheet, madeAt: Date): Promise<PdfPages> {
    // Loaded when a PDF is wanted and not before: it brings a font engine.
    const { default: PdfDocument } = await import('pdfkit');
    const document = new PdfDocument({
      size: 'A4',
      margins: MARGIN,
      bufferPages: true,
      tagged: true,
      lang: sheet.language,
      displayTitle: true,
      pdfVersion: '1.7',
      info: { Title: sheet.title, Creator: 'Touchstone', Producer: 'Touchstone', CreationDate: madeAt, ModDate: madeAt },
    });
    return new PdfPages(document, sheet.foot);
  }

  get left(): number {
    return MARGIN.left + this.indents;
  }
  get width(): number {
    return this.document.page.width - MARGIN.left - MARGIN.right - this.indents;
  }
  get y(): number {
    return this.document.y;
  }
  set y(value: number) {
    this.document.y = value;
  }
  get bottom(): number {
    return this.document.page.height - MARGIN.bottom;
  }
  /** What an empty page holds. */
  get room(): number {
    return this.bottom - MARGIN.top;
  }
  get atTop(): boolean {
    return this.y <= MARGIN.top + 1;
  }

  gap(points: number): void {
    if (!this.atTop) this.y += points;
  }

  /** A new page where less than this is left on it. */
  need(points: number): void {
    if (this.y + points > this.bottom) this.newPage();
  }

  newPage(): void {
    if (this.atTop) return;
    for (const finish of this.unfinished) finish();
    this.document.addPage();
  }

  /** What must be drawn on a page before it is left, until the returned function is called. */
  beforeNewPage(finish: () => void): () => void {
    this.unfinished.add(finish);
    return () => void this.unfinished.delete(finish);
  }

  /** Writes with the left edge moved in. */
  within(points: number, write: () => void): void {
    this.indents += points;
    write();
    this.indents -= points;
  }

  /** What is not read aloud by a screen reader: rules, boxes, page numbers. */
  decorate(draw: (document: Document) => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    draw(this.document);
    this.document.endMarkedContent();
  }

  async end(): Promise<Uint8Array> {
    const { document } = this;
    const { start, count } = document.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      document.switchToPage(page);
      // Below the margin, where text would otherwise begin a page of its own.
      document.page.margins.bottom = 0;
      this.decorate(() => {
        const y = document.page.height - FOOT;
        document.font('text').fontSize(7.5).fillColor('#555555');
        document.text(this.foot, MARGIN.left, y, { lineBreak: false });
        document.text(`${page + 1} / ${count}`, MARGIN.left, y, {
          width: document.page.width - MARGIN.left - MARGIN.right,
          align: 'right',
          lineBreak: false,
        });
      });
    }
    this.root.end();
    const ended = new Promise((resolve) => document.once('end', resolve));
    document.end();
    await ended;
    return Buffer.concat(this.chunks);
  }
}

const fontFolder = (): string => join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
