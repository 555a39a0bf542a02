import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, Index, PrimaryColumn } from 'typeorm';

/** A file on its way in or out, kept for a while. */
@TenantRecord('question_file', { member: ['memberId', 'MemberRecord'] })
@Check('question_file_purpose_ck', `"purpose" IN ('UPLOAD', 'EXPORT')`)
@Index('question_file_expiry_ix', ['organizationId', 'expiresAt'])
export class QuestionFileRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') memberId!: string;
  @Column('text') purpose!: 'UPLOAD' | 'EXPORT';
  @Column('text') name!: string;
  @Column('text') mediaType!: string;
  @Column('integer') byteCount!: number;
  @Column('text') sha256!: string;
  @Column('text', { nullable: true }) tokenHash!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
}
