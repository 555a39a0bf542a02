import type { BlueprintWishes } from '@touchstone/interviewing/kits';
import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, PrimaryColumn, Unique } from 'typeorm';

/** Wishes for a kit. */
@TenantRecord('blueprint', { role_profile: ['roleProfileId', 'RoleProfileRecord'], creator: ['createdBy', 'MemberRecord'] })
@Unique('blueprint_name_uq', ['organizationId', 'name'])
export class BlueprintRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('uuid') roleProfileId!: string;
  @Column('jsonb') wishes!: BlueprintWishes;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
}
