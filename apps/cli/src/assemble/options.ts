import type { Pin } from '@touchstone/kit-assembly';
import { WrongUsage } from '../analyze/input/faults';

/** What `touchstone assemble` may be told, as the command line gives it. */
export interface AssembleFlags {
  readonly bank?: readonly string[];
  readonly framework?: string;
  readonly kits?: string;
  readonly strict?: boolean;
  readonly includeTraining?: boolean;
  readonly seniority?: string;
  readonly exclude?: readonly string[];
  readonly mustHave?: readonly string[];
  readonly pin?: readonly string[];
  readonly timeLimit?: string;
  readonly gap?: string;
  readonly seed?: string;
  readonly variety?: string;
  readonly substitutes?: string;
  readonly costs?: boolean;
  readonly simulate?: string;
  readonly window?: string;
  readonly json?: boolean;
  readonly output?: string;
  readonly progress?: boolean;
  readonly quiet?: boolean;
}

export interface AssembleSettings {
  readonly kits: number;
  /** Questions that stand in one round, counted from 0. */
  readonly pinned: readonly Pin[];
  readonly timeLimitSeconds: number;
  readonly gap: number;
  readonly seed: number;
  /** Share of the best that may be given up for fresh questions; null: the best itself. */
  readonly variety: number | null;
  readonly substitutes: number;
  readonly costs: boolean;
  /** Draws to simulate; null: assemble once. */
  readonly simulate: number | null;
  readonly window: number | undefined;
}

/** The flags as values. Throws WrongUsage with what is wrong and what would be right. */
export function settingsOf(flags: AssembleFlags): AssembleSettings {
  const whole = (flag: string, text: string | undefined, least: number): number | undefined =>
    text === undefined
      ? undefined
      : numberOf(flag, text, (value) => Number.isSafeInteger(value) && value >= least, `a whole number of at least ${least}`);
  const share = (flag: string, text: string | undefined): number | undefined =>
    text === undefined ? undefined : numberOf(flag, text, (value) => value >= 0 && value < 1, 'a number from 0 to less than 1');
  return {
    kits: whole('--kits', flags.kits, 1) ?? 1,
    pinned: (flags.pin ?? []).map(pinOf),
    timeLimitSeconds:
      flags.timeLimit === undefined
        ? 60
        : numberOf('--time-limit', flags.timeLimit, (value) => value > 0 && value <= 86_400, 'seconds above 0, at most a day'),
    gap: share('--gap', flags.gap) ?? 0,
    seed: whole('--seed', flags.seed, 0) ?? 1,
    variety: share('--variety', flags.variety) ?? null,
    substitutes: whole('--substitutes', flags.substitutes, 1) ?? 0,
    costs: flags.costs === true,
    simulate: whole('--simulate', flags.simulate, 1) ?? null,
    window: whole('--window', flags.window, 1),
  };
}

function pinOf(text: string): Pin {
  const [, questionId, round] = /^(.+)=([1-9]\d*)$/.exec(text) ?? [];
  if (questionId === undefined || round === undefined)
    throw new WrongUsage(`--pin takes a question and its round, such as --pin gold-st-0001=3; “${text}” is none.`);
  return { questionId, roundIndex: Number(round) - 1 };
}

function numberOf(flag: string, text: string, fits: (value: number) => boolean, wanted: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!fits(value)) throw new WrongUsage(`${flag} takes ${wanted}; “${text}” is none.`);
  return value;
}
