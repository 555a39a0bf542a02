import { createHash } from 'node:crypto';

/** A statement is prepared when it comes this often: preparing what comes once is work for nothing. */
const WORTH_IT = 3;
/** What one connection keeps prepared at most; each costs the server some kilobytes. */
const MOST_NAMES = 250;
/** Texts that are counted at the same time. */
const MOST_COUNTED = 2_000;

/**
 * Names under which PostgreSQL keeps statements parsed and planned for the length of a connection. Only texts that come again get one, and
 * only so many, because lists with changing filters are changing texts. A pooler that knows no prepared statements needs
 * `DATABASE_PREPARED=off`, and then nothing has a name.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  constructor(readonly enabled: boolean) {}

  /** The name of this statement, or undefined where it is sent as text. */
  of(sql: string): string | undefined {
    const known = this.names.get(sql);
    if (known !== undefined || !this.enabled || this.names.size >= MOST_NAMES) return known;
    const times = (this.counts.get(sql) ?? 0) + 1;
    if (times < WORTH_IT) {
      if (this.counts.size >= MOST_COUNTED) this.counts.clear();
      this.counts.set(sql, times);
      return undefined;
    }
    this.counts.delete(sql);
    const name = `t_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`;
    this.names.set(sql, name);
    return name;
  }
}
