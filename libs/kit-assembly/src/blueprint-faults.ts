import type { KitBlueprint } from './blueprint';
import type { PoolQuestion } from './pool-question';
import type { BlueprintFault } from './blueprint-fault';
import { isCount, scopeFaults } from './bound-faults';
import { hundredths, isHundredths } from './hundredths';
import { panelFaults } from './panel-faults';
import { pinFaults } from './pin-faults';
import { slotFaults } from './slot-faults';

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
  const scale = blueprint.difficultyScale ?? { min: 1, max: 5 };
  const questions = questionFaults(pool, scale);
  if (questions.length > 0) return questions;
  return [
    ...roundFaults(blueprint, pool),
    ...scopeFaults(blueprint, [], 'the kit', pool),
    ...difficultyFaults(blueprint, scale),
    ...panelFaults(blueprint, pool),
    ...reliabilityFaults(blueprint),
    ...weightFaults(blueprint),
    ...exposureFaults(blueprint),
    ...mandatoryFaults(blueprint, pool),
    ...pinFaults(blueprint, pool),
  ];
}

function questionFaults(pool: readonly PoolQuestion[], scale: Scale): BlueprintFault[] {
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
    if (!isLevel(question.difficulty, scale))
      faults.push(faulty('difficulty', `difficulty lies ${within(scale)}, not ${question.difficulty}.`));
    return faults;
  });
}

interface Scale {
  readonly min: number;
  readonly max: number;
}

const isLevel = (figure: number, { min, max }: Scale): boolean => isHundredths(figure) && figure >= min && figure <= max;

const within = ({ min, max }: Scale): string => `between ${min} and ${max} with at most two decimals`;

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
    return [...faults, ...scopeFaults(round, path, `round '${round.name}'`, pool), ...slotFaults(round, path, pool)];
  });
}

function difficultyFaults({ difficulty }: KitBlueprint, scale: Scale): BlueprintFault[] {
  if (difficulty === undefined) return [];
  const fault = (field: string, message: string): BlueprintFault => ({ code: 'BAD_DIFFICULTY', path: ['difficulty', field], message });
  const { target, tolerance, min, max, soft, spread } = difficulty;
  const level = (name: string, figure: number | undefined): BlueprintFault[] =>
    figure === undefined || isLevel(figure, scale) ? [] : [fault(name.toLowerCase(), `The ${name} lies ${within(scale)}, not ${figure}.`)];
  const distance = (field: string, words: string, figure: number | undefined): BlueprintFault[] =>
    figure === undefined || (isHundredths(figure) && figure >= 0)
      ? []
      : [fault(field, `${words} is a number from 0 with at most two decimals, not ${figure}.`)];
  return [
    ...level('target', target),
    ...level('min', min),
    ...level('max', max),
    ...distance('tolerance', 'The tolerance', tolerance),
    ...distance('spread', 'The least spread', spread?.min),
    ...distance('spread', 'The largest spread', spread?.max),
    ...(min !== undefined && max !== undefined && min > max
      ? [fault('min', `The least mean difficulty ${min} is above the largest ${max}. Lower min or raise max.`)]
      : []),
    ...(spread !== undefined && target === undefined ? [fault('spread', 'A spread is measured from the target. Give a target.')] : []),
    ...(spread?.min !== undefined && spread.max !== undefined && spread.min > spread.max
      ? [fault('spread', `The least spread ${spread.min} is above the largest ${spread.max}. Lower min or raise max.`)]
      : []),
    ...(soft === undefined || (isCount(soft) && soft > 0)
      ? []
      : [fault('soft', `Soft is a whole number of points from 1, not ${soft}. Leave it out for a hard limit.`)]),
  ];
}

function reliabilityFaults({ expectedReliability: steps = [] }: KitBlueprint): BlueprintFault[] {
  return steps.flatMap((figure, index): BlueprintFault[] => {
    const path = ['expectedReliability', String(index)];
    if (!isCount(figure) || figure > 1000)
      return [
        {
          code: 'BAD_RELIABILITY',
          path,
          message: `Expected dependability is a whole number of thousandths from 0 to 1000, not ${figure}.`,
        },
      ];
    return figure < (steps[index - 1] ?? 0)
      ? [
          {
            code: 'BAD_RELIABILITY',
            path,
            message: `More questions never make a kit less dependable: ${figure} follows ${steps[index - 1]}.`,
          },
        ]
      : [];
  });
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
