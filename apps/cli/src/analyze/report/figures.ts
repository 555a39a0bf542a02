import type { Estimate } from '@touchstone/kernel';
import { perCent, whyMissing } from '@touchstone/psychometrics';

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

/** A range without width claims a certainty that equal scores do not give. */
const isRange = ({ interval }: Pick<Estimate, 'interval'>): boolean => interval !== null && interval.lower < interval.upper;

/** The range of a share, in the unit of the share itself. */
export const shareSpan = (estimate: Pick<Estimate, 'interval'>): string =>
  estimate.interval !== null && isRange(estimate) ? `${share(estimate.interval.lower)} to ${share(estimate.interval.upper)}` : NONE;

/** The range of a coefficient of which 1 is the best: how far below -1 its lower end lies says nothing to anybody. */
export const coefficientSpan = (estimate: Pick<Estimate, 'interval'>): string => {
  if (estimate.interval === null || !isRange(estimate)) return NONE;
  const { lower, upper } = estimate.interval;
  return lower < -1 ? `below −1 to ${fixed(upper)}` : span(estimate);
};

/** A chance: never 100 % of what is not certain, nor 0 % of what is possible. */
export const chance = (value: number | null): string => (value === null ? NONE : perCent(value));

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
