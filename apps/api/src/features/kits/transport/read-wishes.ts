import type { NamedBound, RoundWishes, SlotWishes, WishBound } from '@touchstone/interviewing/kits';
import type { Actor } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import type { WishesInput } from '../application/wishes-check';
import type { BlueprintWishesInput, NamedWishInput, RoundWishInput, SlotWishInput } from './wishes.inputs';

type Nullable<T> = { readonly [K in keyof T]?: T[K] | null };

/** What a client wishes, in the words of the application: null is left out, ids are local. */
export function readWishes(actor: Actor, input: BlueprintWishesInput): WishesInput {
  const question = (id: string): string | null => localId(actor, 'Question', id);
  const { difficulty, exposureLimit } = input;
  return {
    rounds: input.rounds.map(readRound),
    ...(difficulty && {
      difficulty: { target: difficulty.target, tolerance: difficulty.tolerance, ...present({ soft: difficulty.soft }) },
    }),
    mandatoryCategories: input.mandatoryCategories,
    excludedQuestionIds: input.excludedQuestionIds.map(question),
    mustHaveQuestionIds: input.mustHaveQuestionIds.map(question),
    enemies: input.enemies.map(({ questionId, otherQuestionId }) => [question(questionId), question(otherQuestionId)]),
    ...(input.distinctCompetencies && { distinctCompetencies: true }),
    ...(exposureLimit && { exposureLimit: { months: exposureLimit.months, uses: exposureLimit.uses } }),
    includeTraining: input.includeTraining ?? null,
  };
}

const readRound = ({ name, minutes, questions, competencies, categories, kinds, slots }: RoundWishInput): RoundWishes => ({
  name,
  minutes: { ...readBound(minutes), max: minutes.max },
  questions: { ...readBound(questions), min: questions.min, max: questions.max },
  competencies: competencies.map(readNamed),
  categories: categories.map(readNamed),
  kinds: kinds.map((wish) => ({ slug: wish.kind, ...readBound(wish) })),
  ...(slots.length > 0 && { slots: slots.map(readSlot) }),
});

const readSlot = ({ label, minutes, categories, competencies, kinds }: SlotWishInput): SlotWishes => ({
  label,
  minutes: present({ min: minutes?.min, max: minutes?.max }),
  categories,
  competencies,
  kinds,
});

const readNamed = (wish: NamedWishInput): NamedBound => ({ slug: wish.slug, ...readBound(wish) });

const readBound = ({ min, max, soft }: Nullable<WishBound>): WishBound => present({ min, max, soft });

/** Without the members that are null or undefined. */
const present = <T extends object>(value: Nullable<T>): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null && member !== undefined)) as Partial<T>;
