import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { OrganizationSettingRecord } from './organization-setting.record';
import { OrganizationRecord } from './organization.record';

/** Organizations and their settings. */
@Injectable()
export class OrganizationRepository {
  byId(tx: Transaction, id: string): Promise<OrganizationRecord | null> {
    return tx.manager.findOneBy(OrganizationRecord, { id });
  }

  bySlug(tx: Transaction, slug: string): Promise<OrganizationRecord | null> {
    return tx.manager.findOneBy(OrganizationRecord, { slug });
  }

  async add(tx: Transaction, organization: OrganizationRecord, settings: OrganizationSettingRecord): Promise<void> {
    await tx.manager.insert(OrganizationRecord, organization);
    await tx.manager.insert(OrganizationSettingRecord, settings);
  }

  settingsOf(tx: Transaction, organizationId: string): Promise<OrganizationSettingRecord> {
    return tx.manager.findOneByOrFail(OrganizationSettingRecord, { organizationId });
  }
}
