import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { type Evidence, LoopEvidence } from './loop-evidence';

/** What was asked and submitted on loops inside an answer, batched over one request. Whether its reader may read a loop is for the caller to ask. */
@Injectable()
export class EvidenceLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly evidence: LoopEvidence,
  ) {}

  private readonly byLoop = requestLoader<string, Evidence>(async ({ actor }, loopIds) => {
    if (actor === null) return new Map();
    return this.unitOfWork.read(actor, (tx) => this.evidence.ofMany(tx, actor.organizationId, loopIds));
  });

  /** Forgotten once answered: a later change of the same request may add to it. */
  async of(context: RequestContext, loopId: string): Promise<Evidence | null> {
    const loader = this.byLoop(context);
    try {
      return await loader.load(loopId);
    } finally {
      loader.clear(loopId);
    }
  }
}
