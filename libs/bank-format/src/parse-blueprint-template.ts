import { ok, type Result } from '@touchstone/kernel';
import type { BankFault } from './bank-fault';
import { blueprintFile, type BlueprintTemplate } from './blueprint-template';
import type { FaultLog } from './fault-log';
import type { KnownFramework } from './framework';
import { parseText } from './parse-text';
import { unknownName } from './value-readers';

/**
 * Reads a blueprint template. Beyond form it holds: at least one round, each with a slot; round names unique; the slots of a
 * round fit into its minutes; a slot draws from categories or from competencies, not both; `forms` only for its own kinds. With
 * `known`, all slugs are in the framework. Errors: all faults with path, line and column.
 */
export function parseBlueprintTemplate(text: string, known?: KnownFramework): Result<BlueprintTemplate, readonly BankFault[]> {
  const read = parseText(text, (value, log) => {
    const template = blueprintFile.read(value, [], log);
    if (template !== undefined && known !== undefined) reportStrangers(template, known, log);
    return log.count === 0 ? template : undefined;
  });
  if (!read.ok) return read;
  const { format: _format, ...template } = read.value;
  return ok(template);
}

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
