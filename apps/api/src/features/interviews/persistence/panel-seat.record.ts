import type { SeatKind } from '@touchstone/interviewing/interviews';
import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, Index, PrimaryColumn, Unique } from 'typeorm';

/** A member at an interview. Never deleted: who ever held a seat is bound by the seal. */
@TenantRecord('panel_seat', {
  interview: ['interviewId', 'InterviewRecord'],
  loop: ['loopId', 'LoopRecord'],
  member: ['memberId', 'MemberRecord'],
})
@Unique('panel_seat_member_uq', ['organizationId', 'interviewId', 'memberId'])
@Check('panel_seat_kind_ck', `"kind" IN ('LEAD', 'INTERVIEWER', 'SHADOW', 'OBSERVER')`)
@Index('panel_seat_loop_ix', ['organizationId', 'loopId', 'memberId'])
@Index('panel_seat_member_ix', ['organizationId', 'memberId', 'interviewId'])
export class PanelSeatRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') interviewId!: string;
  @Column('uuid') loopId!: string;
  @Column('uuid') memberId!: string;
  @Column('text') kind!: SeatKind;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
  @Column('uuid', { nullable: true }) removedBy!: string | null;
  @Column('text', { nullable: true }) removedReason!: string | null;
  @Column('timestamptz') createdAt!: Date;
  /** When its words were taken out with the candidate; null where they stand as they were written. */
  @Column('timestamptz', { nullable: true }) textErasedAt!: Date | null;
}
