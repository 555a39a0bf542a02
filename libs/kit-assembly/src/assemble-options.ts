import type { Clock } from '@touchstone/kernel';

import type { Priorities } from './priorities';

export interface AssembleOptions {
  /** For the kits themselves; explaining why there are none takes its own time. Default 30. */
  readonly timeLimitSeconds?: number;
  /** Relative distance to the best at which a kit is good enough. Default 0, the proven best. */
  readonly gap?: number;
  readonly seed?: number;
  readonly signal?: AbortSignal;
  readonly priorities?: Priorities;
  /** Measures `seconds`; without it they are null. */
  readonly clock?: Clock;
  /** For each of the tests that explain why there is no kit. Default 5. */
  readonly explainTimeLimitSeconds?: number;
  /** Choose among kits that are nearly best, so that the bank wears evenly. */
  readonly variety?: Variety;
  /** Told now and then while the solver works: the worth of the best known, null where there is none yet, and the bound. */
  readonly onProgress?: (objective: number | null, bound: number) => void;
}

/**
 * Of all kits that are worth at least the best less `share` of it, the one whose questions were used least is taken; ties are broken
 * by chance, from `seed`. The same seed gives the same kit.
 */
export interface Variety {
  /** From 0 to 1: 0.02 for kits within 2 % of the best. */
  readonly share: number;
  readonly seed: number;
}
