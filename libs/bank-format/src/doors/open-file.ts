import { err, ok, type Result } from '@touchstone/kernel';
import { byteOrderMark } from '../guard/decode-text';
import type { DoorFault, RefusalCode } from '../guard/door-fault';
import { DOOR_LIMITS } from '../guard/door-limits';
import { fileKind } from '../guard/file-kind';
import { Refusal, refuseFile } from '../guard/refusal';
import { openArchive } from '../guard/zip-archive';
import { cleanIncoming } from './clean-incoming';
import { extensionOf, formatOfArchive, formatOfText } from './detect-format';
import type { ImportOptions } from './import-options';
import type { Incoming, IncomingFormat } from './incoming';
import { ARCHIVE_READERS, TEXT_READERS } from './read-incoming';
import { type Found, Reading } from './reading';
import { tellRepeated } from './tell-repeated';

/** Formats whose letters may be guessed where they are not UTF-8; XML says its own, and ours is UTF-8. */
const GUESSABLE = new Set<IncomingFormat>([
  'csv',
  'markdown',
  'gift',
  'canvas-rubric-csv',
  'matrix-rubric-csv',
  'case-csv',
  'esco-csv',
  'onet-tsv',
]);
const USUAL_ENCODING = 'windows-1252';

/**
 * The one door for files that somebody brings: looks at the bytes, finds out what they are, and reads what is in them. Nothing is written and
 * nothing is believed: names, types, sizes and letters are checked before any parser sees them. Faults are values; a file that is
 * refused is refused whole. `name` is the name that it came with, of which only the last part is used.
 */
export async function openFile(
  name: string,
  bytes: Uint8Array,
  options: ImportOptions = {},
): Promise<Result<Incoming, readonly DoorFault<RefusalCode>[]>> {
  const reading = new Reading(name.split(/[/\\]/).at(-1) ?? '', options);
  try {
    const { format, found } = await readBytes(bytes, reading);
    const incoming = cleanIncoming(whole(found, format, reading), reading.notices);
    tellRepeated(incoming.questions, reading.notices);
    mustHoldSomething(incoming);
    return ok({ ...incoming, warnings: reading.notices.warnings, notes: reading.notices.notes });
  } catch (problem) {
    if (problem instanceof Refusal) return err(problem.faults);
    if (problem instanceof RangeError) return err([tooDeep]); // the stack of a parser ran out
    throw problem;
  }
}

const tooDeep: DoorFault<RefusalCode> = {
  code: 'TOO_LARGE',
  message: 'The file is nested too deeply to be read.',
  fix: 'Look for a mark that is opened again and again.',
  place: {},
};

async function readBytes(bytes: Uint8Array, reading: Reading): Promise<{ readonly format: IncomingFormat; readonly found: Found }> {
  const extension = extensionOf(reading.name);
  mustFit(bytes, extension);
  const kind = fileKind(bytes);
  if (kind === 'zip') {
    mustMatch(['csv', 'tsv', 'md', 'xml', 'json', 'yaml', 'yml', 'gift'].includes(extension), 'The file is an archive and not a text.');
    const archive = await openArchive(bytes);
    const format = reading.options.format ?? formatOfArchive(archive);
    const read = ARCHIVE_READERS[format];
    if (read === undefined)
      return refuseFile(
        'FILE_TYPE_MISMATCH',
        'The file is an archive, which this format never is.',
        'Leave the format open, or choose another.',
      );
    return { format, found: await read(archive, reading) };
  }
  mustMatch(['xlsx', 'xlsm'].includes(extension), 'The file is no workbook, whatever its name says.');
  if (['zip', 'imscc'].includes(extension))
    refuseFile('ARCHIVE_NOT_ZIP', 'The file is not a zip archive, whatever its name says.', 'Make the package anew as a .zip.');
  if (kind !== 'text')
    refuseFile(
      'FORMAT_NOT_IMPORTABLE',
      'Files of this kind hold no questions that can be read.',
      extension === 'mbz' ? 'Export the question bank of the course as Moodle XML.' : 'Save the questions as Markdown, CSV or XLSX.',
    );
  return readText(bytes, reading);
}

async function readText(bytes: Uint8Array, reading: Reading): Promise<{ readonly format: IncomingFormat; readonly found: Found }> {
  const lenient = new TextDecoder(byteOrderMark(bytes) ?? reading.options.encoding ?? 'utf-8').decode(bytes);
  const isXml = /^\ufeff?\s*</.test(lenient);
  // What it is decides whether its letters may be guessed, so a first look is taken at letters that may be wrong.
  const isGuessable =
    reading.options.format === undefined
      ? !isXml && GUESSABLE.has(formatOfText(lenient, reading.name))
      : GUESSABLE.has(reading.options.format);
  const text = reading.decode(bytes, isGuessable ? USUAL_ENCODING : undefined);
  if (text.trim() === '') return refuseFile('FILE_EMPTY', 'The file is empty.', 'Choose another one.');
  const format = reading.options.format ?? formatOfText(text, reading.name);
  const read = TEXT_READERS[format];
  if (read === undefined)
    return refuseFile('FILE_TYPE_MISMATCH', 'The file is a text, which this format never is.', 'Leave the format open, or choose another.');
  if (bytes.length > DOOR_LIMITS.file && format !== 'csv') tooLarge(DOOR_LIMITS.file);
  return { format, found: await read(text, reading) };
}

function mustFit(bytes: Uint8Array, extension: string): void {
  if (bytes.length === 0) refuseFile('FILE_EMPTY', 'The file is empty.', 'Choose another one.');
  const most = ['csv', 'tsv'].includes(extension) ? DOOR_LIMITS.csvFile : DOOR_LIMITS.file;
  if (bytes.length > most) tooLarge(most);
}

const tooLarge = (most: number): never =>
  refuseFile('TOO_LARGE', `The file is larger than ${most / 1_000_000} MB.`, 'Split it into several files.');

function mustMatch(contradicts: boolean, message: string): void {
  if (contradicts) refuseFile('FILE_TYPE_MISMATCH', message, 'Give it the ending that fits its content, or save it anew.');
}

const whole = (found: Found, format: IncomingFormat, reading: Reading): Incoming => ({
  format,
  dialect: found.dialect ?? null,
  encoding: reading.encoding,
  columns: found.columns ?? [],
  questions: found.questions ?? [],
  rubrics: found.rubrics ?? [],
  plans: found.plans ?? [],
  competencies: found.competencies ?? [],
  associations: found.associations ?? 0,
  roles: found.roles ?? [],
  scorecards: found.scorecards ?? [],
  categories: found.categories ?? [],
  own: found.own ?? null,
  sidecars: found.sidecars ?? [],
  bank: found.bank ?? {},
  warnings: [],
  notes: [],
});

function mustHoldSomething({ questions, rubrics, plans, competencies, roles, scorecards, own }: Incoming): void {
  const found = questions.length + rubrics.length + plans.length + competencies.length + roles.length + scorecards.length;
  if (found === 0 && (own === null || own.files.length === 0))
    refuseFile(
      'NOTHING_TO_IMPORT',
      'The file was read, and nothing in it is a question, a rubric or a competency.',
      'Look whether it is the right one.',
    );
}
