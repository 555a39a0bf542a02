/** From how many standard deviations on the rule speaks of a disparity. */
const FLAGGED_FROM = 2;

export interface StandardDeviations {
  /** How many of the group would have been selected without regard to the group. */
  readonly expected: number;
  readonly standardDeviation: number;
  /** Observed less expected: negative is a shortfall. */
  readonly difference: number;
  /** The difference in standard deviations. null where nothing could have come out differently. */
  readonly standardDeviations: number | null;
  /** Whether it is two or more, either way; null where there is none. */
  readonly flagged: boolean | null;
}

/** How far `observed` lies from `expected`, in roots of `variance`. */
export function standardDeviationsOf(observed: number, expected: number, variance: number): StandardDeviations {
  const standardDeviation = Math.sqrt(variance);
  const difference = observed - expected;
  const standardDeviations = standardDeviation > 0 ? difference / standardDeviation : null;
  const flagged = standardDeviations === null ? null : Math.abs(standardDeviations) >= FLAGGED_FROM;
  return { expected, standardDeviation, difference, standardDeviations, flagged };
}
