import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { DecisionRecord } from './decision.record';

/** Decisions, one for each loop. */
@Injectable()
export class DecisionRepository {
  ofLoops(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<DecisionRecord[]> {
    return tx.find(DecisionRecord, { organizationId, loopId: loopIds });
  }

  byId(tx: Transaction, organizationId: string, id: string): Promise<DecisionRecord | null> {
    return tx.findOne(DecisionRecord, { organizationId, id });
  }

  /** False where the loop is decided already. */
  async add(tx: Transaction, decision: Omit<DecisionRecord, 'textErasedAt'>): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO decision (organization_id, id, loop_id, application_id, computed, outcome, reason, decided_by, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT ON CONSTRAINT decision_loop_uq DO NOTHING RETURNING id`,
      [
        decision.organizationId,
        decision.id,
        decision.loopId,
        decision.applicationId,
        JSON.stringify(decision.computed),
        decision.outcome,
        decision.reason,
        decision.decidedBy,
        decision.decidedAt,
      ],
    );
    return added.length === 1;
  }
}
