import type { Nodes, Table, TableRow } from 'mdast';
import type { MarkdownParser } from '../doors/markdown-tree';
import { escapedXml } from './xml-text';

/**
 * Markdown as well-formed XHTML, the way back of `HtmlReader`: a line end becomes `<br/>`, raw HTML becomes text, links keep
 * http, https and mailto. `imageAddress` says where an attachment lies in the package.
 */
export function markdownToHtml(markdown: string, parse: MarkdownParser, imageAddress: (name: string) => string = (name) => name): string {
  const html = (node: Nodes): string => htmlOf(node, (nodes) => nodes.map(html).join(''), imageAddress);
  return parse(markdown).children.map(html).join('');
}

type Inside = (nodes: readonly Nodes[]) => string;

function htmlOf(node: Nodes, inside: Inside, imageAddress: (name: string) => string): string {
  switch (node.type) {
    case 'paragraph':
      return `<p>${inside(node.children)}</p>`;
    case 'heading':
      return `<h${node.depth}>${inside(node.children)}</h${node.depth}>`;
    case 'text':
      return escapedXml(node.value).replace(/\n/g, '<br/>');
    case 'html':
      return escapedXml(node.value).replace(/\n/g, '<br/>');
    case 'break':
      return '<br/>';
    case 'emphasis':
      return `<em>${inside(node.children)}</em>`;
    case 'strong':
      return `<strong>${inside(node.children)}</strong>`;
    case 'delete':
      return inside(node.children);
    case 'inlineCode':
      return `<code>${escapedXml(node.value)}</code>`;
    case 'code':
      return `<pre>${escapedXml(node.value)}</pre>`;
    case 'blockquote':
      return `<blockquote>${inside(node.children)}</blockquote>`;
    case 'thematicBreak':
      return '<hr/>';
    case 'list': {
      const tag = node.ordered === true ? 'ol' : 'ul';
      const start = node.ordered === true && typeof node.start === 'number' && node.start !== 1 ? ` start="${node.start}"` : '';
      return `<${tag}${start}>${inside(node.children)}</${tag}>`;
    }
    case 'listItem': {
      const loose = node.spread === true;
      return `<li>${node.children.map((child) => (child.type === 'paragraph' && !loose ? inside(child.children) : inside([child]))).join('')}</li>`;
    }
    case 'link':
      return /^(https?:|mailto:)/i.test(node.url)
        ? `<a href="${escapedXml(node.url)}">${inside(node.children)}</a>`
        : inside(node.children);
    case 'image':
      return node.url.startsWith('attachment:')
        ? `<img src="${escapedXml(imageAddress(node.url.slice('attachment:'.length)))}" alt="${escapedXml(node.alt ?? '')}"/>`
        : escapedXml(node.alt ?? '');
    case 'table':
      return tableHtml(node, inside);
    default:
      return 'children' in node ? inside(node.children) : '';
  }
}

function tableHtml({ children: [head, ...body] }: Table, inside: Inside): string {
  const row = (cells: TableRow | undefined, tag: 'th' | 'td'): string =>
    `<tr>${(cells?.children ?? []).map((cell) => `<${tag}>${inside(cell.children).replace(/&lt;br ?\/?&gt;/g, '<br/>')}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${row(head, 'th')}</thead><tbody>${body.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}
