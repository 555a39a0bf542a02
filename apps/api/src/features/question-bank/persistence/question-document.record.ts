import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, PrimaryColumn } from 'typeorm';

/** Content by the SHA-256 of its canonical text. Can be added, never changed. */
@TenantRecord('question_document')
export class QuestionDocumentRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('text') contentHash!: string;
  @Column('text') document!: string;
}
