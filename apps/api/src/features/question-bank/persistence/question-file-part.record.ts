import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, PrimaryColumn } from 'typeorm';

/** A piece of a file, counted from 0. */
@TenantRecord('question_file_part', { file: ['fileId', 'QuestionFileRecord'] })
export class QuestionFilePartRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') fileId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('bytea') bytes!: Buffer;
}
