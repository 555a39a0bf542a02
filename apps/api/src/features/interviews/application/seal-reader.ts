import { Injectable } from '@nestjs/common';
import { mayReadLoop, type SealPolicy, type Submissions, submissionsOf } from '@touchstone/interviewing/access';
import { wordsOf } from '@touchstone/interviewing/interviews';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { type LoopSealFacts, SealRepository } from '../persistence/seal.repository';

/** What everybody who reads a loop may know of its seal, open or not. */
export interface SealState extends Submissions {
  readonly policy: SealPolicy;
  readonly open: boolean;
  readonly openedAt: Date | null;
  /** Null where the seal opened by itself, or is not open. */
  readonly early: { readonly by: string; readonly reason: string } | null;
}

/** The state of the seal of a loop; one statement for all loops of a list. */
@Injectable()
export class SealReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seals: SealRepository,
  ) {}

  private readonly loader = requestLoader<string, LoopSealFacts>(async ({ actor }, loopIds) => {
    if (actor === null) return new Map();
    const found = await this.unitOfWork.read(actor, (tx) => this.seals.ofLoops(tx, actor.organizationId, loopIds));
    return new Map(found.map((facts) => [facts.loopId, facts]));
  });

  /** Of a loop inside an answer, whose reader may read it. */
  async of(context: RequestContext, loopId: string): Promise<SealState | null> {
    const facts = await this.factsOf(context, loopId);
    return facts === null ? null : stateOf(facts);
  }

  /** Of any loop; null where the actor may not read it, as where there is none. */
  async ifReadable(context: RequestContext, loopId: string): Promise<SealState | null> {
    const { actor } = context;
    const facts = await this.factsOf(context, loopId);
    if (actor === null || facts === null) return null;
    const everSeated = facts.seats.some(({ memberId }) => memberId === actor.memberId);
    return mayReadLoop(actor, { hiringManagerId: facts.hiringManagerId, everSeated }) ? stateOf(facts) : null;
  }

  /** Forgotten once answered: a later change of the same request may open the seal, or add and remove seats. */
  private async factsOf(context: RequestContext, loopId: string): Promise<LoopSealFacts | null> {
    const loader = this.loader(context);
    try {
      return await loader.load(loopId);
    } finally {
      loader.clear(loopId);
    }
  }
}

const stateOf = (facts: LoopSealFacts): SealState => ({
  policy: facts.sealPolicy,
  open: facts.sealOpenedAt !== null,
  openedAt: facts.sealOpenedAt,
  early: facts.openedEarlyBy === null ? null : { by: facts.openedEarlyBy, reason: wordsOf(facts.openedEarlyReason ?? '', facts) },
  ...submissionsOf(facts),
});
