export type Ends = readonly [lower: number, upper: number];

/** The intervals of one panel; null where a coefficient has none. */
export interface CoefficientIntervals {
  readonly g: Ends | null;
  readonly phi: Ends | null;
}

export interface Simulation {
  readonly level: number;
  readonly draws: number;
  readonly seed: number;
}
