import type { QuestionKind } from '@touchstone/bank-format';
import type { BlueprintWishes as Wishes } from '@touchstone/interviewing/kits';
import { globalId } from '@touchstone/platform/graphql';
import type { BlueprintWishes } from './wishes.types';

/** Wishes as clients see them: question ids are global. */
export function presentWishes(organizationId: string, wishes: Wishes): BlueprintWishes {
  const question = (id: string): string => globalId('Question', organizationId, id);
  return {
    rounds: wishes.rounds.map(({ kinds, slots = [], ...round }) => ({
      ...round,
      kinds: kinds.map(({ slug, ...bound }) => ({ kind: slug as QuestionKind, ...bound })),
      slots: slots.map((slot) => ({ ...slot, kinds: slot.kinds as readonly QuestionKind[] })),
    })),
    difficulty: wishes.difficulty ?? null,
    mandatoryCategories: wishes.mandatoryCategories,
    excludedQuestionIds: wishes.excludedQuestionIds.map(question),
    mustHaveQuestionIds: wishes.mustHaveQuestionIds.map(question),
    enemies: wishes.enemies.map(([one, other]) => ({ questionId: question(one), otherQuestionId: question(other) })),
    distinctCompetencies: wishes.distinctCompetencies ?? false,
    exposureLimit: wishes.exposureLimit ?? null,
    includeTraining: wishes.includeTraining,
  };
}
