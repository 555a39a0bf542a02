import { assembleFamily } from './assemble-family';
import type { AssembleOptions } from './assemble-options';
import type { AssemblyRefusal } from './assembly-refusal';
import type { FamilyBlueprint } from './family';
import type { PoolQuestion } from './pool-question';
import type { Solver } from './solver';

export interface SimulationOptions extends Pick<AssembleOptions, 'timeLimitSeconds' | 'gap' | 'signal' | 'priorities'> {
  /** How often kits are assembled: 52 for a year of weeks. */
  readonly draws: number;
  /** Past draws that count as exposure. Default: all. */
  readonly window?: number;
  /** How far from the best a kit may be: see `Variety`. */
  readonly share: number;
  readonly seed: number;
  readonly onDraw?: (draw: number) => void;
}

/** How a bank wears. */
export interface ExposureReport {
  readonly draws: number;
  /** Uses by question id, those of the pool that were never used included; the most used first. */
  readonly uses: readonly { readonly questionId: string; readonly uses: number }[];
  readonly used: number;
  readonly most: number;
  /** Share of the draws in which a question stands, for the most used one. */
  readonly mostShare: number;
  /** Gini coefficient of the uses: 0 where all questions are used alike, near 1 where few carry everything. */
  readonly inequality: number;
  /** Worth of the kits: the first, and the least. */
  readonly firstObjective: number;
  readonly leastObjective: number;
  /** Why the draws ended early, if they did: what was in the way at draw `at`. */
  readonly stopped: { readonly at: number; readonly refusal: AssemblyRefusal } | null;
}

/**
 * How does the bank wear when kits are assembled again and again? Each draw counts the uses of those before as exposure, so that
 * exposure limits and the wish for fresh questions do their work. Seeded: the same seed gives the same year.
 */
export async function simulateExposure(
  family: FamilyBlueprint,
  pool: readonly PoolQuestion[],
  solver: Solver,
  { draws, window = draws, share, seed, onDraw, ...options }: SimulationOptions,
): Promise<ExposureReport> {
  const history: (readonly string[])[] = [];
  const objectives: number[] = [];
  let stopped: ExposureReport['stopped'] = null;
  for (let draw = 0; draw < draws; draw += 1) {
    onDraw?.(draw + 1);
    const recent = countUses(history.slice(Math.max(0, history.length - window)));
    const worn = pool.map((question) => ({ ...question, exposure: question.exposure + (recent.get(question.id) ?? 0) }));
    const answer = await assembleFamily(family, worn, solver, { ...options, variety: { share, seed: seed + draw } });
    if (!answer.ok) {
      stopped = { at: draw + 1, refusal: answer.error };
      break;
    }
    history.push(answer.value.kits.flatMap(({ rounds }) => rounds.flatMap(({ items }) => items.map(({ questionId }) => questionId))));
    objectives.push(answer.value.objective);
  }
  const counts = countUses(history);
  const uses = pool
    .map(({ id }) => ({ questionId: id, uses: counts.get(id) ?? 0 }))
    .sort((a, b) => b.uses - a.uses || (a.questionId < b.questionId ? -1 : 1));
  const most = uses[0]?.uses ?? 0;
  return {
    draws: history.length,
    uses,
    used: uses.filter((one) => one.uses > 0).length,
    most,
    mostShare: history.length === 0 ? 0 : most / history.length,
    inequality: gini(uses.map((one) => one.uses)),
    firstObjective: objectives[0] ?? 0,
    leastObjective: objectives.length === 0 ? 0 : Math.min(...objectives),
    stopped,
  };
}

function countUses(history: readonly (readonly string[])[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const id of history.flat()) uses.set(id, (uses.get(id) ?? 0) + 1);
  return uses;
}

/** Of figures in falling order. */
function gini(falling: readonly number[]): number {
  const sum = falling.reduce((total, figure) => total + figure, 0);
  if (sum === 0) return 0;
  const weighted = falling.reduce((total, figure, index) => total + (falling.length - index) * figure, 0);
  return (2 * weighted) / (falling.length * sum) - (falling.length + 1) / falling.length;
}
