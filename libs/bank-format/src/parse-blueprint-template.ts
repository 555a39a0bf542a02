import type { Result } from '@touchstone/kernel';
import type { BankFault } from './bank-fault';
import type { BlueprintTemplate, TemplateRound, TemplateSlot } from './blueprint-template';
import type { FaultLog } from './fault-log';
import { FieldReader, type EntryReader, type Fields } from './field-reader';
import type { KnownFramework } from './framework';
import { parseText } from './parse-text';
import { QUESTION_FORMS, QUESTION_KINDS, type QuestionForm, type QuestionKind } from './question-document';
import { LIMITS } from './text-limits';
import { SLUG } from './text-pattern';
import { readChoice, unknownName } from './value-readers';
import { withoutAbsent } from './without-absent';

export const BLUEPRINT_FORMAT = 'blueprint-template/1';

/**
 * Reads a blueprint template. Beyond form it holds: at least one round, each with a slot; round names unique; the slots of a
 * round fit into its minutes; a slot draws from categories or from competencies, not both; `forms` only for its own kinds. With
 * `known`, all slugs are in the framework. Errors: all faults with path, line and column.
 */
export const parseBlueprintTemplate = (text: string, known?: KnownFramework): Result<BlueprintTemplate, readonly BankFault[]> =>
  parseText(text, (value, log) => readTemplate(value, log, known));

const TEMPLATE_FIELDS: Fields<BlueprintTemplate & { format: string }> = {
  format: true,
  slug: true,
  name: true,
  roleProfile: true,
  description: true,
  rounds: true,
  mandatoryCategories: true,
};

function readTemplate(value: unknown, log: FaultLog, known?: KnownFramework): BlueprintTemplate {
  const fields = FieldReader.open(value, [], log, TEMPLATE_FIELDS);
  fields.requiredOneOf('format', [BLUEPRINT_FORMAT]);
  const template = withoutAbsent<BlueprintTemplate>({
    slug: fields.requiredLine('slug', LIMITS.line, SLUG),
    name: fields.requiredLine('name'),
    roleProfile: fields.requiredLine('roleProfile', LIMITS.line, SLUG),
    description: fields.text('description', LIMITS.passage),
    rounds: fields.distinctList('rounds', 10, readRound, ({ name }) => name),
    mandatoryCategories: fields.names('mandatoryCategories', SLUG),
  });
  if (template.rounds.length === 0) fields.fault('MISSING', 'rounds', 'A blueprint has at least one round.');
  if (known !== undefined) reportStrangers(template, known, log);
  return template;
}

const ROUND_FIELDS: Fields<TemplateRound> = { name: true, minutes: true, slots: true };

const readRound: EntryReader<TemplateRound> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, ROUND_FIELDS);
  const minutes = fields.member('minutes', readRoundMinutes);
  const slots = fields.list('slots', LIMITS.criteria, readSlot);
  if (slots.length === 0) fields.fault('MISSING', 'slots', 'A round has at least one slot.');
  const planned = slots.reduce((total, slot) => total + slot.minutes, 0);
  if (planned > minutes.max) {
    log.report('SUM', [...path, 'slots'], `The slots take ${planned} minutes, the round has ${minutes.max}. Shorten one or allow more.`);
  }
  return { name: fields.requiredLine('name'), minutes, slots };
};

const ROUND_MINUTES_FIELDS: Fields<TemplateRound['minutes']> = { max: true };

const readRoundMinutes: EntryReader<TemplateRound['minutes']> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, ROUND_MINUTES_FIELDS);
  return { max: fields.requiredNumber('max', { minimum: 1, maximum: LIMITS.minutes, step: 1 }) };
};

const SLOT_FIELDS: Fields<TemplateSlot> = { label: true, minutes: true, categories: true, competencies: true, kinds: true, forms: true };

const readSlot: EntryReader<TemplateSlot> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, SLOT_FIELDS);
  const categories = fields.names('categories', SLUG);
  const competencies = fields.names('competencies', SLUG);
  if (categories.length > 0 && competencies.length > 0) {
    fields.fault('REFERENCE', 'competencies', 'A slot draws from categories or from competencies. Remove one of the two lists.');
  }
  const kinds = fields.choices('kinds', QUESTION_KINDS);
  if (kinds.length === 0) fields.fault('MISSING', 'kinds', `Say which kinds fit: ${QUESTION_KINDS.join(', ')}.`);
  const forms = fields.entries('forms').flatMap(([kind, form]): [QuestionKind, QuestionForm][] => {
    const readKind = readChoice(kind, [...path, 'forms', kind], log, kinds);
    const readForm = readChoice(form, [...path, 'forms', kind], log, QUESTION_FORMS);
    return readKind === null || readForm === null ? [] : [[readKind, readForm]];
  });
  return {
    label: fields.requiredLine('label'),
    minutes: fields.requiredNumber('minutes', { minimum: 1, maximum: LIMITS.minutes, step: 0.5 }),
    categories,
    competencies,
    kinds,
    forms: Object.fromEntries(forms),
  };
};

function reportStrangers(template: BlueprintTemplate, known: KnownFramework, log: FaultLog): void {
  const categories = [...known.categories];
  const competencies = [...known.competencies.keys()];
  const roles = [...known.roleProfiles];
  if (!roles.includes(template.roleProfile))
    log.report('REFERENCE', ['roleProfile'], unknownName(template.roleProfile, roles, 'role profile'));
  template.mandatoryCategories.forEach((slug, index) => {
    if (!categories.includes(slug)) log.report('REFERENCE', ['mandatoryCategories', index], unknownName(slug, categories, 'category'));
  });
  template.rounds.forEach((round, roundIndex) => {
    round.slots.forEach((slot, slotIndex) => {
      const path = ['rounds', roundIndex, 'slots', slotIndex];
      slot.categories.forEach((slug, index) => {
        if (!categories.includes(slug)) log.report('REFERENCE', [...path, 'categories', index], unknownName(slug, categories, 'category'));
      });
      slot.competencies.forEach((slug, index) => {
        if (!competencies.includes(slug))
          log.report('REFERENCE', [...path, 'competencies', index], unknownName(slug, competencies, 'competency'));
      });
    });
  });
}
