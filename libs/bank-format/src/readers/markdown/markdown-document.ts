import type { Heading, Nodes, RootContent } from 'mdast';
import { type MarkdownParser, plainText } from '../../doors/markdown-tree';
import { readYaml } from '../../read-yaml';
import { isRecord } from '../../value-readers';
import { parseInPieces } from './parse-in-pieces';

/** A block at the top of the document, with the headings that it stands under, outermost first. */
export interface Block {
  readonly node: RootContent;
  readonly under: readonly Heading[];
}

/** A Markdown file taken apart. `text` has blank lines where the front matter was, so that lines keep their numbers. */
export interface MarkdownDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What stands between the lines of dashes at the beginning, where it can be read. */
  readonly front: Readonly<Record<string, unknown>>;
}

export function takeApart(raw: string, parse: MarkdownParser): MarkdownDocument {
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const matter = /^---\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  const body = matter === null ? text : matter[0].replace(/[^\n]/g, '') + text.slice(matter[0].length);
  const under: Heading[] = [];
  const blocks = parseInPieces(body, parse).map((node): Block => {
    if (node.type === 'heading') while (under.length > 0 && (under.at(-1) as Heading).depth >= node.depth) under.pop();
    const block = { node, under: [...under] };
    if (node.type === 'heading') under.push(node);
    return block;
  });
  return { text: body, blocks, front: matter === null ? {} : valuesOf(matter[1] as string) };
}

function valuesOf(matter: string): Readonly<Record<string, unknown>> {
  const read = readYaml(matter);
  return read.ok && isRecord(read.value.value) ? read.value.value : {};
}

const CONTENTS = /^(table of contents?|contents?|toc|index|navigation|inhalt(sverzeichnis)?|sommaire|índice|содержание|оглавление|目录)$/i;
const BACK = /^(\[?(back to (the )?)?top\]?|table of contents|back|⬆.*|↑.*|\[⬆.*)$/i;

/** Headings that lead somewhere else instead of beginning something. */
export const isNavigation = (heading: Heading): boolean =>
  CONTENTS.test(plainText(heading).trim()) || (heading.children.length > 0 && heading.children.every(({ type }) => type === 'link'));

/** "Back to top" and its kin: a paragraph of links into the same page. */
export const isBackLink = (node: RootContent): boolean =>
  node.type === 'paragraph' &&
  node.children.some(({ type }) => type === 'link') &&
  node.children.every((child) =>
    child.type === 'link'
      ? child.url.startsWith('#') || BACK.test(plainText(child).trim())
      : plainText(child)
          .trim()
          .replace(/[*|·•⬆↑]/g, '') === '',
  ) &&
  (BACK.test(plainText(node).trim()) ||
    node.children.filter(({ type }) => type === 'link').every((link) => (link as { url: string }).url.startsWith('#')));

/** Lists of links into the same page or to other files of the folder. */
export function isContents(node: RootContent): boolean {
  if (node.type !== 'list') return false;
  const firstOf = (item: Nodes): Nodes | undefined => ('children' in item ? item.children[0] : undefined);
  const links = node.children.filter((item) => {
    const paragraph = firstOf(item);
    const inside = paragraph?.type === 'paragraph' ? paragraph.children.filter((child) => plainText(child).trim() !== '') : [];
    return inside.length === 1 && inside[0]?.type === 'link' && !/^https?:/i.test(inside[0].url);
  });
  return links.length > 0 && links.length >= node.children.length / 2;
}

/** The texts of a front-matter member that is a text or a list. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number')
    return String(value)
      .split(/\s*,\s*/)
      .filter((text) => text !== '');
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string' || typeof entry === 'number').map(String) : [];
}
