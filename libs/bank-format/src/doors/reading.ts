import type { DoorPlace } from '../guard/door-fault';
import { decodeText } from '../guard/decode-text';
import { DOOR_LIMITS } from '../guard/door-limits';
import { HtmlReader, type MarkdownOfHtml } from '../guard/html-to-markdown';
import { Notices } from '../guard/notices';
import { refuseFile } from '../guard/refusal';
import type { Incoming } from './incoming';
import type { ImportOptions } from './import-options';
import { type MarkdownParser, openMarkdownParser } from './markdown-tree';

/** What a reader finds; what it does not mention is empty. */
export type Found = Partial<Omit<Incoming, 'format' | 'warnings' | 'notes' | 'encoding'>>;

/** One file being read: its name, what was asked for, what there is to say about it, and the tools, each opened once when first needed. */
export class Reading {
  readonly notices = new Notices();
  encoding: string | null = null;
  private htmlReader: HtmlReader | null = null;
  private parser: MarkdownParser | null = null;
  private questions = 0;

  constructor(
    /** The last part of the name that it came with. */
    readonly name: string,
    readonly options: ImportOptions,
  ) {}

  /** The name without its endings. */
  get stem(): string {
    return this.name.replace(/(\.bank)?\.[A-Za-z0-9]{1,8}$/, '') || 'import';
  }

  async markdown(): Promise<MarkdownParser> {
    this.parser ??= await openMarkdownParser();
    return this.parser;
  }

  /** Must be awaited once before `fromHtml`. */
  async openHtml(): Promise<void> {
    this.htmlReader ??= await HtmlReader.open();
  }

  /** The Markdown of a piece of HTML; says so where something was taken out. */
  fromHtml(html: string, place: DoorPlace): MarkdownOfHtml {
    return this.told(this.opened.read(html), place);
  }

  /** The same for a text that may be HTML or not. */
  fromMaybeHtml(text: string, place: DoorPlace): string {
    return this.told(this.opened.readMaybe(text), place).markdown;
  }

  /** The letters of the file; only the first one that is read names the encoding. */
  decode(bytes: Uint8Array, fallback?: string, place?: DoorPlace): string {
    const decoded = decodeText(bytes, {
      notices: this.notices,
      fallback: this.options.encoding ?? fallback,
      ...(place !== undefined && { place }),
    });
    this.encoding ??= decoded.encoding;
    return decoded.text;
  }

  /** Counts a question that was read, tells how far it is, and refuses more than are read at once. */
  countQuestion(): void {
    this.questions += 1;
    if (this.questions > DOOR_LIMITS.questions)
      refuseFile('TOO_MANY_QUESTIONS', `The file holds more than ${DOOR_LIMITS.questions} questions.`, 'Split it into several files.');
    if (this.questions % 250 === 0) this.options.onProgress?.({ step: 'reading', done: this.questions, of: null });
  }

  private get opened(): HtmlReader {
    if (this.htmlReader === null) throw new Error('openHtml() comes first.');
    return this.htmlReader;
  }

  private told(read: MarkdownOfHtml, place: DoorPlace): MarkdownOfHtml {
    if (read.sanitised)
      this.notices.warn(
        'HTML_SANITISED',
        'Markup that could act was taken out: scripts, handlers, frames or addresses that run.',
        '',
        place,
      );
    return read;
  }
}
