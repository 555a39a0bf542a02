import { Inject, Injectable } from '@nestjs/common';
import type { IdempotencyMismatchError, Result } from '@touchstone/kernel';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { Actor } from '../actor';
import { appendAudit } from '../audit/append-audit';
import { type Once, claimOnce, keepAnswer } from '../idempotency/once';
import { SystemClock } from '../time/system-clock';
import { APPLICATION_ROLE_NAME } from './application-role';
import { announce } from './announcements';
import { closeTransaction, markTransaction, type OpenedTransaction } from './opened-transaction';
import { beginStatement, type Scope, scopeOf } from './scope';
import { SharedFlush } from './shared-flush';
import { SharedReads } from './shared-reads';
import { isRetryable } from './sql-errors';
import { StatementNames } from './statement-names';
import { TimeLimits } from './time-limits';
import { Transaction } from './transaction';

export interface WriteOptions {
  /** Makes the change happen once for one key of this member, however often it is sent. */
  readonly once?: Once;
}

type AnyResult = Result<unknown, unknown>;
type Refused<E> = { readonly ok: false; readonly error: E };

/** All values and all refusals that a piece of work can end with, as one Result. */
export type Settled<R extends AnyResult> = Result<
  R extends { readonly ok: true; readonly value: infer T } ? T : never,
  R extends { readonly ok: false; readonly error: infer E } ? E : never
>;

const ATTEMPTS = 4;
/** A commit of its own that waits for the disk as the server is set to; what was committed before it is then on disk too. */
const FLUSH = `SELECT pg_logical_emit_message(true, 'touchstone', '')`;

/**
 * The one door to the database. Every piece of work is one transaction that sees one organization, as the application role.
 * Reads are read-only snapshots; writes commit if and only if their Result is ok, and then their audit lines and
 * announcements commit with them. A write is answered once it is on disk (`SharedFlush`).
 */
@Injectable()
export class UnitOfWork {
  private readonly flush = new SharedFlush(() => this.flushOnce());
  private readonly sharedReads = new SharedReads((scope) => this.open(scope, 'read'));

  constructor(
    private readonly dataSource: DataSource,
    @Inject(SystemClock) private readonly clock: SystemClock,
    @Inject(APPLICATION_ROLE_NAME) private readonly role: string,
    private readonly names: StatementNames = new StatementNames(true),
    private readonly limits: TimeLimits = new TimeLimits(5_000, false),
  ) {}

  /** Reads as this actor. Within one GraphQL request all reads share one snapshot. */
  async read<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const shared = await this.sharedReads.transactionOf(actor);
    return shared === null ? this.readIn(scopeOf(actor), work) : work(shared);
  }

  /** Reads outside of any actor's rights: credentials, jobs. */
  async readIn<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const opened = await this.open(scope, 'read');
    try {
      return await work(opened.tx);
    } finally {
      await closeTransaction(opened, 'ROLLBACK');
    }
  }

  /** Changes as this actor. A refusal rolls back; deadlocks and serialization failures are tried again. */
  async write<R extends AnyResult>(actor: Actor, work: (tx: Transaction) => Promise<R>): Promise<Settled<R>>;
  async write<R extends AnyResult>(
    actor: Actor,
    work: (tx: Transaction) => Promise<R>,
    options: WriteOptions,
  ): Promise<Settled<R | Refused<IdempotencyMismatchError>>>;
  async write<R extends AnyResult>(
    actor: Actor,
    work: (tx: Transaction) => Promise<R>,
    options: WriteOptions = {},
  ): Promise<Settled<R | Refused<IdempotencyMismatchError>>> {
    // One connection at a time: what was read so far is closed before the change asks the pool for its own.
    await this.sharedReads.refresh(actor);
    const answer = await this.attempt(scopeOf(actor), actor, work, options);
    await this.sharedReads.refresh(actor);
    return answer as Settled<R | Refused<IdempotencyMismatchError>>;
  }

  /** Changes outside of any actor's rights: signing in, accepting an invitation, seeding, jobs. */
  async writeIn<R extends AnyResult>(scope: Scope, work: (tx: Transaction) => Promise<R>): Promise<Settled<R>> {
    return (await this.attempt(scope, null, work, {})) as Settled<R>;
  }

  /** From here on until `endSharedReads` the reads of this actor are one snapshot. */
  shareReads(actor: Actor): void {
    this.sharedReads.begin(actor, scopeOf(actor));
  }

  async endSharedReads(actor: Actor): Promise<void> {
    await this.sharedReads.end(actor);
  }

  private async attempt(
    scope: Scope,
    actor: Actor | null,
    work: (tx: Transaction) => Promise<AnyResult>,
    options: WriteOptions,
  ): Promise<AnyResult> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.writeOnce(scope, actor, work, options);
      } catch (error) {
        if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt));
      }
    }
  }

  private async writeOnce(
    scope: Scope,
    actor: Actor | null,
    work: (tx: Transaction) => Promise<AnyResult>,
    { once }: WriteOptions,
  ): Promise<AnyResult> {
    const opened = await this.open(scope, 'write');
    const { tx } = opened;
    let committed = false;
    let result: AnyResult;
    try {
      const earlier = once !== undefined && actor !== null ? await claimOnce(tx, actor, once) : null;
      result = earlier ?? (await work(tx));
      if (!result.ok) return result;
      if (earlier === null) {
        const kept = once !== undefined && actor !== null ? keepAnswer(tx, actor, once, result.value) : Promise.resolve();
        // One round trip for all that ends a change. If one of them fails, PostgreSQL turns the COMMIT behind it into a rollback; and what can
        // fail before it is sent throws here, before the COMMIT is.
        const last = [kept, announce(tx), appendAudit(tx, scope.organizationId, actor), tx.end('COMMIT')];
        for (const settled of await Promise.allSettled(last)) if (settled.status === 'rejected') throw settled.reason;
        committed = true;
      }
    } finally {
      await closeTransaction(opened, committed ? null : 'ROLLBACK');
    }
    // Also where nothing was changed: "it is so already" may rest on a commit of a moment ago.
    if (actor !== null || tx.hasWritten) await this.untilDurable();
    return result;
  }

  /** Resolves once everything that is committed now is on disk: before anything is acknowledged that a change of a moment ago made true. */
  untilDurable(): Promise<void> {
    return this.flush.wait();
  }

  private async flushOnce(): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.query(FLUSH);
    } finally {
      await runner.release();
    }
  }

  private async open(scope: Scope, mode: 'read' | 'write'): Promise<OpenedTransaction> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const begin = beginStatement(scope, mode, this.role, this.limits.ofTransaction);
      // BEGIN travels with the first statement. Within an organization that is safe even where BEGIN is refused: nobody gets to see what was
      // read, and no policy lets anything be written while no organization is set. What belongs to no organization waits.
      const travels = mode === 'read' || scope.organizationId !== null;
      if (!travels) await client.query(begin);
      markTransaction(runner, true);
      return { tx: new Transaction({ runner, client, names: this.names, begin: travels ? begin : null }, this.clock.now()), runner };
    } catch (error) {
      await runner.release();
      throw error;
    }
  }
}
