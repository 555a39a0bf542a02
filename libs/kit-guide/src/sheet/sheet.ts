/** A run of text in one style. */
export interface Span {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
}

export type Line = readonly Span[];

/** A document as paper has it, before it becomes HTML, Markdown or PDF. Each renderer knows these blocks and nothing of kits. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'prose'; readonly line: Line }
  /** Small print: what one looks up and does not read. */
  | { readonly kind: 'facts'; readonly line: Line }
  | { readonly kind: 'list'; readonly marker: 'number' | 'bullet' | 'box'; readonly items: readonly Line[] }
  /** Words to be said exactly so. */
  | { readonly kind: 'spoken'; readonly label: string; readonly blocks: readonly Block[] }
  /** Not to be read in front of a candidate. */
  | { readonly kind: 'aside'; readonly label: string; readonly blocks: readonly Block[] }
  /** Text whose columns matter. */
  | { readonly kind: 'verbatim'; readonly title: string; readonly text: string }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Line[])[] }
  /** Room for handwriting. */
  | { readonly kind: 'ruled'; readonly label: string; readonly lines: number }
  | { readonly kind: 'page' };

export interface Column {
  readonly title: string;
  /** Its part of the width; the parts of all columns sum to 1. */
  readonly share: number;
}

export interface Sheet {
  readonly title: string;
  readonly language: string;
  /** Stands at the foot of every page. */
  readonly foot: string;
  readonly blocks: readonly Block[];
}

export const plain = (text: string): Line => [{ text }];
export const bold = (text: string): Span => ({ text, bold: true });
export const prose = (...spans: readonly Span[]): Block => ({ kind: 'prose', line: spans });
