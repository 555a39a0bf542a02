import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, Index, PrimaryColumn } from 'typeorm';

/** What somebody said in a thread. Can be added, never changed. */
@TenantRecord('question_comment', { thread: ['threadId', 'QuestionThreadRecord'], author: ['authorId', 'MemberRecord'] })
@Index('question_comment_thread_ix', ['organizationId', 'threadId', 'createdAt', 'id'])
export class QuestionCommentRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') threadId!: string;
  @Column('uuid') authorId!: string;
  @Column('text') body!: string;
  @Column('timestamptz') createdAt!: Date;
}
