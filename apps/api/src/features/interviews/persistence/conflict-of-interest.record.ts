import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, PrimaryColumn, Unique } from 'typeorm';

/** A reason why a member may not be impartial towards a candidate, declared by her or suggested by others. */
@TenantRecord('conflict_of_interest', {
  member: ['memberId', 'MemberRecord'],
  candidate: ['candidateId', 'CandidateRecord'],
  declarer: ['declaredBy', 'MemberRecord'],
})
@Unique('conflict_of_interest_once_uq', ['organizationId', 'memberId', 'candidateId'])
export class ConflictOfInterestRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') memberId!: string;
  @Column('uuid') candidateId!: string;
  @Column('text') reason!: string;
  @Column('uuid') declaredBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('uuid', { nullable: true }) acknowledgedBy!: string | null;
  @Column('timestamptz', { nullable: true }) acknowledgedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
  /** When its words were taken out with the candidate; null where they stand as they were written. */
  @Column('timestamptz', { nullable: true }) textErasedAt!: Date | null;
}
