import { registerRecords } from '@touchstone/platform/database';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The tenant. */
@Entity('organization')
@Unique('organization_slug_uq', ['slug'])
export class OrganizationRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  /** Made for trying out; removed by one command. */
  @Column('boolean', { default: false }) demo!: boolean;
  @Column('timestamptz') createdAt!: Date;
}

registerRecords(OrganizationRecord);
