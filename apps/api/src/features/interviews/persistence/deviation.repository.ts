import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { DeviationRecord } from './deviation.record';

const SELECT = `SELECT d.organization_id AS "organizationId", d.id, d.interview_id AS "interviewId", d.kind, d.question_version_id AS "questionVersionId",
  d.position, d.planned_minutes AS "plannedMinutes", d.reason, d.recorded_by AS "recordedBy", d.created_at AS "createdAt",
  d.text_erased_at AS "textErasedAt" FROM deviation d`;

/** How interviews departed from their kit rounds. */
@Injectable()
export class DeviationRepository {
  /** The deviations of one interview, in the order in which they were recorded. */
  ofInterview(tx: Transaction, organizationId: string, interviewId: string): Promise<DeviationRecord[]> {
    return this.ofInterviews(tx, organizationId, [interviewId]);
  }

  ofInterviews(tx: Transaction, organizationId: string, interviewIds: readonly string[]): Promise<DeviationRecord[]> {
    return tx.query<DeviationRecord>(
      `${SELECT} WHERE d.organization_id = $1 AND d.interview_id = ANY($2::uuid[]) ORDER BY d.created_at, d.id`,
      [organizationId, interviewIds],
    );
  }

  /** The deviations at all interviews of these loops, in the same order. */
  ofLoops(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<(DeviationRecord & { loopId: string })[]> {
    return tx.query<DeviationRecord & { loopId: string }>(
      `SELECT i.loop_id AS "loopId", listed.* FROM (${SELECT}) listed
       JOIN interview i ON i.organization_id = listed."organizationId" AND i.id = listed."interviewId"
       WHERE listed."organizationId" = $1 AND i.organization_id = $1 AND i.loop_id = ANY($2::uuid[]) ORDER BY listed."createdAt", listed.id`,
      [organizationId, loopIds],
    );
  }

  async add(tx: Transaction, deviation: DeviationRecord): Promise<void> {
    await tx.manager.insert(DeviationRecord, deviation);
  }
}
