import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, Index, PrimaryColumn, Unique } from 'typeorm';

/** A candidate for an opening. */
@TenantRecord('application', { candidate: ['candidateId', 'CandidateRecord'], opening: ['openingId', 'OpeningRecord'] })
@Unique('application_once_uq', ['organizationId', 'candidateId', 'openingId'])
@Index('application_opening_ix', ['organizationId', 'openingId', 'id'])
export class ApplicationRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') candidateId!: string;
  @Column('uuid') openingId!: string;
  @Column('timestamptz') createdAt!: Date;
}
