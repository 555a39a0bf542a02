import type { AssembleOptions } from './assemble-options';
import { type FamilyBlueprint, kitsOf } from './family';
import { formulateFamily } from './formulate-family';
import { kitInspector } from './inspector';
import { roundsOf, wholeBound } from './interpret';
import type { AssembledKit } from './kit';
import type { PoolQuestion } from './pool-question';
import { defaultPriorities } from './priorities';
import type { KitScore } from './score';
import { relativeGap, type Solver } from './solver';
import { uncovered, type UncoveredCompetency } from './uncovered';
import { variedProgram } from './varied-program';
import { verifyFamily } from './verify-family';
import type { WishSlack } from './wish-slack';

/** A kit of a family, as the check counts it. */
export interface FamilyKit {
  readonly name: string;
  /** Which member of the family it is a kit of, counted from 0. */
  readonly member: number;
  readonly rounds: AssembledKit['rounds'];
  readonly score: KitScore;
  readonly slacks: readonly WishSlack[];
  readonly uncovered: readonly UncoveredCompetency[];
}

export interface SolvedFamily {
  readonly kits: readonly FamilyKit[];
  /** The sum of the scores, or the least of them, as the family asks. */
  readonly objective: number;
  readonly bound: number;
  readonly gap: number;
  /** `optimal`: proven within the gap asked for. `timeLimit`: the best found in time. */
  readonly proof: 'optimal' | 'timeLimit';
  readonly seconds: number | null;
  readonly size: { readonly columns: number; readonly rows: number };
}

export type FamilyAnswer =
  { readonly status: 'solved'; readonly family: SolvedFamily } | { readonly status: 'infeasible' | 'timeLimit' | 'cancelled' };

/**
 * The best kits of a family, checked by counting, apart from the solver. Throws where the program itself is at fault: a broken solver,
 * an answer that fails the check.
 */
export async function solveFamily(
  family: FamilyBlueprint,
  pool: readonly PoolQuestion[],
  solver: Solver,
  options: AssembleOptions,
): Promise<FamilyAnswer> {
  const { timeLimitSeconds = 30, gap = 0, seed = 0, signal, priorities = defaultPriorities, clock, variety, onProgress } = options;
  const formulation = formulateFamily(family, pool, { priorities });
  const questionOf = new Map(pool.map((question) => [question.id, question]));
  const startedAt = clock?.now().getTime();
  const solve = { timeLimitSeconds, gap, seed, ...(signal && { signal }), ...(onProgress && { onProgress }) };
  const best = await solver.solve(formulation.program, solve);
  if (best.status !== 'optimal' && best.status !== 'feasible') return best;
  const varied =
    variety === undefined || best.status === 'feasible'
      ? null
      : await solver.solve(variedProgram(formulation, best.objective, variety, questionOf), { ...solve, gap: 0.001 });
  if (varied?.status === 'cancelled') return varied;
  // A kit nearly as good that was not found in time is no reason to have none.
  const values = varied?.status === 'optimal' || varied?.status === 'feasible' ? varied.values : best.values;
  const seconds = clock === undefined || startedAt === undefined ? null : (clock.now().getTime() - startedAt) / 1000;

  const kits = kitsOf(family).map(({ name, member, blueprint }, index): FamilyKit => {
    const own = formulation.kits[index];
    if (own === undefined) throw new TypeError('the formulation lacks a kit');
    const rounds = roundsOf(own, values, blueprint, questionOf);
    const inspector = kitInspector(blueprint, pool, priorities);
    const score = inspector.score({ rounds });
    return { name, member, rounds, score, slacks: inspector.slacks({ rounds }), uncovered: uncovered(blueprint, pool, { rounds }) };
  });
  const violations = verifyFamily(kits, family, pool);
  if (violations.length > 0) throw new Error(`the solver's kit fails the check: ${violations.map(({ words }) => words).join('; ')}`);
  const totals = kits.map(({ score }) => score.total);
  const objective = family.aim === 'maximin' ? Math.min(...totals) : totals.reduce((sum, total) => sum + total, 0);
  if (best.status === 'optimal' && gap === 0 && values === best.values && objective !== best.objective) {
    throw new Error(`the solver counts ${best.objective} points where the check counts ${objective}`);
  }
  const bound = Math.max(objective, wholeBound(best.bound));
  const { columns, rows } = formulation.program;
  // A bound that is reached is a proof, whenever the time ran out.
  const proof = best.status === 'optimal' || bound === objective ? 'optimal' : 'timeLimit';
  const size = { columns: columns.length, rows: rows.length };
  return { status: 'solved', family: { kits, objective, bound, gap: relativeGap(objective, bound), proof, seconds, size } };
}
