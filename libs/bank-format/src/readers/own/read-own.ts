import type { BankFault } from '../../bank-fault';
import { pathText } from '../../bank-fault';
import type { BankFile } from '../../bank-file';
import type { OwnContent } from '../../doors/incoming';
import type { Found, Reading } from '../../doors/reading';
import { checkAttachment } from '../../guard/check-attachment';
import type { DoorFault, DoorPlace, RefusalCode } from '../../guard/door-fault';
import { readJson } from '../../guard/read-json';
import { Refusal } from '../../guard/refusal';
import type { ZipArchive } from '../../guard/zip-archive';
import { parseBankFile } from '../../parse-bank';

const MOST_FAULTS = 50;

/** A file of our own format as it stands. Refuses it with every fault that was found, each with its place. */
export function readOwnText(text: string, place: DoorPlace = {}): BankFile {
  const isJson = text.trimStart().startsWith('{');
  if (isJson) readJson(text.replace(/^\ufeff/, ''), place);
  const parsed = parseBankFile(text.replace(/^\ufeff/, ''));
  if (parsed.ok) return parsed.value;
  throw new Refusal(parsed.error.slice(0, MOST_FAULTS).map((fault) => doorFaultOf(fault, isJson, place)));
}

/** A file of our own format. */
export function readOwn(text: string, reading: Reading): Found {
  const file = readOwnText(text);
  for (const _question of file.questions) reading.countQuestion();
  return contentOf({ files: [file], questions: file.questions, attachments: [] });
}

/** Bank files in an archive, as our export of a whole bank writes them, with the files beside them. */
export async function readOwnZip(archive: ZipArchive, reading: Reading): Promise<Found> {
  const names = archive.names.filter((name) => isBankFileName(name));
  const files: BankFile[] = [];
  for (const name of names) files.push(readOwnText(reading.decode(await archive.read(name), undefined, { file: name }), { file: name }));
  const questions = files.flatMap((file) => file.questions);
  const ids = new Set<string>();
  for (const { id } of questions) {
    reading.countQuestion();
    if (ids.has(id))
      reading.notices.warn(
        'DUPLICATE_SOURCE_ID',
        `The id "${id}" occurs in several files of the archive.`,
        'Leave one of the two questions out, or give it another id.',
        { path: id },
      );
    ids.add(id);
  }
  return contentOf({ files, questions, attachments: await attachmentsOf(archive, reading) });
}

export const isBankFileName = (name: string): boolean => /\.bank\.(ya?ml|json)$/i.test(name) && !name.startsWith('__MACOSX/');

async function attachmentsOf(archive: ZipArchive, reading: Reading): Promise<OwnContent['attachments']> {
  const attachments: { file: string; bytes: Uint8Array }[] = [];
  for (const name of archive.names.filter((one) => /(^|\/)attachments\/[^/]+$/.test(one) && !one.startsWith('__MACOSX/'))) {
    const bytes = await archive.read(name);
    if (typeof checkAttachment(name, bytes) === 'string')
      reading.notices.warn('ATTACHMENT_REFUSED', 'A file was left out; images in PNG, JPEG, GIF and WebP, and plain text are kept.', '', {
        file: name,
      });
    else attachments.push({ file: name.slice(name.lastIndexOf('attachments/')), bytes });
  }
  return attachments;
}

const contentOf = (own: OwnContent): Found => ({
  own,
  bank: own.files[0]?.bank ?? {},
  categories: [...new Set(own.questions.map(({ category }) => category))],
});

function doorFaultOf(fault: BankFault, isJson: boolean, { file }: DoorPlace): DoorFault<RefusalCode> {
  const place: DoorPlace = {
    ...(file !== undefined && { file }),
    ...(fault.line !== undefined && { line: fault.line, column: fault.column ?? 1 }),
    ...(fault.path.length > 0 && { path: pathText(fault.path) }),
  };
  const [first, ...rest] = fault.message.split(/(?<=\.) (?=[A-Z])/);
  return { code: codeOf(fault, isJson), message: first ?? fault.message, fix: rest.join(' '), place };
}

const NEVER_A_NAME = new Set(['__proto__', 'constructor', 'prototype']);

function codeOf({ code, message, path }: BankFault, isJson: boolean): RefusalCode {
  switch (code) {
    case 'TOO_LARGE':
      return 'TOO_LARGE';
    case 'SYNTAX':
      return isJson ? 'JSON_NOT_WELL_FORMED' : 'YAML_NOT_WELL_FORMED';
    case 'DUPLICATE_KEY':
      return isJson ? 'JSON_DUPLICATE_KEY' : 'YAML_DUPLICATE_KEY';
    case 'NOT_PORTABLE':
      return /^The (alias|anchor) /.test(message) ? 'YAML_ALIASES_FORBIDDEN' : 'YAML_NOT_PORTABLE';
    case 'TOO_DEEP':
      return isJson ? 'JSON_TOO_DEEP' : 'YAML_TOO_DEEP';
    case 'UNKNOWN_FIELD':
      return 'SCHEMA_UNKNOWN_KEY';
    default:
      return NEVER_A_NAME.has(String(path.at(-1))) ? 'SCHEMA_UNKNOWN_KEY' : 'SCHEMA_INVALID';
  }
}
