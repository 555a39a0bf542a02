import type { Bound, KitBlueprint, PoolQuestion, RoundWish } from './blueprint';
import { byCodeUnit } from './by-code-unit';
import { hundredths } from './hundredths';
import type { Wish, WishSubject } from './wish';

/**
 * All that a blueprint asks of a kit over a pool, one wish per limit, in a fixed order: the rounds as written, then the
 * kit as a whole, then the rules that keep questions apart. Same blueprint and pool, same list. Exclusions and enemies
 * that name questions outside the pool ask nothing and are left out.
 */
export function listWishes(blueprint: KitBlueprint, pool: readonly PoolQuestion[]): readonly Wish[] {
  return [
    ...blueprint.rounds.flatMap(roundWishes),
    ...difficultyWishes(blueprint),
    ...presenceWishes(blueprint),
    ...absenceWishes(blueprint, pool),
    ...enemyWishes(blueprint, pool),
    ...familyWishes(pool),
  ];
}

/** `1 question`, `2 questions`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function roundWishes(round: RoundWish, index: number): Wish[] {
  const id = `round${index + 1}`;
  const where = `Round '${round.name}'`;
  return [
    ...sides(`${id}.minutes`, where, round.minutes, { of: 'roundMinutes', round: index }, (n) => counted(n, 'minute')),
    ...sides(`${id}.questions`, where, round.questions, { of: 'roundQuestions', round: index }, (n) => counted(n, 'question')),
    ...round.competencies.flatMap((bound) =>
      sides(
        `${id}.competency.${bound.slug}`,
        where,
        bound,
        { of: 'roundCompetency', round: index, slug: bound.slug },
        (n) => `${counted(n, 'question')} on competency '${bound.slug}'`,
      ),
    ),
    ...round.categories.flatMap((bound) =>
      sides(
        `${id}.category.${bound.slug}`,
        where,
        bound,
        { of: 'roundCategory', round: index, slug: bound.slug },
        (n) => `${counted(n, 'question')} of category '${bound.slug}'`,
      ),
    ),
    ...round.kinds.flatMap((bound) =>
      sides(
        `${id}.kind.${bound.kind}`,
        where,
        bound,
        { of: 'roundKind', round: index, kind: bound.kind },
        (n) => `${counted(n, 'question')} of kind '${bound.kind}'`,
      ),
    ),
  ];
}

function sides(id: string, where: string, bound: Bound, subject: WishSubject, words: (count: number) => string): Wish[] {
  const price = bound.soft === undefined ? {} : { softPrice: bound.soft };
  const wishes: Wish[] = [];
  if (bound.min !== undefined && bound.min > 0) {
    wishes.push({ id: `${id}.min`, label: `${where}: at least ${words(bound.min)}`, subject, side: 'min', required: bound.min, ...price });
  }
  if (bound.max !== undefined) {
    wishes.push({ id: `${id}.max`, label: `${where}: at most ${words(bound.max)}`, subject, side: 'max', required: bound.max, ...price });
  }
  return wishes;
}

function difficultyWishes({ difficulty }: KitBlueprint): Wish[] {
  if (difficulty === undefined) return [];
  const lowest = (hundredths(difficulty.target) - hundredths(difficulty.tolerance)) / 100;
  const highest = (hundredths(difficulty.target) + hundredths(difficulty.tolerance)) / 100;
  const price = difficulty.soft === undefined ? {} : { softPrice: difficulty.soft };
  const subject = { of: 'meanDifficulty' } as const;
  return [
    { id: 'difficulty.min', label: `Mean difficulty of the kit: at least ${lowest}`, subject, side: 'min', required: lowest, ...price },
    { id: 'difficulty.max', label: `Mean difficulty of the kit: at most ${highest}`, subject, side: 'max', required: highest, ...price },
  ];
}

function presenceWishes(blueprint: KitBlueprint): Wish[] {
  return [
    ...distinct(blueprint.mandatoryCategories).map((slug): Wish => ({
      id: `mandatory.${slug}`,
      label: `The kit has a question of category '${slug}'`,
      subject: { of: 'mandatoryCategory', slug },
      side: 'min',
      required: 1,
    })),
    ...distinct(blueprint.mustHaveQuestionIds ?? []).map((questionId): Wish => ({
      id: `mustHave.${questionId}`,
      label: `The kit has question '${questionId}'`,
      subject: { of: 'mustHave', questionId },
      side: 'min',
      required: 1,
    })),
    ...[...(blueprint.pinned ?? [])]
      .sort((a, b) => byCodeUnit(a.questionId, b.questionId))
      .map((pin): Wish => ({
        id: `pin.${pin.questionId}`,
        label: `Question '${pin.questionId}' is fixed in round '${blueprint.rounds[pin.roundIndex]?.name ?? pin.roundIndex}'`,
        subject: { of: 'pin', questionId: pin.questionId, round: pin.roundIndex },
        side: 'min',
        required: 1,
      })),
  ];
}

function absenceWishes(blueprint: KitBlueprint, pool: readonly PoolQuestion[]): Wish[] {
  const known = new Set(pool.map((question) => question.id));
  const wishes = distinct(blueprint.excludedQuestionIds)
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
  return wishes;
}

function enemyWishes(blueprint: KitBlueprint, pool: readonly PoolQuestion[]): Wish[] {
  const known = new Set(pool.map((question) => question.id));
  const pairs = new Map<string, readonly [string, string]>();
  const note = (a: string, b: string): void => {
    if (a === b || !known.has(a) || !known.has(b)) return;
    const pair = a < b ? ([a, b] as const) : ([b, a] as const);
    pairs.set(JSON.stringify(pair), pair);
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
  const sizes = new Map<string, number>();
  for (const { variantFamily } of pool) if (variantFamily !== undefined) sizes.set(variantFamily, (sizes.get(variantFamily) ?? 0) + 1);
  return [...sizes]
    .filter(([, size]) => size > 1)
    .map(([family]) => family)
    .sort(byCodeUnit)
    .map((family) => ({
      id: `family.${family}`,
      label: `At most one variant of '${family}'`,
      subject: { of: 'variantFamily', family },
      side: 'max',
      required: 1,
    }));
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort(byCodeUnit);
