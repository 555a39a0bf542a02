import type { KitBlueprint } from './blueprint';
import { hundredths } from './hundredths';
import type { PoolQuestion } from './pool-question';
import type { Priorities } from './priorities';
import { targetsOf } from './targets';

/** The parts of a kit's objective, in points; what is lost is negative. `total` is their sum. Whole numbers, exact. */
export interface KitScore {
  readonly coverage: number;
  readonly quality: number;
  readonly exposure: number;
  readonly closeness: number;
  readonly farthest: number;
  readonly reliability: number;
  readonly softWishes: number;
  readonly total: number;
}

/**
 * How many points are these questions worth together, round by round? Counted from the questions, not from a program, so that it can
 * check one. `softPenalty` is what the missed soft wishes cost, from 0 up.
 */
export function scoreQuestions(
  blueprint: KitBlueprint,
  rounds: readonly (readonly PoolQuestion[])[],
  softPenalty: number,
  priorities: Priorities,
): KitScore {
  const questions = rounds.flat();
  const carried = new Set(questions.flatMap((question) => question.competencies));
  const weights = Object.entries(blueprint.competencyWeights);
  const coverage = priorities.coverage * total(weights.map(([slug, weight]) => (carried.has(slug) ? hundredths(weight) : 0)));
  const quality = priorities.quality * total(questions.map((question) => question.quality));
  const exposure = 0 - priorities.exposure * total(questions.map((question) => question.exposure));
  const target = blueprint.difficulty?.target === undefined ? undefined : hundredths(blueprint.difficulty.target);
  const off = target === undefined ? 0 : Math.abs(total(questions.map((question) => hundredths(question.difficulty) - target)));
  const closeness = 0 - priorities.closeness * off;
  const farthest = 0 - priorities.farthest * farthestOf(blueprint, rounds);
  const steps = blueprint.expectedReliability ?? [];
  const reliability = priorities.reliability * (steps[Math.min(questions.length, steps.length) - 1] ?? 0);
  const softWishes = 0 - softPenalty;
  const points = { coverage, quality, exposure, closeness, farthest, reliability, softWishes };
  return { ...points, total: total(Object.values(points)) };
}

/** How far is the figure that is farthest from its target? */
function farthestOf(blueprint: KitBlueprint, rounds: readonly (readonly PoolQuestion[])[]): number {
  const distances = targetsOf(blueprint).map(({ target, measure, round }) =>
    Math.abs(total((round === undefined ? rounds.flat() : (rounds[round] ?? [])).map(measure)) - target),
  );
  return Math.max(0, ...distances);
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
