import type { ComputedRecommendation, DecisionOutcome } from '@touchstone/interviewing/scorecards';
import { OrganizationKey, TenantRecord } from '@touchstone/platform/database';
import { Check, Column, PrimaryColumn, Unique } from 'typeorm';

/** What the registered rule said at the moment of deciding: the trace of every figure that counted, and which rule it was. */
export interface ComputedAtDecision extends ComputedRecommendation {
  /** SHA-256 of the rule in canonical JSON. */
  readonly ruleHash: string;
}

/** The outcome of an application. Append-only by grants; one for each loop. */
@TenantRecord('decision', {
  loop: ['loopId', 'LoopRecord'],
  application: ['applicationId', 'ApplicationRecord'],
  decider: ['decidedBy', 'MemberRecord'],
})
@Unique('decision_loop_uq', ['organizationId', 'loopId'])
@Check('decision_outcome_ck', `"outcome" IN ('HIRE', 'NO_HIRE')`)
export class DecisionRecord {
  @OrganizationKey() organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') loopId!: string;
  @Column('uuid') applicationId!: string;
  @Column('jsonb') computed!: ComputedAtDecision;
  @Column('text') outcome!: DecisionOutcome;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid') decidedBy!: string;
  @Column('timestamptz') decidedAt!: Date;
  /** When its words were taken out with the candidate; null where they stand as they were written. */
  @Column('timestamptz', { nullable: true }) textErasedAt!: Date | null;
}
