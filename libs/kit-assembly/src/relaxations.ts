import type { Clock } from '@touchstone/kernel';

import type { KitBlueprint } from './blueprint';
import { formulate } from './formulate';
import { kitInspector } from './inspector';
import { roundsOf } from './interpret';
import { cheaperFirst, type LoosenedWish, loosenedIn } from './loosened-wish';
import type { PoolQuestion } from './pool-question';
import type { Priorities } from './priorities';
import type { Solver } from './solver';
import type { Wish } from './wish';
import { listWishes } from './wishes';

/** Changes to a blueprint after which there is a kit. */
export interface Relaxation {
  /** One change, or several that help only together. */
  readonly changes: readonly LoosenedWish[];
  /** Sum of the shares by which the limits move: 0.25 for 100 instead of 80 minutes. */
  readonly cost: number;
}

export interface RelaxationOptions {
  /** For each of the tests, one for each wish. Default 5. */
  readonly timeLimitSeconds?: number;
  /** For all of them, by `clock`; what is found by then is told. Default 30; no limit without a clock. */
  readonly totalSeconds?: number;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
}

/**
 * What is the least that has to be loosened so that there is a kit, the cheapest first? Each of `candidates` (the wishes of a
 * conflict, say) is tried alone: all others stay, this one may be missed, by as little as possible. Where none helps alone, all hard
 * wishes that are not mere rules may be missed, and the cheapest set of them is told. Empty where nothing helps in the time.
 *
 * Source: J. W. Chinneck, Feasibility and Infeasibility in Optimization (Springer 2008), elastic programs.
 */
export async function relaxations(
  blueprint: KitBlueprint,
  pool: readonly PoolQuestion[],
  candidates: readonly Wish[],
  solver: Solver,
  options: RelaxationOptions = {},
): Promise<readonly Relaxation[]> {
  const hard = listWishes(blueprint, pool).filter(({ softPrice }) => softPrice === undefined);
  const wanted = new Set(candidates.map(({ id }) => id));
  const single: Relaxation[] = [];
  const isOver = timer(options);
  for (const wish of hard.filter(({ id }) => wanted.has(id))) {
    if (isOver()) break;
    const found = await loosened(blueprint, pool, hard, new Map([[wish.id, 1]]), solver, options);
    if (found !== null) single.push(found);
  }
  if (single.length > 0 || isOver()) return single.sort(cheaperFirst);
  const prices = new Map(hard.filter(({ subject }) => !KEPT.has(subject.of)).map((wish) => [wish.id, priceOf(wish)]));
  const together = await loosened(blueprint, pool, hard, prices, solver, options);
  return together === null ? [] : [together];
}

function timer({ totalSeconds = 30, clock }: RelaxationOptions): () => boolean {
  if (clock === undefined) return () => false;
  const end = clock.now().getTime() + totalSeconds * 1000;
  return () => clock.now().getTime() >= end;
}

/** Rules about single questions; a set of changes that drops many of these would tell nobody anything. */
const KEPT: ReadonlySet<string> = new Set(['enemies', 'variantFamily', 'excluded', 'pin', 'mustHave', 'judged']);

/** Points for each unit missed, so that the same share of different limits costs about the same. */
const priceOf = ({ required }: Wish): number => Math.max(1, Math.round(10_000 / Math.max(1, required)));

const NOTHING_ELSE: Priorities = { coverage: 0, quality: 0, exposure: 0, closeness: 0, farthest: 0, reliability: 0 };

async function loosened(
  blueprint: KitBlueprint,
  pool: readonly PoolQuestion[],
  hard: readonly Wish[],
  prices: ReadonlyMap<string, number>,
  solver: Solver,
  { timeLimitSeconds = 5, signal }: RelaxationOptions,
): Promise<Relaxation | null> {
  const wishes = hard.map((wish) => (prices.has(wish.id) ? { ...wish, softPrice: prices.get(wish.id) ?? 1 } : wish));
  const formulation = formulate(blueprint, pool, { wishes, priorities: NOTHING_ELSE });
  const solution = await solver.solve(formulation.program, { timeLimitSeconds, gap: 0, ...(signal && { signal }) });
  if (solution.status !== 'optimal') return null;
  const questionOf = new Map(pool.map((question) => [question.id, question]));
  const rounds = roundsOf(formulation, solution.values, blueprint, questionOf);
  const changes = loosenedIn(kitInspector(blueprint, pool), { rounds }, hard);
  return { changes, cost: changes.reduce((sum, { share }) => sum + share, 0) };
}
