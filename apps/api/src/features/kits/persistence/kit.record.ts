import type { AssemblyReport, BlueprintWishes, KitState } from '@touchstone/interviewing/kits';
import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, Index, PrimaryColumn } from 'typeorm';
import type { KitRoundValue } from './kit-value';

/** An interview guide. While it is a draft its items stand in `rounds` and in `kit_item`; published, no statement of the application reaches either. */
@TenantRecord('kit', {
  blueprint: ['blueprintId', 'BlueprintRecord'],
  role_profile: ['roleProfileId', 'RoleProfileRecord'],
  creator: ['createdBy', 'MemberRecord'],
  publisher: ['publishedBy', 'MemberRecord'],
})
@Check('kit_status_ck', `"status" IN ('DRAFT', 'PUBLISHED')`)
@Check('kit_published_ck', `("status" = 'PUBLISHED') = ("content_hash" IS NOT NULL AND "published_at" IS NOT NULL)`)
@Index('kit_family_ix', ['organizationId', 'familyId'])
export class KitRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('uuid', { nullable: true }) blueprintId!: string | null;
  @Column('uuid') roleProfileId!: string;
  @Column('uuid') familyId!: string;
  @Column('text') status!: KitState;
  @Column('jsonb') wishes!: BlueprintWishes;
  @Column('jsonb') rounds!: KitRoundValue[];
  @Column('jsonb') report!: AssemblyReport;
  /** The canonical JSON that the hash is over. */
  @Column('text', { nullable: true }) document!: string | null;
  @Column('text', { nullable: true }) contentHash!: string | null;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('uuid', { nullable: true }) publishedBy!: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
}
