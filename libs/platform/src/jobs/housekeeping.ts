import { Injectable } from '@nestjs/common';
import { ok } from '@touchstone/kernel';
import { noOrganization, type Transaction, UnitOfWork, wholeOrganization } from '../database';

export type Sweep = (tx: Transaction, organizationId: string) => Promise<void>;

/**
 * Removes what has served its time: rooms say how, organization by organization, and the jobs door says when. Each
 * organization is a transaction of its own, so that one job never holds rows of two.
 */
@Injectable()
export class Housekeeping {
  private readonly sweeps: Sweep[] = [forgetAnswers];
  private readonly globalSweeps: ((tx: Transaction) => Promise<void>)[] = [];

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** For rows of one organization. */
  addSweep(sweep: Sweep): void {
    this.sweeps.push(sweep);
  }

  /** For rows that belong to no organization. */
  addGlobalSweep(sweep: (tx: Transaction) => Promise<void>): void {
    this.globalSweeps.push(sweep);
  }

  async run(): Promise<void> {
    const organizations = await this.unitOfWork.readIn(noOrganization, (tx) => tx.query<{ id: string }>('SELECT id FROM organization ORDER BY id'));
    for (const { id } of organizations) {
      await this.unitOfWork.writeIn(wholeOrganization(id), async (tx) => {
        for (const sweep of this.sweeps) await sweep(tx, id);
        return ok(null);
      });
    }
    await this.unitOfWork.writeIn(noOrganization, async (tx) => {
      for (const sweep of this.globalSweeps) await sweep(tx);
      return ok(null);
    });
  }
}

/** An idempotency key is promised for a day; it is kept for two. */
const forgetAnswers: Sweep = async (tx, organizationId) => {
  await tx.query(`DELETE FROM idempotency_record WHERE organization_id = $1 AND created_at < $2::timestamptz - interval '2 days'`, [organizationId, tx.now]);
};
