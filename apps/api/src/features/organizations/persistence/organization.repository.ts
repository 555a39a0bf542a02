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

  /** Every organization there is, oldest first; for what must be done in each. */
  async ids(tx: Transaction): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>('SELECT id FROM organization ORDER BY id');
    return rows.map(({ id }) => id);
  }

  async add(tx: Transaction, organization: OrganizationRecord, settings: OrganizationSettingRecord): Promise<void> {
    await tx.manager.insert(OrganizationRecord, organization);
    await tx.manager.insert(OrganizationSettingRecord, settings);
  }

  settingsOf(tx: Transaction, organizationId: string): Promise<OrganizationSettingRecord> {
    return tx.manager.findOneByOrFail(OrganizationSettingRecord, { organizationId });
  }

  /** Writes settings at this revision; the settings as they are then, or null where the revision is another. */
  async changeSettings(
    tx: Transaction,
    { organizationId, revision, sealPolicy, timeZone }: OrganizationSettingRecord,
  ): Promise<OrganizationSettingRecord | null> {
    const [row] = await tx.query<OrganizationSettingRecord>(
      `UPDATE organization_setting SET seal_policy = $3, time_zone = $4, revision = revision + 1 WHERE organization_id = $1 AND revision = $2
       RETURNING organization_id AS "organizationId", seal_policy AS "sealPolicy", time_zone AS "timeZone", revision`,
      [organizationId, revision, sealPolicy, timeZone],
    );
    return row ?? null;
  }

  async rename(tx: Transaction, id: string, name: string): Promise<void> {
    await tx.manager.update(OrganizationRecord, { id }, { name });
  }
}
