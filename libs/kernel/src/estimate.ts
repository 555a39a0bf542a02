/** Why a figure is, or is not, to be had. */
export type EstimateStatus = 'OK' | 'INSUFFICIENT_DATA' | 'DISCONNECTED' | 'CONSTANT' | 'EXTREME' | 'NOT_CONVERGED';

/**
 * A figure that says what stands behind it. `value`, `standardError` and `interval` are null where they cannot be had,
 * and `status` says why; they are never NaN and never a made-up number.
 */
export interface Estimate {
  readonly value: number | null;
  readonly standardError: number | null;
  /** 95 % unless `method` says otherwise. */
  readonly interval: { readonly lower: number; readonly upper: number; readonly level: number } | null;
  /** Ratings behind the figure. */
  readonly n: number;
  /** Distinct raters behind the figure. */
  readonly raters: number;
  readonly method: string;
  readonly status: EstimateStatus;
}
