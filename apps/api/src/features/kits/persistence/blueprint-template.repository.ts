import { Injectable } from '@nestjs/common';
import { type BlueprintTemplate, faultText, parseBlueprintTemplate } from '@touchstone/bank-format';
import { shippedFiles, shippedText } from '@touchstone/platform/configuration';

/** The blueprint templates that are shipped in `bank/blueprints`. Read once; they change with the program only. */
@Injectable()
export class BlueprintTemplateRepository {
  private templates: readonly BlueprintTemplate[] | null = null;

  all(): readonly BlueprintTemplate[] {
    this.templates ??= shippedFiles('blueprints').map(readTemplate);
    return this.templates;
  }

  bySlug(slug: string): BlueprintTemplate | null {
    return this.all().find((template) => template.slug === slug) ?? null;
  }
}

function readTemplate(name: string): BlueprintTemplate {
  const parsed = parseBlueprintTemplate(shippedText(name));
  if (!parsed.ok) throw new Error(`bank/${name} has faults:\n${parsed.error.map(faultText).join('\n')}`);
  return parsed.value;
}
