import { Injectable } from '@nestjs/common';
import { sealShouldOpen } from '@touchstone/interviewing/access';
import type { Transaction } from '@touchstone/platform/database';
import { LoopRepository } from '../persistence/loop.repository';
import { announceOnLoop } from './loop-announcement';

/**
 * Opens the seal of a loop when nothing is owed on it any more. To be asked, with the loop locked, after everything that may have been the
 * last thing it waited for: a submission, the end of an interview, a cancellation, a seat that was removed.
 */
@Injectable()
export class SealOpener {
  constructor(private readonly loops: LoopRepository) {}

  /** True where the seal opened now. */
  async openIfDue(tx: Transaction, organizationId: string, loopId: string): Promise<boolean> {
    const facts = await this.loops.sealFacts(tx, organizationId, loopId);
    if (facts === null || facts.sealOpenedAt !== null || !sealShouldOpen(facts)) return false;
    const opened = await this.loops.openSeal(tx, organizationId, loopId);
    if (opened) announceOnLoop(tx, organizationId, { loopId, kind: 'SEAL_OPENED' });
    return opened;
  }
}
