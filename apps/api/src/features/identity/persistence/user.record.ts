import { registerRecords } from '@touchstone/platform/database';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A person, in whatever organizations. Global: holds nothing of any organization. */
@Entity('app_user')
@Unique('app_user_email_uq', ['email'])
export class UserRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) passwordHash!: string | null;
  /** Sessions older than this are over: set when the password changes. */
  @Column('timestamptz') sessionsValidAfter!: Date;
  @Column('timestamptz') createdAt!: Date;
}

registerRecords(UserRecord);
