import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column } from 'typeorm';

/** What an organization has chosen. */
@TenantRecord('organization_setting')
@Check('organization_setting_seal_policy_ck', `"seal_policy" IN ('ALL_SUBMITTED', 'OWN_SUBMITTED')`)
export class OrganizationSettingRecord {
  @OrganizationKey() organizationId!: string;
  @Column('text') sealPolicy!: 'ALL_SUBMITTED' | 'OWN_SUBMITTED';
  @Column('text') timeZone!: string;
  @Column('integer', { default: 1 }) revision!: number;
}
