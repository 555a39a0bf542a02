import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, PrimaryColumn, Unique } from 'typeorm';

/** The link by which one candidate declares, or takes back. It says nothing about whether she has. */
@TenantRecord('declaration_link', { candidate: ['candidateId', 'CandidateRecord'] })
@Unique('declaration_link_token_uq', ['organizationId', 'tokenHash'])
export class DeclarationLinkRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') candidateId!: string;
  @Column('text') tokenHash!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
}
