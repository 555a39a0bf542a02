import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, Index, PrimaryColumn } from 'typeorm';

/** Which question stands in which kit: the rounds of the kit once more as rows, to count uses and to find kits by question. */
@TenantRecord('kit_item', {
  kit: ['kitId', 'KitRecord'],
  question: ['questionId', 'QuestionRecord'],
  question_version: ['questionVersionId', 'QuestionVersionRecord'],
})
@Index('kit_item_question_ix', ['organizationId', 'questionId'])
export class KitItemRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') kitId!: string;
  @PrimaryColumn('uuid') questionId!: string;
  @Column('uuid') questionVersionId!: string;
  @Column('integer') roundIndex!: number;
  @Column('integer') position!: number;
  @Column('integer') plannedMinutes!: number;
}
