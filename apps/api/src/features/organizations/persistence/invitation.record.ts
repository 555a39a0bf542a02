import type { Role } from '@touchstone/interviewing/access';
import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, Index, PrimaryColumn, Unique } from 'typeorm';

/** A one-time link that makes its bearer a member. */
@TenantRecord('invitation', { member: ['invitedBy', 'MemberRecord'] })
@Unique('invitation_token_uq', ['organizationId', 'tokenHash'])
@Index('invitation_age_ix', ['organizationId', 'createdAt', 'id'])
export class InvitationRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text', { array: true }) roles!: Role[];
  @Column('text') tokenHash!: string;
  @Column('uuid') invitedBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}
