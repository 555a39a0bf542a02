import { Injectable } from '@nestjs/common';
import { conflict, err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { RoleProfiles } from '../../competencies';
import { Organizations } from '../../organizations';
import type { CreateBlueprintError } from '../errors';
import { BlueprintTemplateRepository } from '../persistence/blueprint-template.repository';
import type { BlueprintRecord } from '../persistence/blueprint.record';
import { BlueprintRepository } from '../persistence/blueprint.repository';
import { wishesOfTemplate } from './wishes-of-template';

export interface CreateBlueprintFromTemplateInput {
  readonly slug: string;
  /** By default that of the template. */
  readonly name: string | null;
  /** By default, whether the organization is for trying out. */
  readonly includeTraining: boolean | null;
  readonly idempotencyKey: string;
}

/** Copies a shipped template into the organization, to be used or changed there. */
@Injectable()
export class CreateBlueprintFromTemplate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: BlueprintTemplateRepository,
    private readonly blueprints: BlueprintRepository,
    private readonly profiles: RoleProfiles,
    private readonly organizations: Organizations,
  ) {}

  async execute(
    actor: Actor,
    { idempotencyKey, ...input }: CreateBlueprintFromTemplateInput,
  ): Promise<Result<{ blueprint: BlueprintRecord }, CreateBlueprintError>> {
    const { organizationId, memberId } = actor;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const template = this.templates.bySlug(input.slug);
        if (template === null) return err(notFound('blueprint template', ['input', 'slug']));
        const profile = (await this.profiles.all(tx, organizationId)).find(({ slug }) => slug === template.roleProfile);
        if (profile === undefined) {
          return err(conflict(`The template is for the role profile ${template.roleProfile}, which is not here.`, ['input', 'slug']));
        }
        const training = input.includeTraining ?? (await this.organizations.byId(tx, organizationId))?.demo ?? false;
        const blueprint: BlueprintRecord = {
          organizationId,
          id: newId(),
          name: input.name ?? template.name,
          roleProfileId: profile.id,
          wishes: wishesOfTemplate(template, training),
          revision: 1,
          createdBy: memberId,
          createdAt: tx.now,
        };
        if (!(await this.blueprints.add(tx, blueprint)))
          return err(conflict('There is a blueprint of this name. Give another name.', ['input', 'name']));
        tx.audit({ action: 'blueprint.create', subjectType: 'Blueprint', subjectId: blueprint.id, detail: { template: template.slug } });
        return ok({ blueprint });
      },
      { once: { operation: 'blueprint.createFromTemplate', key: idempotencyKey, input } },
    );
  }
}
