import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, PrimaryColumn, Unique } from 'typeorm';

/** The latest figures over one scope, as text: the same input gives the same bytes. Until they are worked out it is a request for them. */
@TenantRecord('insight_report', {
  role_profile: ['roleProfileId', 'RoleProfileRecord'],
  opening: ['openingId', 'OpeningRecord'],
})
@Unique('insight_report_scope_uq', ['organizationId', 'scope'])
export class InsightReportRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') scope!: string;
  @Column('uuid', { nullable: true }) roleProfileId!: string | null;
  @Column('uuid', { nullable: true }) openingId!: string | null;
  @Column('timestamptz', { nullable: true }) periodFrom!: Date | null;
  @Column('timestamptz', { nullable: true }) periodUntil!: Date | null;
  @Column('timestamptz', { nullable: true }) driftFrom!: Date | null;
  @Column('timestamptz') requestedAt!: Date;
  @Column('integer', { default: 0 }) requests!: number;
  @Column('integer', { default: 0 }) answered!: number;
  @Column('text', { nullable: true }) inputState!: string | null;
  @Column('timestamptz', { nullable: true }) checkedAt!: Date | null;
  @Column('text', { nullable: true }) inputHash!: string | null;
  @Column('timestamptz', { nullable: true }) computedAt!: Date | null;
  @Column('text', { nullable: true }) summary!: string | null;
  @Column('text', { nullable: true }) questions!: string | null;
}
