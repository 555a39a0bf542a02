import type { KitBlueprint, PoolQuestion } from '@touchstone/kit-assembly';
import { err, ok } from '@touchstone/kernel';
import { fault, type FromInput } from './input-fault';
import { type AssemblyInput, type InstanceItem, OBJECTIVES } from './instance';
import { instanceFaults } from './instance-faults';
import type { AssemblyTask } from './task';

/** Reads a test assembly instance: its forms become kits of one round, its items questions, its rows wishes. */
export function taskOfInstance(text: string, name: string): FromInput<AssemblyTask> {
  let input: AssemblyInput;
  try {
    // Editors may have put a byte order mark in front.
    input = JSON.parse(text.replace(/^\uFEFF/, '')) as AssemblyInput;
  } catch (error) {
    return err([fault('NOT_JSON', '', `The file is no JSON: ${error instanceof Error ? error.message : String(error)}.`)]);
  }
  const faults = instanceFaults(input);
  return faults.length > 0 ? err(faults) : ok(taskOf(input, name));
}

/** The task of an instance that has no faults. */
export function taskOf(input: AssemblyInput, name: string): AssemblyTask {
  const { aim, sign } = OBJECTIVES[input.objective.type] ?? { aim: 'sum', sign: 1 };
  const forms = input.constraints.forms ?? 1;
  const hundredfold = input.items.some((item) => !Number.isInteger(worthOf(item, input.objective.weights)));
  const pointsPerUnit = sign * (hundredfold ? 100 : 1);
  return {
    name: input.name ?? name,
    family: {
      members: [{ name: 'Form', kits: forms, blueprint: blueprintOf(input) }],
      maxUse: Math.min(forms, input.constraints.max_use ?? forms),
      aim,
    },
    pool: input.items.map((item): PoolQuestion => ({
      id: item.id,
      category: 'any',
      competencies: item.competencies,
      kind: 'any',
      minutes: item.minutes,
      difficulty: Math.round(item.difficulty * 100) / 100,
      quality: Math.round(worthOf(item, input.objective.weights) * pointsPerUnit) + 0,
      exposure: item.exposure ?? 0,
      enemies: [],
    })),
    priorities: { coverage: 0, quality: 1, exposure: 0, closeness: 0, farthest: 0, reliability: 0 },
    pointsPerUnit,
    rowName: rowNames(input, forms),
    contradictions: 'ARE_CONFLICTS',
    understood: [
      `${input.items.length} items, ${forms === 1 ? 'one form' : `${forms} forms`}, objective ${input.objective.type} of ${Object.entries(
        input.objective.weights,
      )
        .map(([attribute, weight]) => `${weight} × ${attribute}`)
        .join(' + ')}.`,
    ],
  };
}

const worthOf = (item: InstanceItem, weights: AssemblyInput['objective']['weights']): number =>
  Object.entries(weights).reduce((sum, [attribute, weight]) => sum + weight * Number(item[attribute]), 0);

function blueprintOf({ items, enemies = [], constraints }: AssemblyInput): KitBlueprint {
  const { items: count = {}, minutes = {} } = constraints;
  // A form needs a max of both, and one that says nothing: what all items have, or the min where the items do not suffice.
  const everything = items.reduce((sum, item) => sum + item.minutes, minutes.min ?? 0);
  return {
    rounds: [
      {
        name: 'Form',
        minutes: { max: everything, ...minutes },
        questions: { min: 0, max: items.length + (count.min ?? 0), ...count },
        competencies: Object.entries(constraints.competency ?? {}).map(([slug, bounds]) => ({ slug, ...bounds })),
        categories: [],
        kinds: [],
      },
    ],
    ...(constraints.mean_difficulty === undefined ? {} : { difficulty: constraints.mean_difficulty }),
    difficultyScale: { min: 0, max: 1 },
    competencyWeights: {},
    mandatoryCategories: [],
    excludedQuestionIds: [...(constraints.exclude ?? []), ...overexposed(items, constraints.max_exposure)],
    mustHaveQuestionIds: constraints.include ?? [],
    enemies,
  };
}

const overexposed = (items: AssemblyInput['items'], limit = Infinity): string[] =>
  items.filter(({ exposure = 0 }) => exposure > limit).map(({ id }) => id);

/** The rows of the instance by the wishes they became: `kit2.round1.questions.min` is `form2.items.min`. */
function rowNames({ enemies = [], constraints }: AssemblyInput, forms: number): (wishId: string) => string | null {
  const excluded = new Set(constraints.exclude ?? []);
  const pairs = new Map(
    enemies.flatMap(([one, other]) => [
      [`${one}.${other}`, `${one}.${other}`],
      [`${other}.${one}`, `${one}.${other}`],
    ]),
  );
  const named = (id: string): string | null => {
    const [, subject, rest = ''] =
      /^(round1\.questions|round1\.minutes|round1\.competency|difficulty|enemies|excluded|mustHave)\.(.*)$/s.exec(id) ?? [];
    switch (subject) {
      case 'round1.questions':
        return constraints.items?.[rest as 'min' | 'max'] === undefined ? null : `items.${rest}`;
      case 'round1.minutes':
        return constraints.minutes?.[rest as 'min' | 'max'] === undefined ? null : `minutes.${rest}`;
      case 'round1.competency':
        return `competency.${rest}`;
      case 'difficulty':
        return `mean_difficulty.${rest}`;
      case 'enemies':
        return `enemy.${pairs.get(rest) ?? rest}`;
      case 'excluded':
        return excluded.has(rest) ? `exclude.${rest}` : `max_exposure.${rest}`;
      case 'mustHave':
        return `include.${rest}`;
      default:
        return null;
    }
  };
  return (wishId) => {
    if (wishId === 'use') return 'max_use';
    const [, kit, id = wishId] = /^kit(\d+)\.(.*)$/s.exec(wishId) ?? [];
    const name = named(id);
    return name === null || forms === 1 || kit === undefined ? name : `form${kit}.${name}`;
  };
}
