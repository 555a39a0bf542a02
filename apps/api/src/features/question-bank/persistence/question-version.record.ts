import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One version of a question: which document it is, its state, and columns written from the document for filters and search. */
@TenantRecord('question_version', { question: ['questionId', 'QuestionRecord'], author: ['authorId', 'MemberRecord'] })
@ForeignKey('QuestionDocumentRecord', ['organizationId', 'contentHash'], ['organizationId', 'contentHash'], {
  name: 'question_version_document_fk',
})
@Unique('question_version_number_uq', ['organizationId', 'questionId', 'number'])
@Check('question_version_status_ck', `"status" IN ('DRAFT', 'IN_REVIEW', 'APPROVED')`)
@Check('question_version_four_eyes_ck', `"approved_by" <> "author_id" AND NOT ("approved_by" = ANY ("editor_ids"))`)
@Check('question_version_difficulty_ck', `"difficulty" BETWEEN 1 AND 5`)
@Index('question_version_status_ix', ['organizationId', 'status', 'id'])
@Index('question_version_category_ix', ['organizationId', 'categorySlug', 'kind', 'id'])
@Index('question_version_title_ix', ['organizationId', 'title', 'id'])
@Index('question_version_difficulty_ix', ['organizationId', 'difficulty', 'id'])
@Index('question_version_updated_ix', ['organizationId', 'updatedAt', 'id'])
export class QuestionVersionRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') questionId!: string;
  @Column('integer') number!: number;
  /** RETIRED is not kept here: the row of an approved version is frozen, and its question says up to which number it is retired. */
  @Column('text') status!: 'DRAFT' | 'IN_REVIEW' | 'APPROVED';
  @Column('text') contentHash!: string;
  @Column('text') title!: string;
  @Column('text') categorySlug!: string;
  @Column('text') kind!: string;
  @Column('integer') difficulty!: number;
  @Column('integer') minutes!: number;
  @Column('text', { array: true }) seniority!: string[];
  @Column('text', { array: true }) tags!: string[];
  @Column('text', { array: true }) competencySlugs!: string[];
  @Column('text') usage!: string;
  @Column('text', { array: true, default: [] }) enemies!: string[];
  @Column('text', { nullable: true }) variantFamily!: string | null;
  @Column('tsvector', { select: false }) search!: string;
  @Column('uuid') authorId!: string;
  @Column('uuid', { array: true }) editorIds!: string[];
  @Column('text', { nullable: true }) note!: string | null;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  @Column('timestamptz', { nullable: true }) approvedAt!: Date | null;
}
