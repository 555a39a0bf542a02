import type { KitBlueprint, PoolQuestion } from './blueprint';
import { byCodeUnit } from './by-code-unit';
import type { Formulation } from './formulate';
import type { AssembledKit, KitLayout } from './kit';
import { relativeGap, type Incumbent } from './solver';

/**
 * Which kit do these values stand for? The questions of a round come from warm-up to hard: by difficulty, then the
 * shorter first, then by id. `seconds` is whatever the caller measured. Throws where values and formulation do not
 * belong together.
 *
 * Objectives are whole numbers, so a bound is rounded down to one, and a proven answer is its own bound.
 */
export function interpret(
  formulation: Formulation,
  solution: Incumbent & { readonly status: 'optimal' | 'feasible' },
  blueprint: KitBlueprint,
  pool: readonly PoolQuestion[],
  seconds: number | null = null,
): AssembledKit {
  if (solution.values.length !== formulation.program.columns.length) throw new TypeError('these values belong to another program');
  const questionOf = new Map(pool.map((question) => [question.id, question]));
  const rounds = layoutOf(formulation, solution.values, blueprint.rounds.length).rounds.map(({ items }, index) => ({
    name: blueprint.rounds[index]?.name ?? '',
    items: items
      .map(({ questionId }) => questionOf.get(questionId) as PoolQuestion)
      .sort((a, b) => a.difficulty - b.difficulty || a.minutes - b.minutes || byCodeUnit(a.id, b.id))
      .map((question) => ({ questionId: question.id, plannedMinutes: question.minutes })),
  }));
  const bound = Math.max(solution.objective, Math.floor(solution.bound + 1e-6));
  return { rounds, objective: solution.objective, bound, gap: relativeGap(solution.objective, bound), seconds };
}

function layoutOf(formulation: Formulation, values: readonly number[], rounds: number): KitLayout {
  const items = Array.from({ length: rounds }, (): { questionId: string }[] => []);
  formulation.placements.forEach(({ questionId, round }, column) => {
    if (values[column] === 1) items[round]?.push({ questionId });
  });
  return { rounds: items.map((chosen) => ({ items: chosen })) };
}
