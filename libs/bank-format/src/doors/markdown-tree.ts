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
  return (markdown) => fromMarkdown(markdown, { extensions: [gfm({ singleTilde: false })], mdastExtensions: [gfmFromMarkdown()] });
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
