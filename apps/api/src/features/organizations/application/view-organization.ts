import { Injectable } from '@nestjs/common';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { OrganizationSettingRecord } from '../persistence/organization-setting.record';
import type { OrganizationRecord } from '../persistence/organization.record';
import { OrganizationRepository } from '../persistence/organization.repository';

export type { OrganizationRecord } from '../persistence/organization.record';
export type { OrganizationSettingRecord } from '../persistence/organization-setting.record';

export interface OrganizationWithSettings {
  readonly organization: OrganizationRecord;
  readonly settings: OrganizationSettingRecord;
}

/** The actor's organization and its settings. */
@Injectable()
export class ViewOrganization {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationRepository,
  ) {}

  execute(actor: Actor): Promise<OrganizationWithSettings | null> {
    return this.unitOfWork.read(actor, async (tx) => {
      const organization = await this.organizations.byId(tx, actor.organizationId);
      if (organization === null) return null;
      return { organization, settings: await this.organizations.settingsOf(tx, actor.organizationId) };
    });
  }
}
