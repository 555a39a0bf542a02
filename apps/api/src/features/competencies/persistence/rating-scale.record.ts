import type { FrameworkScale, ScaleLevel } from '@touchstone/bank-format';
import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Column, PrimaryColumn, Unique } from 'typeorm';

/** Ordered levels with their meaning. */
@TenantRecord('rating_scale')
@Unique('rating_scale_slug_uq', ['organizationId', 'slug'])
export class RatingScaleRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  /** From the lowest to the highest. */
  @Column('jsonb') levels!: readonly ScaleLevel[];
  /** The answer beside the scale, never a level. */
  @Column('jsonb', { default: {} }) notObserved!: Partial<FrameworkScale['notObserved']>;
}
