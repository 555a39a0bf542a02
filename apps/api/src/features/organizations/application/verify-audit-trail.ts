import { Injectable } from '@nestjs/common';
import type { Actor } from '@touchstone/platform/actor';
import { type ChainReport, type KnownHead, verifyChain } from '@touchstone/platform/audit';
import { UnitOfWork } from '@touchstone/platform/database';

/** Recomputes the whole audit trail of the actor's organization: is it as it was written? */
@Injectable()
export class VerifyAuditTrail {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, known: KnownHead | null): Promise<ChainReport> {
    return this.unitOfWork.read(actor, (tx) => verifyChain(tx, actor.organizationId, known));
  }
}
