import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { touchstone } from '../touchstone';
import { formOf } from './input/find-files';

const root = join(__dirname, '../../../..');
const example = /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/bank-format.md'), 'utf8'))?.[1] ?? '';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-bank-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
};

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

async function run(args: readonly string[], more: { colour?: boolean } = {}): Promise<Ran> {
  let [out, error] = ['', ''];
  const code = await touchstone(['bank', ...args], {
    out: (text) => (out += text),
    error: (text) => (error += text),
    outIsTerminal: more.colour === true,
    errorIsTerminal: false,
    columns: 80,
    noColor: false,
  });
  return { code, out, error };
}

describe('touchstone bank lint', () => {
  it('is content with the shipped training questions, and says so', async () => {
    const { code, out } = await run(['lint', join(root, 'bank/training'), '--strict']);
    expect(out).toBe('0 errors and 0 warnings in 6 questions of 6 files; 9 answered by their authors.\n');
    expect(code).toBe(0);
  });

  it('says where, what and how to mend it, and fails on an error', async () => {
    const path = put('a.yaml', example.replace('Give exhibit A', 'Do a sanity check, give exhibit A'));
    const line = readFileSync(path, 'utf8').split('\n').findIndex((text) => text.includes('scriptNotes')) + 1;
    const { code, out } = await run(['lint', path]);
    expect(out).toContain(`${path}:${line}:5 error L11 (can be mended)\n  dq-example-0001 scriptNotes\n  "sanity check" is a coded word. Write "plausibility check".\n`);
    expect(out).toContain('1 error and 0 warnings in 1 question of 1 file; 1 can be mended with --fix.');
    expect(code).toBe(1);
  });

  it('passes on warnings, and fails on them when strict', async () => {
    const path = put('a.yaml', example.replace('title: Eight percent on a Tuesday', `title: ${'x'.repeat(61)}`));
    expect((await run(['lint', path])).code).toBe(0);
    expect((await run(['lint', path, '--strict'])).code).toBe(1);
  });

  it('shows colours on a terminal only', async () => {
    const path = put('a.yaml', example.replace('difficulty: 3', 'difficulty: 9'));
    expect((await run(['lint', path], { colour: true })).out).toContain('\u001b[31merror\u001b[39m');
    expect((await run(['lint', path])).out).not.toContain('\u001b[');
  });

  it('writes JSON for programs', async () => {
    const path = put('a.yaml', example.replace('difficulty: 3', 'difficulty: 9'));
    const { code, out } = await run(['lint', path, '--json']);
    expect(JSON.parse(out)).toMatchObject({ errors: 1, warnings: 0, questions: 0, findings: [{ rule: 'L01', file: path, at: 'questions[0].difficulty', severity: 'ERROR' }] });
    expect(code).toBe(1);
  });

  it('mends first when told to', async () => {
    const path = put('a.yaml', example.replace('Give exhibit A', 'Do a sanity check, give exhibit A'));
    expect((await run(['lint', path, '--fix'])).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('Do a plausibility check, give exhibit A');
  });

  it('says which file it leaves unmended, and why', async () => {
    const path = put('a.yaml', example.replace('bank:', '# mine\nbank:'));
    expect((await run(['lint', path, '--fix'])).error).toBe(`${path}: holds comments that would be lost; --drop-comments lets them go\n`);
  });

  it('finds copies of texts that it is given', async () => {
    const facts = put('facts/sheet.md', 'It says: look at one region at a time and then at the next one before noon.');
    const path = put('a.yaml', example.replace('text: Look at one region at a time.', 'text: Look at one region at a time and then at the next one before noon.'));
    expect((await run(['lint', path, '--rule', 'L20', '--facts', facts])).out).toContain('stands word for word in');
    expect((await run(['lint', path, '--rule', 'L20'])).code).toBe(0);
  });

  it('lists its rules and explains one', async () => {
    expect((await run(['lint', '--rules'])).out.split('\n').filter((text) => /^[A-Z]\d\d /.test(text)).length).toBeGreaterThan(45);
    expect((await run(['lint', '--explain', 'l27'])).out).toContain('A question that says what it wants to hear');
  });

  it.each([
    [['lint'], 'Name files, folders or patterns'],
    [['lint', 'nowhere.yaml'], 'There is no file nowhere.yaml.'],
    [['lint', '*.nothing'], 'No file matches *.nothing.'],
    [['lint', 'nowhere['], 'There is no file nowhere[.'],
    [['lint', 'nowhere[/*.yaml'], 'No file matches nowhere[/*.yaml.'],
    [['lint', '-', '--fix'], 'The standard input cannot be mended in place. Use touchstone bank fix -.'],
    [['diff', '-', '-'], 'Only one of the two files can come from the standard input.'],
    [['lint', '.', '--rule', 'Z99'], 'There is no rule Z99.'],
    [['lint', 'package.json', '--today', '2026-02-30'], '--today takes a day such as 2026-11-24; "2026-02-30" is none.'],
    [['lint', 'package.json', '--framework', 'package.json'], 'package.json is no framework:'],
    [['lint', 'package.json', '--nonsense'], "error: unknown option '--nonsense'"],
  ])('%j is wrong usage', async (args, says) => {
    const { code, error } = await run(args);
    expect(error).toContain(says);
    expect(code).toBe(2);
  });

  it('refuses what is not UTF-8', async () => {
    const path = join(folder, 'latin.yaml');
    writeFileSync(path, Buffer.from([0x61, 0x3a, 0x20, 0xe9]));
    expect(await run(['lint', path])).toMatchObject({ code: 2, error: `${path} is not UTF-8. Save it as UTF-8 and try again.\n` });
  });
});

describe('touchstone bank fix', () => {
  it('writes the canonical form in place, once', async () => {
    const path = put('a.yaml', example.replace('bank:', '\nbank:'));
    expect(await run(['fix', path])).toMatchObject({ code: 0, error: `${path}: mended\n` });
    expect(readFileSync(path, 'utf8')).toBe(example);
    expect(await run(['fix', path])).toMatchObject({ code: 0, error: `${path}: as it should be\n` });
  });

  it('writes nothing in a dry run, and nothing that it would have to lose', async () => {
    const changed = put('a.yaml', example.replace('bank:', '\nbank:'));
    await run(['fix', changed, '--dry-run']);
    expect(readFileSync(changed, 'utf8')).toBe(example.replace('bank:', '\nbank:'));
    const commented = put('b.yaml', example.replace('bank:', '# mine\nbank:').replace('format: interview-bank/1\n', 'format: interview-bank/1\n'));
    expect(await run(['fix', commented])).toMatchObject({ code: 1, error: expect.stringContaining('holds comments that would be lost') });
    expect((await run(['fix', commented, '--drop-comments'])).code).toBe(0);
    expect(readFileSync(commented, 'utf8')).toBe(example);
  });

  it('says which file cannot be read', async () => {
    const path = put('a.yaml', 'a: [');
    expect(await run(['fix', path])).toMatchObject({ code: 1, error: `${path}: cannot be read; touchstone bank lint says why\n` });
  });
});

describe('touchstone bank diff', () => {
  const changed = example.replace('difficulty: 3', 'difficulty: 4').replace('Names a lost delivery as the only explanation', 'Names a lost delivery as the only possible explanation');

  it('says in words what differs', async () => {
    const { code, out } = await run(['diff', put('a.yaml', example), put('b.yaml', changed)]);
    expect(code).toBe(1);
    expect(out).toContain('! Difficulty: 3 → 4.');
    expect(out).toContain('! Criterion c1 (Finds what happened to the rows), anchor for level 2: rewritten.');
    expect(out).toContain('{+possible +}');
    expect(out).toContain('2 of them touch what is asked or scored');
  });

  it('sets texts side by side, within the width of the terminal', async () => {
    const { out } = await run(['diff', put('a.yaml', example), put('b.yaml', changed), '--side-by-side']);
    const rows = out.split('\n').filter((text) => text.includes(' │ '));
    expect(rows.some((text) => /- .*lost delivery.* │ \+ .*lost delivery/.test(text))).toBe(true);
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(80);
  });

  it('finds nothing between a file and itself, whatever its form', async () => {
    const { code, out } = await run(['diff', put('a.yaml', example), put('b.yaml', example.replace('bank:', '\nbank:'))]);
    expect([code, out]).toEqual([0, 'No difference.\n']);
  });

  it('gives hashes and changes to programs', async () => {
    const { out } = await run(['diff', put('a.yaml', example), put('b.yaml', changed), '--json']);
    const { questions } = JSON.parse(out) as { questions: { hashes: { before: string; after: string }; scoring: boolean; changes: unknown[] }[] };
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject({ scoring: true, changes: [{ path: ['difficulty'], before: '3', after: '4' }, {}] });
    expect(questions[0]?.hashes.before).toMatch(/^[0-9a-f]{64}$/);
    expect(questions[0]?.hashes.before).not.toBe(questions[0]?.hashes.after);
  });

  it('says which questions came and went', async () => {
    const other = example.replace('id: dq-example-0001', 'id: dq-example-0002');
    const both = example + other.slice(other.indexOf('  - id:'));
    const { out } = await run(['diff', put('a.yaml', example), put('b.yaml', both)]);
    expect(out).toBe('dq-example-0002  Eight percent on a Tuesday\n  new\n\n');
  });
});

describe('touchstone bank coverage and stats', () => {
  it('compares with every cell of the plan', async () => {
    const live = put('live/a.yaml', example.replace('usage: training', 'usage: live'));
    cpSync(live, join(folder, 'live/ignored.txt'));
    const { code, out } = await run(['coverage', join(folder, 'live'), '--whole']);
    expect(code).toBe(0);
    expect(out).toContain('1 of 250 questions');
    expect(out).toMatch(/dq-observability-incidents\s+0\/1!\s+1\/1\s+0\/2!\s+1\/4!/);
    for (const slug of ['dc-consistency-coordination', 'sc-influence-negotiation']) expect(out).toContain(slug);
    expect(out).toContain('At most 0 strictly parallel kits for each role');
    expect((await run(['coverage', live, '--check'])).code).toBe(1);
    expect((await run(['coverage', live, '--kits', '4'])).out).toContain('1 of 116 questions');
    expect(await run(['coverage', live, '--kits', 'four'])).toMatchObject({ code: 2, error: '--kits takes a whole number from 1 to 100; "four" is none.\n' });
    expect(JSON.parse((await run(['coverage', live, '--whole', '--json'])).out)).toMatchObject({ total: { planned: 250, have: 1 } });
    expect((await run(['coverage', live, '--whole', '--kits', '4'])).code).toBe(2);
  });

  it('finds every place of four kits filled by the shipped bank, and every competency asked', async () => {
    const { code, out } = await run(['coverage', join(root, 'bank'), '--check']);
    expect(code).toBe(0);
    expect(out).toContain('116 of 116 questions; 6 are not counted');
    expect(out).toContain('14 of 14 categories and 48 of 48 competencies are asked first by a question.');
    expect(out).toContain('At most 4 strictly parallel kits for each role');
    expect(out).not.toMatch(/[✗!] /);
  });

  it('counts and measures', async () => {
    const { code, out } = await run(['stats', join(root, 'bank/training/*.yaml')]);
    expect(code).toBe(0);
    expect(out).toMatch(/debugging-evidence, long +2 +33 %/);
    expect(out).toMatch(/newest-change +1/);
    expect(JSON.parse((await run(['stats', join(root, 'bank/training'), '--json'])).out)).toMatchObject({ questions: 6 });
  });

  it('passes over files of a folder that are something else, and complains of one that is named', async () => {
    put('a.yaml', example);
    const plan = put('plan.yaml', 'format: coverage-plan/1\n');
    expect(await run(['stats', folder])).toMatchObject({ code: 0, error: '' });
    expect((await run(['stats', plan])).code).toBe(1);
  });

  it('measures a bank without a question', async () => {
    const empty = put('empty.yaml', 'format: interview-bank/1\nbank: {id: a, title: A}\nquestions: []\n');
    expect(await run(['stats', empty])).toMatchObject({ code: 0, out: '0 questions\n\nlengths    least  median   most\n' });
  });

  it('goes on where a file cannot be read, and fails', async () => {
    put('a.yaml', example);
    put('b.yaml', 'a: [');
    const { code, out, error } = await run(['stats', folder]);
    expect([code, out.split('\n')[0]]).toEqual([1, '1 question']);
    expect(error).toContain('b.yaml:');
  });
});

describe('patterns of file names', () => {
  it.each([
    ['bank/*.yaml', 'bank/a.yaml', true],
    ['bank/*.yaml', 'bank/deep/a.yaml', false],
    ['bank/**/*.yaml', 'bank/a.yaml', true],
    ['bank/**/*.yaml', 'bank/deep/er/a.yaml', true],
    ['./bank/?.yaml', 'bank/a.yaml', true],
    ['bank/?.yaml', 'bank/ab.yaml', false],
    ['bank/*.{yaml,json}', 'bank/a.json', true],
    ['bank/a+b.yaml', 'bank/a+b.yaml', true],
    ['bank[1]/*.yaml', 'bank[1]/a.yaml', true],
    ['bank[/*.yaml', 'bank[/a.yaml', true],
    ['bank/*.yaml', 'bank/a.yamlx', false],
  ])('%s and %s: %p', (pattern, path, matches) => {
    expect(formOf(pattern).test(path)).toBe(matches);
  });
});

describe('touchstone bank claims', () => {
  const fact = (more: string): string =>
    example.replace(/^( +)biasCheck:/m, `$1reviewedFacts:\n$1  - fact: =Rows are kept once.\n$1    class: A\n$1    source: Guide, 3.5\n$1    result: verified\n${more}$1biasCheck:`);

  it('lists them, and fails while one is open', async () => {
    const path = put('a.yaml', fact(''));
    const { code, out } = await run(['claims', path]);
    expect(out).toContain('dq-example-0001.f1 open\n  =Rows are kept once.\n  Guide, 3.5\n  verified\n');
    expect(out).toContain('1 fact in 1 question; scores depend on 1 that nobody has checked to the end.\n');
    expect(code).toBe(1);
  });

  it('is content when it was checked, and writes a table that no spreadsheet runs', async () => {
    const path = put('a.yaml', fact('$1    how: read there\n'));
    const { code, out } = await run(['claims', path, '--csv']);
    expect(out).toBe("id,fact,class,criteria,versions,source,checked,how,result,condition\r\ndq-example-0001.f1,'=Rows are kept once.,A,,,\"Guide, 3.5\",,read there,verified,\r\n");
    expect(code).toBe(0);
  });

  it('gives the log that is shipped', async () => {
    const { code, out } = await run(['claims', join(root, 'bank/questions'), '--csv']);
    expect(out).toBe(readFileSync(join(root, 'bank/claims.csv'), 'utf8'));
    expect(code).toBe(0);
  });
});
