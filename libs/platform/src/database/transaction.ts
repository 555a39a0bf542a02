import type { Socket } from 'node:net';
import type { PoolClient } from 'pg';
import type { EntityManager, ObjectLiteral, QueryRunner } from 'typeorm';
import { type RowFilter, selection } from './selection';
import type { StatementNames } from './statement-names';

/** One change, as the audit log keeps it: what happened to what. `detail` holds facts and hashes, never ratings, notes or secrets. */
export interface AuditEntry {
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Something that subscribers want to know after commit. Ids only; whoever hears it reads the rest with their own rights. */
export interface Announcement {
  readonly topic: string;
  readonly payload: Readonly<Record<string, string>>;
}

/**
 * How PostgreSQL plans a statement. `KEPT`: once for all values, as soon as the statement comes often and PostgreSQL thinks that it pays.
 * `FRESH`: for the values at hand, each time, at a millisecond or so: for searches and filters, where no plan fits all values.
 */
export type StatementPlan = 'KEPT' | 'FRESH';

const READS = /^\s*SELECT\b/i;

/** What a transaction works with. */
export interface Connected {
  readonly runner: QueryRunner;
  /** The connection of `runner`. Statements go to it straight: the way through TypeORM costs more than a small query itself. */
  readonly client: PoolClient;
  readonly names: StatementNames;
  /** Opens a transaction that is not open yet; sent together with its first statement. Null where it is open. */
  readonly begin: string | null;
}

/** The database inside one transaction. Statements are answered in the order in which they are asked, one at a time. */
export class Transaction {
  readonly auditEntries: AuditEntry[] = [];
  readonly announcements: Announcement[] = [];
  private tail: Promise<unknown> = Promise.resolve();
  private begin: string | null;
  private ended = false;
  private gathering = false;
  private written = false;
  private opened: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly connected: Connected,
    /** The instant of this transaction; one for all rows it writes. */
    readonly now: Date,
  ) {
    this.begin = connected.begin;
  }

  /** TypeORM over this transaction, for records. Await each call before the next one. */
  get manager(): EntityManager {
    this.refuseWhenEnded();
    this.written = true;
    if (this.begin !== null) this.tail = this.opening().catch(() => undefined);
    return this.connected.runner.manager;
  }

  /** Rows of one statement; parameters as `$1`, `$2`. For INSERT, UPDATE and DELETE add RETURNING to learn what was touched. */
  async query<Row>(sql: string, parameters: readonly unknown[] = [], plan: StatementPlan = 'KEPT'): Promise<Row[]> {
    this.refuseWhenEnded();
    this.written ||= !READS.test(sql);
    return this.inTurn(() => {
      if (this.begin !== null) void this.opening().catch(() => undefined);
      return this.send<Row>(sql, parameters, plan);
    });
  }

  /** Rows of one table, as records. A list stands for any of its values; `order` is by ascending properties. */
  find<Row extends ObjectLiteral>(
    record: new () => Row,
    where: RowFilter<Row>,
    order: readonly (keyof Row & string)[] = [],
  ): Promise<Row[]> {
    const { sql, parameters } = selection(this.connected.runner.connection.getMetadata(record), where, order);
    return this.query<Row>(sql, parameters);
  }

  /** The row that these values single out; null where there is none. */
  async findOne<Row extends ObjectLiteral>(record: new () => Row, where: RowFilter<Row>): Promise<Row | null> {
    const [row] = await this.find(record, where);
    return row ?? null;
  }

  /** May it have changed anything? What goes through TypeORM counts as a change. */
  get hasWritten(): boolean {
    return this.written;
  }

  /** Adds a line to the audit log, in this same transaction. */
  audit(entry: AuditEntry): void {
    this.auditEntries.push(entry);
  }

  /** Tells subscribers of every instance, if and only if this transaction commits. */
  announce(announcement: Announcement): void {
    this.announcements.push(announcement);
  }

  /**
   * Sends the last statement of the transaction behind all that is under way, or nothing after a commit; from then on there is no way to
   * the connection.
   */
  async end(last: 'COMMIT' | 'ROLLBACK' | null): Promise<void> {
    this.ended = true;
    await this.inTurn(async () => {
      if (last === null || this.begin !== null) return;
      const { command } = await this.connected.client.query(last);
      // After a failed statement that nobody minded PostgreSQL answers COMMIT with a rollback, and without an error.
      if (command !== last) throw new Error(`the transaction ended with ${command}, not with ${last}: one of its statements had failed`);
    });
  }

  /** Sends now where the connection keeps the order by itself, else when all before it is answered. */
  private inTurn<T>(send: () => Promise<T>): Promise<T> {
    if (this.connected.names.enabled) this.gather();
    const answer = this.connected.names.enabled ? send() : this.tail.then(send);
    this.tail = answer.catch(() => undefined);
    return answer;
  }

  private refuseWhenEnded(): void {
    if (this.ended) throw new Error('the transaction has ended; its connection may serve somebody else by now');
  }

  private async send<Row>(sql: string, parameters: readonly unknown[], plan: StatementPlan): Promise<Row[]> {
    const { client, names } = this.connected;
    const name = plan === 'KEPT' ? names.of(sql) : undefined;
    const { rows } = await client.query({ name, text: sql, values: parameters as unknown[] });
    // Without its BEGIN nothing that was answered counts.
    await this.opened;
    return rows as Row[];
  }

  /** What is asked before anything else happens travels in one packet: writing to the socket costs more than most statements. */
  private gather(): void {
    if (this.gathering) return;
    this.gathering = true;
    const { stream } = (this.connected.client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
    stream.cork();
    process.nextTick(() => {
      this.gathering = false;
      stream.uncork();
    });
  }

  private async opening(): Promise<void> {
    const { begin } = this;
    this.begin = null;
    if (begin === null) return;
    this.opened = this.connected.client.query(begin);
    await this.opened;
  }
}
