import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { touchstone } from '../touchstone';

const training = join(__dirname, '../../../../bank/training');
const oneFile = join(training, 'spark-tuning.yaml');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-doors-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content);
  return at(name);
}

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly error: string }> {
  let [out, error] = ['', ''];
  const code = await touchstone(['bank', ...args], {
    out: (text) => (out += text),
    error: (text) => (error += text),
    outIsTerminal: false,
    errorIsTerminal: false,
    columns: 80,
    noColor: false,
  });
  return { code, out, error };
}

describe('touchstone bank import', () => {
  it('shows what is in a file, and writes nothing', async () => {
    const path = put('Our bank.csv', 'Frage,Thema\nWarum?,SQL\nWie?,SQL\n');
    const { code, out } = await run('import', path);
    expect(code).toBe(0);
    expect(out).toContain(`${path}: 2 questions\n  read as csv\n  columns: prompt=Frage, category=Thema\n  warum  Warum?\n  wie  Wie?\n`);
    expect(out).toContain('note LICENSE_UNKNOWN: 2 of 2 questions have no licence');
    expect(readdirSync(folder)).toEqual(['Our bank.csv']);
  });

  it('writes a file for each category where it is told to, and over nothing', async () => {
    const path = put('x.csv', 'question,category\nWhy?,SQL\nHow?,Spark\n');
    const { code } = await run('import', path, '--output', at('bank'), '--bank', 'house', '--license', 'CC-BY-4.0');
    expect([code, readdirSync(at('bank')).sort()]).toEqual([0, ['house.spark.bank.yaml', 'house.sql.bank.yaml']]);
    expect(readFileSync(at('bank/house.sql.bank.yaml'), 'utf8')).toContain('prompt: Why?');
    expect((await run('import', path, '--output', at('bank'), '--bank', 'house')).error).toMatch(/is there already/);
    expect((await run('import', path, '--output', at('bank'), '--bank', 'house', '--force')).code).toBe(0);
  });

  it('says why a file cannot be read, and reads the others', async () => {
    const bad = put('bad.xml', '<!DOCTYPE quiz><quiz/>');
    const good = put('good.md', '## Why?\n\n## How?\n');
    const { code, out, error } = await run('import', bad, good);
    expect([code, out.includes('2 questions')]).toEqual([1, true]);
    expect(error).toContain(`${bad} cannot be read.\n  XML_DTD_FORBIDDEN at 1:`);
  });

  it('gives everything as JSON', async () => {
    const { out } = await run('import', put('x.md', '- Why is it so?\n- How do you know?\n'), '--json');
    expect(JSON.parse(out)).toMatchObject({
      files: [{ format: 'markdown', dialect: 'bullet', questions: [{ title: 'Why is it so?' }, {}], written: [] }],
    });
  });
});

describe('touchstone bank export and convert', () => {
  it('out and in again is the same file', async () => {
    for (const [format, name] of [
      ['moodle-xml', 'x.xml'],
      ['xlsx', 'x.xlsx'],
      ['qti-3.0', 'x.zip'],
    ] as const) {
      expect((await run('export', oneFile, '--to', format, '--output', at(name), '--day', '2026-03-18')).code).toBe(0);
      const { code, out } = await run('convert', at(name), '--to', 'yaml', '--quiet');
      expect([code, out]).toEqual([
        0,
        readFileSync(oneFile, 'utf8')
          .replace(/^#.*\n/gm, '')
          .replace(/^\n/, ''),
      ]);
    }
  });

  it('writes texts to the output, and says on the error output what is lost', async () => {
    const { code, out, error } = await run('export', oneFile, '--to', 'gift');
    expect([code, out.startsWith('// Rubrics')]).toEqual([0, true]);
    expect(error).toContain('lost: rubric.criteria (1 question)');
  });

  it('converts between formats of others', async () => {
    const { code, out } = await run('convert', put('x.gift', '::A::Why? {}\n'), '--to', 'csv', '--quiet');
    expect(code).toBe(0);
    expect(out).toMatch(/^\ufeffid,version,category,title,kind,prompt/);
    expect(out).toContain('\r\na,1,imported,A,technical-depth,Why?,');
  });

  it('lets no question take the place of another one', async () => {
    const same = put('same.yaml', readFileSync(oneFile, 'utf8').replace(/difficulty: \d/, 'difficulty: 1'));
    expect(await run('export', oneFile, same, '--to', 'yaml')).toMatchObject({
      code: 2,
      out: '',
      error: expect.stringContaining('The question gold-st-0001 occurs twice in these files.'),
    });
  });

  it.each([
    [['export', oneFile, '--to', 'docx'], /--to docx is not known/],
    [['export', oneFile, '--to', 'xlsx'], /xlsx is no text/],
    [['export', oneFile, '--to', 'case-json', '--day', 'today'], /--day takes a day such as 2026-11-24; "today" is none/],
    [['export', oneFile, '--to', 'case-json', '--day', '2026-02-30'], /--day takes a day/],
    [['export', oneFile, '--to', 'csv', '--json'], /name a file with --output/],
    [['convert', '/nowhere/x.csv', '--to', 'yaml'], /There is no file/],
    [['import', oneFile, '--bank', 'No Slug'], /must be lower-case letters/],
    [['import', oneFile, '--encoding', 'latin-99'], /is not known/],
    [['import', oneFile, '--columns', 'prompt'], /must be a field and a column/],
    [['import', oneFile, '--difficulty', '9'], /whole number from 1 to 5/],
  ])('%j is wrong usage', async (args, words) => {
    const { code, error } = await run(...args);
    expect([code, error]).toEqual([2, expect.stringMatching(words)]);
    expect(existsSync(at('x'))).toBe(false);
  });
});
