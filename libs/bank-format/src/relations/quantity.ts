/**
 * A number with what it counts: powers of bytes and of seconds (`MB/s` is bytes 1, seconds -1; a plain number is 0, 0). `value` is in bytes and
 * seconds. `grain`: half of the last digit that was printed; what was computed from others has none. `clock`: a time of day, which
 * begins again after 24 hours.
 */
export interface Quantity {
  readonly value: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly grain: number;
  readonly clock?: boolean;
}

interface Unit {
  readonly factor: number;
  readonly bytes: number;
  readonly seconds: number;
}

const bytes = (factor: number): Unit => ({ factor, bytes: 1, seconds: 0 });
const seconds = (factor: number): Unit => ({ factor, bytes: 0, seconds: 1 });

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

export const PLAIN: Unit = { factor: 1, bytes: 0, seconds: 0 };

/** The unit of so much in a time: `MB` and `s` give `MB/s`. */
export const per = (unit: Unit, time: Unit): Unit => ({
  factor: unit.factor / time.factor,
  bytes: unit.bytes - time.bytes,
  seconds: unit.seconds - time.seconds,
});

/** What keeps two quantities from being added or compared. */
export class UnitClash extends Error {}

const NAMES: Readonly<Record<string, string>> = {
  '0 0': 'a plain number',
  '1 0': 'an amount of bytes',
  '0 1': 'a time',
  '1 -1': 'bytes in a time',
  '0 -1': 'a number in a time',
};

const nameOf = (quantity: Quantity): string => NAMES[`${quantity.bytes} ${quantity.seconds}`] ?? 'something of another unit';

export function mustAgree(one: Quantity, other: Quantity, what: string): void {
  if (one.bytes !== other.bytes || one.seconds !== other.seconds)
    throw new UnitClash(`${nameOf(one)} and ${nameOf(other)} cannot be ${what}`);
}

export const times = (one: Quantity, other: Quantity): Quantity => ({
  value: one.value * other.value,
  bytes: one.bytes + other.bytes,
  seconds: one.seconds + other.seconds,
  grain: 0,
});

export function dividedBy(one: Quantity, other: Quantity): Quantity {
  if (other.value === 0) throw new UnitClash('nothing can be divided by zero');
  return { value: one.value / other.value, bytes: one.bytes - other.bytes, seconds: one.seconds - other.seconds, grain: 0 };
}

/** As people write it: `90.58 GiB`, `8,247 s`, `50 MB/s`. */
export function shown({ value, bytes: size, seconds: time }: Quantity): string {
  const [name, factor] = size === 1 && time === 0 ? (BINARY.find(([, each]) => Math.abs(value) >= each) ?? ['B', 1]) : ['B', 1];
  const above = [
    ...(size === 1 ? [name] : size > 1 ? [`${name}^${size}`] : []),
    ...(time === 1 ? ['s'] : time > 1 ? [`s^${time}`] : []),
  ].join(' ');
  const below = time === -1 ? '/s' : time < -1 ? `/s^${-time}` : '';
  const inverse = size < 0 ? `/B${size < -1 ? `^${-size}` : ''}` : '';
  const unit = `${above}${below}${inverse}`;
  return `${digitsOf(value / factor)}${unit === '' ? '' : ` ${unit}`}`;
}

const BINARY: readonly (readonly [string, number])[] = [
  ['TiB', 2 ** 40],
  ['GiB', 2 ** 30],
  ['MiB', 2 ** 20],
  ['KiB', 2 ** 10],
];

const digitsOf = (value: number): string => Number(value.toPrecision(12)).toLocaleString('en', { maximumFractionDigits: 4 });
