import type { ScoringRule } from '@touchstone/interviewing/kits';
import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, PrimaryColumn } from 'typeorm';

/** How scores become a recommendation; written once, by grants. */
@TenantRecord('scoring_rule', { creator: ['createdBy', 'MemberRecord'] })
export class ScoringRuleRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('jsonb') rule!: ScoringRule;
  @Column('text') contentHash!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
}
