import type { OpeningState } from '@touchstone/interviewing/interviews';
import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, PrimaryColumn } from 'typeorm';

/** A position to fill. */
@TenantRecord('opening', {
  role_profile: ['roleProfileId', 'RoleProfileRecord'],
  kit: ['kitId', 'KitRecord'],
  scoring_rule: ['scoringRuleId', 'ScoringRuleRecord'],
  hiring_manager: ['hiringManagerId', 'MemberRecord'],
})
@Check('opening_status_ck', `"status" IN ('OPEN', 'CLOSED')`)
export class OpeningRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') title!: string;
  @Column('uuid') roleProfileId!: string;
  @Column('uuid') kitId!: string;
  @Column('uuid') scoringRuleId!: string;
  @Column('uuid') hiringManagerId!: string;
  @Column('text') timeZone!: string;
  @Column('text') status!: OpeningState;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz') createdAt!: Date;
}
