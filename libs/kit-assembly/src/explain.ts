import type { Clock } from '@touchstone/kernel';

import type { KitBlueprint } from './blueprint';
import type { PoolQuestion } from './pool-question';
import { formulate } from './formulate';
import type { LinearProgram } from './linear-program';
import { minimalConflict, type Feasibility } from './minimal-conflict';
import { phraseConflict } from './phrase-conflict';
import type { Solver } from './solver';
import { tellingRank } from './telling-rank';
import { ONLY_BARS, roundOf, type Wish } from './wish';
import { listWishes } from './wishes';

/** Why no kit satisfies a blueprint. */
export interface Conflict {
  /** Hard wishes that cannot be had together, in the order of the blueprint. Other such sets may exist. */
  readonly wishes: readonly Wish[];
  /** Rules between the kits of a family that belong to the conflict; none where a single kit was asked for. */
  readonly rules: readonly FamilyRule[];
  /** Proven: giving up any one of them makes the others possible. False where the time did not suffice for the proof. */
  readonly minimal: boolean;
  /** The conflict in the blueprint's words, with numbers. */
  readonly sentence: string;
}

/** A rule between kits: `use`, `overlap`, or `alike.member1`. */
export interface FamilyRule {
  readonly id: string;
  readonly label: string;
}

export interface ExplainOptions {
  /** For each of the tests, of which there are some ten to fifty. Default 5. */
  readonly timeLimitSeconds?: number;
  /** For all of them, by `clock`; what is found by then is told. Default 30; no limit without a clock. */
  readonly totalSeconds?: number;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
}

/** The test of a set of conditions within the limits of time: `unknown` once all of it is spent, and where its own share did not suffice. */
export function testWithin<T>(
  programOf: (conditions: readonly T[]) => LinearProgram,
  solver: Solver,
  { timeLimitSeconds = 5, totalSeconds = 30, clock, signal }: ExplainOptions,
): (conditions: readonly T[]) => Promise<Feasibility> {
  const begun = clock?.now().getTime();
  const left = (): number =>
    clock === undefined || begun === undefined ? Infinity : totalSeconds - (clock.now().getTime() - begun) / 1000;
  return async (conditions) => {
    const seconds = Math.min(timeLimitSeconds, left());
    if (seconds <= 0) return 'unknown';
    const { status } = await solver.solve(programOf(conditions), { timeLimitSeconds: seconds, gap: 0, ...(signal && { signal }) });
    return status === 'infeasible' ? 'infeasible' : status === 'timeLimit' || status === 'cancelled' ? 'unknown' : 'feasible';
  };
}

/**
 * Which wishes of this infeasible blueprint contradict each other, so that giving up any one of them lets the rest be
 * had? Undefined where no conflict could be proven: the blueprint is feasible after all, or the time ran out, or the
 * signal was aborted. Limits on rounds are preferred in the answer over rules that keep single questions apart, since a
 * person can change the former.
 */
export async function explain(
  blueprint: KitBlueprint,
  pool: readonly PoolQuestion[],
  solver: Solver,
  options: ExplainOptions = {},
): Promise<Conflict | undefined> {
  const hard = listWishes(blueprint, pool).filter((wish) => wish.softPrice === undefined);
  const test = testWithin<Wish>((wishes) => formulate(blueprint, pool, { wishes, purpose: 'feasibility' }).program, solver, options);
  if ((await test(hard)) !== 'infeasible') return undefined;

  // Bars on questions can be many thousands; most conflicts need none of them.
  const limits = hard.filter(({ subject }) => !ONLY_BARS.has(subject.of));
  const told = limits.length < hard.length && (await test(limits)) === 'infeasible' ? limits : hard;
  const within = (await conflictWithinOneRound(blueprint, told, test)) ?? told;
  const mostTellingLast = [...within].sort((a, b) => tellingRank(a) - tellingRank(b));
  const { members, minimal } = await minimalConflict(mostTellingLast, test);
  if (options.signal?.aborted) return undefined;
  const wishes = hard.filter((wish) => members.includes(wish));
  return { wishes, rules: [], minimal, sentence: phraseConflict(wishes, blueprint, pool) };
}

/**
 * Most conflicts lie in one round: its wishes with the rules that bar questions or keep them apart. Looked for first,
 * because programs with a single round are solved far sooner than those with all of them.
 */
async function conflictWithinOneRound(
  blueprint: KitBlueprint,
  wishes: readonly Wish[],
  test: (wishes: readonly Wish[]) => Promise<Feasibility>,
): Promise<readonly Wish[] | undefined> {
  for (const round of blueprint.rounds.keys()) {
    const ofRound = wishes.filter(
      (wish) => (roundOf(wish) ?? round) === round && (roundOf(wish) === round || ONLY_BARS.has(wish.subject.of)),
    );
    if ((await test(ofRound)) === 'infeasible') return ofRound;
  }
  return undefined;
}
