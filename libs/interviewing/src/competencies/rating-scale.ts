import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';

/** The ends of a scale; its levels are the whole numbers from `min` to `max`. NOT_OBSERVED is not a level. */
export interface ScaleRange {
  readonly min: number;
  readonly max: number;
}

export const DEFAULT_SCALE: ScaleRange = { min: 1, max: 5 };
export const SCALE_LEVELS = { min: 3, max: 7 } as const;

/** Is this a scale? Whole numbers, 3 to 7 levels. */
export function checkScaleRange(scale: ScaleRange, path: readonly string[]): Result<ScaleRange, ValidationError> {
  const levels = scale.max - scale.min + 1;
  const whole = Number.isSafeInteger(scale.min) && Number.isSafeInteger(scale.max);
  return whole && levels >= SCALE_LEVELS.min && levels <= SCALE_LEVELS.max
    ? ok(scale)
    : err(invalid(`A rating scale has ${SCALE_LEVELS.min} to ${SCALE_LEVELS.max} levels, numbered in whole numbers.`, path));
}

/** Is this number one of the levels of the scale? */
export const isLevel = (level: number, scale: ScaleRange): boolean => Number.isInteger(level) && level >= scale.min && level <= scale.max;
