import type { Column, LinearProgram, Row, Term } from '@touchstone/kit-assembly';

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

interface AssemblyItem {
  readonly id: string;
  /** Expected share of the highest score, in hundredths of 1. */
  readonly difficulty: number;
  readonly minutes: number;
  readonly exposure?: number;
  readonly competencies: readonly string[];
  readonly [attribute: string]: unknown;
}

/** What a test assembly case asks for: choose items for one form or several, so that every row holds in each form. */
export interface AssemblyInput {
  readonly items: readonly AssemblyItem[];
  readonly enemies?: readonly (readonly [string, string])[];
  readonly constraints: {
    readonly forms?: number;
    readonly items?: Bounds;
    readonly minutes?: Bounds;
    readonly competency?: { readonly [slug: string]: Bounds };
    readonly mean_difficulty?: Bounds;
    readonly max_exposure?: number;
    /** Forms in which an item may stand. */
    readonly max_use?: number;
    readonly exclude?: readonly string[];
    readonly include?: readonly string[];
  };
  readonly objective: { readonly type: string; readonly weights: { readonly [attribute: string]: number } };
}

const CONSTRAINTS = new Set([
  'forms',
  'items',
  'minutes',
  'competency',
  'mean_difficulty',
  'max_exposure',
  'max_use',
  'exclude',
  'include',
]);

/**
 * The case as a mixed integer program, written apart from the library's own formulation. Column `form x items + item` says whether the item stands in the form;
 * `maximin_sum` has one more, the smallest sum of a form. Throws for a constraint or an objective that is not known here.
 */
export function assemblyProgram({ items, enemies = [], constraints, objective }: AssemblyInput): LinearProgram {
  const strange = Object.keys(constraints).find((name) => !CONSTRAINTS.has(name));
  if (strange !== undefined) throw new Error(`the constraint “${strange}” is not known here`);
  if (objective.type !== 'max_sum' && objective.type !== 'maximin_sum')
    throw new Error(`the objective “${objective.type}” is not known here`);
  const forms = constraints.forms ?? 1;
  const rows: Row[] = [];
  const columnOf = new Map(items.map(({ id }, column) => [id, column]));
  const worth = (item: AssemblyItem): number =>
    Object.entries(objective.weights).reduce((sum, [attribute, weight]) => sum + weight * Number(item[attribute]), 0);
  const smallest = forms * items.length;
  const isMaximin = objective.type === 'maximin_sum';

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
    const sum = (coefficient: (item: AssemblyItem) => number): Term[] =>
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
    if (isMaximin) row('smallest', 0, Infinity, [...sum(worth), { column: smallest, coefficient: -1 }]);
  }
  if (constraints.max_use !== undefined && constraints.max_use < forms) {
    items.forEach(({ id }, column) => {
      const terms = Array.from({ length: forms }, (_, form) => ({ column: form * items.length + column, coefficient: 1 }));
      rows.push({ name: `max_use.${id}`, origin: 'max_use', lower: -Infinity, upper: constraints.max_use ?? forms, terms });
    });
  }
  const placements = Array.from({ length: forms }, (_, form) =>
    items.map((item): Column => ({ name: `${item.id}.${form + 1}`, lower: 0, upper: 1, integer: true, cost: isMaximin ? 0 : worth(item) })),
  );
  const most = items.reduce((total, item) => total + Math.abs(worth(item)), 0);
  const bottom: Column[] = isMaximin ? [{ name: 'smallest', lower: -most, upper: most, integer: true, cost: 1 }] : [];
  return { sense: 'maximize', columns: [...placements.flat(), ...bottom], rows };
}
