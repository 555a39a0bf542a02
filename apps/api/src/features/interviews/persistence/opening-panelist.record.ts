import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { PrimaryColumn } from 'typeorm';

/** A member in the pool from which the panels of an opening are made. */
@TenantRecord('opening_panelist', { opening: ['openingId', 'OpeningRecord'], member: ['memberId', 'MemberRecord'] })
export class OpeningPanelistRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') openingId!: string;
  @PrimaryColumn('uuid') memberId!: string;
}
