import type { KitBlueprint } from './blueprint';
import { byCodeUnit } from './by-code-unit';
import type { Formulation } from './formulate';
import type { AssembledKit, KitRound } from './kit';
import type { PoolQuestion } from './pool-question';
import { relativeGap, type Incumbent } from './solver';

/**
 * Which kit do these values stand for? The questions of a round stand in the order of its slots; without slots they come from
 * warm-up to hard: by difficulty, then the shorter first, then by id. Objective and bound are the caller's to say.
 */
export function roundsOf(
  { placements }: Formulation,
  values: readonly number[],
  blueprint: KitBlueprint,
  questionOf: ReadonlyMap<string, PoolQuestion>,
): readonly KitRound[] {
  return blueprint.rounds.map(({ name }, round) => ({
    name,
    items: placements
      .filter((placement) => placement.round === round && values[placement.column] === 1)
      .map(({ questionId, slot }) => ({ question: questionOf.get(questionId) as PoolQuestion, slot }))
      .sort(
        (a, b) =>
          (a.slot ?? 0) - (b.slot ?? 0) ||
          a.question.difficulty - b.question.difficulty ||
          a.question.minutes - b.question.minutes ||
          byCodeUnit(a.question.id, b.question.id),
      )
      .map(({ question, slot }) => ({
        questionId: question.id,
        plannedMinutes: question.minutes,
        ...(slot === undefined ? {} : { slot }),
      })),
  }));
}

/**
 * The kit of these values with what is known of it. `seconds` is whatever the caller measured. Throws where values and
 * formulation do not belong together. Objectives are whole numbers, so a bound is rounded down to one.
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
  const bound = Math.max(solution.objective, wholeBound(solution.bound));
  const rounds = roundsOf(formulation, solution.values, blueprint, questionOf);
  return { rounds, objective: solution.objective, bound, gap: relativeGap(solution.objective, bound), seconds };
}

/** What a bound is worth where objectives are whole numbers. */
export const wholeBound = (bound: number): number => Math.floor(bound + 1e-6);
