import type { AssemblyState } from '@touchstone/interviewing/kits';
import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, PrimaryColumn } from 'typeorm';
import type { AssemblyFailure, AssemblyProgress, AssemblyRequest } from './assembly-value';

/** An assembly that takes its time: what was asked, how far it is, what came of it. */
@TenantRecord('assembly', { requester: ['requestedBy', 'MemberRecord'] })
@Check('assembly_status_ck', `"status" IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')`)
@Check('assembly_ended_ck', `("status" IN ('QUEUED', 'RUNNING')) = ("ended_at" IS NULL)`)
@Check('assembly_done_ck', `("status" = 'DONE') = ("family_id" IS NOT NULL)`)
@Check('assembly_failed_ck', `("status" = 'FAILED') = ("failure" IS NOT NULL)`)
export class AssemblyRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') status!: AssemblyState;
  @Column('jsonb') request!: AssemblyRequest;
  @Column('jsonb', { nullable: true }) progress!: AssemblyProgress | null;
  @Column('jsonb', { nullable: true }) failure!: AssemblyFailure | null;
  @Column('uuid', { nullable: true }) familyId!: string | null;
  @Column('uuid') requestedBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) seenAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
