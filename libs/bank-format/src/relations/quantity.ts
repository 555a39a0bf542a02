/** What a number counts: nothing in particular, bytes or seconds. Times of day and days are seconds, too. */
export type Dimension = 'NUMBER' | 'BYTES' | 'SECONDS';

/**
 * A number with what it counts, in bytes or seconds. `grain`: half of the last digit that was printed; what was computed from others
 * has none. `clock`: a time of day, which begins again after 24 hours.
 */
export interface Quantity {
  readonly value: number;
  readonly dimension: Dimension;
  readonly grain: number;
  readonly clock?: boolean;
}

interface Unit {
  readonly dimension: Dimension;
  readonly factor: number;
}

const bytes = (factor: number): Unit => ({ dimension: 'BYTES', factor });
const seconds = (factor: number): Unit => ({ dimension: 'SECONDS', factor });

/** Units by their printed names. */
export const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['B', bytes(1)],
  ['kB', bytes(1e3)],
  ['KB', bytes(1e3)],
  ['MB', bytes(1e6)],
  ['GB', bytes(1e9)],
  ['TB', bytes(1e12)],
  ['PB', bytes(1e15)],
  ['KiB', bytes(2 ** 10)],
  ['MiB', bytes(2 ** 20)],
  ['GiB', bytes(2 ** 30)],
  ['TiB', bytes(2 ** 40)],
  ['PiB', bytes(2 ** 50)],
  ['ms', seconds(1e-3)],
  ['s', seconds(1)],
  ['min', seconds(60)],
  ['h', seconds(3_600)],
  ['d', seconds(86_400)],
]);

/** What keeps two quantities from being added or compared. */
export class DimensionClash extends Error {}

const named: Readonly<Record<Dimension, string>> = { NUMBER: 'a plain number', BYTES: 'an amount of bytes', SECONDS: 'a time' };

export function mustAgree(one: Quantity, other: Quantity, what: string): void {
  if (one.dimension !== other.dimension)
    throw new DimensionClash(`${named[one.dimension]} and ${named[other.dimension]} cannot be ${what}`);
}

/** The dimension of a product; of a quotient of two equal dimensions see `dividedBy`. */
export function times(one: Quantity, other: Quantity): Quantity {
  if (one.dimension !== 'NUMBER' && other.dimension !== 'NUMBER')
    throw new DimensionClash(`${named[one.dimension]} times ${named[other.dimension]} has no unit here`);
  return { value: one.value * other.value, dimension: one.dimension === 'NUMBER' ? other.dimension : one.dimension, grain: 0 };
}

export function dividedBy(one: Quantity, other: Quantity): Quantity {
  if (other.value === 0) throw new DimensionClash('nothing can be divided by zero');
  if (other.dimension === 'NUMBER') return { value: one.value / other.value, dimension: one.dimension, grain: 0 };
  mustAgree(one, other, 'divided');
  return { value: one.value / other.value, dimension: 'NUMBER', grain: 0 };
}
