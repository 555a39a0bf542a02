import { nameOfType, readChoice } from '../value-readers';
import { asItIs, namedAt, type Shape } from './shape';

/** Both bounds are included; `step` is the grid counted from 0, 0 = any number. */
export interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

/** A finite number within bounds. */
export const number = <T extends number = number>({ minimum, maximum, step }: Bounds): Shape<T> => ({
  called: `a number from ${minimum} to ${maximum}`,
  read: (value, path, log) => {
    const name = namedAt(path, String(value));
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      log.report('TYPE', path, `${name} must be a number from ${minimum} to ${maximum}; found ${nameOfType(value)}.`);
      return undefined;
    }
    if (value < minimum || value > maximum) {
      log.report('RANGE', path, `${name} must lie between ${minimum} and ${maximum}; it is ${value}.`);
      return undefined;
    }
    if (step > 0 && !Number.isInteger(value / step)) {
      log.report('RANGE', path, `${name} must be ${step === 1 ? 'a whole number' : `a multiple of ${step}`}; it is ${value}.`);
      return undefined;
    }
    return (value === 0 ? 0 : value) as T;
  },
  schema: () => ({ type: step === 1 ? 'integer' : 'number', minimum, maximum, ...(step > 0 && step !== 1 ? { multipleOf: step } : {}) }),
  slim: asItIs,
});

/** A level of a rating scale; the scale itself says which of them it has. */
export const level = (highest: number): Shape<number> => ({
  called: `a level from 1 to ${highest}`,
  read: (value, path, log) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= highest) return value;
    log.report('RANGE', path, `A level is a whole number from 1 to ${highest}; found ${nameOfType(value)}.`);
    return undefined;
  },
  schema: () => ({ type: 'integer', minimum: 1, maximum: highest }),
  slim: asItIs,
});

export const truth: Shape<boolean> = {
  called: 'true or false',
  read: (value, path, log) => {
    if (typeof value === 'boolean') return value;
    log.report('TYPE', path, `${namedAt(path, String(value))} must be true or false; found ${nameOfType(value)}.`);
    return undefined;
  },
  schema: () => ({ type: 'boolean' }),
  slim: asItIs,
};

/** One of a closed list of words. */
export const choice = <T extends string>(options: readonly T[]): Shape<T> => ({
  called: `one of ${options.join(', ')}`,
  read: (value, path, log) => readChoice(value, path, log, options) ?? undefined,
  schema: () => ({ enum: options }),
  slim: asItIs,
});
