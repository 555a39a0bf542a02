import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, Index, PrimaryColumn, Unique } from 'typeorm';

/** A personal access token: for scripts, narrower than its owner. */
@TenantRecord('access_token', { member: ['memberId', 'MemberRecord'], maker: ['madeBy', 'AccessTokenRecord'] })
@Unique('access_token_hash_uq', ['organizationId', 'tokenHash'])
@Index('access_token_member_ix', ['organizationId', 'memberId'])
export class AccessTokenRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') memberId!: string;
  @Column('uuid') userId!: string;
  @Column('text') name!: string;
  @Column('text') tokenHash!: string;
  @Column('text', { array: true }) scopes!: string[];
  /** The token that made this one, and with which it falls; null where a session made it. */
  @Column('uuid', { nullable: true }) madeBy!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}
