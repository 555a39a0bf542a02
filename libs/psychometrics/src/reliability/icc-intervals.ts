import { fQuantile } from '../distributions/f-quantile';
import type { TwoWayMeanSquares } from './two-way-mean-squares';

export type Bounds = readonly [number, number];

/** Where the mean squares leave a statistic of 0/0 or x/0, there is no interval. */
const bounds = (lower: number, upper: number): Bounds | null =>
  Number.isFinite(lower) && Number.isFinite(upper) && lower <= upper ? [lower, upper] : null;

/** A bound as signal over the whole. Where the whole is not above 0 the bound has passed through infinity and come back on the other side. */
const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : NaN);

/** Single-rater and average bounds of the one-way model and of consistency: an exact F interval for the ratio of the two mean squares. */
export function fRatioBounds(
  f: number | null,
  df1: number,
  df2: number,
  k: number,
  level: number,
): { single: Bounds | null; average: Bounds | null } {
  if (f === null || f === 0) return { single: null, average: null };
  const tail = (1 + level) / 2;
  const lower = f / fQuantile(tail, df1, df2);
  const upper = f * fQuantile(tail, df2, df1);
  return {
    single: bounds((lower - 1) / (lower + k - 1), (upper - 1) / (upper + k - 1)),
    average: bounds(1 - 1 / lower, 1 - 1 / upper),
  };
}

export interface AgreementBounds {
  readonly bounds: Bounds | null;
  /** Satterthwaite's degrees of freedom of the denominator; null where it has none. */
  readonly degrees: number | null;
}

/**
 * Bounds of ICC(2,1): the denominator mixes two mean squares, so that its degrees of freedom are Satterthwaite's, with the estimate itself in
 * their weights (Shrout & Fleiss 1979, p. 424). Written without dividing by the residual, so that a residual of 0 is no special case.
 */
export function agreementBounds(icc: number, squares: TwoWayMeanSquares, n: number, k: number, level: number): AgreementBounds {
  const raters = k * icc * squares.raters;
  const residual = (n * (1 + (k - 1) * icc) - k * icc) * squares.residual;
  return approximateBounds(raters, residual, squares, n, k, level, (f) => {
    const { between, raters: msr, residual: mse } = squares;
    return {
      lower: shareOf(n * (between - f.lower * mse), f.lower * (k * msr + (k * n - k - n) * mse) + n * between),
      upper: shareOf(n * (f.upper * between - mse), k * msr + (k * n - k - n) * mse + n * f.upper * between),
    };
  });
}

/**
 * Bounds of ICC(2,k) as McGraw & Wong (1996) are read by R's irr: those weights again, with the estimate of the average in the place of that of a
 * single rater. (Turned back into a single rater's first, it would give the stepped-up bounds of ICC(2,1) once more.)
 */
export function averageAgreementBounds(icc: number, squares: TwoWayMeanSquares, n: number, k: number, level: number): AgreementBounds {
  const raters = k * icc * squares.raters;
  const residual = (n * (1 - icc) + k * (n - 1) * icc) * squares.residual;
  return approximateBounds(raters, residual, squares, n, k, level, (f) => {
    const { between, raters: msr, residual: mse } = squares;
    return {
      lower: shareOf(n * (between - f.lower * mse), f.lower * (msr - mse) + n * between),
      upper: shareOf(n * (f.upper * between - mse), msr - mse + n * f.upper * between),
    };
  });
}

function approximateBounds(
  raters: number,
  residual: number,
  { between }: TwoWayMeanSquares,
  n: number,
  k: number,
  level: number,
  boundsAt: (f: { readonly lower: number; readonly upper: number }) => { readonly lower: number; readonly upper: number },
): AgreementBounds {
  const degrees = (raters + residual) ** 2 / (raters ** 2 / (k - 1) + residual ** 2 / ((n - 1) * (k - 1)));
  if (!(degrees > 0 && degrees < Infinity)) return { bounds: null, degrees: null };
  // With hardly any degrees of freedom left, F's quantile passes all doubles and the interval says nothing.
  if (between === 0 || (2 / degrees) * Math.log10(2 / (1 - level)) > 250) return { bounds: null, degrees };
  const tail = (1 + level) / 2;
  const { lower, upper } = boundsAt({ lower: fQuantile(tail, n - 1, degrees), upper: fQuantile(tail, degrees, n - 1) });
  return { bounds: bounds(lower, upper), degrees };
}

/**
 * Spearman-Brown: what k raters together reach where one reaches `single`. Where a bound lies at or below -1/(k - 1), which no single rater can have
 * with k of them, its average has no bound on that side: null.
 */
export function steppedUp([lower, upper]: Bounds, k: number): Bounds | null {
  const ofAll = (single: number): number => shareOf(k * single, 1 + (k - 1) * single);
  return bounds(ofAll(lower), ofAll(upper));
}
