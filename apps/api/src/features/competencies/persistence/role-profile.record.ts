import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, PrimaryColumn, Unique } from 'typeorm';

/** The job analysis of one role. */
@TenantRecord('role_profile')
@Unique('role_profile_slug_uq', ['organizationId', 'slug'])
export class RoleProfileRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('integer', { default: 1 }) revision!: number;
}
