import { INCOMING_FORMATS, type ImportOptions, type IncomingFormat, QUESTION_KINDS, type QuestionKind } from '@touchstone/bank-format';
import { WrongUsage } from '../analyze/input/faults';

/** What may be said about a file that is read, as the command line gives it. */
export interface ReadFlags {
  readonly from?: string;
  readonly dialect?: string;
  readonly columns?: readonly string[];
  readonly encoding?: string;
  readonly sheets?: readonly string[];
  readonly bank?: string;
  readonly title?: string;
  readonly license?: string;
  readonly language?: string;
  readonly category?: string;
  readonly kind?: string;
  readonly difficulty?: string;
  readonly minutes?: string;
  readonly progress?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

const SLUG = /^[a-z0-9][a-z0-9._-]{0,79}$/;

/** The flags as values. Throws WrongUsage with what is wrong and what would be right. */
export function importOptionsOf(flags: ReadFlags): ImportOptions {
  const { bank, category, encoding } = flags;
  for (const [name, slug] of [
    ['--bank', bank],
    ['--category', category],
  ] as const)
    if (slug !== undefined && !SLUG.test(slug))
      throw new WrongUsage(`${name} ${slug} must be lower-case letters, digits, ".", "_" or "-".`);
  if (encoding !== undefined && !isEncoding(encoding))
    throw new WrongUsage(`--encoding ${encoding} is not known. Give one such as windows-1252 or utf-16le.`);
  return {
    format: flags.from === undefined ? undefined : oneOf('--from', flags.from, INCOMING_FORMATS as readonly IncomingFormat[]),
    dialect: flags.dialect,
    columns: columnsOf(flags.columns),
    encoding,
    sheets: flags.sheets,
    bank: bank === undefined ? undefined : { id: bank, title: flags.title ?? bank },
    license: flags.license,
    language: flags.language,
    category,
    kind: flags.kind === undefined ? undefined : oneOf('--kind', flags.kind, QUESTION_KINDS as readonly QuestionKind[]),
    difficulty: numberOf('--difficulty', flags.difficulty, 5) as 1 | 2 | 3 | 4 | 5 | undefined,
    minutes: numberOf('--minutes', flags.minutes, 480),
  };
}

export function oneOf<T extends string>(flag: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new WrongUsage(`${flag} ${value} is not known. It can be ${known.join(', ')}.`);
  return found;
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

function numberOf(flag: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new WrongUsage(`${flag} ${text} must be a whole number from 1 to ${most}.`);
  return number;
}

/** `prompt=Frage,category=Thema`, in one piece or several. */
function columnsOf(pieces: readonly string[] | undefined): Readonly<Record<string, string>> | undefined {
  if (pieces === undefined) return undefined;
  const pairs = pieces
    .flatMap((piece) => piece.split(','))
    .map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new WrongUsage(`--columns ${pair} must be a field and a column, such as prompt=Question.`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
    });
  return Object.fromEntries(pairs);
}
