import type { Nodes, Root } from 'mdast';

/** Reads Markdown (CommonMark with tables, task lists and strike-through) as a tree with positions. */
export type MarkdownParser = (markdown: string) => Root;

/** The only place that knows the parser of Markdown; loaded when it is first needed. */
export async function openMarkdownParser(): Promise<MarkdownParser> {
  const [{ fromMarkdown }, { gfmFromMarkdown }, { gfm }] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('mdast-util-gfm'),
    import('micromark-extension-gfm'),
  ]);
  return (markdown) =>
    isMeantForPeople(markdown)
      ? fromMarkdown(markdown, { extensions: [gfm({ singleTilde: false })], mdastExtensions: [gfmFromMarkdown()] })
      : asItIs(markdown);
}

/** The parser needs the square of the length of a paragraph, and of the depth of what is nested, where somebody builds a text for that. */
const LONGEST_PARAGRAPH = 20_000;
const LONGEST_TABLE = 60_000;
const DEEPEST = 50;
const TOO_DEEP = new RegExp(`^(?:[ \\t]{0,8}(?:[-*+>]|\\d{1,9}[.)])){${DEEPEST}}`, 'm');
/** What a list item stands behind: spaces, tabs and marks of quotations. */
const ITEM = /^([\s>]*)(?:[-*+]|\d{1,9}[.)])\s/;
const TAB = 4;
/** A line that begins something of its own. */
const BEGINS = /^\s*(?:$|[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s)/;
/** A comment on a line of its own is no part of a paragraph however long it is: our export keeps a whole question in one. */
const COMMENT = /^ {0,3}<!--.*-->\s*$/;

function isMeantForPeople(markdown: string): boolean {
  if (TOO_DEEP.test(markdown)) return false;
  if (markdown.length <= LONGEST_PARAGRAPH) return true;
  let [paragraph, table] = [0, 0];
  let inCode = false;
  const items: number[] = [];
  for (const line of markdown.split('\n')) {
    const indent = ITEM.exec(line)?.[1]?.replaceAll('\t', ' '.repeat(TAB)).length;
    if (indent !== undefined && nested(items, indent) > DEEPEST) return false;
    const isFence = /^\s*(?:```|~~~)/.test(line);
    if (isFence) inCode = !inCode;
    if (paragraph === 0 && COMMENT.test(line)) continue;
    const isRow = line.trimStart().startsWith('|');
    paragraph = inCode || isFence || isRow || BEGINS.test(line) ? 0 : paragraph;
    table = isRow ? table : 0;
    if (isRow) table += line.length;
    else if (!inCode) paragraph += line.length;
    if (paragraph > LONGEST_PARAGRAPH || table > LONGEST_TABLE) return false;
  }
  return true;
}

/** How deep an item at this column is nested in those before it, which are kept by their columns. */
function nested(items: number[], column: number): number {
  while (items.length > 0 && (items.at(-1) as number) >= column) items.pop();
  return items.push(column);
}

/** The text as one paragraph in which nothing means anything. */
function asItIs(markdown: string): Root {
  const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: markdown.length } };
  return { type: 'root', children: [{ type: 'paragraph', position, children: [{ type: 'text', value: markdown, position }] }], position };
}

/** The words of a node, without marks, images and HTML. */
export function plainText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return '';
  return 'children' in node ? node.children.map((child) => plainText(child)).join('') : '';
}

/** The part of the text that a node stands for. */
export const sliceOf = (text: string, node: Nodes): string => text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** The line on which a node begins, from 1. */
export const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;
