import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { ConflictOfInterestRecord } from './conflict-of-interest.record';

const SELECT = `SELECT x.organization_id AS "organizationId", x.id, x.member_id AS "memberId", x.candidate_id AS "candidateId", x.reason,
  x.declared_by AS "declaredBy", x.created_at AS "createdAt", x.acknowledged_by AS "acknowledgedBy", x.acknowledged_at AS "acknowledgedAt",
  x.withdrawn_at AS "withdrawnAt", x.text_erased_at AS "textErasedAt" FROM conflict_of_interest x`;

/** Conflicts of interest between members and candidates; one at most for each pair. */
@Injectable()
export class ConflictRepository {
  async byId(tx: Transaction, organizationId: string, id: string): Promise<ConflictOfInterestRecord | null> {
    const [found] = await tx.query<ConflictOfInterestRecord>(`${SELECT} WHERE x.organization_id = $1 AND x.id = $2`, [organizationId, id]);
    return found ?? null;
  }

  /** Holds the conflict as it is until the end of the transaction. */
  async lock(tx: Transaction, organizationId: string, id: string): Promise<void> {
    await tx.query('SELECT id FROM conflict_of_interest WHERE organization_id = $1 AND id = $2 FOR UPDATE', [organizationId, id]);
  }

  /** Also the withdrawn ones, the earliest first. */
  ofCandidates(tx: Transaction, organizationId: string, candidateIds: readonly string[]): Promise<ConflictOfInterestRecord[]> {
    return tx.query<ConflictOfInterestRecord>(
      `${SELECT} WHERE x.organization_id = $1 AND x.candidate_id = ANY($2::uuid[]) ORDER BY x.created_at, x.id`,
      [organizationId, candidateIds],
    );
  }

  /** For `checkNoConflict`: what stands between members and this candidate. */
  async ofCandidate(
    tx: Transaction,
    organizationId: string,
    candidateId: string,
  ): Promise<{ memberId: string; acknowledgedBy: string | null; withdrawn: boolean }[]> {
    const found = await this.ofCandidates(tx, organizationId, [candidateId]);
    return found.map(({ memberId, acknowledgedBy, withdrawnAt }) => ({ memberId, acknowledgedBy, withdrawn: withdrawnAt !== null }));
  }

  /** Puts a conflict on record. One that was withdrawn stands again, not acknowledged; one that stands stays: null. */
  async declare(tx: Transaction, conflict: ConflictOfInterestRecord): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO conflict_of_interest (organization_id, id, member_id, candidate_id, reason, declared_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (organization_id, member_id, candidate_id) DO UPDATE
         SET reason = $5, declared_by = $6, created_at = $7, acknowledged_by = NULL, acknowledged_at = NULL, withdrawn_at = NULL
         WHERE conflict_of_interest.withdrawn_at IS NOT NULL
       RETURNING id`,
      [
        conflict.organizationId,
        conflict.id,
        conflict.memberId,
        conflict.candidateId,
        conflict.reason,
        conflict.declaredBy,
        conflict.createdAt,
      ],
    );
    return row?.id ?? null;
  }

  async withdraw(tx: Transaction, organizationId: string, id: string): Promise<boolean> {
    const { affected } = await tx.manager.update(ConflictOfInterestRecord, { organizationId, id }, { withdrawnAt: tx.now });
    return affected === 1;
  }

  async acknowledge(tx: Transaction, organizationId: string, id: string, by: string): Promise<void> {
    await tx.manager.update(ConflictOfInterestRecord, { organizationId, id }, { acknowledgedBy: by, acknowledgedAt: tx.now });
  }
}
