import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, PrimaryColumn, Unique } from 'typeorm';

/** A person who applies. The only place of her personal data, so that erasing her leaves the statistics. */
@TenantRecord('candidate')
@Unique('candidate_email_uq', ['organizationId', 'email'])
@Check('candidate_erased_ck', `("erased_at" IS NULL) = ("name" IS NOT NULL)`)
export class CandidateRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) erasedAt!: Date | null;
}
