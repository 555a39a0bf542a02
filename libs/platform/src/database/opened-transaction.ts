import type { QueryRunner } from 'typeorm';
import type { Transaction } from './transaction';

/** A transaction and the connection that holds it. */
export interface OpenedTransaction {
  readonly tx: Transaction;
  readonly runner: QueryRunner;
}

/** Tells TypeORM that a transaction is open, so that it opens none of its own inside. It only knows of those it began itself. */
export function markTransaction(runner: QueryRunner, active: boolean): void {
  (runner as { isTransactionActive: boolean }).isTransactionActive = active;
}

/** Ends with `last` (nothing after a commit) and gives the connection back, whatever state it is in. */
export async function closeTransaction({ tx, runner }: OpenedTransaction, last: 'ROLLBACK' | null): Promise<void> {
  try {
    await tx.end(last);
  } catch {
    // A broken connection has no transaction left to end; the pool drops it.
  } finally {
    markTransaction(runner, false);
    await runner.release();
  }
}
