import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleQuestion } from '../../test/sample-question';
import type { BankFile } from '../bank-file';
import { parseBankFile } from '../parse-bank';
import { publishFaults } from '../publish-faults';
import { exportBank } from './export-bank';
import { importBank, type ImportedBank } from './import-bank';
import type { ImportOptions } from './import-options';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function imported(name: string, bytes: Uint8Array | string, options: ImportOptions = {}): Promise<ImportedBank> {
  const read = await importBank(name, typeof bytes === 'string' ? utf8(bytes) : bytes, options);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function fileOf(questions: BankFile['questions']): BankFile {
  const read = parseBankFile(JSON.stringify({ format: 'interview-bank/1', bank: { id: 'house', title: 'House' }, questions }));
  if (!read.ok) throw new Error(JSON.stringify(read.error[0]));
  return read.value;
}

describe('a foreign file in our words', () => {
  it('gives drafts with ids, readable titles, and supplies what must be there', async () => {
    const { mapped } = await imported(
      'Our bank.csv',
      'id,title,question,category\nQ-7,,What is skew? Say more.,Spark\n,Question 3,Why do joins shuffle their rows over the network at all?,Größe\nQ-7,,Another?,Spark\n',
    );
    expect(mapped.bank).toEqual({ id: 'our-bank', title: 'Our bank' });
    expect(
      mapped.questions.map(({ id, title, category, kind, difficulty, minutes, record, license, external }) => [
        id,
        title,
        category,
        kind,
        difficulty,
        minutes.target,
        record?.status,
        license,
        external?.[0],
      ]),
    ).toEqual([
      ['q-7', 'What is skew?', 'spark', 'technical-depth', 3, 10, 'draft', 'LicenseRef-unknown', { system: 'csv:our-bank.csv', id: 'Q-7' }],
      [
        'why-do-joins-shuffle-their-rows-over-the-network-at-all',
        'Why do joins shuffle their rows over the network at all?',
        'grosse',
        'technical-depth',
        3,
        10,
        'draft',
        'LicenseRef-unknown',
        { system: 'csv:our-bank.csv', id: 'why-do-joins-shuffle-their-rows-over-the-network-at-all' },
      ],
      ['q-7-2', 'Another?', 'spark', 'technical-depth', 3, 10, 'draft', 'LicenseRef-unknown', { system: 'csv:our-bank.csv', id: 'Q-7' }],
    ]);
    expect(mapped.notes.map(({ code }) => code)).toEqual([
      'FIELD_SUPPLIED',
      'FIELD_SUPPLIED',
      'FIELD_SUPPLIED',
      'LICENSE_UNKNOWN',
      'FIELD_DERIVED',
    ]);
    expect(mapped.questions.every((question) => publishFaults(question).some(({ path }) => path[0] === 'license'))).toBe(true);
  });

  it('takes what whoever imports says', async () => {
    const { mapped } = await imported('x.csv', 'question\nWhy?\n', {
      bank: { id: 'b', title: 'B' },
      license: 'CC-BY-4.0',
      language: 'de',
      category: 'sql',
      kind: 'behavioural',
      difficulty: 5,
      minutes: 7,
    });
    expect(mapped.questions[0]).toMatchObject({
      license: 'CC-BY-4.0',
      language: 'de',
      category: 'sql',
      kind: 'behavioural',
      difficulty: 5,
      minutes: { target: 7 },
    });
    expect(mapped.notes).toEqual([]);
  });

  it('is the same the second time', async () => {
    const bytes = readFileSync(join(__dirname, '../../fixtures/nasty/xml/duplicate_ids.zip'));
    expect((await imported('p.zip', bytes)).mapped).toEqual((await imported('p.zip', bytes)).mapped);
    const { mapped } = await imported('p.zip', bytes);
    expect(new Set(mapped.questions.map(({ id }) => id)).size).toBe(3);
  });

  it('leaves out what is too long, and says so', async () => {
    const { mapped } = await imported('x.csv', `question\n${'long '.repeat(4_100)}\nShort?\n`);
    expect(mapped.questions.map(({ title }) => title)).toEqual(['Short?']);
    expect(mapped.warnings.map(({ code, place }) => [code, place.row])).toEqual([['TEXT_TOO_LONG', 2]]);
  });

  it('tells how far it is', async () => {
    const steps: string[] = [];
    await imported('x.csv', `question\n${Array.from({ length: 500 }, (_, index) => `Question number ${index}?`).join('\n')}\n`, {
      onProgress: ({ step, done, of }) => void steps.push(`${step} ${done} ${of}`),
    });
    expect(steps).toEqual(['reading 250 null', 'reading 500 null', 'mapping 250 500', 'mapping 500 500']);
  });
});

describe('two copies in one file', () => {
  const file = fileOf([
    { ...sampleQuestion, id: 'one' },
    { ...sampleQuestion, id: 'two', title: 'Another one' },
  ]);

  it.each(['moodle-xml', 'markdown'] as const)('the edit of the foreign side wins, member by member (%s)', async (format) => {
    const { name, bytes } = await exportBank(format, { files: [file], attachments: [] }, { sidecar: true, day: '2026-03-18' });
    const edited = new TextDecoder()
      .decode(bytes)
      .replace('What happened, and how do you know?', 'What happened here?')
      .replace(
        format === 'markdown' ? '## Another one' : '<text>Another one</text>',
        format === 'markdown' ? '## A new title' : '<text>A new title</text>',
      );
    const { mapped } = await imported(name, edited);
    const [one, two] = mapped.questions;
    expect(one).toEqual({ ...file.questions[0], prompt: 'What happened here?' });
    expect(two).toEqual({ ...file.questions[1], title: 'A new title' });
    expect(mapped.warnings.map(({ code, message }) => [code, /\(([^)]*)\)/.exec(message)?.[1]])).toEqual([
      ['SIDECAR_CHANGED', 'prompt'],
      ['SIDECAR_CHANGED', 'title'],
    ]);
  });

  it('what was deleted there stays deleted, what was added comes in', async () => {
    const { name, bytes } = await exportBank('moodle-xml', { files: [file], attachments: [] }, { sidecar: true, day: '2026-03-18' });
    const text = new TextDecoder().decode(bytes);
    const questions = text.match(/<question type="multichoice">[\s\S]*?<\/question>/g) ?? [];
    const added =
      '<question type="essay"><name><text>Added later</text></name><questiontext format="html"><text>And now?</text></questiontext></question>';
    const { mapped } = await imported(name, text.replace(questions[1] as string, added));
    expect(mapped.questions.map(({ id }) => id)).toEqual(['one', 'added-later']);
  });

  it('a copy that cannot be read is told, and what the file shows is read', async () => {
    const { name, bytes } = await exportBank('moodle-xml', { files: [file], attachments: [] }, { sidecar: true, day: '2026-03-18' });
    const broken = new TextDecoder()
      .decode(bytes)
      .replace(/(<file name="interview-bank.json"[^>]*>)[^<]*/g, `$1${Buffer.from('{"format": "interview-bank/9"}').toString('base64')}`);
    const { mapped } = await imported(name, broken);
    expect(mapped.questions.map(({ id, prompt }) => [id, prompt])).toEqual([
      ['one', sampleQuestion.prompt],
      ['two', sampleQuestion.prompt],
    ]);
    expect(mapped.notes.map(({ code }) => code)).toContain('SIDECAR_UNREADABLE');
  });
});
