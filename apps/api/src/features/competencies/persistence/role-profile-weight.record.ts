import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, PrimaryColumn } from 'typeorm';

/** How much one competency counts in one role, who said so and when. */
@TenantRecord('role_profile_weight', {
  role_profile: ['roleProfileId', 'RoleProfileRecord'],
  competency: ['competencyId', 'CompetencyRecord'],
})
@Check('role_profile_weight_range_ck', `"weight" >= 0 AND "weight" <= 100`)
export class RoleProfileWeightRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') roleProfileId!: string;
  @PrimaryColumn('uuid') competencyId!: string;
  @Column('numeric', { precision: 5, scale: 2 }) weight!: string;
  @Column('boolean') critical!: boolean;
  @Column('text') source!: string;
  /** Null: as shipped. */
  @Column('uuid', { nullable: true }) changedBy!: string | null;
  @Column('timestamptz') changedAt!: Date;
}
