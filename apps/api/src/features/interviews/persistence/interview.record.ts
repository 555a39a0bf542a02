import type { InterviewState } from '@touchstone/interviewing/interviews';
import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, Index, PrimaryColumn } from 'typeorm';

/** One round with one candidate. `revision` moves with the plan and the state, never with a scorecard. */
@TenantRecord('interview', { loop: ['loopId', 'LoopRecord'] })
@Check('interview_status_ck', `"status" IN ('SCHEDULED', 'IN_PROGRESS', 'ENDED', 'CANCELLED', 'NO_SHOW')`)
@Check('interview_order_ck', '"ends_at" > "starts_at"')
@Index('interview_loop_ix', ['organizationId', 'loopId', 'roundIndex'])
@Index('interview_time_ix', ['organizationId', 'startsAt', 'id'])
export class InterviewRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') loopId!: string;
  @Column('integer') roundIndex!: number;
  @Column('text') roundName!: string;
  @Column('text') status!: InterviewState;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('text') timeZone!: string;
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) statusReason!: string | null;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz') createdAt!: Date;
  /** When its words were taken out with the candidate; null where they stand as they were written. */
  @Column('timestamptz', { nullable: true }) textErasedAt!: Date | null;
}
