import { registerRecords } from '@touchstone/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed sign-ins of one address or one account within the current window. The key is a hash. */
@Entity('sign_in_attempt')
export class SignInAttemptRecord {
  @PrimaryColumn('text') key!: string;
  @Column('integer') failures!: number;
  @Column('timestamptz') windowStartedAt!: Date;
}

registerRecords(SignInAttemptRecord);
