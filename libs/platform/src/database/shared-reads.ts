import type { Actor } from '../actor';
import { closeTransaction, type OpenedTransaction } from './opened-transaction';
import type { Scope } from './scope';
import type { Transaction } from './transaction';

/**
 * One read snapshot per request, opened by the first read and closed with the request. The actor object is made anew for
 * each request, so it stands for the request.
 */
export class SharedReads {
  private readonly byActor = new WeakMap<Actor, { scope: Scope; opened: Promise<OpenedTransaction> | null }>();

  constructor(private readonly open: (scope: Scope) => Promise<OpenedTransaction>) {}

  begin(actor: Actor, scope: Scope): void {
    this.byActor.set(actor, { scope, opened: null });
  }

  async transactionOf(actor: Actor): Promise<Transaction | null> {
    const shared = this.byActor.get(actor);
    if (shared === undefined) return null;
    shared.opened ??= this.open(shared.scope);
    return (await shared.opened).tx;
  }

  /** After a write of the same request: what is read next must see it. */
  async refresh(actor: Actor): Promise<void> {
    const shared = this.byActor.get(actor);
    if (shared === undefined || shared.opened === null) return;
    const { opened } = shared;
    shared.opened = null;
    await endOf(opened);
  }

  async end(actor: Actor): Promise<void> {
    const shared = this.byActor.get(actor);
    this.byActor.delete(actor);
    if (shared?.opened) await endOf(shared.opened);
  }
}

async function endOf(opening: Promise<OpenedTransaction>): Promise<void> {
  const opened = await opening.catch(() => null);
  if (opened !== null) await closeTransaction(opened, 'ROLLBACK');
}
