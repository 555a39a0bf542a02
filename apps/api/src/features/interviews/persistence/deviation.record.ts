import type { DeviationKind } from '@touchstone/interviewing/interviews';
import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, Index, PrimaryColumn } from 'typeorm';

/** How an interview departed from its kit round. Recorded, never taken back. */
@TenantRecord('deviation', {
  interview: ['interviewId', 'InterviewRecord'],
  question_version: ['questionVersionId', 'QuestionVersionRecord'],
  recorder: ['recordedBy', 'MemberRecord'],
})
@Check('deviation_kind_ck', `"kind" IN ('SKIPPED', 'ADDED', 'REORDERED')`)
@Index('deviation_interview_ix', ['organizationId', 'interviewId', 'id'])
export class DeviationRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') interviewId!: string;
  @Column('text') kind!: DeviationKind;
  @Column('uuid') questionVersionId!: string;
  @Column('integer', { nullable: true }) position!: number | null;
  @Column('integer', { nullable: true }) plannedMinutes!: number | null;
  @Column('text') reason!: string;
  @Column('uuid') recordedBy!: string;
  @Column('timestamptz') createdAt!: Date;
  /** When its words were taken out with the candidate; null where they stand as they were written. */
  @Column('timestamptz', { nullable: true }) textErasedAt!: Date | null;
}
