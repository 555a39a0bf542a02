import type { SealPolicy } from '@touchstone/interviewing/access';
import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, PrimaryColumn, Unique } from 'typeorm';

/** All interviews of one application, with the seal over their scorecards. A submission leaves this row as it is. */
@TenantRecord('loop', {
  application: ['applicationId', 'ApplicationRecord'],
  kit: ['kitId', 'KitRecord'],
  scoring_rule: ['scoringRuleId', 'ScoringRuleRecord'],
})
@Unique('loop_application_uq', ['organizationId', 'applicationId'])
@Check('loop_seal_policy_ck', `"seal_policy" IN ('ALL_SUBMITTED', 'OWN_SUBMITTED')`)
export class LoopRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') applicationId!: string;
  @Column('uuid') kitId!: string;
  @Column('uuid') scoringRuleId!: string;
  @Column('text') sealPolicy!: SealPolicy;
  @Column('timestamptz', { nullable: true }) sealOpenedAt!: Date | null;
  @Column('uuid', { nullable: true }) sealOpenedEarlyBy!: string | null;
  @Column('text', { nullable: true }) sealOpenedEarlyReason!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
  /** When its words were taken out with the candidate; null where they stand as they were written. */
  @Column('timestamptz', { nullable: true }) textErasedAt!: Date | null;
}
