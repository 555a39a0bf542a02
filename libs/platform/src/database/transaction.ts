import type { EntityManager, QueryRunner } from 'typeorm';

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

/** The database inside one transaction. Queries are queued, because one connection answers one question at a time. */
export class Transaction {
  readonly auditEntries: AuditEntry[] = [];
  readonly announcements: Announcement[] = [];
  private tail: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly runner: QueryRunner,
    /** The instant of this transaction; one for all rows it writes. */
    readonly now: Date,
  ) {}

  /** TypeORM over this transaction, for records. Await each call before the next one. */
  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Rows of one statement; parameters as `$1`, `$2`. For INSERT, UPDATE and DELETE add RETURNING to learn what was touched. */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const answer = this.tail.then(async () => {
      const result: unknown = await this.runner.query(sql, [...parameters], true).then((full) => full.records as unknown);
      return (result ?? []) as Row[];
    });
    this.tail = answer.catch(() => undefined);
    return answer;
  }

  /** Adds a line to the audit log, in this same transaction. */
  audit(entry: AuditEntry): void {
    this.auditEntries.push(entry);
  }

  /** Tells subscribers of every instance, if and only if this transaction commits. */
  announce(announcement: Announcement): void {
    this.announcements.push(announcement);
  }

  /** Waits until nothing is under way on the connection. */
  async settled(): Promise<void> {
    await this.tail;
  }
}
