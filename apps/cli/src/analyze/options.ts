import type { NamedColumns, Scale } from '@touchstone/psychometrics';
import { WrongUsage } from './input/faults';

/** What `touchstone analyze` may be told, as the command line gives it. */
export interface AnalyzeFlags {
  readonly scale?: string;
  readonly columns?: readonly string[];
  readonly wide?: boolean;
  readonly long?: boolean;
  readonly weights?: string;
  readonly sheet?: string;
  readonly groups?: string;
  readonly seed?: string;
  readonly target?: string;
  readonly places?: string;
  readonly cutOff?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly html?: boolean;
  readonly output?: string;
  readonly quiet?: boolean;
  readonly progress?: boolean;
}

export type Format = 'terminal' | 'json' | 'markdown' | 'html';

export interface AnalyzeOptions {
  readonly scale?: Scale | undefined;
  readonly columns: NamedColumns;
  readonly seed: number;
  readonly target?: number | undefined;
  readonly places?: number | undefined;
  readonly cutOff?: number | undefined;
  readonly format: Format;
}

/** The flags as values. Throws WrongUsage with what is wrong and what would be right. */
export function optionsOf(flags: AnalyzeFlags): AnalyzeOptions {
  const formats = (['json', 'markdown', 'html'] as const).filter((name) => flags[name] === true);
  if (formats.length > 1) throw new WrongUsage(`Give one of --${formats.join(' and --')}, not both.`);
  if (flags.wide === true && flags.long === true) throw new WrongUsage('Give one of --wide and --long, not both.');
  const form = flags.long === true ? 'LONG' : flags.wide === true ? 'WIDE' : undefined;
  return {
    scale: flags.scale === undefined ? undefined : scaleOf(flags.scale),
    columns: { ...columnsOf(flags.columns ?? []), form },
    seed: flags.seed === undefined ? 1 : numberOf('--seed', flags.seed, (value) => Number.isSafeInteger(value), 'a whole number'),
    target:
      flags.target === undefined
        ? undefined
        : numberOf('--target', flags.target, (value) => value > 0 && value < 1, 'a number between 0 and 1'),
    places:
      flags.places === undefined
        ? undefined
        : numberOf('--places', flags.places, (value) => Number.isSafeInteger(value) && value > 0, 'a whole number of at least 1'),
    cutOff: flags.cutOff === undefined ? undefined : numberOf('--cut-off', flags.cutOff, Number.isFinite, 'a number on the scale'),
    format: formats[0] ?? 'terminal',
  };
}

function scaleOf(text: string): Scale {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*(?:-|–|\.\.|:|to)\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text);
  const [min, max] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || !(min < max))
    throw new WrongUsage(`“${text}” is no scale. Give the lowest and the highest score, such as --scale 1-5.`);
  return { min, max };
}

const PART = /^\s*(candidate|rater|item|score)\s*=\s*(.+?)\s*$/i;

function columnsOf(texts: readonly string[]): NamedColumns {
  const named: Record<string, string> = {};
  for (const part of texts.flatMap((text) => text.split(/,(?=\s*(?:candidate|rater|item|score)\s*=)/i))) {
    const match = PART.exec(part);
    const [, role, column] = match ?? [];
    if (role === undefined || column === undefined) {
      throw new WrongUsage(`“${part.trim()}” names no column. Give --columns candidate=Name,rater=Interviewer,item=Question,score=Score.`);
    }
    const taken = Object.keys(named).find((other) => other !== role.toLowerCase() && named[other] === column);
    if (taken !== undefined)
      throw new WrongUsage(`--columns names “${column}” twice, as ${taken} and as ${role.toLowerCase()}. Each is a column of its own.`);
    named[role.toLowerCase()] = column;
  }
  return named;
}

function numberOf(flag: string, text: string, fits: (value: number) => boolean, wanted: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!fits(value)) throw new WrongUsage(`${flag} takes ${wanted}; “${text}” is none.`);
  return value;
}
