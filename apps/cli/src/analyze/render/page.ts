import type { Tone } from '@touchstone/psychometrics';
import type { Block, Note, Plot, Report, Section, Table } from '../report/report';
import { escaped } from './markup';
import { pageStyle } from './page-style';

/** Of the drawings, for a laptop and for a phone; the page shows the one that fits. */
const WIDE = 900;
const NARROW = 322;

const LOGO =
  '<svg viewBox="0 0 32 32" aria-hidden="true"><path class="rock" d="M11.6 3.2 21 2l7.4 6.4L30 18.6l-5.2 8.6L14 30 5 25.6 2 15.4z"/><path class="facet" d="M11.6 3.2 21 2l7.4 6.4-11 2.4zM2 15.4l9.6-12.2 5.8 7.6L14 18.4z"/><path class="streak" d="M7 22.8 25 11"/><path class="streak thin" d="M12.4 25 23.4 17.8"/></svg>';

/** The report as one page that needs nothing else: no script, no network, its drawings and styles inside. */
export function pageOf(report: Report): string {
  const links = report.sections.map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escaped(report.title)} – ${escaped(report.subtitle)}</title>
<link rel="icon" href="data:,">
<style>${pageStyle}</style>
</head>
<body>
<header class="stone"><div class="wide">
<div class="brand">${LOGO}Touchstone</div>
<h1>${escaped(report.title)}</h1>
<p class="subtitle">${escaped(report.subtitle)}</p>
<details open><summary>How the file was understood</summary><ul>${report.understood.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul></details>
</div></header>
<nav aria-label="Sections"><ul class="wide">${links}</ul></nav>
<main class="wide">
${report.sections.map(sectionOf).join('\n')}
<footer>${report.closing.map((line) => `<p>${escaped(line)}</p>`).join('')}</footer>
</main>
</body>
</html>
`;
}

function sectionOf({ id, title, lead, blocks }: Section): string {
  const question = lead === '' ? '' : `<p class="lead">${escaped(lead)}</p>`;
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${escaped(title)}</h2>
${question}
${blocks.map(blockOf).join('\n')}
</section>`;
}

const TONES: Readonly<Record<Tone, string>> = { GOOD: 'Rely on it', PLAIN: 'Good to know', CARE: 'With care', STOP: 'Not yet' };

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'statements':
      return `<ul class="findings">${block.statements
        .map(
          ({ tone, headline, says }) =>
            `<li class="${tone.toLowerCase()}"><span class="tone">${TONES[tone]}</span><h3>${escaped(headline)}</h3><p>${escaped(says)}</p></li>`,
        )
        .join('')}</ul>`;
    case 'table':
      return tableOf(block);
    case 'plot':
      return figureOf(block);
  }
}

const figureOf = ({ title, reading, draw }: Plot): string =>
  `<figure><figcaption><h3>${escaped(title)}</h3><p>${escaped(reading)}</p></figcaption><div class="for-wide">${draw(WIDE)}</div><div class="for-narrow">${draw(NARROW)}</div></figure>`;

/** A text longer than this may break over lines; a name or number does not. */
const LONG = 28;

/** Characters that a phone has room for beside each other, and what the gap between two columns takes of them. */
const ROOM = 42;
const GAP = 3;

/** Whether a phone shows only a part of the table, without the columns that it leaves out anyhow. */
function isWide({ columns, rows }: Pick<Table, 'columns' | 'rows'>): boolean {
  const widths = columns.map(({ title, spare }, column) =>
    (spare ?? 0) > 0 ? 0 : GAP + rows.reduce((most, row) => Math.max(most, Math.min(LONG, row[column]?.length ?? 0)), title.length),
  );
  return widths.reduce((sum, width) => sum + width, 0) > ROOM;
}

function tableOf({ caption, columns, rows, notes }: Table): string {
  const attribute = (classes: readonly string[]): string => (classes.length === 0 ? '' : ` class="${classes.join(' ')}"`);
  const classesOf = (column: number): string[] => [
    ...(columns[column]?.align === 'right' ? ['right'] : []),
    ...((columns[column]?.spare ?? 0) > 0 ? ['spare'] : []),
  ];
  const head = columns.map(({ title }, column) => `<th scope="col"${attribute(classesOf(column))}>${escaped(title)}</th>`).join('');
  const cell = (content: string, column: number): string => {
    const attributes = attribute([...classesOf(column), ...(content.length > LONG ? ['wrap'] : [])]);
    return column === 0 ? `<th scope="row"${attributes}>${escaped(content)}</th>` : `<td${attributes}>${escaped(content)}</td>`;
  };
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n');
  const spared = new Set(columns.filter(({ spare }) => (spare ?? 0) > 0).map(({ title }) => title));
  const noteOf = (note: Note): string =>
    typeof note === 'string' ? `<p>${escaped(note)}</p>` : `<p${spared.has(note.column) ? ' class="spare"' : ''}>${escaped(note.says)}</p>`;
  const below = notes.length === 0 ? '' : `<div class="notes">${notes.map(noteOf).join('')}</div>`;
  const hint = isWide({ columns, rows }) ? '<p class="sideways">The table goes on to the right: push it sideways.</p>' : '';
  return `${hint}<div class="sheet" role="region" aria-label="${escaped(caption)}" tabindex="0"><table><caption><span>${escaped(caption)}</span></caption><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>${below}`;
}
