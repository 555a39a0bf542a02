import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, Index, PrimaryColumn } from 'typeorm';

/** A thread for one place of a version's document, and whether it is settled. */
@TenantRecord('question_thread', {
  version: ['versionId', 'QuestionVersionRecord'],
  opener: ['openedBy', 'MemberRecord'],
  resolver: ['resolvedBy', 'MemberRecord'],
})
@Check('question_thread_resolved_ck', `("resolved_by" IS NULL) = ("resolved_at" IS NULL)`)
@Index('question_thread_version_ix', ['organizationId', 'versionId', 'openedAt', 'id'])
export class QuestionThreadRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') versionId!: string;
  /** A JSON pointer into the document; empty = the whole. */
  @Column('text') place!: string;
  /** What stood there when the thread was opened, shortened; null where it was no text. */
  @Column('text', { nullable: true }) excerpt!: string | null;
  @Column('boolean') blocking!: boolean;
  /** Of the content that the thread was opened on. */
  @Column('text') contentHash!: string;
  @Column('uuid') openedBy!: string;
  @Column('timestamptz') openedAt!: Date;
  @Column('uuid', { nullable: true }) resolvedBy!: string | null;
  @Column('timestamptz', { nullable: true }) resolvedAt!: Date | null;
  @Column('integer', { default: 1 }) revision!: number;
}
