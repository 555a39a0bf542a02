import type { Bound, KitBlueprint, PoolQuestion, RoundWish } from './blueprint';
import type { BlueprintFault } from './blueprint-fault';
import { hundredths, isHundredths } from './hundredths';
import { pinFaults } from './pin-faults';

/**
 * What is wrong with this blueprint and pool, all of it at once? Empty where it can be formulated. This finds what is
 * wrong on its face; wishes that only contradict each other in combination are found by solving.
 *
 * A competency with a weight that no question carries is no fault: the kit is assembled and names it as uncovered.
 */
export function blueprintFaults(blueprint: KitBlueprint, pool: readonly PoolQuestion[]): readonly BlueprintFault[] {
  if (pool.length === 0) {
    return [
      {
        code: 'EMPTY_POOL',
        path: ['pool'],
        message: 'The pool has no question. Approve questions, or loosen the filter that chose the pool.',
      },
    ];
  }
  const questions = questionFaults(pool);
  if (questions.length > 0) return questions;
  return [
    ...roundFaults(blueprint, pool),
    ...difficultyFaults(blueprint),
    ...weightFaults(blueprint),
    ...exposureFaults(blueprint),
    ...mandatoryFaults(blueprint, pool),
    ...pinFaults(blueprint, pool),
  ];
}

const isCount = (figure: number): boolean => Number.isSafeInteger(figure) && figure >= 0;

function questionFaults(pool: readonly PoolQuestion[]): BlueprintFault[] {
  const seen = new Set<string>();
  return pool.flatMap((question, index) => {
    const faulty = (field: string, message: string): BlueprintFault => ({
      code: 'BAD_QUESTION',
      path: ['pool', String(index), field],
      message: `Question '${question.id}': ${message}`,
    });
    const faults: BlueprintFault[] = [];
    if (seen.has(question.id)) faults.push(faulty('id', 'occurs twice in the pool; give each question once.'));
    seen.add(question.id);
    if (!isCount(question.minutes) || question.minutes === 0)
      faults.push(faulty('minutes', `minutes are a whole number from 1, not ${question.minutes}.`));
    if (!isCount(question.exposure)) faults.push(faulty('exposure', `exposure is a whole number from 0, not ${question.exposure}.`));
    if (!Number.isSafeInteger(question.quality)) faults.push(faulty('quality', `quality is a whole number, not ${question.quality}.`));
    if (!isLevel(question.difficulty))
      faults.push(faulty('difficulty', `difficulty lies between 1 and 5 with at most two decimals, not ${question.difficulty}.`));
    return faults;
  });
}

const isLevel = (figure: number): boolean => isHundredths(figure) && figure >= 1 && figure <= 5;

function roundFaults(blueprint: KitBlueprint, pool: readonly PoolQuestion[]): BlueprintFault[] {
  if (blueprint.rounds.length === 0)
    return [{ code: 'NO_ROUNDS', path: ['rounds'], message: 'The blueprint has no round. Add at least one.' }];
  const names = new Set<string>();
  return blueprint.rounds.flatMap((round, index) => {
    const path = ['rounds', String(index)];
    const faults: BlueprintFault[] = [];
    if (round.name.trim() === '') faults.push({ code: 'BAD_NAME', path: [...path, 'name'], message: 'A round needs a name.' });
    if (names.has(round.name))
      faults.push({ code: 'BAD_NAME', path: [...path, 'name'], message: `Two rounds are called '${round.name}'. Give each its own name.` });
    names.add(round.name);
    return [...faults, ...boundsOfRound(round, path, pool)];
  });
}

function boundsOfRound(round: RoundWish, path: readonly string[], pool: readonly PoolQuestion[]): BlueprintFault[] {
  const listed = <B extends Bound>(
    field: string,
    bounds: readonly B[],
    slugOf: (bound: B) => string,
    occurs: (slug: string) => boolean,
  ): BlueprintFault[] =>
    bounds.flatMap((bound, index) => {
      const here = [...path, field, String(index)];
      const slug = slugOf(bound);
      const faults = boundFaults(bound, here, `round '${round.name}', '${slug}'`);
      if (bounds.findIndex((other) => slugOf(other) === slug) < index) {
        faults.push({
          code: 'BAD_BOUND',
          path: here,
          message: `Round '${round.name}' names '${slug}' twice. Say it once, with min and max.`,
        });
      }
      if ((bound.min ?? 0) > 0 && bound.soft === undefined && !occurs(slug)) {
        faults.push({
          code: 'UNKNOWN_IN_POOL',
          path: here,
          message: `Round '${round.name}' needs '${slug}', but no question of the pool has it. Check the spelling, widen the pool, or drop the wish.`,
        });
      }
      return faults;
    });
  return [
    ...boundFaults(round.minutes, [...path, 'minutes'], `round '${round.name}', minutes`),
    ...boundFaults(round.questions, [...path, 'questions'], `round '${round.name}', questions`),
    ...listed(
      'competencies',
      round.competencies,
      ({ slug }) => slug,
      (slug) => pool.some((question) => question.competencies.includes(slug)),
    ),
    ...listed(
      'categories',
      round.categories,
      ({ slug }) => slug,
      (slug) => pool.some((question) => question.category === slug),
    ),
    ...listed(
      'kinds',
      round.kinds,
      ({ kind }) => kind,
      (kind) => pool.some((question) => question.kind === kind),
    ),
  ];
}

function boundFaults(bound: Bound, path: readonly string[], where: string): BlueprintFault[] {
  const faults: BlueprintFault[] = [];
  for (const side of ['min', 'max'] as const) {
    const limit = bound[side];
    if (limit !== undefined && !isCount(limit))
      faults.push({ code: 'BAD_BOUND', path: [...path, side], message: `In ${where}, ${side} is a whole number from 0, not ${limit}.` });
  }
  if (bound.min === undefined && bound.max === undefined) {
    faults.push({ code: 'BAD_BOUND', path, message: `In ${where}, give a min, a max, or both.` });
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

function difficultyFaults({ difficulty }: KitBlueprint): BlueprintFault[] {
  if (difficulty === undefined) return [];
  const fault = (field: string, message: string): BlueprintFault => ({ code: 'BAD_DIFFICULTY', path: ['difficulty', field], message });
  const { target, tolerance, soft } = difficulty;
  return [
    ...(isLevel(target) ? [] : [fault('target', `The target lies between 1 and 5 with at most two decimals, not ${target}.`)]),
    ...(isHundredths(tolerance) && tolerance >= 0
      ? []
      : [fault('tolerance', `The tolerance is a number from 0 with at most two decimals, not ${tolerance}.`)]),
    ...(soft === undefined || (isCount(soft) && soft > 0)
      ? []
      : [fault('soft', `Soft is a whole number of points from 1, not ${soft}. Leave it out for a hard limit.`)]),
  ];
}

function weightFaults({ competencyWeights }: KitBlueprint): BlueprintFault[] {
  const weights = Object.entries(competencyWeights);
  const faults = weights
    .filter(([, weight]) => !isHundredths(weight) || weight < 0)
    .map(([slug, weight]): BlueprintFault => ({
      code: 'BAD_WEIGHTS',
      path: ['competencyWeights', slug],
      message: `The weight of '${slug}' is a number from 0 with at most two decimals, not ${weight}.`,
    }));
  if (faults.length > 0 || weights.length === 0) return faults;
  const sum = weights.reduce((total, [, weight]) => total + hundredths(weight), 0);
  return sum === 10000
    ? []
    : [{ code: 'BAD_WEIGHTS', path: ['competencyWeights'], message: `The weights add up to ${sum / 100}. They must add up to 100.` }];
}

function exposureFaults({ maxExposure }: KitBlueprint): BlueprintFault[] {
  if (maxExposure === undefined || isCount(maxExposure)) return [];
  return [
    { code: 'BAD_EXPOSURE_LIMIT', path: ['maxExposure'], message: `The exposure limit is a whole number from 0, not ${maxExposure}.` },
  ];
}

function mandatoryFaults({ mandatoryCategories }: KitBlueprint, pool: readonly PoolQuestion[]): BlueprintFault[] {
  return mandatoryCategories.flatMap((slug, index): BlueprintFault[] =>
    pool.some((question) => question.category === slug)
      ? []
      : [
          {
            code: 'UNKNOWN_IN_POOL',
            path: ['mandatoryCategories', String(index)],
            message: `Category '${slug}' is mandatory, but no question of the pool belongs to it. Check the spelling or widen the pool.`,
          },
        ],
  );
}
