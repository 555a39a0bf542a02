import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, Index, PrimaryColumn } from 'typeorm';

/** A link by which one candidate declares, or takes back what she declared by it. It says nothing about whether she has. */
@TenantRecord('declaration_link', { candidate: ['candidateId', 'CandidateRecord'] })
@Index('declaration_link_candidate_ix', ['organizationId', 'candidateId'])
export class DeclarationLinkRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('text') tokenHash!: string;
  @Column('uuid') candidateId!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
}
