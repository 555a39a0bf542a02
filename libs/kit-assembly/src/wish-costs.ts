import type { KitBlueprint } from './blueprint';
import { formulate } from './formulate';
import { kitInspector } from './inspector';
import { roundsOf } from './interpret';
import type { KitLayout } from './kit';
import type { PoolQuestion } from './pool-question';
import { defaultPriorities, type Priorities } from './priorities';
import type { KitScore } from './score';
import { isSolved, type Solver } from './solver';
import type { Wish } from './wish';
import { listWishes } from './wishes';

/** What one wish costs: how much better the best kit would be without it. */
export interface WishCost {
  readonly wishId: string;
  readonly label: string;
  /** Points that the best kit without this wish has more, counted without the price of missing the wish itself. */
  readonly points: number;
  /** Percent of the role profile's weight that would be covered in addition; may be negative. */
  readonly coverage: number;
  /** In words: `Without "Round 'Design': at most 2 questions of kind 'case'" the kit would cover 3 % more of the role.` */
  readonly words: string;
}

export interface WishCostOptions {
  readonly priorities?: Priorities;
  /** For each of the wishes. Default 5. */
  readonly timeLimitSeconds?: number;
  readonly signal?: AbortSignal;
  /** Ask for these wishes only, by id. Default: all limits that the kit reaches or misses. */
  readonly of?: readonly string[];
}

/**
 * What does each wish cost this kit, the dearest first? The kit is assembled again without the wish, one after the other. Only
 * wishes whose limit is reached are asked, since the others hold nobody back; wishes that cost nothing are left out.
 */
export async function wishCosts(
  kit: KitLayout,
  blueprint: KitBlueprint,
  pool: readonly PoolQuestion[],
  solver: Solver,
  options: WishCostOptions = {},
): Promise<readonly WishCost[]> {
  const { priorities = defaultPriorities, timeLimitSeconds = 5, signal, of } = options;
  const inspector = kitInspector(blueprint, pool, priorities);
  const own = inspector.score(kit);
  const slacks = inspector.slacks(kit);
  const reached = new Set(of ?? slacks.filter(({ slack }) => slack <= 0).map(({ wishId }) => wishId));
  const penaltyOf = new Map(slacks.map(({ wishId, penalty }) => [wishId, penalty]));
  const wishes = listWishes(blueprint, pool);
  const questionOf = new Map(pool.map((question) => [question.id, question]));
  const costs: WishCost[] = [];
  for (const wish of wishes.filter(({ id }) => reached.has(id))) {
    const others = wishes.filter((other) => other !== wish);
    const formulation = formulate(blueprint, pool, { wishes: others, priorities });
    const solution = await solver.solve(formulation.program, { timeLimitSeconds, gap: 0, ...(signal && { signal }) });
    if (!isSolved(solution)) continue;
    const points = solution.objective - (own.total + (penaltyOf.get(wish.id) ?? 0));
    if (points <= 0) continue;
    const freed = inspector.score({ rounds: roundsOf(formulation, solution.values, blueprint, questionOf) });
    costs.push(costOf(wish, points, own, freed, priorities));
  }
  return costs.sort((a, b) => b.points - a.points);
}

function costOf({ id, label }: Wish, points: number, own: KitScore, freed: KitScore, priorities: Priorities): WishCost {
  const coverage = priorities.coverage === 0 ? 0 : (freed.coverage - own.coverage) / priorities.coverage / 100;
  const gain = coverage > 0 ? `would cover ${coverage} % more of the role` : `would have ${points} points more`;
  return { wishId: id, label, points, coverage, words: `Without "${label}" the kit ${gain}.` };
}
