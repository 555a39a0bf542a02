import type { KitBlueprint } from './blueprint';
import { fillSlots, type SlotFilling } from './fill-slots';
import type { KitLayout } from './kit';
import type { PoolQuestion } from './pool-question';

/** A kit with its questions in place of their ids. */
export interface CountedKit {
  readonly blueprint: KitBlueprint;
  readonly rounds: readonly (readonly PoolQuestion[])[];
  /** Those of all rounds. */
  readonly all: readonly PoolQuestion[];
  /** By round: which question fills which slot. */
  readonly slots: readonly SlotFilling[];
}

/** Looks the questions of a kit up; those that are not in the pool are left out. */
export function countedKit(layout: KitLayout, blueprint: KitBlueprint, questionOf: ReadonlyMap<string, PoolQuestion>): CountedKit {
  const placed = layout.rounds.map(({ items }) =>
    items.flatMap(({ questionId, slot }) => {
      const question = questionOf.get(questionId);
      return question === undefined ? [] : [{ question, ...(slot === undefined ? {} : { slot }) }];
    }),
  );
  const rounds = placed.map((items) => items.map(({ question }) => question));
  return {
    blueprint,
    rounds,
    all: rounds.flat(),
    slots: placed.map((items, round) => fillSlots(blueprint.rounds[round]?.slots ?? [], items)),
  };
}
