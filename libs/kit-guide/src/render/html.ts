import type { Block, Line, Sheet } from '../sheet/sheet';
import { style } from './style';

/** The sheet as one page without scripts and without anything from elsewhere: for the screen, and for the printer of a browser. */
export const htmlOf = (sheet: Sheet): string => `<!doctype html>
<html lang="${escape(sheet.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(sheet.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${sheet.blocks.map(htmlOfBlock).join('\n')}
</main>
<footer>${escape(sheet.foot)}</footer>
</body>
</html>
`;

function htmlOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escape(block.text)}</h${block.level}>`;
    case 'prose':
      return `<p>${inline(block.line)}</p>`;
    case 'facts':
      return `<p class="facts">${inline(block.line)}</p>`;
    case 'list': {
      const tag = block.marker === 'number' ? 'ol' : 'ul';
      const items = block.items.map((item) => `<li>${inline(item)}</li>`).join('\n');
      return `<${tag}${block.marker === 'box' ? ' class="boxes"' : ''}>\n${items}\n</${tag}>`;
    }
    case 'spoken':
    case 'aside':
      return `<section class="${block.kind}"><p class="label">${escape(block.label)}</p>\n${block.blocks.map(htmlOfBlock).join('\n')}\n</section>`;
    case 'verbatim':
      return `<figure>${block.title === '' ? '' : `<figcaption>${escape(block.title)}</figcaption>`}<pre tabindex="0">${escape(block.text)}</pre></figure>`;
    case 'table':
      return tableOf(block);
    case 'ruled':
      return `<div class="ruled"><p class="label">${escape(block.label)}</p>${'<div></div>'.repeat(block.lines)}</div>`;
    case 'page':
      return '<hr class="page">';
  }
}

function tableOf({ columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const widths = columns.map(({ share }) => `<col style="width:${Math.round(share * 100)}%">`).join('');
  const head = columns.map(({ title }) => `<th scope="col">${escape(title)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`).join('\n');
  return `<div class="wide" tabindex="0"><table><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

const inline = (line: Line): string =>
  line
    .map(({ text, bold, italic, code }) => {
      const inner = code === true ? `<code>${escape(text)}</code>` : escape(text);
      const slanted = italic === true ? `<em>${inner}</em>` : inner;
      return bold === true ? `<strong>${slanted}</strong>` : slanted;
    })
    .join('');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
