import { Column, PrimaryColumn } from 'typeorm';
import { OrganizationKey, TenantRecord } from '../database/tenant-record';

/** One line of the audit log; append-only by grants. */
@TenantRecord('audit_event')
export class AuditEventRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('integer') sequence!: number;
  @Column('timestamptz') occurredAt!: Date;
  @Column('uuid', { nullable: true }) memberId!: string | null;
  @Column('text') via!: string;
  @Column('text') requestId!: string;
  @Column('text') action!: string;
  @Column('text') subjectType!: string;
  @Column('text') subjectId!: string;
  @Column('text') detail!: string;
  @Column('text') previousHash!: string;
  @Column('text') hash!: string;
}
