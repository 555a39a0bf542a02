import { type AssemblyInput, type Bounds, CONSTRAINTS, OBJECTIVES } from './instance';
import { fault, type InputFault } from './input-fault';

/** What is wrong with an instance on its face, all of it at once, each naming the wish or the item. */
export function instanceFaults(input: AssemblyInput): readonly InputFault[] {
  const shape = shapeFaults(input);
  return shape.length > 0 ? shape : [...itemFaults(input), ...constraintFaults(input), ...objectiveFaults(input)];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

function shapeFaults(input: AssemblyInput): InputFault[] {
  if (!isRecord(input)) return [fault('BAD_SHAPE', '', 'The file holds no object with items, constraints and an objective.')];
  const faults: InputFault[] = [];
  if (
    !Array.isArray(input.items) ||
    !input.items.every((item) => isRecord(item) && typeof item.id === 'string' && isTexts(item.competencies))
  )
    faults.push(fault('BAD_SHAPE', 'items', 'items is a list of objects, each with a text as id and a list of texts as competencies.'));
  if (!isRecord(input.constraints)) faults.push(fault('BAD_SHAPE', 'constraints', 'constraints is an object of limits.'));
  if (!isRecord(input.objective) || !isRecord(input.objective.weights))
    faults.push(fault('BAD_SHAPE', 'objective', 'objective is an object with a type and weights.'));
  const { enemies = [] } = input;
  if (!Array.isArray(enemies) || !enemies.every((pair) => isTexts(pair) && pair.length === 2))
    faults.push(fault('BAD_SHAPE', 'enemies', 'enemies is a list of pairs of ids.'));
  return faults;
}

function itemFaults({ items }: AssemblyInput): InputFault[] {
  if (items.length === 0) return [fault('EMPTY_POOL', 'items', 'There are no items to choose from.')];
  const seen = new Set<string>();
  return items.flatMap(({ id, minutes, difficulty, exposure = 0 }, index) => {
    const at = (field: string): string => `items.${index}.${field}`;
    const faults: InputFault[] = [];
    if (seen.has(id)) faults.push(fault('DUPLICATE_ID', at('id'), `Item '${id}' occurs twice. Give each item once.`));
    seen.add(id);
    if (!isCount(minutes) || minutes === 0)
      faults.push(fault('BAD_ITEM', at('minutes'), `Item '${id}': minutes are a whole number from 1, not ${minutes}.`));
    if (!(typeof difficulty === 'number' && difficulty >= 0 && difficulty <= 1))
      faults.push(fault('BAD_ITEM', at('difficulty'), `Item '${id}': difficulty lies between 0 and 1, not ${difficulty}.`));
    if (!isCount(exposure))
      faults.push(fault('BAD_ITEM', at('exposure'), `Item '${id}': exposure is a whole number from 0, not ${exposure}.`));
    return faults;
  });
}

function constraintFaults({ items, enemies = [], constraints }: AssemblyInput): InputFault[] {
  const bad = (name: string, message: string): InputFault => fault('BAD_CONSTRAINT', `constraints.${name}`, message);
  const faults = Object.keys(constraints)
    .filter((name) => !CONSTRAINTS.includes(name))
    .map((name) => bad(name, `The constraint '${name}' is not known. Known are ${CONSTRAINTS.join(', ')}.`));
  const { forms = 1, max_use: maxUse, max_exposure: maxExposure, competency = {}, exclude = [], include = [] } = constraints;
  if (!isCount(forms) || forms === 0) faults.push(bad('forms', `forms is a whole number from 1, not ${forms}.`));
  if (maxUse !== undefined && (!isCount(maxUse) || maxUse === 0))
    faults.push(bad('max_use', `max_use is a whole number from 1, not ${maxUse}.`));
  if (maxExposure !== undefined && !isCount(maxExposure))
    faults.push(bad('max_exposure', `max_exposure is a whole number from 0, not ${maxExposure}.`));
  faults.push(...boundFaults('items', constraints.items, isCount, 'a whole number from 0'));
  faults.push(...boundFaults('minutes', constraints.minutes, isCount, 'a whole number from 0'));
  const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;
  faults.push(...boundFaults('mean_difficulty', constraints.mean_difficulty, isShare, 'a number between 0 and 1'));
  const carried = new Set(items.flatMap(({ competencies }) => competencies));
  for (const [slug, bounds] of Object.entries(competency)) {
    faults.push(...boundFaults(`competency.${slug}`, bounds, isCount, 'a whole number from 0'));
    if (!carried.has(slug))
      faults.push(bad(`competency.${slug}`, `No item has the competency '${slug}'. Check the spelling, or drop the limit.`));
  }
  const known = new Set(items.map(({ id }) => id));
  for (const [name, ids] of [
    ['exclude', exclude],
    ['include', include],
  ] as const) {
    for (const id of ids) if (!known.has(id)) faults.push(bad(name, `${name} names '${id}', which is no item.`));
  }
  for (const id of include) if (exclude.includes(id)) faults.push(bad('include', `Item '${id}' is both included and excluded.`));
  enemies.forEach((pair, index) => {
    const stranger = pair.find((id) => !known.has(id));
    if (stranger !== undefined) faults.push(fault('BAD_CONSTRAINT', `enemies.${index}`, `enemies names '${stranger}', which is no item.`));
    else if (pair[0] === pair[1]) faults.push(fault('BAD_CONSTRAINT', `enemies.${index}`, `Item '${pair[0]}' is its own enemy.`));
  });
  return faults;
}

function boundFaults(name: string, bounds: Bounds | undefined, fits: (value: unknown) => boolean, wanted: string): InputFault[] {
  if (bounds === undefined) return [];
  const { min, max } = bounds;
  const faults = (['min', 'max'] as const)
    .filter((side) => bounds[side] !== undefined && !fits(bounds[side]))
    .map((side) => fault('BAD_CONSTRAINT', `constraints.${name}.${side}`, `${name}.${side} is ${wanted}, not ${bounds[side]}.`));
  if (min === undefined && max === undefined)
    faults.push(fault('BAD_CONSTRAINT', `constraints.${name}`, `${name} is empty: give a min, a max, or both.`));
  if (faults.length === 0 && min !== undefined && max !== undefined && min > max)
    faults.push(fault('BAD_CONSTRAINT', `constraints.${name}`, `${name}: min ${min} is above max ${max}. Lower min or raise max.`));
  return faults;
}

function objectiveFaults({ items, objective }: AssemblyInput): InputFault[] {
  const { type, weights } = objective;
  const faults: InputFault[] = [];
  if (OBJECTIVES[type] === undefined)
    faults.push(
      fault('BAD_OBJECTIVE', 'objective.type', `The objective '${type}' is not known. Known are ${Object.keys(OBJECTIVES).join(', ')}.`),
    );
  for (const [attribute, weight] of Object.entries(weights)) {
    if (!Number.isSafeInteger(weight))
      faults.push(
        fault('BAD_OBJECTIVE', `objective.weights.${attribute}`, `The weight of '${attribute}' is a whole number, not ${weight}.`),
      );
    const without = items.find((item) => !isHundredths(item[attribute]));
    if (without !== undefined)
      faults.push(
        fault(
          'BAD_OBJECTIVE',
          `objective.weights.${attribute}`,
          `Item '${without.id}' has no figure with at most two decimals as '${attribute}'.`,
        ),
      );
  }
  return faults;
}

const isHundredths = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
