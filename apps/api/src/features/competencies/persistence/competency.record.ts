import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, PrimaryColumn, Unique } from 'typeorm';

/** Something that can be measured. Retired, never deleted. */
@TenantRecord('competency', { category: ['categoryId', 'CategoryRecord'] })
@Unique('competency_slug_uq', ['organizationId', 'slug'])
export class CompetencyRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') categoryId!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') definition!: string;
  /** Place within the framework, from 1. */
  @Column('integer') position!: number;
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
}
