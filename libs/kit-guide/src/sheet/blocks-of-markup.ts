import type { List, Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block, Line, Span } from './sheet';

/**
 * Blocks of a CommonMark text as questions hold them. What a question cannot hold (raw HTML, images from elsewhere) is shown as the letters that
 * were written. Lists within lists become one list; links show their address, because paper cannot be clicked.
 */
export const blocksOfMarkup = (text: string): readonly Block[] => fromMarkdown(text).children.flatMap(blocksOf);

/** The same in one line, for cells and points of a list. */
export function lineOfMarkup(text: string): Line {
  const blocks = blocksOfMarkup(text);
  const lines = blocks.flatMap((block): readonly Line[] => {
    if (block.kind === 'prose') return [block.line];
    if (block.kind === 'list') return block.items;
    return block.kind === 'verbatim' ? [[{ text: block.text, code: true }]] : [];
  });
  return lines.flatMap((line, index) => (index === 0 ? line : [{ text: ' ' }, ...line]));
}

function blocksOf(node: RootContent): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'prose', line: spansOf(node.children) }];
    case 'heading':
      return [{ kind: 'prose', line: spansOf(node.children).map((span) => ({ ...span, bold: true })) }];
    case 'blockquote':
      return node.children.flatMap(blocksOf);
    case 'list':
      return [{ kind: 'list', marker: node.ordered ? 'number' : 'bullet', items: itemsOf(node) }];
    case 'code':
      return [{ kind: 'verbatim', title: '', text: node.value }];
    case 'html':
      return [{ kind: 'prose', line: [{ text: node.value }] }];
    default:
      return [];
  }
}

const itemsOf = (list: List): Line[] =>
  list.children.flatMap(({ children }) => {
    const own = children.flatMap((child) => ('children' in child && child.type === 'paragraph' ? spansOf(child.children) : []));
    const nested = children.flatMap((child) => (child.type === 'list' ? itemsOf(child) : []));
    return [own, ...nested.map((line): Line => [{ text: '– ' }, ...line])];
  });

function spansOf(nodes: readonly PhrasingContent[], style: Omit<Span, 'text'> = {}): readonly Span[] {
  return nodes.flatMap((node): readonly Span[] => {
    switch (node.type) {
      case 'text':
        return [{ ...style, text: node.value.replaceAll('\n', ' ') }];
      case 'strong':
        return spansOf(node.children, { ...style, bold: true });
      case 'emphasis':
        return spansOf(node.children, { ...style, italic: true });
      case 'inlineCode':
        return [{ ...style, text: node.value, code: true }];
      case 'break':
        return [{ ...style, text: ' ' }];
      case 'link': {
        const label = wordsOf(node);
        return [{ ...style, text: label === node.url ? label : `${label} (${node.url})` }];
      }
      default:
        return [{ ...style, text: wordsOf(node) }];
    }
  });
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
