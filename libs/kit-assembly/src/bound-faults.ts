import type { BlueprintFault } from './blueprint-fault';
import type { Bound, KindBound, LevelBound, SlugBound } from './bound';
import type { PoolQuestion } from './pool-question';

/** Limits as they stand in a round or in the kit as a whole. */
export interface BoundedScope {
  readonly minutes?: Bound;
  readonly questions?: Bound;
  readonly competencies?: readonly SlugBound[];
  readonly categories?: readonly SlugBound[];
  readonly kinds?: readonly KindBound[];
  readonly tags?: readonly SlugBound[];
  readonly levels?: readonly LevelBound[];
}

/** Whether a figure is a whole number from 0. */
export const isCount = (figure: number): boolean => Number.isSafeInteger(figure) && figure >= 0;

/** What is wrong with the limits of a round (`where` is `round 'Design'`) or of the kit? */
export function scopeFaults(scope: BoundedScope, path: readonly string[], where: string, pool: readonly PoolQuestion[]): BlueprintFault[] {
  const listed = <B extends Bound>(
    field: string,
    bounds: readonly B[],
    nameOf: (bound: B) => string,
    fits: (question: PoolQuestion, bound: B) => boolean,
  ): BlueprintFault[] =>
    bounds.flatMap((bound, index) => {
      const here = [...path, field, String(index)];
      const name = nameOf(bound);
      const faults = boundFaults(bound, here, `${where}, '${name}'`);
      if (bounds.findIndex((other) => nameOf(other) === name) < index) {
        faults.push({
          code: 'BAD_BOUND',
          path: here,
          message: `${capital(where)} names '${name}' twice. Say it once, with min and max.`,
        });
      }
      if ((bound.min ?? 0) > 0 && bound.soft === undefined && !pool.some((question) => fits(question, bound))) {
        faults.push({
          code: 'UNKNOWN_IN_POOL',
          path: here,
          message: `${capital(where)} needs '${name}', but no question of the pool has it. Check the spelling, widen the pool, or drop the wish.`,
        });
      }
      return faults;
    });
  const { competencies = [], categories = [], kinds = [], tags = [], levels = [] } = scope;
  return [
    ...(scope.minutes === undefined ? [] : boundFaults(scope.minutes, [...path, 'minutes'], `${where}, minutes`)),
    ...(scope.questions === undefined ? [] : boundFaults(scope.questions, [...path, 'questions'], `${where}, questions`)),
    ...listed('competencies', competencies, slugOf, (question, { slug }) => question.competencies.includes(slug)),
    ...listed('categories', categories, slugOf, (question, { slug }) => question.category === slug),
    ...listed(
      'kinds',
      kinds,
      ({ kind }) => kind,
      (question, { kind }) => question.kind === kind,
    ),
    ...listed('tags', tags, slugOf, (question, { slug }) => question.tags?.includes(slug) ?? false),
    ...listed(
      'levels',
      levels,
      ({ from, to }) => `${from} to ${to}`,
      ({ difficulty }, { from, to }) => from <= difficulty && difficulty <= to,
    ),
  ];
}

const slugOf = ({ slug }: SlugBound): string => slug;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function boundFaults(bound: Bound, path: readonly string[], where: string): BlueprintFault[] {
  const faults: BlueprintFault[] = [];
  for (const side of ['min', 'max'] as const) {
    const limit = bound[side];
    if (limit !== undefined && !isCount(limit))
      faults.push({ code: 'BAD_BOUND', path: [...path, side], message: `In ${where}, ${side} is a whole number from 0, not ${limit}.` });
  }
  if (bound.min === undefined && bound.max === undefined && bound.target === undefined) {
    faults.push({ code: 'BAD_BOUND', path, message: `In ${where}, give a min, a max, or both.` });
  }
  if (bound.target !== undefined && !isCount(bound.target)) {
    faults.push({
      code: 'BAD_BOUND',
      path: [...path, 'target'],
      message: `In ${where}, target is a whole number from 0, not ${bound.target}.`,
    });
  }
  if (bound.min !== undefined && bound.max !== undefined && bound.min > bound.max) {
    faults.push({
      code: 'BAD_BOUND',
      path: [...path, 'min'],
      message: `In ${where}, min ${bound.min} is above max ${bound.max}. Lower min or raise max.`,
    });
  }
  if (bound.soft !== undefined && (!isCount(bound.soft) || bound.soft === 0)) {
    faults.push({
      code: 'BAD_BOUND',
      path: [...path, 'soft'],
      message: `In ${where}, soft is a whole number of points from 1, not ${bound.soft}. Leave it out for a hard limit.`,
    });
  }
  return faults;
}
