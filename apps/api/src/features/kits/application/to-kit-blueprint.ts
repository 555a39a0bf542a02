import type { BlueprintWishes, NamedBound } from '@touchstone/interviewing/kits';
import type { KitBlueprint, SlugBound } from '@touchstone/kit-assembly';

/**
 * The wishes in the form that the solver takes. Questions go by their slugs there, so that its sentences name them as
 * people do; ids without a slug name questions that are not here any more and ask nothing.
 */
export function toKitBlueprint(
  wishes: BlueprintWishes,
  competencyWeights: Readonly<Record<string, number>>,
  slugOf: ReadonlyMap<string, string>,
): KitBlueprint {
  const slugs = (ids: readonly string[]): string[] => ids.flatMap((id) => slugOf.get(id) ?? []);
  return {
    rounds: wishes.rounds.map(({ name, minutes, questions, competencies, categories, kinds, slots = [] }) => ({
      name,
      minutes,
      questions,
      competencies: competencies.map(named),
      categories: categories.map(named),
      kinds: kinds.map(({ slug, ...bound }) => ({ kind: slug, ...bound })),
      ...(slots.length > 0 && { slots }),
    })),
    ...(wishes.distinctCompetencies && { distinctCompetencies: true }),
    ...(wishes.difficulty && { difficulty: wishes.difficulty }),
    competencyWeights,
    mandatoryCategories: wishes.mandatoryCategories,
    excludedQuestionIds: slugs(wishes.excludedQuestionIds),
    mustHaveQuestionIds: slugs(wishes.mustHaveQuestionIds),
    enemies: wishes.enemies.flatMap(([one, other]) => {
      const [a, b] = [slugOf.get(one), slugOf.get(other)];
      return a === undefined || b === undefined ? [] : [[a, b] as const];
    }),
    ...(wishes.exposureLimit && { maxExposure: wishes.exposureLimit.uses }),
  };
}

const named = (bound: NamedBound): SlugBound => bound;
