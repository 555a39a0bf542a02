import type { KitBlueprint } from './blueprint';
import type { PoolQuestion } from './pool-question';
import { byCodeUnit } from './by-code-unit';
import { kitInspector } from './inspector';
import type { KitLayout } from './kit';
import { defaultPriorities, type Priorities } from './priorities';

export interface Substitute {
  readonly questionId: string;
  /** Points gained (or lost) against the kit as it is. */
  readonly objectiveChange: number;
}

/** An item of a kit by its place; rounds are counted from 0. */
export interface Place {
  readonly roundIndex: number;
  readonly questionId: string;
}

/**
 * Which questions could stand in the place of this one, the best first? All of the pool with which the kit still breaks
 * no hard rule; equals come in the order of their ids. Pins and must-have wishes on the question that leaves are given
 * up, since a person is just doing that; all others hold. Throws a RangeError where the kit has no such item.
 *
 * Cost: one check of the kit for all questions that are alike to the wishes, each some 50 microseconds.
 */
export function substitutesFor(
  kit: KitLayout,
  place: Place,
  blueprint: KitBlueprint,
  pool: readonly PoolQuestion[],
  priorities: Priorities = defaultPriorities,
): readonly Substitute[] {
  const { roundIndex, questionId: leaving } = place;
  const stands = kit.rounds[roundIndex]?.items.some(({ questionId }) => questionId === leaving) ?? false;
  if (!stands) throw new RangeError(`question '${leaving}' does not stand in round ${roundIndex} of this kit`);

  const claims = withoutClaimsOn(leaving, blueprint);
  const inspector = kitInspector(claims, pool, priorities);
  const before = inspector.score(kit).total;
  const present = new Set(kit.rounds.flatMap(({ items }) => items.map(({ questionId }) => questionId)));
  const isNamed = namedOneByOne(claims, pool, present);
  const judge = (question: PoolQuestion): Judgement => {
    const layout = exchanged(kit, place, question.id);
    const isValid = inspector.isValid(layout);
    return { isValid, rest: isValid ? inspector.score(layout).total - ownWorth(question, priorities) : 0 };
  };
  const known = new Map<string, Judgement>();
  const judgementOf = (question: PoolQuestion): Judgement => {
    if (isNamed(question)) return judge(question);
    const key = likenessOf(question, claims);
    const judgement = known.get(key) ?? judge(question);
    known.set(key, judgement);
    return judgement;
  };
  return pool
    .filter(({ id }) => !present.has(id))
    .map((question) => ({ question, ...judgementOf(question) }))
    .filter(({ isValid }) => isValid)
    .map(({ question, rest }) => ({ questionId: question.id, objectiveChange: rest + ownWorth(question, priorities) - before }))
    .sort((a, b) => b.objectiveChange - a.objectiveChange || byCodeUnit(a.questionId, b.questionId));
}

interface Judgement {
  readonly isValid: boolean;
  /** Points of the kit without what the entering question brings by itself. */
  readonly rest: number;
}

/** What a question brings whatever stands beside it. */
const ownWorth = ({ quality, exposure }: PoolQuestion, priorities: Priorities): number =>
  priorities.quality * quality - priorities.exposure * exposure;

/** Questions with the same text are the same to every wish that does not name questions. */
const likenessOf = (question: PoolQuestion, { maxExposure = Infinity }: KitBlueprint): string => {
  const { category, competencies, kind, form, minutes, difficulty, tags, seniorities, variantFamily, exposure } = question;
  return JSON.stringify([
    category,
    competencies,
    kind,
    form,
    minutes,
    difficulty,
    tags,
    seniorities,
    variantFamily,
    exposure > maxExposure,
  ]);
};

/** Whether a question is named by a wish, or is the enemy of one that stands in the kit. */
function namedOneByOne(
  { excludedQuestionIds, mustHaveQuestionIds = [], pinned = [], askedQuestionIds = [], enemies }: KitBlueprint,
  pool: readonly PoolQuestion[],
  present: ReadonlySet<string>,
): (question: PoolQuestion) => boolean {
  const named = new Set([
    ...excludedQuestionIds,
    ...mustHaveQuestionIds,
    ...askedQuestionIds,
    ...pinned.map(({ questionId }) => questionId),
    ...enemies.flat(),
    ...pool.filter(({ id }) => present.has(id)).flatMap((question) => question.enemies),
  ]);
  return ({ id, enemies: own }) => named.has(id) || own.some((enemy) => present.has(enemy));
}

const withoutClaimsOn = (leaving: string, blueprint: KitBlueprint): KitBlueprint => ({
  ...blueprint,
  mustHaveQuestionIds: (blueprint.mustHaveQuestionIds ?? []).filter((id) => id !== leaving),
  pinned: (blueprint.pinned ?? []).filter(({ questionId }) => questionId !== leaving),
});

const exchanged = (kit: KitLayout, place: Place, entering: string): KitLayout => ({
  rounds: kit.rounds.map(({ items }, index) => ({
    items:
      index === place.roundIndex
        ? items.map((item) => (item.questionId === place.questionId ? { ...item, questionId: entering } : item))
        : items,
  })),
});
