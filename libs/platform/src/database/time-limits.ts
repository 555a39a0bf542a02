/** How long the database waits for a statement, for a lock, and for the next statement of an open transaction, in milliseconds. */
interface Limits {
  readonly statement_timeout: number;
  readonly lock_timeout: number;
  readonly idle_in_transaction_session_timeout: number;
}

/**
 * Time limits are the server's own: a forgotten lock or a runaway query ends by itself. A connection of ours carries them from its start. Behind a
 * pooler the connection is somebody else's, and PgBouncer lets nobody in who names them at the start: there each transaction sets its own.
 */
export class TimeLimits {
  private readonly limits: Limits;

  constructor(
    statementMs: number,
    private readonly pooled: boolean,
  ) {
    this.limits = {
      statement_timeout: statementMs,
      lock_timeout: Math.min(statementMs, 4_000),
      idle_in_transaction_session_timeout: Math.max(30_000, statementMs),
    };
  }

  /** What a new connection asks for. */
  get ofConnection(): Partial<Limits> {
    return this.pooled ? {} : this.limits;
  }

  /** What a transaction sets for itself. */
  get ofTransaction(): readonly string[] {
    return this.pooled ? Object.entries(this.limits).map(([name, ms]) => `SET LOCAL ${name} = ${Number(ms)}`) : [];
  }
}
