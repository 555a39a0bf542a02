import type { PanelistRecommendation, ScorecardState } from '@touchstone/interviewing/scorecards';
import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, Index, PrimaryColumn, Unique } from 'typeorm';

/** One seat's card for one interview. Row-level security shows it as far as the seal allows, and never writes to a submitted one. */
@TenantRecord('scorecard', {
  loop: ['loopId', 'LoopRecord'],
  interview: ['interviewId', 'InterviewRecord'],
  seat: ['seatId', 'PanelSeatRecord'],
  member: ['memberId', 'MemberRecord'],
})
@Unique('scorecard_seat_uq', ['organizationId', 'seatId'])
@Check('scorecard_status_ck', `("status" = 'DRAFT' AND "submitted_at" IS NULL) OR ("status" = 'SUBMITTED' AND "submitted_at" IS NOT NULL)`)
@Check('scorecard_recommendation_ck', `"recommendation" IN ('STRONG_HIRE', 'HIRE', 'NO_HIRE', 'STRONG_NO_HIRE')`)
@Index('scorecard_loop_ix', ['organizationId', 'loopId'])
export class ScorecardRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') loopId!: string;
  @Column('uuid') interviewId!: string;
  @Column('uuid') seatId!: string;
  @Column('uuid') memberId!: string;
  @Column('text') status!: ScorecardState;
  @Column('text', { nullable: true }) recommendation!: PanelistRecommendation | null;
  @Column('text') summary!: string;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  /** Submitted when its author could already see the others: shown apart, and weighs nothing. */
  @Column('boolean', { default: false }) afterOpening!: boolean;
  /** When its words were taken out with the candidate; null where they stand as they were written. */
  @Column('timestamptz', { nullable: true }) textErasedAt!: Date | null;
}
