import { Column, Index, PrimaryColumn } from 'typeorm';
import { OrganizationKey, TenantRecord } from '../database/tenant-record';

/** The first answer to one key of one member. */
@TenantRecord('idempotency_record')
@Index('idempotency_record_age_ix', ['organizationId', 'createdAt'])
export class IdempotencyRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') memberId!: string;
  @PrimaryColumn('text') operation!: string;
  @PrimaryColumn('text') key!: string;
  @Column('text') inputHash!: string;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz') createdAt!: Date;
}
