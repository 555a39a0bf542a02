import type { FamilyReport, FamilyRules } from '@touchstone/interviewing/kits';
import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, PrimaryColumn } from 'typeorm';

/** Kits that were assembled together, what makes them parallel, and the proof. Written once. A kit that was assembled alone has none. */
@TenantRecord('kit_family', { creator: ['createdBy', 'MemberRecord'] })
export class KitFamilyRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('jsonb') rules!: FamilyRules;
  @Column('jsonb') report!: FamilyReport;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
}
