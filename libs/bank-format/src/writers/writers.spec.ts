import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse } from 'gift-pegjs';
import readExcelFile from 'read-excel-file/node';
import { caseSchema } from '../../test/case-schema';
import { sampleQuestion } from '../../test/sample-question';
import type { BankFile } from '../bank-file';
import { exportBank } from '../doors/export-bank';
import { importBank } from '../doors/import-bank';
import { readXml } from '../guard/read-xml';
import { openArchive } from '../guard/zip-archive';
import type { OutgoingFormat } from './outgoing';
import { guarded } from './write-csv';
import { cdata, element, escapedXml } from './xml-text';

const choiceQuestion: BankFile['questions'][number] = {
  ...sampleQuestion,
  id: 'choice',
  title: 'Marks: ~ = # { } \\',
  response: {
    mode: 'multiple-choice',
    choices: [
      { id: 'a', text: 'x = {1}', correct: true },
      { id: 'b', text: '~y' },
      { id: 'c', text: 'z', correct: true },
    ],
  },
};
const file: BankFile = { format: 'interview-bank/1', bank: { id: 'house', title: 'House' }, questions: [sampleQuestion, choiceQuestion] };
const outgoing = { files: [file], attachments: [] };
const options = { sidecar: true, day: '2026-03-18' };
const textOf = async (format: OutgoingFormat): Promise<string> =>
  new TextDecoder().decode((await exportBank(format, outgoing, options)).bytes);

describe('CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ["'=x", "''=x"],
    ["'tis", "'tis"],
    ['a=b', 'a=b'],
  ])('%j is written as %j', (cell, written) => {
    expect(guarded(cell)).toBe(written);
  });

  it('holds no cell that a spreadsheet runs, and gives the texts back', async () => {
    const prompts = ['=HYPERLINK("https://evil.example")', "+1+cmd|' /C calc'!A0", '@SUM(1)', '-2+3 is what?', "'=quoted"];
    const bank = {
      ...file,
      questions: prompts.map((prompt, index) => ({ ...sampleQuestion, id: `q${index}`, title: `T${index}`, prompt })),
    };
    const { name, bytes } = await exportBank('csv', { files: [bank], attachments: [] }, options);
    const cells = (parseCsv(Buffer.from(bytes), { bom: true }) as string[][]).flat();
    expect(cells.length).toBeGreaterThan(100);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const back = await importBank(name, bytes);
    expect(back.ok && back.value.mapped.questions.map(({ prompt }) => prompt)).toEqual(prompts);
  });
});

describe('XLSX', () => {
  it('is read by another program: every cell a text, one sheet that people never see', async () => {
    const { bytes } = await exportBank('xlsx', outgoing, options);
    const sheets = await readExcelFile(Buffer.from(bytes));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Questions', 'Rubrics', '_bank']);
    const [head, first] = sheets[0]?.data ?? [];
    expect(first?.[head?.indexOf('prompt') ?? -1]).toBe(sampleQuestion.prompt);
    expect((sheets[1]?.data ?? []).length).toBe(
      1 + 2 * sampleQuestion.rubric.criteria.reduce((sum, { anchors }) => sum + Object.keys(anchors).length, 0),
    );
    const archive = await openArchive(bytes);
    expect(new TextDecoder().decode(await archive.read('xl/workbook.xml'))).toContain('name="_bank" sheetId="3" state="veryHidden"');
  });
});

describe('GIFT', () => {
  it('is read whole by the reference grammar', async () => {
    const parsed = parse(await textOf('gift'));
    expect(parsed.map(({ type, title }) => [type, title])).toEqual([
      ['Category', '$course$/top/spark-tuning'],
      ['MC', sampleQuestion.title],
      ['MC', 'Marks: ~ = # { } \\'],
    ]);
    const mc = parsed[2];
    expect(mc?.type === 'MC' && mc.choices.map(({ weight, text }) => [weight, text.text])).toEqual([
      [50, 'x = {1}'],
      [-100, '~y'],
      [50, 'z'],
    ]);
  });
});

describe('CASE', () => {
  it('has every member that version 1.1 asks for, of its type, and no other', async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(caseSchema);
    const valid = validate(JSON.parse(await textOf('case-json')));
    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('names the same thing the same way each time', async () => {
    expect(await textOf('case-json')).toBe(await textOf('case-json'));
  });
});

describe('QTI and Moodle', () => {
  it.each([
    ['qti-3.0', 'qti-assessment-item', 'qti-rubric-block'],
    ['qti-2.2', 'assessmentItem', 'rubricBlock'],
  ] as const)('%s: well-formed, with the names of its version, scorers apart', async (format, root, block) => {
    const archive = await openArchive((await exportBank(format, outgoing, options)).bytes);
    expect(archive.names).toEqual(['imsmanifest.xml', 'items/sample-0001.xml', 'items/choice.xml', 'interview-bank/house.bank.yaml']);
    const item = new TextDecoder().decode(await archive.read('items/sample-0001.xml'));
    expect((await readXml(item)).name).toBe(root);
    const outside = item.replace(new RegExp(`<${block}[\\s\\S]*?</${block}>`, 'g'), '');
    for (const secret of [
      sampleQuestion.modelAnswer ?? '',
      sampleQuestion.rubric.criteria[0]?.anchors['5'] ?? '',
      sampleQuestion.groundTruth ?? '',
    ]) {
      expect(secret).not.toBe('');
      expect(item).toContain(escapedXml(secret.split('\n')[0] as string).slice(0, 20));
      expect(outside).not.toContain(escapedXml(secret.split('\n')[0] as string).slice(0, 20));
    }
  });

  it('Moodle XML is well-formed and keeps the script out of the text of the question', async () => {
    const text = await textOf('moodle-xml');
    await readXml(text);
    expect(
      [...text.matchAll(/<questiontext[\s\S]*?<\/questiontext>/g)].some(([shown]) =>
        shown.includes((sampleQuestion.modelAnswer ?? '?').slice(0, 20)),
      ),
    ).toBe(false);
  });
});

describe('XML', () => {
  it('escapes what it must, and leaves out what it cannot hold', () => {
    expect(escapedXml('a<b>&"c"\u0000\u0008\ufffe')).toBe('a&lt;b&gt;&amp;&quot;c&quot;');
    expect(cdata('a]]>b')).toBe('<![CDATA[a]]]]><![CDATA[>b]]>');
    expect(element('a', { x: '1', y: undefined }, [element('b', {}, '<'), element('c')]).xml).toBe('<a x="1"><b>&lt;</b><c/></a>');
  });
});
