import { Injectable, Logger } from '@nestjs/common';
import { ok } from '@touchstone/kernel';
import { noOrganization, type Scope, type Transaction, UnitOfWork, wholeOrganization } from '../database';

export type Sweep = (tx: Transaction, organizationId: string) => Promise<void>;

/**
 * Removes what has served its time: rooms say how, organization by organization, and the jobs door says when. Each
 * organization is a transaction of its own, so that one job never holds rows of two, and one that fails stops no other.
 */
@Injectable()
export class Housekeeping {
  private readonly logger = new Logger(Housekeeping.name);
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

  /** Sweeps everywhere. Throws at the end where something failed, so that the queue sends the job again; what went well stays done. */
  async run(): Promise<void> {
    const organizations = await this.unitOfWork.readIn(noOrganization, (tx) =>
      tx.query<{ id: string }>('SELECT id FROM organization ORDER BY id'),
    );
    let failed = 0;
    for (const { id } of organizations) {
      const swept = await this.attempt({ organizationId: id }, wholeOrganization(id), async (tx) => {
        for (const sweep of this.sweeps) await sweep(tx, id);
      });
      if (!swept) failed += 1;
    }
    const sweptTheRest = await this.attempt({}, noOrganization, async (tx) => {
      for (const sweep of this.globalSweeps) await sweep(tx);
    });
    if (failed === 0 && sweptTheRest) return;
    const rest = sweptTheRest ? '' : ' and in what belongs to no organization';
    throw new Error(`Housekeeping failed in ${failed} of ${organizations.length} organizations${rest}; the log says why.`);
  }

  /** One transaction; false where it failed, which is logged. */
  private async attempt(what: Readonly<Record<string, string>>, scope: Scope, work: (tx: Transaction) => Promise<void>): Promise<boolean> {
    try {
      await this.unitOfWork.writeIn(scope, async (tx) => {
        await work(tx);
        return ok(null);
      });
      return true;
    } catch (error) {
      this.logger.error({ ...what, err: error }, 'housekeeping failed');
      return false;
    }
  }
}

/** An idempotency key is promised for a day; it is kept for two. */
const forgetAnswers: Sweep = async (tx, organizationId) => {
  await tx.query(`DELETE FROM idempotency_record WHERE organization_id = $1 AND created_at < $2::timestamptz - interval '2 days'`, [
    organizationId,
    tx.now,
  ]);
};
