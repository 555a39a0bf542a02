import type { Role } from '@touchstone/interviewing/access';
import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A user in an organization. Never deleted: what she rated stays hers. */
@TenantRecord('member')
@ForeignKey('UserRecord', ['userId'], ['id'], { name: 'member_user_fk' })
@Unique('member_user_uq', ['organizationId', 'userId'])
@Index('member_name_ix', ['organizationId', 'name', 'id'])
@Check('member_status_ck', `"status" IN ('ACTIVE', 'SUSPENDED', 'REMOVED')`)
export class MemberRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') userId!: string;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('text', { array: true }) roles!: Role[];
  @Column('text') status!: 'ACTIVE' | 'SUSPENDED' | 'REMOVED';
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz') createdAt!: Date;
}
