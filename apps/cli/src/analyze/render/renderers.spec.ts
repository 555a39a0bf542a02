import * as fc from 'fast-check';
import { tableOf, type Report, text } from '../report/report';
import { markdownReport } from './markdown';
import { pageOf } from './page';
import { pageStyle } from './page-style';
import { colours, noPaint } from './paint';
import { terminalReport } from './terminal';
import { terminalTable } from './terminal-table';
import { fit, widthOf, wrap } from './wrap';

const people = [
  { name: 'Anne', score: '3.25', count: '12' },
  { name: 'Bartholomew Featherstonehaugh-Cholmondeley the Third', score: '4.00', count: '7' },
];
const table = tableOf(
  'People',
  people,
  [
    { title: 'Name', align: 'left', show: ({ name }) => name },
    { title: 'Score', align: 'right', show: ({ score }) => score },
    { title: 'Ratings', align: 'right', spare: 1, show: ({ count }) => count },
  ],
  ['A note that is a little longer than the table itself is wide.'],
);
const report: Report = {
  title: 'A <report>',
  subtitle: 'on | everything',
  understood: ['Each row is one rating.'],
  sections: [
    { id: 'one', title: 'One', lead: 'A question?', blocks: [table, text('Some words.')] },
    {
      id: 'two',
      title: 'Two',
      lead: '',
      blocks: [{ kind: 'statements', statements: [{ tone: 'CARE', headline: 'Look *out*', says: 'Because.' }] }],
    },
  ],
  closing: ['The end.'],
};

describe('text on a terminal', () => {
  it('is as wide as people see it', () => {
    expect([widthOf('Zoë'), widthOf('Zoe\u0308'), widthOf('山田'), widthOf('')]).toEqual([3, 3, 4, 0]);
  });

  it('is wrapped between words and loses none', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/)), fc.integer({ min: 12, max: 40 }), (words, width) => {
        const lines = wrap(words.join(' '), width);
        expect(lines.every((line) => line.length <= width)).toBe(true);
        expect(lines.join(' ')).toBe(words.join(' '));
      }),
    );
  });

  it('fits exactly, cut or filled', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.integer({ min: 1, max: 20 }), (words, width) =>
        expect(widthOf(fit(words, width, 'left'))).toBe(width),
      ),
    );
  });
});

describe('a table on a terminal', () => {
  it('stands as it is where there is room', () => {
    expect(terminalTable({ ...table, rows: table.rows.slice(0, 1), notes: [] }, 80, noPaint)).toEqual([
      'People',
      '',
      'Name  Score  Ratings',
      '────────────────────',
      'Anne   3.25       12',
    ]);
  });

  it('spares columns, then cuts names, and never passes the edge', () => {
    for (let width = 24; width < 100; width += 1) {
      const lines = terminalTable(table, width, noPaint);
      expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
      expect(lines.join('\n')).toContain('4.00');
    }
    expect(terminalTable(table, 40, noPaint).join('\n')).not.toContain('Ratings');
    expect(terminalTable(table, 40, noPaint).join('\n')).toContain('Bartholomew');
  });
});

describe('a note on a column', () => {
  const noted = { ...table, notes: [{ column: 'Ratings', says: 'Ratings: how many.' }, 'A note on the whole.'] };

  it('goes with its column where a terminal has no room for that', () => {
    const narrow = terminalTable(noted, 40, noPaint).join('\n');
    expect([narrow.includes('Ratings'), narrow.includes('A note on the whole.')]).toEqual([false, true]);
    expect(terminalTable(noted, 90, noPaint).join('\n')).toContain('Ratings: how many.');
  });

  it('goes with its column on a phone, too, and stays in Markdown', () => {
    const told = { ...report, sections: [{ id: 'one', title: 'One', lead: '', blocks: [noted] }] };
    expect(pageOf(told)).toContain('<p class="spare">Ratings: how many.</p><p>A note on the whole.</p>');
    expect(markdownReport(told)).toContain('Ratings: how many.');
  });
});

describe('a table on a phone', () => {
  const page = (columns: number): string =>
    pageOf({
      ...report,
      sections: [
        {
          id: 'one',
          title: 'One',
          lead: '',
          blocks: [
            tableOf(
              'Wide',
              people,
              Array.from({ length: columns }, (_, k) => ({ title: `Column ${k}`, align: 'right' as const, show: () => '1.00 to 2.00' })),
            ),
          ],
        },
      ],
    });

  it('says that it goes on to the right where it does', () => {
    expect(page(2)).not.toContain('push it sideways');
    expect(page(6)).toContain('push it sideways');
  });
});

describe('the report', () => {
  it('has colours only where they are asked for, and a mark for each tone anyhow', () => {
    expect(terminalReport(report, 80, noPaint)).toContain('\n!  Look *out*\n   Because.\n');
    expect(terminalReport(report, 80, colours)).toContain('\u001b[33m!\u001b[39m');
  });

  it('as Markdown keeps names from being marks', () => {
    const written = markdownReport(report);
    expect(written).toContain('# A \\<report\\>');
    expect(written).toContain('| Anne | 3.25 | 12 |\n');
    expect(written).toContain('|---|---:|---:|');
    expect(written).toContain('- **Look \\*out\\*.** Because.');
  });

  it('as a page keeps names from being markup', () => {
    const page = pageOf(report);
    expect(page).toContain('<h1>A &lt;report&gt;</h1>');
    expect(page).toContain('<th scope="row">Anne</th><td class="right">3.25</td><td class="right spare">12</td>');
    expect(page).toContain('<li class="care"><span class="tone">With care</span><h3>Look *out*</h3><p>Because.</p></li>');
  });
});

describe.each(['light', 'dark'] as const)('the colours of the page in the %s scheme', (scheme) => {
  const [light = '', dark = ''] = [...pageStyle.matchAll(/:root \{([^}]*)\}/g)].map((match) => match[1]);
  const read = (css: string): Record<string, string> =>
    Object.fromEntries([...css.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]));
  const colour: Readonly<Record<string, string>> = { ...read(light), ...(scheme === 'dark' && read(dark)) };
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  /** WCAG 2.2, 1.4.3. */
  const contrast = (one: string, other: string): number => {
    const [bright = 0, dim = 0] = [luminance(colour[one]!), luminance(colour[other]!)].sort((a, b) => b - a);
    return (bright + 0.05) / (dim + 0.05);
  };
  const [below, above] = scheme === 'light' ? ['t-dark', 't-light'] : ['t-light', 't-dark'];

  it.each([
    ['ink', 'paper'],
    ['ink', 'card'],
    ['quiet', 'paper'],
    ['quiet', 'card'],
    ['gold', 'card'],
    ['good', 'card'],
    ['care', 'card'],
    ['stop', 'card'],
    ['target', 'card'],
    ['stone-ink', 'stone'],
    ['stone-quiet', 'stone'],
    ['stone-gold', 'stone'],
    [below!, 'h-below'],
    [below!, 'h-0'],
    [below!, 'h-1'],
    [below!, 'h-2'],
    [above!, 'h-3'],
    [above!, 'h-4'],
  ])('keep %s on %s at 4.5 to 1', (one, other) => expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5));

  it.each(['fair', 'raw', 'rater', 'item', 'edge'])('keep the marks of %s at 3 to 1', (mark) =>
    expect(contrast(mark, 'card')).toBeGreaterThanOrEqual(3),
  );
});
