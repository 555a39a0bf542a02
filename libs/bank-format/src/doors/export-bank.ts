import { printBankFile, printBankJson } from '../print-bank';
import type { BankFile } from '../bank-file';
import { LIMITS } from '../text-limits';
import { type Exported, type ExportOptions, type Loss, type Outgoing, type OutgoingFormat, utf8 } from '../writers/outgoing';
import { lossesOf } from '../writers/question-parts';
import { QTI_2_2, QTI_3_0 } from '../writers/qti-spelling';
import { writeCase } from '../writers/write-case';
import { writeCsv } from '../writers/write-csv';
import { writeGift } from '../writers/write-gift';
import { writeMarkdown } from '../writers/write-markdown';
import { writeMoodle } from '../writers/write-moodle';
import { writeQti } from '../writers/write-qti';
import { writeCanvasRubrics } from '../writers/write-rubric-csv';
import { writeXlsx } from '../writers/write-xlsx';
import { zipFile } from '../writers/zip-file';
import { openMarkdownParser } from './markdown-tree';

interface Form {
  readonly ending: string;
  readonly mediaType: string;
  /** Whether the container can carry our own file. */
  readonly sidecar: boolean;
  readonly write: (outgoing: Outgoing, options: ExportOptions) => Promise<Uint8Array>;
}

const FORMS: Readonly<Record<OutgoingFormat, Form>> = {
  yaml: {
    ending: 'bank.yaml',
    mediaType: 'application/yaml',
    sidecar: false,
    write: async (outgoing) => utf8(printBankFile(oneFile(outgoing))),
  },
  json: {
    ending: 'bank.json',
    mediaType: 'application/json',
    sidecar: false,
    write: async (outgoing) => utf8(printBankJson(oneFile(outgoing))),
  },
  zip: { ending: 'zip', mediaType: 'application/zip', sidecar: false, write: writeOwnZip },
  csv: { ending: 'csv', mediaType: 'text/csv', sidecar: false, write: async (outgoing) => utf8(await writeCsv(outgoing)) },
  xlsx: { ending: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', sidecar: true, write: writeXlsx },
  markdown: {
    ending: 'md',
    mediaType: 'text/markdown',
    sidecar: true,
    write: async (outgoing, options) => utf8(writeMarkdown(outgoing, options)),
  },
  'qti-3.0': {
    ending: 'qti3.zip',
    mediaType: 'application/zip',
    sidecar: true,
    write: async (outgoing, options) => writeQti(outgoing, options, QTI_3_0, await openMarkdownParser()),
  },
  'qti-2.2': {
    ending: 'qti2.zip',
    mediaType: 'application/zip',
    sidecar: true,
    write: async (outgoing, options) => writeQti(outgoing, options, QTI_2_2, await openMarkdownParser()),
  },
  'moodle-xml': {
    ending: 'moodle.xml',
    mediaType: 'application/xml',
    sidecar: true,
    write: async (outgoing, options) => utf8(writeMoodle(outgoing, options, await openMarkdownParser())),
  },
  gift: { ending: 'gift', mediaType: 'text/plain', sidecar: false, write: async (outgoing) => utf8(writeGift(outgoing)) },
  'canvas-rubric-csv': {
    ending: 'canvas-rubric.csv',
    mediaType: 'text/csv',
    sidecar: false,
    write: async (outgoing) => utf8(await writeCanvasRubrics(outgoing)),
  },
  'case-json': {
    ending: 'case.json',
    mediaType: 'application/json',
    sidecar: false,
    write: async (outgoing, options) => utf8(await writeCase(outgoing, options)),
  },
};

/** Whether a format can carry our own file inside. */
export const canCarrySidecar = (format: OutgoingFormat): boolean => FORMS[format].sidecar;

/**
 * A bank in a format of others, or in ours. The same bank, options and day give the same bytes. `losses` names every part that some question has
 * and the format does not say, with how many questions have it and whether our own file inside carries it.
 */
export async function exportBank(format: OutgoingFormat, outgoing: Outgoing, options: ExportOptions): Promise<Exported> {
  const form = FORMS[format];
  const sidecar = options.sidecar && form.sidecar;
  const bank = outgoing.files[0]?.bank.id ?? 'bank';
  const bytes = await form.write(outgoing, { ...options, sidecar });
  const left: Loss[] =
    format === 'zip' || outgoing.attachments.length === 0 || /^(qti|moodle)/.test(format)
      ? []
      : [{ part: 'files beside the questions', questions: outgoing.attachments.length, inSidecar: false }];
  return { name: `${bank}.${form.ending}`, mediaType: form.mediaType, bytes, losses: [...lossesOf(outgoing, format, sidecar), ...left] };
}

/** Several files of one bank as one: the header of the first, everything that the others bring, no category unless all have the same. */
export function oneFile({ files }: Outgoing): BankFile {
  const [first, ...others] = files;
  if (first === undefined) return { format: 'interview-bank/1', bank: { id: 'bank', title: 'Bank' }, questions: [] };
  if (others.length === 0) return first;
  const { category, categoryPath, ...rest } = first;
  const sameCategory = others.every((file) => file.category === category);
  const byId = <T extends { readonly id: string }>(lists: readonly (readonly T[] | undefined)[]): readonly T[] => [
    ...new Map(lists.flatMap((list) => list ?? []).map((entry) => [entry.id, entry])).values(),
  ];
  const people = byId(files.map((file) => file.people));
  const scales = byId(files.map((file) => file.scales));
  const competencies = byId(files.map((file) => file.competencies));
  return {
    ...rest,
    ...(sameCategory && category !== undefined && { category }),
    ...(sameCategory && categoryPath !== undefined && { categoryPath }),
    ...(people.length > 0 && { people }),
    ...(scales.length > 0 && { scales }),
    ...(competencies.length > 0 && { competencies }),
    questions: byId(files.map((file) => file.questions)),
  };
}

/** A bank as an archive: a file of at most so many questions as may stand in one, and the files beside them. */
async function writeOwnZip({ files, attachments }: Outgoing): Promise<Uint8Array> {
  const parts = files.flatMap((file, index) => {
    const name = [file.bank.id, ...(file.category === undefined ? [] : [file.category])].join('.');
    const pieces = Math.max(1, Math.ceil(file.questions.length / LIMITS.questionsPerFile));
    return Array.from({ length: pieces }, (_, piece) => {
      const number =
        files.length === 1 && pieces === 1
          ? ''
          : `${String(index + 1).padStart(3, '0')}-${pieces === 1 ? '' : `${String(piece + 1).padStart(3, '0')}-`}`;
      const questions = file.questions.slice(piece * LIMITS.questionsPerFile, (piece + 1) * LIMITS.questionsPerFile);
      return { name: `${number}${name}.bank.yaml`, bytes: utf8(printBankFile({ ...file, questions })) };
    });
  });
  return zipFile([...parts, ...attachments.map(({ file, bytes }) => ({ name: file, bytes }))]);
}
