import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { analysePanel, type Rating, tabulate } from '@touchstone/psychometrics';
import { creativity } from './creativity';
import { workbook } from './workbook';

const command = resolve(__dirname, '../../scripts/touchstone.mjs');
const folder = mkdtempSync(join(tmpdir(), 'touchstone-analyze-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function run(...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'analyze', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, NO_COLOR: undefined },
  });
  return { code: status, out: stdout, error: stderr };
}

/** As a spreadsheet has them: a header, then a rating in each row. */
const long: readonly (readonly (string | number)[])[] = [
  ['Candidate', 'Interviewer', 'Question', 'Score'],
  ...creativity.map(({ candidate, rater, item, score }) => [candidate, rater, item, score]),
];
const csv = (rows: readonly (readonly (string | number | null)[])[]): string => rows.map((row) => row.join(',')).join('\r\n');
const scoreOf = (candidate: string, rater: string, item: string): number =>
  creativity.find((one) => one.candidate === candidate && one.rater === rater && one.item === item)?.score ?? 0;
const names = (part: 'candidate' | 'rater' | 'item'): readonly string[] => [...new Set(creativity.map((one) => one[part]))];
const basisOf = (candidate: string): number => names('rater').reduce((sum, rater) => sum + scoreOf(candidate, rater, 'Basis'), 0);
const wide = [
  ['Candidate', 'Question', ...names('rater')],
  ...names('candidate').flatMap((candidate) =>
    names('item').map((item) => [candidate, item, ...names('rater').map((rater) => scoreOf(candidate, rater, item))]),
  ),
];

function ofLibrary(ratings: readonly Rating[] = creativity): unknown {
  const table = tabulate(ratings, { scale: { min: 1, max: 9 } });
  return table.ok ? JSON.parse(JSON.stringify(analysePanel(table.value))) : null;
}

/** Tags that are closed in another order than they were opened, or never. */
function unclosed(html: string): readonly string[] {
  const open: string[] = [];
  for (const [, slash, name = '', rest = ''] of html
    .replace(/<style>[^<]*/, '<style>')
    .matchAll(/<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/g)) {
    if (rest.endsWith('/') || ['meta', 'link'].includes(name)) continue;
    if (slash !== '/') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return [...open, `/${name}`];
  }
  return open;
}

describe('touchstone analyze', () => {
  it.each([
    ['JSON', () => file('a.json', JSON.stringify({ scale: { min: 1, max: 9 }, ratings: creativity }))],
    ['long CSV', () => file('long.csv', csv(long))],
    ['wide CSV', () => file('wide.csv', csv(wide))],
    ['CSV with semicolons, as Excel writes it', () => file('semicolons.csv', `\uFEFF${csv(long).replaceAll(',', ';')}`)],
    ['an Excel workbook', () => file('book.xlsx', workbook({ Notes: [], Ratings: long }))],
    ['a wide Excel workbook', () => file('wide.xlsx', workbook({ Ratings: wide }))],
  ])('gives the figures of the library for %s, twice the same', (_, made) => {
    const path = made();
    const [one, other] = [run(path, '--json', '--scale', '1-9'), run(path, '--json', '--scale', '1-9')];
    expect(one.code).toBe(0);
    expect(JSON.parse(one.out).analysis).toEqual(ofLibrary());
    expect(one.out).toBe(other.out);
  });

  it('says how it understood the file before anything else, and what the figures say before the figures', () => {
    const { code, out, error } = run(file('told.csv', csv(long)));
    expect([code, error]).toEqual([0, '']);
    const places = [
      'Each row is one rating.',
      'Raters: B (“Interviewer”).',
      'Scale: 1 to 9, the lowest and the highest',
      'WHAT THIS SAYS',
      'cannot be told apart at the top',
      'THE CANDIDATES',
      'Candidate  Corrected',
    ].map((text) => out.indexOf(text));
    expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true);

    expect(out).not.toMatch(/\u001b|NaN|Infinity|undefined|null/);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('takes the columns that are named, a sheet, weights, groups and a seed', () => {
    const renamed = file('renamed.csv', csv([['who', 'x', 'y', 'z'], ...long.slice(1)]));
    const named = run(renamed, '--columns', 'candidate=who,rater=x,item=y,score=z', '--json', '--quiet');
    expect([named.code, named.error]).toEqual([0, '']);
    expect(JSON.parse(named.out).analysis).toEqual(ofLibrary());
    const book = file('two.xlsx', workbook({ First: [['a'], ['b']], Second: long }));
    expect(JSON.parse(run(book, '--sheet', 'Second', '--json').out).analysis).toEqual(ofLibrary());
    const weights = file('weights.csv', 'item,weight,competency\nAttack,2,Drive\nDaring,1,Drive\nBasis,1,Sense');
    const groups = file('groups.csv', 'group,applicants,selected\nBlue,80,48\nGreen,40,12');
    const { code, out } = run(file('w.csv', csv(long)), '--weights', weights, '--groups', groups, '--seed', '7', '--markdown');
    expect(code).toBe(0);
    expect(out).toContain('Averages by competency');
    expect(out).toMatch(/\| Green \| 40 \| 12 \| 30 % \| 0\.50 \|.*\| yes \|/);
    expect(out).toContain('seed 7');
  });

  it('goes by the weights in the order, the headline, the places and the groups, and names what has none', () => {
    // Five equal scores but for the question that weighs: by weight the last comes first.
    const order = (flags: readonly string[]): readonly string[] => {
      const { analysis } = JSON.parse(run(file('plain.csv', csv(long)), '--scale', '1-9', '--json', ...flags).out) as {
        readonly analysis: { readonly ranking: { readonly order: readonly { readonly candidate: string }[] } };
      };
      return analysis.ranking.order.map(({ candidate }) => candidate);
    };
    const one = file('one.csv', 'item,weight\nBasis,1');
    const [best = ''] = [...names('candidate')].sort((a, b) => basisOf(b) - basisOf(a));
    expect(order([])[0]).toBe('Betty');
    expect(order(['--weights', one])).toEqual([...names('candidate')].sort((a, b) => basisOf(b) - basisOf(a) || (a < b ? -1 : 1)));
    const { out } = run(file('plain.csv', csv(long)), '--scale', '1-9', '--weights', one);
    expect(out).toContain('Weights: “Attack”, “Clarity”, “Daring”, “Enthusiasm” have no weight');
    expect(out).toMatch(new RegExp(`WHAT THIS SAYS\\n\\n.  ${best}`));
  });

  it('writes one page that asks for nothing else', () => {
    const page = join(folder, 'report.html');
    const { code, out, error } = run(
      file('page.csv', csv([...long, ['<b>Zoë & “Co”</b>', 'Brahe', 'Attack', 5]])),
      '--html',
      '--output',
      page,
    );
    expect([code, out]).toEqual([0, '']);
    expect(error).toContain('Written to');
    const html = readFileSync(page, 'utf8');
    expect(html).not.toMatch(/(src|href)="(?!#|data:)/);
    expect(html.replaceAll('http-equiv', '')).not.toMatch(/https?:|<script|@import|url\(/);
    expect(html).not.toContain('<b>Zo');
    expect(html).toContain('&lt;b&gt;Zoë &amp; “Co”&lt;/b&gt;');
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
    expect(html.match(/<figure>/g)).toHaveLength(4);
    expect(html.match(/<caption>/g)?.length).toBe(html.match(/<table>/g)?.length);
    expect(html.match(/<svg [^>]*role="img" aria-label="[^"]+"/g)).toHaveLength(8);
    expect(unclosed(html)).toEqual([]);
  });

  it.each([
    [
      'a score that is none',
      [...long, ['Anne', 'Brahe', 'Extra', 'four']],
      'Row 107, column D (“Score”): “four” is not a number. Write the level as a number, and leave the cell blank where nothing was rated.',
    ],
    [
      'a score beside the scale',
      [...long, ['Anne', 'Brahe', 'Extra', 12]],
      'Row 107, column D: the score 12 is not on the scale from 1 to 9.',
    ],
    ['a rating given twice', [...long, ['Anne', 'Brahe', 'Attack', 3]], 'Row 107, column D rates what row 7, column D has rated'],
    [
      'a name that is missing',
      [...long, ['Anne', '', 'Extra', 3]],
      'Row 107, column B (“Interviewer”): the rater of the score 3 is not named.',
    ],
    ['no rows', [], 'There are no rows.'],
    [
      'no scores',
      [
        ['Candidate', 'Interviewer', 'Question', 'Score'],
        ['Anne', 'Brahe', 'Attack', ''],
      ],
      'every score is blank',
    ],
  ])('refuses %s, and names the place', (_, rows, message) => {
    const { code, out, error } = run(file('bad.csv', csv(rows)), '--scale', '1-9');
    expect([code, out]).toEqual([1, '']);
    expect(error).toContain(message);
    expect(error).not.toMatch(/\n\s+at |Error:/);
    const json = run(file('bad.csv', csv(rows)), '--scale', '1-9', '--json');
    expect([json.code, JSON.parse(json.out).faults.length]).toEqual([1, 1]);
  });

  it.each([
    [['nowhere.csv'], 'There is no file nowhere.csv'],
    [[folder], 'is a folder'],
    [[], 'missing required argument'],
    [['a.csv', '--colour'], 'unknown option'],
    [['a.csv', '--scale', 'good'], 'is no scale. Give the lowest and the highest score, such as --scale 1-5.'],
    [['a.csv', '--scale', '5-1'], 'is no scale'],
    [['a.csv', '--columns', 'name=Who'], 'names no column'],
    [['a.csv', '--json', '--html'], 'Give one of --json and --html, not both.'],
    [['a.csv', '--wide', '--long'], 'not both'],
    [['a.csv', '--seed', 'x'], '--seed takes a whole number'],
    [
      [() => file('u.csv', csv(long)), '--scale', '1-9', '--cut-off', '10'],
      '--cut-off 10 is beyond the scores: the scale runs from 1 to 9.',
    ],
    [[() => file('u.csv', csv(long)), '--places', '7'], '--places 7 takes all of the 7 candidates'],
    [[() => file('u.csv', csv(long)), '--sheet', 'One'], '--sheet names a sheet of an Excel workbook, and u.csv is none.'],
    [[() => file('u.csv', csv(long)), '--output', join(folder, 'no', 'such', 'r.html')], 'cannot be written: there is no folder'],
    [[() => file('u.csv', csv(long)), '--output', folder], 'is a folder. Name a file in it'],
  ] as readonly [readonly (string | (() => string))[], string][])('answers wrong usage %j with 2', (args, message) => {
    const { code, out, error } = run(...args.map((arg) => (typeof arg === 'string' ? arg : arg())));
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(message);
    expect(error).not.toMatch(/E[A-Z]{4,}|\n\s+at /);
  });

  it.each([
    [
      '--weights',
      'item,weight\nAttack,much',
      'bad.csv cannot be used for --weights. Row 2, column “weight”: “much” is not a number of at least 0.',
    ],
    ['--weights', 'question,points\nAttack,2', 'bad.csv cannot be used for --weights. The first row has no column “item”, “weight”.'],
    ['--weights', 'item,weight\nAttak,2', 'bad.csv cannot be used for --weights. It weighs “Attak”, which nobody was rated on.'],
    ['--groups', 'group,applicants,selected\nBlue,8,9', 'bad.csv cannot be used for --groups. Row 2: 9 were selected of 8 who applied.'],
    ['--groups', '', 'bad.csv cannot be used for --groups. The file is empty.'],
  ])('blames a bad file of %s by its name', (flag, content, message) => {
    const { code, error } = run(file('good.csv', csv(long)), flag, file('bad.csv', content));
    expect(code).toBe(1);
    expect(error).toContain(message);
  });

  it('suggests another scale where scores are beyond the one that was stated, and a form that goes further where none was', () => {
    expect(run(file('s.csv', csv(long)), '--scale', '1-5').error).toContain(
      '--scale said 1 to 5. If the form goes further, give its ends there',
    );
    expect(run(file('s.csv', csv(long))).out.replace(/\s+/g, ' ')).toContain('If your form goes further, say so: --scale 1-10.');
  });

  it('takes JSON without questions as it takes such a CSV file, and speaks of no question then', () => {
    const ratings = creativity.filter(({ item }) => item === 'Basis').map(({ candidate, rater, score }) => ({ candidate, rater, score }));
    const json = run(file('r.json', JSON.stringify(ratings)), '--json', '--scale', '1-9');
    const same = csv([['Candidate', 'Interviewer', 'Score'], ...ratings.map(({ candidate, rater, score }) => [candidate, rater, score])]);
    expect(JSON.parse(json.out).analysis).toEqual(JSON.parse(run(file('r.csv', same), '--json', '--scale', '1-9').out).analysis);
    expect(run(file('r.csv', same), '--scale', '1-9').out).not.toContain('“all”');
  });

  it('prints what the README shows', () => {
    const readme = readFileSync(resolve(__dirname, '../../README.md'), 'utf8');
    const [, shown = ''] = /analyze docs\/examples\/creativity\.csv[^`]*```\n\n```text\n([^`]*)```/.exec(readme) ?? [];
    const { out } = run(resolve(__dirname, '../../docs/examples/creativity.csv'), '--scale', '1-9');
    const pieces = shown.split('…\n').filter((piece) => piece.trim() !== '');
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(out).toContain(piece);
  });

  it('says what is going on where it is asked to, and helps', () => {
    const told = run(file('progress.csv', csv(long)), '--progress', '--json');
    expect(told.error).toContain('6 of 10  Correcting for strict and lenient interviewers');
    expect(run('--help')).toMatchObject({ code: 0, error: '' });
  });
});
