import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, Index, PrimaryColumn } from 'typeorm';

export const IMPORT_STATES = ['PLANNING', 'PLANNED', 'REFUSED', 'APPLYING', 'APPLIED', 'CANCELLED', 'FAILED', 'EXPIRED'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
export const IMPORT_STEPS = ['WAITING', 'READING', 'COMPARING', 'CHECKING', 'WRITING', 'DONE'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** A file that comes in: what was found in it, what was decided, what became of it. Kept for good. */
@TenantRecord('question_import', { member: ['memberId', 'MemberRecord'] })
@Check('question_import_state_ck', `"state" IN ('PLANNING', 'PLANNED', 'REFUSED', 'APPLYING', 'APPLIED', 'CANCELLED', 'FAILED', 'EXPIRED')`)
@Index('question_import_state_ix', ['organizationId', 'state'])
export class QuestionImportRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') memberId!: string;
  @Column('uuid') fileId!: string;
  @Column('text') fileName!: string;
  @Column('integer') byteCount!: number;
  @Column('text') sha256!: string;
  @Column('text') settings!: string;
  @Column('text') state!: ImportState;
  @Column('text') step!: ImportStep;
  @Column('integer', { default: 0 }) done!: number;
  @Column('integer', { nullable: true }) total!: number | null;
  @Column('text', { nullable: true }) detected!: string | null;
  @Column('text', { nullable: true }) notices!: string | null;
  @Column('text', { nullable: true }) refusals!: string | null;
  @Column('integer', { array: true, nullable: true }) chosen!: number[] | null;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) plannedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) appliedAt!: Date | null;
  @Column('timestamptz') expiresAt!: Date;
}
