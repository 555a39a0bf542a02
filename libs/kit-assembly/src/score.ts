import type { KitBlueprint, PoolQuestion } from './blueprint';
import { hundredths } from './hundredths';
import type { Priorities } from './priorities';

/** The parts of a kit's objective, in points; what is lost is negative. `total` is their sum. Whole numbers, exact. */
export interface KitScore {
  readonly coverage: number;
  readonly quality: number;
  readonly exposure: number;
  readonly closeness: number;
  readonly softWishes: number;
  readonly total: number;
}

/**
 * How many points are these questions worth together? Counted from the questions, not from a program, so that it can
 * check one. `softPenalty` is what the missed soft wishes cost, from 0 up.
 */
export function scoreQuestions(
  blueprint: KitBlueprint,
  questions: readonly PoolQuestion[],
  softPenalty: number,
  priorities: Priorities,
): KitScore {
  const carried = new Set(questions.flatMap((question) => question.competencies));
  const weights = Object.entries(blueprint.competencyWeights);
  const coverage = priorities.coverage * total(weights.map(([slug, weight]) => (carried.has(slug) ? hundredths(weight) : 0)));
  const quality = priorities.quality * total(questions.map((question) => question.quality));
  const exposure = 0 - priorities.exposure * total(questions.map((question) => question.exposure));
  const target = blueprint.difficulty === undefined ? undefined : hundredths(blueprint.difficulty.target);
  const off = target === undefined ? 0 : Math.abs(total(questions.map((question) => hundredths(question.difficulty) - target)));
  const closeness = 0 - priorities.closeness * off;
  const softWishes = 0 - softPenalty;
  return { coverage, quality, exposure, closeness, softWishes, total: coverage + quality + exposure + closeness + softWishes };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
