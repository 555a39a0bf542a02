import type { KitBlueprint, PoolQuestion } from './blueprint';
import { formulate } from './formulate';
import { minimalConflict, type Feasibility } from './minimal-conflict';
import { phraseConflict } from './phrase-conflict';
import type { Solver } from './solver';
import type { Wish, WishSubject } from './wish';
import { listWishes } from './wishes';

/** Why no kit satisfies a blueprint. */
export interface Conflict {
  /** Hard wishes that cannot be had together, in the order of the blueprint. Other such sets may exist. */
  readonly wishes: readonly Wish[];
  /** Proven: giving up any one of them makes the others possible. False where the time did not suffice for the proof. */
  readonly minimal: boolean;
  /** The conflict in the blueprint's words, with numbers. */
  readonly sentence: string;
}

export interface ExplainOptions {
  /** For each of the tests, of which there are some ten to fifty. Default 5. */
  readonly timeLimitSeconds?: number;
  readonly signal?: AbortSignal;
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
  { timeLimitSeconds = 5, signal }: ExplainOptions = {},
): Promise<Conflict | undefined> {
  const hard = listWishes(blueprint, pool).filter((wish) => wish.softPrice === undefined);
  const test = async (wishes: readonly Wish[]): Promise<Feasibility> => {
    const { program } = formulate(blueprint, pool, { wishes, purpose: 'feasibility' });
    const { status } = await solver.solve(program, { timeLimitSeconds, gap: 0, signal });
    return status === 'infeasible' ? 'infeasible' : status === 'timeLimit' || status === 'cancelled' ? 'unknown' : 'feasible';
  };
  if ((await test(hard)) !== 'infeasible') return undefined;

  const within = (await conflictWithinOneRound(blueprint, hard, test)) ?? hard;
  const mostTellingLast = [...within].sort((a, b) => tellingRank(a) - tellingRank(b));
  const { members, minimal } = await minimalConflict(mostTellingLast, test);
  if (signal?.aborted) return undefined;
  const wishes = hard.filter((wish) => members.includes(wish));
  return { wishes, minimal, sentence: phraseConflict(wishes, blueprint, pool) };
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
    const ofRound = wishes.filter(({ subject }) => ('round' in subject ? subject.round === round : onlyBars.has(subject.of)));
    if ((await test(ofRound)) === 'infeasible') return ofRound;
  }
  return undefined;
}

const onlyBars = new Set<WishSubject['of']>(['excluded', 'exposure', 'enemies', 'variantFamily']);

/** How much a wish tells a person who wants to change the blueprint; equal ranks keep their order. */
function tellingRank(wish: Wish): number {
  const rank: Record<WishSubject['of'], number> = {
    enemies: 0,
    variantFamily: 1,
    exposure: 2,
    excluded: 3,
    meanDifficulty: 4,
    mandatoryCategory: 5,
    mustHave: 6,
    pin: 7,
    roundQuestions: 8,
    roundCompetency: 9,
    roundCategory: 10,
    roundKind: 11,
    roundMinutes: 12,
  };
  return rank[wish.subject.of];
}
