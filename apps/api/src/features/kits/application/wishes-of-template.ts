import { type BlueprintTemplate, QUESTION_KINDS, type TemplateRound, type TemplateSlot } from '@touchstone/bank-format';
import type { BlueprintWishes, NamedBound, RoundWishes } from '@touchstone/interviewing/kits';

/**
 * The wishes that a template of slots comes to. A round asks as many questions as it has slots. A name (category, competency,
 * kind) is needed by the slots that take nothing else, and taken by at most the slots that take it; kinds that no slot of a
 * round takes stay out of it. Slots that leave a choice are looser as wishes than they are on paper, never stricter.
 */
export const wishesOfTemplate = (template: BlueprintTemplate, includeTraining: boolean): BlueprintWishes => ({
  rounds: template.rounds.map(roundOf),
  mandatoryCategories: template.mandatoryCategories,
  excludedQuestionIds: [],
  mustHaveQuestionIds: [],
  enemies: [],
  includeTraining,
});

function roundOf({ name, minutes, slots }: TemplateRound): RoundWishes {
  return {
    name,
    minutes: { max: minutes.max },
    questions: { min: slots.length, max: slots.length },
    // A question carries several competencies, so how many of them name one is no upper limit.
    competencies: boundsOf(slots, ({ competencies }) => competencies).flatMap(({ slug, min = 0 }) => (min > 0 ? [{ slug, min }] : [])),
    categories: boundsOf(slots, ({ categories }) => categories),
    kinds: [...boundsOf(slots, ({ kinds }) => kinds), ...strangeKinds(slots)],
  };
}

function boundsOf(slots: readonly TemplateSlot[], namesOf: (slot: TemplateSlot) => readonly string[]): NamedBound[] {
  const names = [...new Set(slots.flatMap(namesOf))];
  const allChoose = slots.every((slot) => namesOf(slot).length > 0);
  return names.flatMap((slug) => {
    const min = slots.filter((slot) => namesOf(slot).length === 1 && namesOf(slot)[0] === slug).length;
    const max = slots.filter((slot) => namesOf(slot).includes(slug)).length;
    const bound = { slug, ...(min > 0 && { min }), ...(allChoose && { max }) };
    return min > 0 || allChoose ? [bound] : [];
  });
}

const strangeKinds = (slots: readonly TemplateSlot[]): NamedBound[] =>
  QUESTION_KINDS.filter((kind) => !slots.some(({ kinds }) => kinds.includes(kind))).map((slug) => ({ slug, max: 0 }));
