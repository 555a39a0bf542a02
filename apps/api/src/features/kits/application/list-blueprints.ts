import { Injectable } from '@nestjs/common';
import type { BlueprintTemplate } from '@touchstone/bank-format';
import type { Page, PageRequest } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { BlueprintTemplateRepository } from '../persistence/blueprint-template.repository';
import type { BlueprintRecord as BlueprintValue } from '../persistence/blueprint.record';
import { BlueprintRepository } from '../persistence/blueprint.repository';

export type { BlueprintValue };

/** Blueprints, newest first, and the templates to start from. */
@Injectable()
export class ListBlueprints {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly blueprints: BlueprintRepository,
    private readonly shipped: BlueprintTemplateRepository,
  ) {}

  page(actor: Actor, request: PageRequest): Promise<Page<BlueprintValue>> {
    return this.unitOfWork.read(actor, (tx) => this.blueprints.page(tx, actor.organizationId, request));
  }

  async one(actor: Actor, id: string | null): Promise<BlueprintValue | null> {
    return id === null ? null : this.unitOfWork.read(actor, (tx) => this.blueprints.byId(tx, actor.organizationId, id));
  }

  templates(): readonly BlueprintTemplate[] {
    return this.shipped.all();
  }
}
