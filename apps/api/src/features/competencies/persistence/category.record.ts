import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, PrimaryColumn, Unique } from 'typeorm';

/** A field of competencies. Retired, never deleted. */
@TenantRecord('category')
@Unique('category_slug_uq', ['organizationId', 'slug'])
export class CategoryRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') domain!: string;
  /** Must be present in every kit. */
  @Column('boolean') mandatory!: boolean;
  @Column('integer') position!: number;
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
}
