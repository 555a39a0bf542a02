import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { ok, RecentlyUsed } from '@touchstone/kernel';
import type { Actor } from '../actor';
import { type AuditEntry, type Transaction, UnitOfWork, wholeOrganization } from '../database';
import { claimOnce, keepAnswer, type Once } from '../idempotency/once';
import { SystemClock } from '../time/system-clock';

/** Why a call was refused; codes only, nothing of what was sent. */
export interface Refusal {
  readonly code: string;
  /** What she would have needed. */
  readonly permission?: string;
  /** Whether her roles or the scopes of her token fall short of it. */
  readonly because?: 'ROLE' | 'SCOPE';
}

/** The member whom a line is about. */
export interface Noted {
  readonly organizationId: string;
  readonly memberId: string;
}

/** Remembered in this process; the database is asked for what fell out. */
const MOST_REMEMBERED = 10_000;
/** What waits to be written; under a flood the rest is let go, and the log says so. */
const MOST_WAITING = 1_000;
const HOUR_MS = 3_600_000;

/**
 * Leaves a trace of refused calls in the audit trail: who, which operation, why, in which request. At most one line for a member, an operation
 * and a code in an hour, on all instances together, so that nobody fills the trail by asking again. Lines are written one after the other in the order of
 * the refusals, over one connection. The caller does not wait for hers, and is refused in the same way if it fails.
 */
@Injectable()
export class RefusedCalls implements BeforeApplicationShutdown {
  private readonly logger = new Logger(RefusedCalls.name);
  private readonly noted = new RecentlyUsed<string, true>(MOST_REMEMBERED);
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: SystemClock,
  ) {}

  beforeApplicationShutdown(): Promise<void> {
    return this.settled();
  }

  /** Everything that was noted so far is written. */
  async settled(): Promise<void> {
    while (this.waiting > 0) await this.last;
  }

  /** A member was refused an operation, such as `Mutation.inviteMember`. */
  note(actor: Actor, operation: string, refusal: Refusal): void {
    const once = this.onceAnHour(`${operation} ${refusal.code}`);
    const mark = `${actor.organizationId} ${actor.memberId} ${once.key}`;
    if (!this.isNew(mark)) return;
    const entry = { action: 'call.refuse', subjectType: 'Operation', subjectId: operation, detail: { ...refusal } };
    // A copy stands for no request: its reads go on undisturbed.
    this.beside(mark, () => this.unitOfWork.write({ ...actor }, (tx) => Promise.resolve(audited(tx, entry)), { once }));
  }

  /** Somebody who is not signed in was refused a session under this account. Whose it is, is looked up when she has her answer. */
  noteSignIn(account: string, find: () => Promise<readonly Noted[]>, code: string, requestId: string): void {
    const mark = `${account} ${code} ${this.hour()}`;
    if (!this.isNew(mark)) return;
    this.beside(mark, async () => {
      for (const member of await find()) {
        const entry = { action: 'session.refuse', subjectType: 'Member', subjectId: member.memberId, detail: { code, requestId } };
        const once = this.onceAnHour(`session ${code}`);
        await this.unitOfWork.writeIn(wholeOrganization(member.organizationId), async (tx) => {
          if ((await claimOnce(tx, member, once)) !== null) return ok(null);
          await keepAnswer(tx, member, once, null);
          return audited(tx, entry);
        });
      }
    });
  }

  /** Where another instance has noted it in this hour, the key says so. */
  private onceAnHour(what: string): Once {
    return { operation: 'call.refuse', key: `${what} ${this.hour()}`, input: null };
  }

  private hour(): number {
    return Math.floor(this.clock.now().getTime() / HOUR_MS);
  }

  private isNew(mark: string): boolean {
    if (this.noted.get(mark) === true) return false;
    this.noted.set(mark, true);
    return true;
  }

  /** Works beside the requests, which are answered already, after what was noted before. A shutdown waits for it. What was not noted may be noted later. */
  private beside(mark: string, work: () => Promise<unknown>): void {
    if (this.waiting >= MOST_WAITING) {
      this.noted.delete(mark);
      this.logger.error('too many refused calls at once: some are not noted in the audit trail');
      return;
    }
    this.waiting += 1;
    this.last = this.last
      .then(work)
      .then(
        () => undefined,
        (error: unknown) => {
          this.noted.delete(mark);
          this.logger.error({ err: error }, 'a refused call was not noted in the audit trail');
        },
      )
      .finally(() => (this.waiting -= 1));
  }
}

function audited(tx: Transaction, entry: AuditEntry): { readonly ok: true; readonly value: null } {
  tx.audit(entry);
  return ok(null);
}
