import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, Index, PrimaryColumn } from 'typeorm';

/** What a question of the file is to the bank. */
export const IMPORT_OUTCOMES = ['NEW', 'CHANGED', 'UNCHANGED', 'CONFLICT', 'REFUSED'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** What writing it means, and later what was done. */
export const IMPORT_EFFECTS = ['NEW_QUESTION', 'NEW_VERSION', 'DRAFT_REPLACED', 'NOTHING', 'NOT_CHOSEN', 'LEFT_OUT'] as const;
export type ImportEffect = (typeof IMPORT_EFFECTS)[number];

/** One question of a file that comes in. Without its content once that is written or no longer wanted. */
@TenantRecord('question_import_item', { import: ['importId', 'QuestionImportRecord'] })
@Check('question_import_item_outcome_ck', `"outcome" IN ('NEW', 'CHANGED', 'UNCHANGED', 'CONFLICT', 'REFUSED')`)
@Index('question_import_item_slug_ix', ['organizationId', 'importId', 'slug'])
@Index('question_import_item_version_ix', ['organizationId', 'versionId'])
export class QuestionImportItemRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') importId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('text') slug!: string;
  @Column('text') title!: string;
  @Column('text') outcome!: ImportOutcome;
  @Column('text') effect!: ImportEffect;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text') license!: string;
  @Column('text') contentHash!: string;
  @Column('text', { nullable: true }) document!: string | null;
  @Column('text', { nullable: true }) identity!: string | null;
  @Column('text', { nullable: true }) basis!: string | null;
  @Column('text') faults!: string;
  @Column('text') findings!: string;
  @Column('text') alike!: string;
  @Column('text', { nullable: true }) result!: ImportEffect | null;
  @Column('uuid', { nullable: true }) questionId!: string | null;
  @Column('uuid', { nullable: true }) versionId!: string | null;
}
