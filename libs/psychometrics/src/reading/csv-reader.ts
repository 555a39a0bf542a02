import { guessSeparator, type Separator } from './guess-separator';
import type { SheetFault, SheetRow } from './sheet';

const QUOTE = 34;
const LF = 10;
const CR = 13;
/** So much of the text is looked at before the separator is guessed. */
const SAMPLE = 65_536;

type State = 'START' | 'PLAIN' | 'QUOTED' | 'QUOTE_IN_QUOTED';

/**
 * Which rows and cells does this text hold?
 *
 * Reads CSV text as it comes, in pieces of any size, so that a large file is never held whole: `push` each piece, then `end`; both
 * answer the rows that have become whole.
 *
 * Quoted fields may hold separators, line ends and doubled quotes; a quote inside of an unquoted field is a character like others. Lines end with
 * CR LF, LF or CR. A byte order mark is dropped, lines with nothing at all are passed over. The separator (comma, semicolon or tab) is guessed
 * from the first 64 K unless stated; Excel's first line `sep=;` states it too. A quote that is never closed and text after a closing quote are faults of
 * the row they stand in.
 *
 * Cost O(length), one pass.
 *
 * Source: Y. Shafranovich (2005), Common Format and MIME Type for Comma-Separated Values (CSV) Files, RFC 4180, doi:10.17487/RFC4180.
 */
export class CsvReader {
  private waiting: string | null = '';
  private rows: SheetRow[] = [];
  private cells: string[] = [];
  private field = '';
  private fault: SheetFault | undefined;
  private state: State = 'START';
  private afterCr = false;
  private line = 1;
  private startLine = 1;

  constructor(private separator: Separator | null = null) {}

  /** null until so much text has come that it could be told. */
  get knownSeparator(): Separator | null {
    return this.separator;
  }

  push(text: string): SheetRow[] {
    if (this.waiting === null) return this.read(text);
    this.waiting += text;
    return this.waiting.length < SAMPLE ? [] : this.read(this.opening());
  }

  end(): SheetRow[] {
    if (this.waiting !== null) this.rows = this.read(this.opening());
    if (this.state === 'QUOTED') {
      this.faultHere('UNCLOSED_QUOTE', `a quote is opened and never closed`);
      this.field = '';
    }
    if (this.state !== 'START' || this.cells.length > 0) this.endRow();
    return this.taken();
  }

  /** The text gathered so far, without what is no row of it; knows the separator from here on. */
  private opening(): string {
    let text = (this.waiting ?? '').replace(/^\uFEFF/, '');
    this.waiting = null;
    const stated = /^sep=([,;\t])(\r\n|\n|\r|$)/.exec(text);
    if (stated !== null) {
      this.separator ??= stated[1] as Separator;
      text = text.slice(stated[0].length);
      this.line = this.startLine = 2;
    }
    this.separator ??= guessSeparator(text);
    return text;
  }

  private read(text: string): SheetRow[] {
    const separator = (this.separator ?? ',').charCodeAt(0);
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const isLineEnd = code === LF || code === CR;
      const ofSamePair = code === LF && this.afterCr;
      this.afterCr = code === CR;
      if (isLineEnd && !ofSamePair) this.line += 1;
      if (this.state === 'QUOTED') {
        if (code !== QUOTE) continue;
        this.field += text.slice(from, at);
        this.state = 'QUOTE_IN_QUOTED';
        continue;
      }
      if (this.state === 'QUOTE_IN_QUOTED' && code === QUOTE) {
        this.state = 'QUOTED';
        from = at; // the second of two quotes is the character itself
        continue;
      }
      if (code === separator || isLineEnd) {
        if (this.state === 'PLAIN') this.field += text.slice(from, at);
        if (ofSamePair && this.state === 'START' && this.cells.length === 0) {
          this.startLine = this.line;
          continue;
        }
        if (code === separator) this.endField();
        else this.endRow();
        continue;
      }
      if (this.state === 'START') {
        this.state = code === QUOTE ? 'QUOTED' : 'PLAIN';
        from = code === QUOTE ? at + 1 : at;
      } else if (this.state === 'QUOTE_IN_QUOTED') {
        this.faultHere('TEXT_AFTER_QUOTE', 'text follows a closing quote; double the quotes that belong to the text');
        this.state = 'PLAIN';
        from = at;
      }
    }
    if (this.state === 'PLAIN' || this.state === 'QUOTED') this.field += text.slice(from);
    return this.taken();
  }

  private endField(): void {
    this.cells.push(this.field);
    this.field = '';
    this.state = 'START';
  }

  private endRow(): void {
    const isEmpty = this.state === 'START' && this.cells.length === 0;
    if (!isEmpty) {
      this.endField();
      this.rows.push({ row: this.startLine, cells: this.cells, fault: this.fault });
    }
    this.cells = [];
    this.fault = undefined;
    this.startLine = this.line;
  }

  private faultHere(code: 'UNCLOSED_QUOTE' | 'TEXT_AFTER_QUOTE', what: string): void {
    this.fault ??= { row: this.startLine, column: null, code, message: `Row ${this.startLine}: ${what}.` };
  }

  private taken(): SheetRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }
}
