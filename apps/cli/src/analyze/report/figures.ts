import type { Estimate } from '@touchstone/kernel';
import { whyMissing } from '@touchstone/psychometrics';

/** What stands where there is no figure; `notesOn` says why. */
export const NONE = '–';

export function fixed(value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined) return NONE;
  const shown = value.toFixed(digits);
  return (Number(shown) === 0 ? (0).toFixed(digits) : shown).replace('-', '−');
}

/** With its sign, as a difference from an average wants it. */
export const signed = (value: number | null | undefined, digits = 2): string => {
  const shown = fixed(value, digits);
  return value !== null && value !== undefined && value > 0 && Number(shown) !== 0 ? `+${shown}` : shown;
};

export const figure = ({ value }: Estimate, digits = 2): string => fixed(value, digits);

export const span = ({ interval }: Pick<Estimate, 'interval'>, digits = 2): string =>
  interval === null ? NONE : `${fixed(interval.lower, digits)} to ${fixed(interval.upper, digits)}`;

/** The range of a share, in the unit of the share itself. */
export const shareSpan = ({ interval }: Pick<Estimate, 'interval'>): string =>
  interval === null ? NONE : `${share(interval.lower)} to ${share(interval.upper)}`;

export const share = (value: number | null | undefined): string =>
  value === null || value === undefined ? NONE : `${Math.round(value * 100)} %`;

/** Why figures of a table are not there, a sentence for each reason. */
export function notesOn(estimates: readonly Estimate[]): string[] {
  const missing = new Set(estimates.filter(({ value }) => value === null).map(({ status }) => status));
  return [...missing].map((status) => `${NONE}  ${whyMissing(status)}`);
}

export const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

export const plural = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`;

/** A, B, ..., Z, AA for groups of candidates. */
export function letter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
