import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, Index, PrimaryColumn, Unique } from 'typeorm';

/** The stable identity of a question. */
@TenantRecord('question', { category: ['categoryId', 'CategoryRecord'], owner: ['ownerId', 'MemberRecord'] })
@Unique('question_slug_uq', ['organizationId', 'slug'])
@Index('question_approved_ix', ['organizationId', 'approvedVersionId'])
@Index('question_latest_ix', ['organizationId', 'latestVersionId'])
export class QuestionRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('uuid') categoryId!: string;
  @Column('uuid') ownerId!: string;
  @Column('uuid') latestVersionId!: string;
  @Column('uuid', { nullable: true }) approvedVersionId!: string | null;
  /** Approved versions up to this number are retired. */
  @Column('integer', { nullable: true }) retiredNumber!: number | null;
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz') createdAt!: Date;
}
