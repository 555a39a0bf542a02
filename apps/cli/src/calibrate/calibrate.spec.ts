import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleCalibrationSet } from '../../../../libs/bank-format/test/sample-calibration-set';
import { sampleQuestion } from '../../../../libs/bank-format/test/sample-question';
import { readTexts } from '../bank/input/read-texts';
import { touchstone } from '../touchstone';

const shippedBank = join(__dirname, '../../../../bank');
const shipped = join(shippedBank, 'calibration/architecture-strategy.yaml');
const folder = mkdtempSync(join(tmpdir(), 'touchstone-calibrate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string | object): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const set = put('set.json', sampleCalibrationSet);
const bank = put('bank.json', { format: 'interview-bank/1', bank: { id: 'mine', title: 'Mine' }, questions: [sampleQuestion] });

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

async function run(...args: readonly string[]): Promise<Ran> {
  let [out, error] = ['', ''];
  const code = await touchstone(['calibrate', ...args], {
    out: (text) => (out += text),
    error: (text) => (error += text),
    outIsTerminal: false,
    errorIsTerminal: false,
    columns: 80,
    noColor: true,
  });
  return { code, out, error };
}

/** The sample set is gold at a: 1 2, b: 3 1, c: 2 4, d: 5 3, e: 4 5 (c1 and c2). */
const gold: readonly (readonly [string, number, number])[] = [
  ['a', 1, 2],
  ['b', 3, 1],
  ['c', 2, 4],
  ['d', 5, 3],
  ['e', 4, 5],
];
/** Off in three of ten: c1 of a by +1, c1 of d by -2, c2 of e by -1. */
const given = gold.map(([id, c1, c2]) => [id, id === 'a' ? 2 : id === 'd' ? 3 : c1, id === 'e' ? 4 : c2] as const);
const csvOf = (rows: readonly (readonly [string, number, number])[], rater?: string): string =>
  rows
    .flatMap(([id, c1, c2]) => [`${id},c1,${c1}`, `${id},c2,${c2}`].map((row) => (rater === undefined ? row : `${row},${rater}`)))
    .join('\n');

const compare = (text: string, ...more: readonly string[]): Promise<Ran> =>
  run(set, '--bank', bank, '--ratings', put('ratings.csv', text), ...more);

interface Compared {
  readonly raters: readonly {
    readonly rater: string | null;
    readonly ratings: number;
    readonly exactShare: number;
    readonly withinOneShare: number;
    readonly meanDifference: number;
    readonly leans: string;
    readonly kappa: { readonly value: number | null; readonly status: string };
    readonly criteria: readonly {
      readonly id: string;
      readonly exactShare: number;
      readonly withinOneShare: number;
      readonly meanDifference: number;
    }[];
    readonly differing: readonly object[];
  }[];
}
const compared = async (text: string): Promise<Compared['raters']> => (JSON.parse((await compare(text, '--json')).out) as Compared).raters;

describe('touchstone calibrate', () => {
  it('prints what is to be rated, and no gold level', async () => {
    const { code, out, error } = await run(set, '--bank', bank);
    expect([code, error]).toEqual([0, '']);
    for (const part of [
      'What happened, and how do you know?',
      'c1: Finds the cause',
      '  3: Shows the two starts.',
      'Answer a',
      'c1 ____ c2 ____',
    ])
      expect(out).toContain(part);
    expect(out).toContain('Hint h1 was given: Compare the two starts.');
    expect(out).toContain('What that costs: c1 at most 3 (h1).');
    // C was asked for by one of the candidates, D by none.
    expect(out).toContain('C: Scheduler (shown on request)');
    expect(out).not.toContain('part-0 part-1');
    expect(out).not.toContain('By the anchor.');
  });

  it('prints it as Markdown, exhibits as they are', async () => {
    const { out } = await run(set, '--bank', bank, '--markdown');
    expect(out).toContain('\n### A: Runs\n\n```\nrun  rows\n1    100\n2    100\n```\n');
    expect(out).toContain('\n- 3: Shows the two starts.\n');
    expect(out).toContain('\nc1 \\_\\_\\_\\_   c2 \\_\\_\\_\\_\n');
  });

  it('finds the question of a shipped set by itself, and keeps every gold reason to itself', async () => {
    const reasons = [...readFileSync(shipped, 'utf8').matchAll(/why: "(.*)"\}$/gm)].map(([, why = '']) => why);
    expect(reasons).toHaveLength(20);
    for (const form of [[], ['--markdown'], ['--json'], ['--sheet']]) {
      const { code, out } = await run(shipped, ...form);
      expect(code).toBe(0);
      const text = out.replace(/\s+/g, ' ');
      for (const why of reasons) expect(text).not.toContain(why);
      // Every reason says why the level is not another one.
      expect(text).not.toMatch(/\bNot [1-5]:/);
      expect(out).not.toContain('"level"');
    }
  });

  it('has all answers in one order for a seed, in the form and in the sheet', async () => {
    const orderOf = async (seed: string): Promise<string> =>
      [...(await run(set, '--bank', bank, '--seed', seed)).out.matchAll(/^Answer (.)$/gm)].map(([, id]) => id).join('');
    const orders = await Promise.all(['1', '2', '3', '4', '5', '6'].map(orderOf));
    for (const order of orders) expect([...order].sort().join('')).toBe('abcde');
    expect(new Set(orders).size).toBeGreaterThan(1);
    expect(await orderOf('3')).toBe(orders[2]);
    const { out } = await run(set, '--bank', bank, '--seed', '3', '--sheet');
    expect(out).toBe(`answer,criterion,level\r\n${[...(orders[2] ?? '')].map((id) => `${id},c1,\r\n${id},c2,\r\n`).join('')}`);
  });

  it('compares with gold, in figures', async () => {
    // Off by 1, 2, 1. Mean: (1 - 2 - 1) / 10. Kappa: mean squares observed (1 + 4 + 1) / 10 = 0.6; by chance the variances of gold
    // (1 to 5 twice: 2) and of the rater (2 2 3 1 2 4 3 3 4 4: mean 2.8, 8.8 - 7.84 = 0.96) and 0.2 squared: 3. So 1 - 0.6 / 3 = 0.8.
    const [rater, ...others] = await compared(`answer,criterion,level\n${csvOf(given)}\n`);
    expect(others).toEqual([]);
    expect(rater).toMatchObject({ rater: null, ratings: 10, exactShare: 0.7, withinOneShare: 0.9, leans: 'slightly severe' });
    expect(rater?.meanDifference).toBeCloseTo(-0.2, 12);
    expect(rater?.kappa.value).toBeCloseTo(0.8, 12);
    expect(rater?.criteria.map(({ id, exactShare, withinOneShare }) => [id, exactShare, withinOneShare])).toEqual([
      ['c1', 0.6, 0.8],
      ['c2', 0.8, 1],
    ]);
    for (const { meanDifference } of rater?.criteria ?? []) expect(meanDifference).toBeCloseTo(-0.2, 12);
    expect(rater?.differing).toEqual([
      { answer: 'd', criterion: 'c1', level: 3, gold: 5, why: sampleCalibrationSet.answers[3]?.ratings.c1.why },
      { answer: 'a', criterion: 'c1', level: 2, gold: 1, why: sampleCalibrationSet.answers[0]?.ratings.c1.why },
      { answer: 'e', criterion: 'c2', level: 4, gold: 5, why: 'By the anchor.' },
    ]);
  });

  it('compares with gold, in words', async () => {
    const { code, out } = await compare(`answer,criterion,level\n${csvOf(given)}\n`);
    const text = out.replace(/\s+/g, ' ');
    expect(code).toBe(0);
    expect(text).toContain('7 of 10 ratings are the gold level (70 %), 9 are within one (90 %)');
    expect(text).toContain('Quadratic weighted kappa is 0.80 (95 %: ');
    expect(text).toContain('The mean difference from gold is −0.20 levels: slightly severe.');
    expect(text).toContain("Answer d, c1 Finds the cause: 3 was given, gold is 5 Says 'the scheduler, of course'");
    expect((await compare(`answer,criterion,level\n${csvOf(given)}\n`, '--markdown')).out).toContain(
      '| c1 Finds the cause | 60 % | 80 % | −0.20 |',
    );
  });

  it('takes several raters, columns in any order, and a table of semicolons', async () => {
    // All 3 but b on c1, which is 4: gold squares off 2 in the mean, so kappa is near 0; b was given h1, which leaves 3.
    const flat = gold.map(([id]) => [id, id === 'b' ? 4 : 3, 3] as const);
    const rows = [csvOf(gold, 'Kim'), csvOf(flat, 'Uli')]
      .join('\n')
      .split('\n')
      .map((row) => row.split(',').reverse().join(';'));
    const [kim, uli] = await compared(`Rater;Level;Criterion;Answer\n${rows.join('\n')}\n`);
    expect(kim).toMatchObject({
      rater: 'Kim',
      exactShare: 1,
      withinOneShare: 1,
      meanDifference: 0,
      leans: 'neither severe nor lenient',
      differing: [],
    });
    expect(kim?.kappa.value).toBeCloseTo(1, 12);
    // Exact where gold is 3 and 3 was given: c2 of d. Within one: c1 of b, c, e and c2 of a, c, d.
    expect(uli).toMatchObject({ rater: 'Uli', exactShare: 0.1, withinOneShare: 0.6, leans: 'slightly lenient' });
    // Observed: c1 4 + 1 + 1 + 4 + 1, c2 1 + 4 + 1 + 0 + 4: 2.1. By chance: 2 + (0.9 * 0.01 + 0.1 * 0.81) + 0.01 = 2.1.
    expect(uli?.kappa.value).toBeCloseTo(0, 12);
    expect(uli?.differing).toContainEqual({
      answer: 'b',
      criterion: 'c1',
      level: 4,
      gold: 3,
      why: sampleCalibrationSet.answers[1]?.ratings.c1.why,
      cap: { hint: 'h1', criterion: 'c1', level: 3 },
    });
  });

  it('says of a rater who is higher throughout: lenient', async () => {
    const higher = gold.map(([id, c1, c2]) => [id, Math.min(5, c1 + 1), Math.min(5, c2 + 1)] as const);
    expect((await compared(`answer,criterion,level\n${csvOf(higher)}`))[0]).toMatchObject({
      exactShare: 0.2,
      meanDifference: 0.8,
      leans: 'lenient',
    });
  });

  const full = `answer,criterion,level\n${csvOf(gold)}\n`;
  it.each([
    ['an unknown answer', full.replace('a,c1', 'z,c1'), 'Row 2: there is no answer "z". The answers are a, b, c, d, e.'],
    ['an unknown criterion', full.replace('a,c2', 'a,c9'), 'Row 3: there is no criterion "c9". The criteria are c1, c2.'],
    ['a level off the scale', full.replace('a,c1,1', 'a,c1,6'), 'Row 2: "6" is no level of c1. Its levels are 1, 2, 3, 4, 5.'],
    ['half a level', full.replace('a,c1,1', 'a,c1,1.5'), 'Row 2: "1.5" is no level of c1.'],
    ['a level that was not filled in', full.replace('a,c1,1', 'a,c1,'), 'Row 2: answer a has no level on c1. Fill it: 1, 2, 3, 4, 5.'],
    ['a row too few', full.replace('d,c2,3\n', ''), 'Answer d is not rated on c2. Add a row d,c2 with the level.'],
    [
      'a rating too few of one rater',
      `answer,criterion,level,rater\n${csvOf(gold, 'Kim')}\na,c1,1,Uli\n`,
      'Answer e is not rated on c2 by Uli.',
    ],
    ['a rating twice', `${full}a,c1,3\n`, 'Row 12: it rates answer a on c1, as row 2 does. Keep one of them.'],
    ['a rater without a name', `answer,criterion,level,rater\n${csvOf(gold, ' ')}\n`, 'Row 2: it names no rater.'],
    ['a cell too many', full.replace('a,c1,1', 'a,c1,1,Kim'), 'Row 2: 4 cells, and 3 columns.'],
    [
      'no head',
      csvOf(gold),
      'There is no column "answer". The first row is answer,criterion,level, and rater after them where several rate.',
    ],
    ['a column that means nothing', full.replace('level', 'level,note'), 'The column "note" is one too many.'],
    ['a column twice', full.replace('level', 'level,level'), 'The column "level" is one too many.'],
    ['a head alone', 'answer,criterion,level\n', 'There are no ratings.'],
    ['nothing', '', 'There is no column "answer".'],
    ['a quote that is never closed', full.replace('a,c1', '"a,c1'), 'a quote is opened and never closed'],
  ])('refuses ratings with %s', async (_what, text, says) => {
    const { code, out, error } = await compare(text);
    expect(error).toContain(says);
    expect([code, out]).toEqual([1, '']);
  });

  it('passes over rows of nothing but separators', async () => {
    expect((await compare(`${full},,\n`)).code).toBe(0);
  });

  it('refuses a set that cannot train anybody, and one that cannot be read', async () => {
    const other = put('other.json', { ...sampleCalibrationSet, questionVersion: 2 });
    expect(await run(other, '--bank', bank)).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringContaining('questionVersion: The bank has version 1 of "sample-0001", the set is for 2.'),
    });
    const { code, error } = await run(put('broken.yaml', 'format: calibration-set/1\nquestion: Ü\n'));
    expect(code).toBe(1);
    expect(error).toMatch(/broken\.yaml:2:1 question: "question" must be lower-case letters/);
    expect((await run(set)).error).toContain('There is no question "sample-0001" in the bank.');
  });

  it.each([
    [['nowhere.yaml'], 'There is no file nowhere.yaml.'],
    [[folder], 'is a folder. Name a file in it.'],
    [[set, '--bank', 'nowhere'], 'There is no file nowhere.'],
    [[set, '--bank', bank, '--ratings', 'nowhere.csv'], 'There is no file nowhere.csv.'],
    [[set, '--seed', '1.5'], '--seed takes a whole number from 0 to 4294967295; "1.5" is none.'],
    [[set, '--sheet', '--ratings', 'x.csv'], '--sheet writes a table to fill'],
    [[set, '--markdown', '--json'], '--json and --markdown exclude each other.'],
    [[set, '--nonsense'], "error: unknown option '--nonsense'"],
  ])('%j is wrong usage', async (args, says) => {
    const { code, error } = await run(...args);
    expect(error).toContain(says);
    expect(code).toBe(2);
  });
});

describe('calibration sets and reviews in the folder of a bank', () => {
  it('are taken for no bank file', () => {
    const folders = readTexts([shippedBank]).map(({ name }) => name.slice(shippedBank.length + 1).split('/')[0]);
    expect([...new Set(folders)]).toEqual(['questions', 'training']);
  });
});
