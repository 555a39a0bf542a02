import { Injectable } from '@nestjs/common';
import { checkEarlyOpening, sealShouldOpen, type SealedLoop } from '@touchstone/interviewing/access';
import { type ConflictError, err, type NotAllowedError, ok, type Result, type ValidationError } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import { SealRepository } from '../persistence/seal.repository';
import { announceOnLoop } from './loop-announcement';

/** A loop from which an owing seat is released, and why. */
export interface ReleasedLoop {
  readonly id: string;
  readonly before: SealedLoop;
  readonly reason: string;
}

/**
 * Opens the seal of a loop when nothing is owed on it any more. To be asked, with the loop locked, after everything that may have been the
 * last thing it waited for: a submission, the end of an interview, a cancellation, a seat that was removed.
 */
@Injectable()
export class SealOpener {
  constructor(private readonly seals: SealRepository) {}

  /** True where the seal opened now. Who has the facts at hand, read under the lock after the last change, gives them along. */
  async openIfDue(tx: Transaction, organizationId: string, loopId: string, known?: SealedLoop | null): Promise<boolean> {
    const facts = known === undefined ? await this.seals.of(tx, organizationId, loopId) : known;
    if (facts === null || facts.sealOpenedAt !== null || !sealShouldOpen(facts)) return false;
    const opened = await this.seals.open(tx, organizationId, loopId);
    if (opened) announceOnLoop(tx, organizationId, { loopId, kind: 'SEAL_OPENED' });
    return opened;
  }

  /**
   * After a seat that owed a scorecard was released. Where that leaves nothing owed, the release opens the seal before all have
   * submitted: it needs the same right as an early opening, and is marked as one for good. `before` is the loop as it was with the seat.
   */
  async openByRelease(
    tx: Transaction,
    actor: Actor,
    loop: ReleasedLoop,
  ): Promise<Result<boolean, NotAllowedError | ConflictError | ValidationError>> {
    const { organizationId, memberId } = actor;
    const after = await this.seals.of(tx, organizationId, loop.id);
    if (after === null || after.sealOpenedAt !== null || !sealShouldOpen(after)) return ok(false);
    const allowed = checkEarlyOpening({ memberId, isAdministrator: actor.roles.includes('ADMIN') }, loop.before, loop.reason);
    if (!allowed.ok)
      return err({
        ...allowed.error,
        message: `Without this seat nothing is owed any more, and the seal would open. ${allowed.error.message}`,
      });
    const opened = await this.seals.open(tx, organizationId, loop.id, { by: memberId, reason: allowed.value });
    if (opened) announceOnLoop(tx, organizationId, { loopId: loop.id, kind: 'SEAL_OPENED' });
    return ok(opened);
  }
}
