import { registerRecords } from '@touchstone/platform/database';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The one-time right to make the first administrator. */
@Entity('setup_token')
@Check('setup_token_single_ck', '"id" = 1')
export class SetupTokenRecord {
  @PrimaryColumn('integer', { default: 1 }) id!: number;
  @Column('text') tokenHash!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}

registerRecords(SetupTokenRecord);
