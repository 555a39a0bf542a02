import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { arbitraryQuestion } from '../../test/arbitrary-question';
import { sampleQuestion } from '../../test/sample-question';
import type { BankFile } from '../bank-file';
import { parseBankFile } from '../parse-bank';
import { printBankFile } from '../print-bank';
import { OUTGOING_FORMATS, type Outgoing, type OutgoingFormat } from '../writers/outgoing';
import { carries, isNothing, PARTS } from '../writers/question-parts';
import { canCarrySidecar, exportBank } from './export-bank';
import { type ImportedBank, importBank, outgoingOf } from './import-bank';

const day = '2026-03-18';
const folder = join(__dirname, '../../../../bank/training');
const training = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parsed(readFileSync(join(folder, name), 'utf8')));
const sample = fileOf('sample', [sampleQuestion]);
const scales: BankFile = {
  ...fileOf('scales', [{ ...sampleQuestion, rubric: { ...sampleQuestion.rubric, scale: 'four', pass: 2.5 } }]),
  categoryPath: ['Data engineering', 'Spark / tuning'],
  people: [{ id: 'ann', name: 'Ann Example' }],
  scales: [
    {
      id: 'four',
      title: 'Four levels',
      levels: ['Not yet', 'Partly', 'Solid', 'Strong'].map((label, index) => ({ value: index + 1, label })),
    },
  ],
};

function parsed(text: string): BankFile {
  const read = parseBankFile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error[0]));
  return read.value;
}

function fileOf(id: string, questions: BankFile['questions']): BankFile {
  return parsed(JSON.stringify({ format: 'interview-bank/1', bank: { id, title: `The bank ${id}`, license: 'CC-BY-4.0' }, questions }));
}

async function roundTrip(format: OutgoingFormat, outgoing: Outgoing, sidecar: boolean): Promise<ImportedBank> {
  const { name, bytes } = await exportBank(format, outgoing, { sidecar, day });
  const imported = await importBank(name, bytes);
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  return imported.value;
}

const texts = (files: readonly BankFile[]): readonly string[] => files.map((file) => printBankFile(file));
const withCar = OUTGOING_FORMATS.filter(canCarrySidecar);
const withoutCar = OUTGOING_FORMATS.filter((format) => !['yaml', 'json', 'zip'].includes(format));

describe('own format out and in again', () => {
  it.each(['yaml', 'json'] as const)('%s gives the same text for every training file', async (format) => {
    for (const file of training) {
      const { mapped } = await roundTrip(format, { files: [file], attachments: [] }, false);
      expect(texts(outgoingOf(mapped).files)).toEqual([printBankFile(file)]);
    }
  });

  it('an archive keeps files and what lies beside them', async () => {
    const png = Uint8Array.from(
      Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgAAACAAAB4iG8MwAAAABJRU5ErkJggg==', 'base64'),
    );
    const { mapped } = await roundTrip(
      'zip',
      { files: [...training, sample], attachments: [{ file: 'attachments/code.png', bytes: png }] },
      false,
    );
    expect([...texts(outgoingOf(mapped).files)].sort()).toEqual([...texts([...training, sample])].sort());
    expect(mapped.attachments).toEqual([{ file: 'attachments/code.png', bytes: png }].map((one) => ({ ...one, bytes: Buffer.from(png) })));
  });
});

it('an archive with the same id in two files is told so', async () => {
  const files = [fileOf('one', [sampleQuestion]), fileOf('other', [sampleQuestion])];
  const { mapped } = await roundTrip('zip', { files, attachments: [] }, false);
  expect(mapped.warnings.map(({ code, message }) => [code, message])).toEqual([
    ['DUPLICATE_SOURCE_ID', `The id "${sampleQuestion.id}" occurs in several files of the archive.`],
  ]);
});

describe.each(withCar)('%s with our own file inside', (format) => {
  it('gives the training questions back, byte for byte', async () => {
    const { mapped } = await roundTrip(format, { files: training, attachments: [] }, true);
    expect(mapped.warnings).toEqual([]);
    expect(texts(outgoingOf(mapped).files)).toEqual(texts(training));
  });

  it('gives a question back in which every member is filled, and scales, people and category path', async () => {
    for (const file of [sample, scales]) {
      const { mapped } = await roundTrip(format, { files: [file], attachments: [] }, true);
      expect(texts(outgoingOf(mapped).files)).toEqual([printBankFile(file)]);
    }
  });

  it('gives a question back that is longer than a page of Markdown may be', async () => {
    const file = fileOf('long', [
      { ...sampleQuestion, modelAnswer: 'A sentence that goes on. '.repeat(700).trim(), context: 'It is so. '.repeat(900).trim() },
    ]);
    const { mapped } = await roundTrip(format, { files: [file], attachments: [] }, true);
    expect(texts(outgoingOf(mapped).files)).toEqual([printBankFile(file)]);
  });

  it('gives any question back', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryQuestion, async (question) => {
        const file = fileOf('any', [question]);
        const { mapped } = await roundTrip(format, { files: [file], attachments: [] }, true);
        expect(texts(outgoingOf(mapped).files)).toEqual([printBankFile(file)]);
      }),
      { numRuns: 8, seed: 11, endOnFailure: true },
    );
  });

  it('names what only our own file carries', async () => {
    const { losses } = await exportBank(format, { files: [sample], attachments: [] }, { sidecar: true, day });
    expect(losses.length).toBeGreaterThan(0);
    expect(losses.every(({ inSidecar }) => inSidecar)).toBe(true);
  });
});

/** Blanks at the beginning of a line mean nothing in HTML, and no more does the kind of blank. */
const folded = (value: unknown): string => JSON.stringify(value).replace(/\\n */g, '\\n');

describe.each(withoutCar)('%s alone', (format) => {
  const files = [...training, scales];

  it('brings back what the table of parts says, and names the rest', async () => {
    const exported = await exportBank(format, { files, attachments: [] }, { sidecar: false, day });
    const { mapped } = await roundTrip(format, { files, attachments: [] }, false);
    const back = outgoingOf(mapped).files.flatMap(({ questions }) => questions);
    const before = files.flatMap(({ questions }) => questions);
    const lost = new Set(exported.losses.map(({ part }) => part));
    for (const [part, pick] of Object.entries(PARTS)) {
      const had = before.filter((question) => !isNothing(pick(question)));
      expect([part, lost.has(part)]).toEqual([part, !carries(format, part) && had.length > 0]);
      if (!carries(format, part)) continue;
      for (const question of had) {
        const found = back.find(({ title }) => title === question.title);
        const want = part === 'category' && question === scales.questions[0] ? 'spark-tuning' : pick(question);
        expect(folded([part, found === undefined ? null : pick(found)])).toBe(folded([part, want]));
      }
    }
  });

  it('gives the same bytes for the same bank', async () => {
    const [one, other] = [
      await exportBank(format, { files, attachments: [] }, { sidecar: true, day }),
      await exportBank(format, { files, attachments: [] }, { sidecar: true, day }),
    ];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  });
});
