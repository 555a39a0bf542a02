import type { KitBlueprint, PoolQuestion } from './blueprint';
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
 * Cost: one check of the kit per question of the pool, some 150 ms for 2,000 questions.
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

  const inspector = kitInspector(withoutClaimsOn(leaving, blueprint), pool, priorities);
  const before = inspector.score(kit).total;
  const present = new Set(kit.rounds.flatMap(({ items }) => items.map(({ questionId }) => questionId)));
  return pool
    .filter(({ id }) => !present.has(id))
    .map(({ id }) => ({ id, layout: exchanged(kit, place, id) }))
    .filter(({ layout }) => inspector.violations(layout).length === 0)
    .map(({ id, layout }) => ({ questionId: id, objectiveChange: inspector.score(layout).total - before }))
    .sort((a, b) => b.objectiveChange - a.objectiveChange || byCodeUnit(a.questionId, b.questionId));
}

const withoutClaimsOn = (leaving: string, blueprint: KitBlueprint): KitBlueprint => ({
  ...blueprint,
  mustHaveQuestionIds: (blueprint.mustHaveQuestionIds ?? []).filter((id) => id !== leaving),
  pinned: (blueprint.pinned ?? []).filter(({ questionId }) => questionId !== leaving),
});

const exchanged = (kit: KitLayout, place: Place, entering: string): KitLayout => ({
  rounds: kit.rounds.map(({ items }, index) => ({
    items:
      index === place.roundIndex ? items.map((item) => (item.questionId === place.questionId ? { questionId: entering } : item)) : items,
  })),
});
