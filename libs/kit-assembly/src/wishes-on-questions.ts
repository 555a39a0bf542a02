import type { KitBlueprint } from './blueprint';
import { byCodeUnit } from './by-code-unit';
import type { PoolQuestion } from './pool-question';
import { counted } from './quantity-words';
import type { Wish } from './wish';

/** The wishes that keep single questions out of a kit, or keep questions apart. */
export function barWishes(blueprint: KitBlueprint, pool: readonly PoolQuestion[]): Wish[] {
  return [
    ...absenceWishes(blueprint, pool),
    ...firstCompetencyWishes(blueprint, pool),
    ...enemyWishes(blueprint, pool),
    ...familyWishes(pool),
  ];
}

function absenceWishes(blueprint: KitBlueprint, pool: readonly PoolQuestion[]): Wish[] {
  const known = new Set(pool.map((question) => question.id));
  const wishes = sortedOnce(blueprint.excludedQuestionIds)
    .filter((id) => known.has(id))
    .map((questionId): Wish => ({
      id: `excluded.${questionId}`,
      label: `Question '${questionId}' is excluded`,
      subject: { of: 'excluded', questionId },
      side: 'max',
      required: 0,
    }));
  const limit = blueprint.maxExposure;
  if (limit !== undefined) {
    wishes.push({
      id: 'exposure.max',
      label: `No question that was used more than ${counted(limit, 'time')}`,
      subject: { of: 'exposure', limit },
      side: 'max',
      required: 0,
    });
  }
  if (blueprint.seniority !== undefined) {
    wishes.push({
      id: 'seniority',
      label: `Only questions that are fair for '${blueprint.seniority}'`,
      subject: { of: 'seniority', slug: blueprint.seniority },
      side: 'max',
      required: 0,
    });
  }
  const asked = sortedOnce(blueprint.askedQuestionIds ?? []).filter((id) => known.has(id));
  if (asked.length > 0) {
    wishes.push({
      id: 'asked',
      label: 'No question that this candidate was asked before',
      subject: { of: 'asked', questionIds: asked },
      side: 'max',
      required: 0,
    });
  }
  return wishes;
}

function firstCompetencyWishes({ distinctCompetencies = false }: KitBlueprint, pool: readonly PoolQuestion[]): Wish[] {
  if (!distinctCompetencies) return [];
  return shared(pool.map(({ competencies }) => competencies[0])).map((slug) => ({
    id: `distinct.${slug}`,
    label: `At most one question whose first competency is '${slug}'`,
    subject: { of: 'firstCompetency', slug },
    side: 'max',
    required: 1,
  }));
}

function enemyWishes(blueprint: KitBlueprint, pool: readonly PoolQuestion[]): Wish[] {
  const known = new Set(pool.map((question) => question.id));
  const pairs = new Map<string, readonly [string, string]>();
  const note = (a: string, b: string): void => {
    if (a === b || !known.has(a) || !known.has(b)) return;
    const pair = a < b ? ([a, b] as const) : ([b, a] as const);
    pairs.set(`${pair[0]}\n${pair[1]}`, pair);
  };
  for (const [a, b] of blueprint.enemies) note(a, b);
  for (const question of pool) for (const enemy of question.enemies) note(question.id, enemy);
  return [...pairs.values()]
    .sort((p, q) => byCodeUnit(p[0], q[0]) || byCodeUnit(p[1], q[1]))
    .map((pair) => ({
      id: `enemies.${pair[0]}.${pair[1]}`,
      label: `Questions '${pair[0]}' and '${pair[1]}' do not meet in one kit`,
      subject: { of: 'enemies', pair },
      side: 'max',
      required: 1,
    }));
}

function familyWishes(pool: readonly PoolQuestion[]): Wish[] {
  return shared(pool.map(({ variantFamily }) => variantFamily)).map((family) => ({
    id: `family.${family}`,
    label: `At most one variant of '${family}'`,
    subject: { of: 'variantFamily', family },
    side: 'max',
    required: 1,
  }));
}

/** The names that occur more than once, in order. */
function shared(names: readonly (string | undefined)[]): string[] {
  const sizes = new Map<string, number>();
  for (const name of names) if (name !== undefined) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  return [...sizes]
    .filter(([, size]) => size > 1)
    .map(([name]) => name)
    .sort(byCodeUnit);
}

const sortedOnce = (texts: readonly string[]): string[] => [...new Set(texts)].sort(byCodeUnit);
