import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, PrimaryColumn } from 'typeorm';

/** Scorecard × item × criterion: a level, or why there is none, or only notes so far. Under the seal of its scorecard. */
@TenantRecord('rating', { scorecard: ['scorecardId', 'ScorecardRecord'], question_version: ['questionVersionId', 'QuestionVersionRecord'] })
@Check('rating_level_ck', '"level" BETWEEN 1 AND 7')
@Check('rating_missing_ck', '"level" IS NULL OR "not_observed_reason" IS NULL')
export class RatingRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') scorecardId!: string;
  @PrimaryColumn('uuid') questionVersionId!: string;
  @PrimaryColumn('text') criterion!: string;
  @Column('integer', { nullable: true }) level!: number | null;
  @Column('text', { nullable: true }) notObservedReason!: string | null;
  @Column('text') evidence!: string;
  @Column('text') judgement!: string;
  @Column('text', { array: true }) probesUsed!: string[];
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz') ratedAt!: Date;
  /** When its words were taken out with the candidate; null where they stand as they were written. */
  @Column('timestamptz', { nullable: true }) textErasedAt!: Date | null;
}
