import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column } from 'typeorm';

/** How many people a figure over a group needs at least. Without a row: the default of the domain. */
@TenantRecord('fairness_setting')
@Check('fairness_setting_smallest_group_ck', `"smallest_group" BETWEEN 5 AND 100`)
export class FairnessSettingRecord {
  @OrganizationKey() organizationId!: string;
  @Column('integer') smallestGroup!: number;
  @Column('integer', { default: 1 }) revision!: number;
}
