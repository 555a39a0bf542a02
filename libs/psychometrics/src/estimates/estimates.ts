import type { Estimate, EstimateStatus } from '@touchstone/kernel';

/** What stands behind a figure: ratings, and the people who gave them. */
export interface Support {
  readonly n: number;
  readonly raters: number;
}

/** A figure that cannot be had, and why: never a made-up number. */
export const missing = (status: Exclude<EstimateStatus, 'OK'>, method: string, { n, raters }: Support): Estimate => ({
  value: null,
  standardError: null,
  interval: null,
  n,
  raters,
  method,
  status,
});

export interface Found {
  readonly value: number;
  readonly standardError?: number | null;
  /** `[lower, upper]`; `level` is its confidence, 0.95 unless said. */
  readonly interval?: readonly [number, number] | null;
  readonly level?: number;
}

/**
 * A figure that was found. Whatever turned out not to be a finite number (a variance estimated below 0, a bound that
 * does not exist) becomes null here, so that no NaN and no infinity leaves the library; a value that is not finite is a mistake
 * of the caller, who should have said `missing`: throws RangeError.
 */
export function found(figure: Found, method: string, { n, raters }: Support, status: EstimateStatus = 'OK'): Estimate {
  if (!Number.isFinite(figure.value)) throw new RangeError(`${method} gave no finite number; say missing() with the reason instead`);
  const { standardError, interval } = figure;
  return {
    value: figure.value,
    standardError: typeof standardError === 'number' && Number.isFinite(standardError) ? standardError : null,
    interval: interval && interval.every(Number.isFinite) ? { lower: interval[0], upper: interval[1], level: figure.level ?? 0.95 } : null,
    n,
    raters,
    method,
    status,
  };
}
