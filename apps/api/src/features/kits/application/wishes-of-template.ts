import { type BlueprintTemplate, SLOT_MINUTES_TOLERANCE, type TemplateRound, type TemplateSlot } from '@touchstone/bank-format';
import type { BlueprintWishes, RoundWishes, SlotWishes } from '@touchstone/interviewing/kits';

/**
 * The wishes of a template, slot by slot; no competency is asked twice. What a slot says of the length of a kind is said by its minutes.
 */
export const wishesOfTemplate = (template: BlueprintTemplate, includeTraining: boolean): BlueprintWishes => ({
  rounds: template.rounds.map(roundOf),
  mandatoryCategories: template.mandatoryCategories,
  excludedQuestionIds: [],
  mustHaveQuestionIds: [],
  enemies: [],
  distinctCompetencies: true,
  includeTraining,
});

const roundOf = ({ name, minutes, slots }: TemplateRound): RoundWishes => ({
  name,
  minutes: { max: minutes.max },
  questions: { min: slots.length, max: slots.length },
  competencies: [],
  categories: [],
  kinds: [],
  slots: slots.map(slotOf),
});

const slotOf = ({ label, minutes, categories, competencies, kinds }: TemplateSlot): SlotWishes => ({
  label,
  minutes: { min: Math.max(0, Math.ceil(minutes - SLOT_MINUTES_TOLERANCE)), max: Math.floor(minutes + SLOT_MINUTES_TOLERANCE) },
  categories,
  competencies,
  kinds,
});
