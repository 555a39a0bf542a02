import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, PrimaryColumn } from 'typeorm';

/** What a candidate declared of herself: apart from her data and from her scores, and out of reach of everybody who is signed in. */
@TenantRecord('self_declaration', { candidate: ['candidateId', 'CandidateRecord'] })
export class SelfDeclarationRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') candidateId!: string;
  @Column('text') linkHash!: string;
  @Column('text', { nullable: true }) gender!: string | null;
  @Column('text', { nullable: true }) ageGroup!: string | null;
  @Column('text', { nullable: true }) ethnicity!: string | null;
  @Column('text', { nullable: true }) disability!: string | null;
  @Column('timestamptz') declaredAt!: Date;
}
