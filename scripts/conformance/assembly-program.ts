import type { Column, LinearProgram, Row, Term } from '@touchstone/kit-assembly';
import { type AssemblyInput, type Bounds, CONSTRAINTS, type InstanceItem } from '../../apps/cli/src/assemble/input/instance';

/**
 * The case as a mixed integer program, written apart from the library's own formulation. Column `form x items + item` says whether the item stands in the form;
 * objectives by the worst form have one more, the sum of that form. Throws for a constraint or an objective that is not known here.
 */
export function assemblyProgram({ items, enemies = [], constraints, objective }: AssemblyInput): LinearProgram {
  const strange = Object.keys(constraints).find((name) => !CONSTRAINTS.includes(name));
  if (strange !== undefined) throw new Error(`the constraint “${strange}” is not known here`);
  if (!['max_sum', 'min_sum', 'maximin_sum', 'minimax_sum'].includes(objective.type))
    throw new Error(`the objective “${objective.type}” is not known here`);
  const isLargest = objective.type.startsWith('max');
  const forms = constraints.forms ?? 1;
  const rows: Row[] = [];
  const columnOf = new Map(items.map(({ id }, column) => [id, column]));
  const worth = (item: InstanceItem): number =>
    Object.entries(objective.weights).reduce((sum, [attribute, weight]) => sum + weight * Number(item[attribute]), 0);
  const worst = forms * items.length;
  const isByWorst = objective.type === 'maximin_sum' || objective.type === 'minimax_sum';

  for (let form = 0; form < forms; form += 1) {
    const prefix = forms > 1 ? `form${form + 1}.` : '';
    const row = (name: string, lower: number, upper: number, terms: readonly Term[]): void => {
      rows.push({ name: prefix + name, origin: name, lower, upper, terms });
    };
    const at = (id: string): Term => {
      const column = columnOf.get(id);
      if (column === undefined) throw new Error(`there is no item ${id}`);
      return { column: form * items.length + column, coefficient: 1 };
    };
    const sum = (coefficient: (item: InstanceItem) => number): Term[] =>
      items
        .map((item, column) => ({ column: form * items.length + column, coefficient: coefficient(item) }))
        .filter((term) => term.coefficient !== 0);
    const bounded = (name: string, { min, max }: Bounds, terms: readonly Term[]): void => {
      if (min !== undefined) row(`${name}.min`, min, Infinity, terms);
      if (max !== undefined) row(`${name}.max`, -Infinity, max, terms);
    };

    bounded(
      'items',
      constraints.items ?? {},
      sum(() => 1),
    );
    bounded(
      'minutes',
      constraints.minutes ?? {},
      sum(({ minutes }) => minutes),
    );
    for (const [slug, bounds] of Object.entries(constraints.competency ?? {})) {
      bounded(
        `competency.${slug}`,
        bounds,
        sum(({ competencies }) => Number(competencies.includes(slug))),
      );
    }
    const hundredths = (share: number): number => Math.round(share * 100);
    const beyond = (share: number): Term[] => sum(({ difficulty }) => hundredths(difficulty) - hundredths(share));
    const { min, max } = constraints.mean_difficulty ?? {};
    if (min !== undefined) row('mean_difficulty.min', 0, Infinity, beyond(min));
    if (max !== undefined) row('mean_difficulty.max', -Infinity, 0, beyond(max));
    for (const [one, other] of enemies) row(`enemy.${one}.${other}`, -Infinity, 1, [at(one), at(other)]);
    for (const id of constraints.exclude ?? []) row(`exclude.${id}`, -Infinity, 0, [at(id)]);
    for (const id of constraints.include ?? []) row(`include.${id}`, 1, Infinity, [at(id)]);
    for (const { id, exposure = 0 } of items) {
      if (exposure > (constraints.max_exposure ?? Infinity)) row(`max_exposure.${id}`, -Infinity, 0, [at(id)]);
    }
    if (isByWorst) {
      const terms = [...sum(worth), { column: worst, coefficient: -1 }];
      if (isLargest) row('worst', 0, Infinity, terms);
      else row('worst', -Infinity, 0, terms);
    }
  }
  if (constraints.max_use !== undefined && constraints.max_use < forms) {
    items.forEach(({ id }, column) => {
      const terms = Array.from({ length: forms }, (_, form) => ({ column: form * items.length + column, coefficient: 1 }));
      rows.push({ name: `max_use.${id}`, origin: 'max_use', lower: -Infinity, upper: constraints.max_use ?? forms, terms });
    });
  }
  const placements = Array.from({ length: forms }, (_, form) =>
    items.map((item): Column => ({ name: `${item.id}.${form + 1}`, lower: 0, upper: 1, integer: true, cost: isByWorst ? 0 : worth(item) })),
  );
  const most = items.reduce((total, item) => total + Math.abs(worth(item)), 0);
  const bottom: Column[] = isByWorst ? [{ name: 'worst', lower: -most, upper: most, integer: true, cost: 1 }] : [];
  return { sense: isLargest ? 'maximize' : 'minimize', columns: [...placements.flat(), ...bottom], rows };
}
