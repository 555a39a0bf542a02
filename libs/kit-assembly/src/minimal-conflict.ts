/** What the test of a set may answer; `unknown` where it ran out of time. */
export type Feasibility = 'feasible' | 'infeasible' | 'unknown';

export interface MinimalConflict<T> {
  readonly members: readonly T[];
  /** Proven: drop any one member and the rest can be had. False where some test ran out of time. */
  readonly minimal: boolean;
}

/**
 * Which few of these conditions already contradict each other? `conditions` together are infeasible. Whole stretches
 * are dropped while the rest stays infeasible, and halved where it does not, down to single conditions (a deletion
 * filter with bisection). What is tested late tends to stay, so conditions that tell a reader most come last. A test
 * without an answer counts as feasible: the result is then still a conflict, but may be larger than need be.
 *
 * Source: J. W. Chinneck and E. W. Dravnieks, Locating minimal infeasible constraint sets in linear programs,
 * ORSA J. Comput. 3 (1991). Cost: some k log2(n / k) tests for a conflict of k out of n.
 */
export async function minimalConflict<T>(
  conditions: readonly T[],
  test: (subset: readonly T[]) => Promise<Feasibility>,
): Promise<MinimalConflict<T>> {
  let minimal = true;

  /** What of `stretch` is needed for a conflict, given that `others` stay. */
  async function needed(stretch: readonly T[], before: readonly T[], after: readonly T[]): Promise<readonly T[]> {
    if (stretch.length === 0) return [];
    const answer = await test([...before, ...after]);
    if (answer === 'infeasible') return [];
    if (stretch.length === 1) {
      if (answer === 'unknown') minimal = false;
      return stretch;
    }
    const middle = Math.ceil(stretch.length / 2);
    const [left, right] = [stretch.slice(0, middle), stretch.slice(middle)];
    const leftNeeded = await needed(left, before, [...right, ...after]);
    const rightNeeded = await needed(right, [...before, ...leftNeeded], after);
    return [...leftNeeded, ...rightNeeded];
  }

  const members = await needed(conditions, [], []);
  return { members, minimal };
}
