import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, Index, PrimaryColumn } from 'typeorm';

/** What a reviewer said of a version, and to which content. */
@TenantRecord('question_review', { version: ['versionId', 'QuestionVersionRecord'], reviewer: ['reviewerId', 'MemberRecord'] })
@Check('question_review_verdict_ck', `"verdict" IN ('APPROVE', 'REQUEST_CHANGES')`)
@Index('question_review_version_ix', ['organizationId', 'versionId'])
export class QuestionReviewRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') versionId!: string;
  @Column('uuid') reviewerId!: string;
  @Column('text') verdict!: 'APPROVE' | 'REQUEST_CHANGES';
  @Column('text') comment!: string;
  @Column('text') contentHash!: string;
  /** Complaints of the linter that the approval answers: a JSON list of rule, place and reason. */
  @Column('text', { default: '[]' }) exceptions!: string;
  @Column('timestamptz') createdAt!: Date;
}
