import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, Index, PrimaryColumn, Unique } from 'typeorm';

/** One browser or client that is signed in as one member. */
@TenantRecord('session', { member: ['memberId', 'MemberRecord'] })
@Unique('session_token_uq', ['organizationId', 'tokenHash'])
@Index('session_member_ix', ['organizationId', 'memberId'])
export class SessionRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') memberId!: string;
  @Column('uuid') userId!: string;
  @Column('text') tokenHash!: string;
  @Column('text') userAgent!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') lastSeenAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
