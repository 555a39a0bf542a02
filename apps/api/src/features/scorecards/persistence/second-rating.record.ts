import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, PrimaryColumn, Unique } from 'typeorm';

/** What a panelist says at the debrief, beside her first rating, which stays. Append-only by grants. */
@TenantRecord('second_rating', {
  loop: ['loopId', 'LoopRecord'],
  scorecard: ['scorecardId', 'ScorecardRecord'],
  member: ['memberId', 'MemberRecord'],
})
@Unique('second_rating_once_uq', ['organizationId', 'scorecardId', 'questionVersionId', 'criterion'])
@Check('second_rating_level_ck', '"level" BETWEEN 1 AND 7')
export class SecondRatingRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') loopId!: string;
  @Column('uuid') scorecardId!: string;
  @Column('uuid') questionVersionId!: string;
  @Column('text') criterion!: string;
  @Column('uuid') memberId!: string;
  @Column('integer') level!: number;
  @Column('text') reason!: string;
  @Column('timestamptz') createdAt!: Date;
  /** When its words were taken out with the candidate; null where they stand as they were written. */
  @Column('timestamptz', { nullable: true }) textErasedAt!: Date | null;
}
