import { boundFaults, isCount, isHundredths } from './bound-faults';
import { fault, type InputFault } from './input-fault';
import { type AssemblyInput, CONSTRAINTS, OBJECTIVES } from './instance';
import { shapeFaults } from './shape-faults';

/** Items times forms beyond this do not fit into the memory of the solver. */
const MOST_PLACES = 300_000;

/** What is wrong with an instance on its face, all of it at once, each naming the wish or the item. */
export function instanceFaults(input: AssemblyInput): readonly InputFault[] {
  const shape = shapeFaults(input);
  return shape.length > 0 ? shape : [...itemFaults(input), ...constraintFaults(input), ...objectiveFaults(input)];
}

function itemFaults({ items, constraints }: AssemblyInput): InputFault[] {
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
    else if (constraints.mean_difficulty !== undefined && !isHundredths(difficulty))
      faults.push(
        fault(
          'BAD_ITEM',
          at('difficulty'),
          `Item '${id}': difficulty has at most two decimals where its mean is limited, not ${difficulty}.`,
        ),
      );
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
  else if (forms * items.length > MOST_PLACES)
    faults.push(bad('forms', `${forms} forms of ${items.length} items are too many: forms times items is at most ${MOST_PLACES}.`));
  if (maxUse !== undefined && (!isCount(maxUse) || maxUse === 0))
    faults.push(bad('max_use', `max_use is a whole number from 1, not ${maxUse}.`));
  if (maxExposure !== undefined && !isCount(maxExposure))
    faults.push(bad('max_exposure', `max_exposure is a whole number from 0, not ${maxExposure}.`));
  faults.push(...boundFaults('items', constraints.items, isCount, 'a whole number from 0'));
  faults.push(...boundFaults('minutes', constraints.minutes, isCount, 'a whole number from 0'));
  const isShare = (value: unknown): boolean => isHundredths(value) && value >= 0 && value <= 1;
  faults.push(
    ...boundFaults('mean_difficulty', constraints.mean_difficulty, isShare, 'a number between 0 and 1 with at most two decimals'),
  );
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

function objectiveFaults({ items, objective }: AssemblyInput): InputFault[] {
  const { type, weights } = objective;
  const faults: InputFault[] = [];
  if (!Object.hasOwn(OBJECTIVES, type))
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
