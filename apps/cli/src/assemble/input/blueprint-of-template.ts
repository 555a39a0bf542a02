import { type BlueprintTemplate, type Framework, SLOT_MINUTES_TOLERANCE } from '@touchstone/bank-format';
import type { KitBlueprint, SlotWish } from '@touchstone/kit-assembly';

/** The wishes of a template, slot by slot, with the weights of its role where a framework is given; no competency is asked twice. */
export function blueprintOfTemplate(template: BlueprintTemplate, framework: Framework | null = null): KitBlueprint {
  const profile = framework?.roleProfiles.find(({ slug }) => slug === template.roleProfile);
  return {
    rounds: template.rounds.map(({ name, minutes, slots }) => ({
      name,
      minutes: { max: minutes.max },
      questions: { min: slots.length, max: slots.length },
      competencies: [],
      categories: [],
      kinds: [],
      slots: slots.map((slot): SlotWish => ({
        label: slot.label,
        minutes: {
          min: Math.max(0, Math.ceil(slot.minutes - SLOT_MINUTES_TOLERANCE)),
          max: Math.floor(slot.minutes + SLOT_MINUTES_TOLERANCE),
        },
        categories: slot.categories,
        competencies: slot.competencies,
        kinds: slot.kinds,
        forms: slot.forms as Readonly<Record<string, string>>,
      })),
    })),
    distinctCompetencies: true,
    competencyWeights: Object.fromEntries((profile?.weights ?? []).map(({ competency, weight }) => [competency, weight])),
    mandatoryCategories: template.mandatoryCategories,
    excludedQuestionIds: [],
    enemies: [],
  };
}
